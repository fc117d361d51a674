import { placeLevel } from '../../indicators/model/place.ts'
import type { Figure } from './figure.ts'

/** Women, men and people whose sex is not stated, as one number: tables are added by adding them. */
type People = number
const WOMAN = 10_000
const MAN = 100

/** What a cell counts of the three. */
const counters: Record<string, (people: People) => number> = {
  '': (people) => Math.floor(people / WOMAN) + Math.floor((people % WOMAN) / MAN) + (people % MAN),
  'sex=female': (people) => Math.floor(people / WOMAN),
  'sex=male': (people) => Math.floor((people % WOMAN) / MAN),
  'sex=unknown': (people) => people % MAN,
}
const countIn = (people: People, cell: string) => counters[cell]?.(people) ?? 0

/** Where no total is published, as many more than the largest number there is. */
const MARGIN = 8

/**
 * Every value a cell of a small publication can have, by trying all tables: no rows, no solver.
 *
 * Shape   `<place> <cell>` → its possible values
 */
export function possibleValues(figures: readonly Figure[]): Map<string, Set<number>> {
  const published = figures.filter(({ numbers }) => numbers.value !== undefined)
  const regions = [...new Set(figures.map(({ place }) => place))].filter(
    (place) => placeLevel(place) === 'region',
  )
  const most = mostPeople(published)
  const every = everyone(most)
  const agreeing = (place: string, tried: readonly People[]) => {
    const own = published.filter((figure) => figure.place === place)
    return tried.filter((people) => own.every(({ cell, numbers }) => countIn(people, cell) === numbers.value))
  }
  const inRegion = new Map(regions.map((region) => [region, agreeing(region, every)]))
  const whole = new Set(agreeing('ALL', agreeing('KAZ', every)))
  const found = new Map<string, Set<number>>()
  const note = (place: string, people: People) => {
    for (const cell of Object.keys(counters)) {
      const values = found.get(`${place} ${cell}`) ?? new Set()
      found.set(`${place} ${cell}`, values.add(countIn(people, cell)))
    }
  }
  for (const region of regions) {
    const others = regions.filter((other) => other !== region).map((other) => inRegion.get(other) ?? [])
    const elsewhere = sums(others, most)
    for (const own of inRegion.get(region) ?? []) {
      const totals = [...elsewhere].map((rest) => own + rest).filter((total) => whole.has(total))
      if (totals.length > 0) note(region, own)
      for (const total of totals) note('KAZ', total)
    }
  }
  return found
}

function mostPeople(published: readonly Figure[]): number {
  const total = published.find(({ place, cell }) => ['ALL', 'KAZ'].includes(place) && cell === '')
  return total?.numbers.value ?? Math.max(0, ...published.map(({ numbers }) => numbers.value ?? 0)) + MARGIN
}

/** All sums of one table of each region, up to the most there can be. */
function sums(regions: readonly (readonly People[])[], most: number): Set<People> {
  let found = new Set<People>([0])
  for (const region of regions) {
    const next = new Set<People>()
    for (const one of found)
      for (const other of region) if (countIn(one + other, '') <= most) next.add(one + other)
    found = next
  }
  return found
}

function everyone(most: number): People[] {
  const all: People[] = []
  for (let women = 0; women <= most; women++)
    for (let men = 0; women + men <= most; men++)
      for (let unknown = 0; women + men + unknown <= most; unknown++)
        all.push(women * WOMAN + men * MAN + unknown)
  return all
}
