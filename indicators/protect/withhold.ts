import { TOTAL } from '../model/breakdown.ts'
import { quarterAfter } from '../model/period.ts'
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
  keepOneWindow(persons, withheld)
  for (let before = -1; before < withheld.size; ) {
    before = withheld.size
    holdBackSmallSteps(persons, withheld, policy)
    followDown(persons, withheld)
    keepIdentitiesOpen(persons, withheld, policy)
  }
  return withheld
}

/**
 * Two windows of one count differ by a count that neither shows. Only one is shown: the one in use last, of several
 * the one since the start.
 */
function keepOneWindow(tables: readonly [string, Table][], withheld: Set<string>) {
  const added = tables.filter(([, { quantity }]) => quantity.key.includes(' sum '))
  const counted = ({ quantity: { key } }: Table) => key.slice(0, key.lastIndexOf(' sum '))
  for (const same of Map.groupBy(added, ([, table]) => counted(table)).values()) {
    const last = same
      .map(([, { quarter }]) => quarter)
      .sort()
      .at(-1)
    const latest = new Set(
      same.filter(([, { quarter }]) => quarter === last).map(([, { quantity }]) => quantity.window),
    )
    const kept = latest.has('since_start') ? 'since_start' : [...latest].sort()[0]
    for (const [key, { quantity }] of same) if (quantity.window !== kept) withheld.add(key)
  }
}

const thresholdOf = ({ quantity }: Table, { threshold }: Policy) => threshold[quantity.sensitivity]
const isSmallCount = (value: number, threshold: number) => value !== 0 && Math.abs(value) < threshold

const isSmall = (table: Table, policy: Policy) =>
  numbersOf(table).some(([, value]) => isSmallCount(value, thresholdOf(table, policy)))

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
    const shown = new Map<string, number>()
    for (const [key, table] of run.sort(([, a], [, b]) => (a.quarter < b.quarter ? -1 : 1))) {
      if (withheld.has(key)) continue
      const numbers = numbersOf(table)
      const threshold = thresholdOf(table, policy)
      if (numbers.some(([name, value]) => isSmallCount(value - (shown.get(name) ?? 0), threshold)))
        withheld.add(key)
      else for (const [name, value] of numbers) shown.set(name, value)
    }
  }
}

/** Every number a table lets be read, by a name that is the same in every quarter. */
const numbersOf = ({ cells, remainders }: Table): [string, number][] => [
  ...[...cells].map(([name, { value }]): [string, number] => [name, value]),
  ...remainders,
]

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

/**
 * What was there, more what came, less what went is what is there: of the numbers of such an identity never exactly
 * one is withheld, at one place and split. Sums since the start tie the stocks of all quarters to one another, so the
 * quarter's own numbers decide; a window ties two stocks, at its ends.
 */
function keepIdentitiesOpen(
  tables: readonly [string, Table][],
  withheld: Set<string>,
  { identities }: Policy,
) {
  for (const { stock, came, went } of identities) {
    const flows = [went, came]
    const members = tables.filter(([, { quantity }]) => [stock, ...flows].includes(quantity.name))
    const where = ({ split, level, parent, quarter }: Table, steps = 0) =>
      [split, level, parent, quarterAfter(quarter, steps)].join('|')
    const groups = Map.groupBy(members, ([, table]) => where(table))
    for (const group of groups.values()) {
      const flow = group.find(([, { quantity }]) => flows.includes(quantity.name))?.[1]
      if (!flow) continue
      const before = flow.quantity.grows
        ? []
        : (groups.get(where(flow, -QUARTERS_IN[flow.quantity.window])) ?? [])
      const stocksBefore = before.filter(([, { quantity }]) => quantity.name === stock)
      const shown = [...stocksBefore, ...group].filter(([key]) => !withheld.has(key))
      const wanted = 1 + flows.length + (flow.quantity.grows ? 0 : 1)
      const last = shown.at(-1)
      if (distinctOf(shown) === wanted - 1 && last) withheld.add((lastFlowOf(shown, flows) ?? last)[0])
    }
  }
}

const QUARTERS_IN = { quarter: 1, half_year: 2, four_quarters: 4, since_start: 0 } as const

const distinctOf = (shown: readonly [string, Table][]) =>
  new Set(shown.map(([, { quantity, quarter }]) => `${quantity.name} ${quarter}`)).size

const lastFlowOf = (shown: readonly [string, Table][], flows: readonly string[]) =>
  shown.findLast(([, { quantity }]) => flows.includes(quantity.name))
