import { TOTAL } from '../model/breakdown.ts'
import type { PlaceLevel } from '../model/place.ts'
import type { Policy } from './policy.ts'
import type { Table } from './tables.ts'

const depth: Record<PlaceLevel, number> = { programme: 0, country: 1, region: 2, facility: 3 }

/**
 * Which tables the public edition withholds.
 *
 * Small cells first, then ends of windows whose differences would be small, then what would give a withheld
 * table back: deeper places, further splits, and the last open side of an identity. Repeated until nothing changes.
 */
export function withheldTables(tables: ReadonlyMap<string, Table>, policy: Policy): Set<string> {
  const withheld = new Set<string>()
  const persons = [...tables].filter(([, { quantity }]) => quantity.persons)
  for (const [key, table] of persons)
    if (isSmall(table, policy) || isOffSeason(table, policy)) withheld.add(key)
  for (let before = -1; before < withheld.size; ) {
    before = withheld.size
    holdBackSmallSteps(persons, withheld, policy)
    followDown(persons, withheld)
    keepIdentitiesOpen(persons, withheld, policy)
  }
  return withheld
}

const thresholdOf = ({ quantity }: Table, { threshold }: Policy) => threshold[quantity.sensitivity]
const isSmallCount = (value: number, threshold: number) => value !== 0 && Math.abs(value) < threshold

function isSmall(table: Table, policy: Policy) {
  const threshold = thresholdOf(table, policy)
  const values = [...table.cells.values()].map(({ value }) => value)
  return [...values, ...table.remainders.values()].some((value) => isSmallCount(value, threshold))
}

function isOffSeason({ quantity, quarter }: Table, { rollingWindows }: Policy) {
  const seasons: Partial<Record<string, number[]>> = rollingWindows
  const allowed = quantity.key.endsWith(' last') ? undefined : seasons[quantity.window]
  return allowed !== undefined && !allowed.includes(Number(quarter.slice(6)))
}

/**
 * A sum since the start is shown again only when what came since it was last shown is nothing or enough, in every
 * cell: otherwise the difference of two releases of it would be a small count.
 */
function holdBackSmallSteps(tables: readonly [string, Table][], withheld: Set<string>, policy: Policy) {
  const series = new Map<string, [string, Table][]>()
  for (const [key, table] of tables) {
    if (!table.quantity.grows) continue
    const name = key.slice(0, key.lastIndexOf('|'))
    series.set(name, [...(series.get(name) ?? []), [key, table]])
  }
  for (const run of series.values()) {
    let shown: Table | null = null
    for (const [key, table] of run.sort(([, a], [, b]) => (a.quarter < b.quarter ? -1 : 1))) {
      if (withheld.has(key)) continue
      if (stepsAreSmall(shown, table, thresholdOf(table, policy))) withheld.add(key)
      else shown = table
    }
  }
}

function stepsAreSmall(shown: Table | null, { cells, remainders }: Table, threshold: number) {
  const steps = [...cells].map(([name, { value }]) => value - (shown?.cells.get(name)?.value ?? 0))
  const left = [...remainders].map(([name, value]) => value - (shown?.remainders.get(name) ?? 0))
  return [...steps, ...left].some((step) => isSmallCount(step, threshold))
}

/**
 * Countries add up to the programme and regions to their country, and the categories of a split to their total: where
 * the sum is withheld, its parts are too.
 */
function followDown(tables: readonly [string, Table][], withheld: Set<string>) {
  const held = [...tables].filter(([key]) => withheld.has(key)).map(([, table]) => table)
  const bySubject = Map.groupBy(held, ({ quantity, quarter }) => `${quantity.key}|${quarter}`)
  for (const [key, part] of tables) {
    if (withheld.has(key)) continue
    const above = bySubject.get(`${part.quantity.key}|${part.quarter}`) ?? []
    if (above.some((sum) => addsUpTo(part, sum))) withheld.add(key)
  }
}

function addsUpTo(part: Table, sum: Table) {
  const inside = depth[part.level] === depth[sum.level] ? part.parent === sum.parent : isUnder(part, sum)
  return inside && isFinerSplit(part.split, sum.split)
}

const isUnder = (part: Table, sum: Table) =>
  depth[part.level] > depth[sum.level] &&
  (sum.level === 'programme' || sum.level === 'country' ? true : part.parent === sum.parent)

const isFinerSplit = (part: string, sum: string) =>
  sum === TOTAL || part === sum || sum.split(';').every((dimension) => part.split(';').includes(dimension))

/** Of quantities tied by an identity never exactly one is withheld at one quarter, place and split. */
function keepIdentitiesOpen(
  tables: readonly [string, Table][],
  withheld: Set<string>,
  { identities }: Policy,
) {
  for (const identity of identities) {
    const members = tables.filter(([, { quantity }]) => identity.includes(quantity.name))
    const groups = Map.groupBy(members, ([, { split, level, parent, quarter }]) =>
      [split, level, parent, quarter].join('|'),
    )
    for (const group of groups.values()) {
      const shown = group.filter(([key]) => !withheld.has(key))
      const names = new Set(shown.map(([, { quantity }]) => quantity.name))
      if (names.size !== identity.length - 1) continue
      const next = identity.findLast((name) => names.has(name))
      for (const [key, { quantity }] of shown) if (quantity.name === next) withheld.add(key)
    }
  }
}
