import type { Policy } from '../policy.ts'
import type { LinkedCell, LinkedTables, Secrecy } from '../suppress/linked-tables.ts'
import type { Counted } from './counted.ts'
import type { Relation } from './relations.ts'
import { isSmall } from './small.ts'

/**
 * The numbers of people behind a publication as linked tables, one for each part that hangs together.
 *
 * Every number is a cell; what a relation leaves over is one more, unless everybody takes it for nothing. The relation
 * itself is known to everybody.
 * What is counted as small is secret wherever it can be read: published numbers and left-overs alike.
 *
 * Shape   cells carry the keys of `counted`, or the relation's that leaves them over
 */
export function latticesOf(
  counted: ReadonlyMap<string, Counted>,
  relations: readonly Relation[],
  withheldByRule: ReadonlySet<string>,
  policy: Policy,
): LinkedTables[] {
  return componentsOf([...counted.keys()], relations).map(({ keys, relations: own }) => {
    const cells = keys
      .flatMap((key) => counted.get(key) ?? [])
      .map((one) => ({
        ...cellFor(one.key, one.value, policy.threshold[one.quantity.sensitivity]),
        cost: one.uses === 0 ? null : costOf(one),
        ...(withheldByRule.has(one.key) ? { must: 'hide' as const } : {}),
      }))
    return linked(cells, own)
  })
}

function linked(numbers: readonly Cell[], relations: readonly Relation[]): LinkedTables {
  const cells = [...numbers]
  const at = new Map(cells.map(({ id }, cell) => [id, cell]))
  const known = relations.map(({ key, whole, parts, is }) => {
    const terms: [number, number][] = [
      [at.get(whole) ?? 0, 1],
      ...parts.map(({ key: part, times }): [number, number] => [at.get(part) ?? 0, -times]),
    ]
    const rest = nearWhole(terms.reduce((sum, [cell, times]) => sum + times * (cells[cell]?.count ?? 0), 0))
    if (is === 'remainder' || (is === 'partition' && rest !== 0)) {
      const threshold = Math.max(...terms.map(([cell]) => cells[cell]?.threshold ?? 0))
      terms.push([cells.push(cellFor(key, rest, threshold)) - 1, -1])
    }
    return terms
  })
  return { cells, known }
}

type Cell = LinkedCell & { readonly threshold: number }

/** The same number at another time has the same name but for its quarters. */
function cellFor(id: string, count: number, threshold: number): Cell {
  const [quarter = ''] = id.match(QUARTERS) ?? []
  return {
    id,
    count,
    threshold,
    least: Math.min(0, count),
    most: Number.POSITIVE_INFINITY,
    series: id.replaceAll(QUARTERS, ''),
    time: 4 * Number(quarter.slice(0, 4)) + Number(quarter.slice(6)),
    cost: null,
    ...(isSmall(count, threshold) ? { secret: secrecyOf(threshold) } : {}),
  }
}

const QUARTERS = /\d{4}-Q\d/g

const secrecyOf = (threshold: number): Secrecy => ({ width: threshold - 1, values: threshold })

/** Means are computed in doubles, whose differences miss a whole number by a little. */
const nearWhole = (value: number) => (Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value)

/** What readers lose: more where more is read from it, higher up, and where it speaks of women. */
function costOf({ value, uses, place, cell }: Counted): number {
  const depth = place === 'ALL' ? 0 : place.split('-').length
  const level = [16, 4, 1][depth] ?? 1
  const women = cell.includes('sex=female') ? 3 : 1
  return level * women * (uses + Math.log(1 + Math.abs(value)))
}

function componentsOf(keys: readonly string[], relations: readonly Relation[]) {
  const above = new Map(keys.map((key) => [key, key]))
  const root = (key: string): string => {
    let top = key
    while (above.get(top) !== top) top = above.get(top) ?? top
    above.set(key, top)
    return top
  }
  for (const { whole, parts } of relations) for (const { key } of parts) above.set(root(key), root(whole))
  const components = new Map<string, { keys: string[]; relations: Relation[] }>()
  const of = (key: string) => {
    const top = root(key)
    const known = components.get(top) ?? { keys: [], relations: [] }
    components.set(top, known)
    return known
  }
  for (const key of keys) of(key).keys.push(key)
  for (const relation of relations) of(relation.whole).relations.push(relation)
  return [...components.values()]
}
