import type { Cell } from '../../model/breakdown.ts'
import { quarterAfter } from '../../model/period.ts'
import { parentOf } from '../../model/place.ts'
import type { Policy } from '../policy.ts'
import { type Counted, countedKey, type Nested, wholesOf } from './counted.ts'

/**
 * One number less others is again a number of people: those in none of the parts.
 *
 * `is` says what everybody assumes of them: `identity`, that their number follows from the definition; `partition`, that
 * there are none, where there are none; `remainder`, nothing.
 */
export type Relation = {
  readonly key: string
  readonly whole: string
  readonly parts: readonly { readonly key: string; readonly times: 1 | -1 }[]
  readonly is: 'identity' | 'partition' | 'remainder'
}

/** How the numbers of a publication hang together, whatever could be read from any two of its tables. */
export function relationsOf(
  counted: ReadonlyMap<string, Counted>,
  nested: readonly Nested[],
  { identities }: Policy,
): Relation[] {
  const all = [...counted.values()]
  return [
    ...sumsOver(all, counted, placesAbove),
    ...sumsOver(all, counted, ({ cell }) => wholesOf(cell)),
    ...stepsOf(all),
    ...inclusionsOf(all.filter(({ uses }) => uses > 0)),
    ...nested.map(({ whole, part, others }) => relation('of', whole, [part, others], 'identity')),
    ...identitiesOf(all, identities),
  ]
}

const relation = (
  kind: string,
  whole: string,
  parts: readonly string[],
  is: Relation['is'] = 'remainder',
): Relation => ({
  key: [kind, whole, ...parts.slice(0, 1)].join(' '),
  whole,
  parts: parts.map((key) => ({ key, times: 1 })),
  is,
})

type Whole = { place?: string; cell?: Cell; over: string }

const placesAbove = ({ place }: Counted): Whole[] => {
  const parent = parentOf(place)
  return parent ? [{ place: parent, over: 'places' }] : []
}

/** Places under the one they lie in, and categories under the cell without them. */
function sumsOver(
  all: readonly Counted[],
  counted: ReadonlyMap<string, Counted>,
  wholes: (part: Counted) => Whole[],
): Relation[] {
  const sums = new Map<string, { whole: string; over: string; parts: string[] }>()
  for (const part of all) {
    const { quantity, place, cell, quarter } = part
    for (const { over, ...at } of wholes(part)) {
      const whole = countedKey(quantity, at.cell ?? cell, at.place ?? place, quarter)
      if (!counted.has(whole)) continue
      const sum = sums.get(`${over} ${whole}`) ?? { whole, over, parts: [] }
      sum.parts.push(part.key)
      sums.set(`${over} ${whole}`, sum)
    }
  }
  return [...sums.values()].map(({ whole, over, parts }) => relation(over, whole, parts, 'partition'))
}

const seriesOf = ({ quantity, place, cell }: Counted) => [quantity.key, place, cell].join('|')
const inOrder = (run: readonly Counted[]) => [...run].sort((a, b) => (a.quarter < b.quarter ? -1 : 1))

/** What came between two ends of a sum since the start. */
function stepsOf(all: readonly Counted[]): Relation[] {
  const growing = all.filter(({ quantity }) => quantity.grows)
  return [...Map.groupBy(growing, seriesOf).values()].flatMap((run) =>
    inOrder(run)
      .slice(1)
      .map(({ key }, nth) => relation('since', key, [inOrder(run)[nth]?.key ?? ''])),
  )
}

/** A quantity that is counted as part of another: one of its elements, or in the programme's facilities alone. */
function inclusionsOf(all: readonly Counted[]): Relation[] {
  const alike = Map.groupBy(all, ({ quantity, place, cell, quarter }) =>
    [quantity.span, place, cell, quarter].join('|'),
  )
  return [...alike.values()].flatMap((group) =>
    group.flatMap((whole) => {
      const parts = group.filter((part) => part !== whole && isPartOf(part, whole))
      const apart = parts.filter((part, nth) => !parts.slice(0, nth).some((other) => overlaps(other, part)))
      const rest = parts.filter((part) => !apart.includes(part))
      return [
        ...(apart.length
          ? [
              relation(
                'elements',
                whole.key,
                apart.map(({ key }) => key),
              ),
            ]
          : []),
        ...rest.map(({ key }) => relation('elements', whole.key, [key])),
      ]
    }),
  )
}

const elementsOf = ({ quantity }: Counted) => quantity.name.split('+')
const isPartOf = (part: Counted, whole: Counted) =>
  elementsOf(part).every((element) => elementsOf(whole).includes(element)) &&
  (part.quantity.programmeOnly || !whole.quantity.programmeOnly) &&
  part.quantity.key !== whole.quantity.key
const overlaps = (a: Counted, b: Counted) => elementsOf(a).some((element) => elementsOf(b).includes(element))

/**
 * What is there is what was there, and what came, less what went. Of sums since the start the same holds from the first
 * day. What an identity leaves open in the data is taken as known to everybody.
 */
function identitiesOf(all: readonly Counted[], identities: Policy['identities']): Relation[] {
  return identities.flatMap(({ stock, came, went }) => {
    const names = [stock, came, went]
    const members = all.filter(({ quantity }) => names.includes(quantity.name))
    const where = ({ place, cell }: Counted) => `${place}|${cell}`
    return [...Map.groupBy(members, where).values()].flatMap((group) =>
      identityAt(group, { stock, came, went }),
    )
  })
}

type Identity = Policy['identities'][number]

function identityAt(group: readonly Counted[], { stock, came, went }: Identity): Relation[] {
  const stocks = new Map(
    group.filter(({ quantity }) => quantity.name === stock).map((one) => [one.quarter, one]),
  )
  const flows = Map.groupBy(
    group.filter(({ quantity }) => quantity.name !== stock),
    ({ quantity, quarter }) => `${quantity.span} ${quarter}`,
  )
  return [...flows.values()].flatMap((pair) => {
    const into = pair.find(({ quantity }) => quantity.name === came)
    const out = pair.find(({ quantity }) => quantity.name === went)
    const now = into && stocks.get(into.quarter)
    if (!into || !out || !now) return []
    const before = into.quantity.grows
      ? undefined
      : stocks.get(quarterAfter(into.quarter, -QUARTERS_IN[into.quantity.window]))
    if (!into.quantity.grows && !before) return []
    return {
      key: `identity ${now.key} ${into.quantity.span}`,
      whole: now.key,
      parts: [
        ...(before ? [{ key: before.key, times: 1 as const }] : []),
        { key: into.key, times: 1 },
        { key: out.key, times: -1 },
      ],
      is: 'identity',
    } satisfies Relation
  })
}

const QUARTERS_IN = { quarter: 1, half_year: 2, four_quarters: 4, since_start: 0 } as const
