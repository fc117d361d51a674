import type { Policy } from '../policy.ts'
import type { LinkedTables } from '../suppress/linked-tables.ts'
import { type NumberCell, numberCell } from './cell.ts'
import type { Counted } from './counted.ts'
import type { Relation } from './relations.ts'

/** The numbers of people behind one release as linked tables. */
export type Lattice = { readonly cells: readonly NumberCell[]; readonly known: LinkedTables['known'] }

/**
 * Every number is a cell; what a relation leaves over is one more, unless everybody takes it for nothing. The relation
 * itself is known to everybody.
 * What is counted as small is secret wherever it can be read: published numbers and left-overs alike.
 *
 * Shape   cells carry the keys of `counted`, or the relation's that leaves them over
 */
export function latticeOf(
  counted: ReadonlyMap<string, Counted>,
  relations: readonly Relation[],
  withheldByRule: ReadonlySet<string>,
  policy: Policy,
): Lattice {
  const cells = [...counted.values()].map((one) => ({
    ...numberCell(one.key, one.value, policy.threshold[one.quantity.sensitivity]),
    cost: one.uses === 0 ? null : costOf(one),
    ...(withheldByRule.has(one.key) ? { must: 'hide' as const } : {}),
  }))
  const at = new Map(cells.map(({ id }, cell) => [id, cell]))
  const known = relations.map(({ key, whole, parts, is }) => {
    const terms: [number, number][] = [
      [at.get(whole) ?? 0, 1],
      ...parts.map(({ key: part, times }): [number, number] => [at.get(part) ?? 0, -times]),
    ]
    const rest = nearWhole(terms.reduce((sum, [cell, times]) => sum + times * (cells[cell]?.count ?? 0), 0))
    if (is === 'remainder' || (is === 'partition' && rest !== 0)) {
      const threshold = Math.max(...terms.map(([cell]) => cells[cell]?.threshold ?? 0))
      terms.push([cells.push(numberCell(key, rest, threshold)) - 1, -1])
    }
    return terms
  })
  return { cells, known }
}

/** Means are computed in doubles, whose differences miss a whole number by a little. */
const nearWhole = (value: number) => (Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value)

/**
 * What readers lose: more where more is read from it, higher up, and where it speaks of women. Never how large it is:
 * what is withheld would speak of what it is.
 */
function costOf({ uses, place, cell }: Counted): number {
  const depth = place === 'ALL' ? 0 : place.split('-').length
  const level = [16, 4, 1][depth] ?? 1
  const women = cell.includes('sex=female') ? 3 : 1
  return level * women * uses
}

/** Linked tables as the parts that hang together, none of which says anything of another. */
export function partsOf({ cells, known }: LinkedTables): LinkedTables[] {
  const above = cells.map((_, cell) => cell)
  const root = (cell: number): number => {
    let top = cell
    while (above[top] !== top) top = above[top] ?? top
    above[cell] = top
    return top
  }
  for (const [[first] = [0], ...others] of known) for (const [cell] of others) above[root(cell)] = root(first)
  const members = Map.groupBy(cells.keys(), root)
  const rows = Map.groupBy(known, ([[first] = [0]]) => root(first))
  return [...members].map(([top, own]) => {
    const at = new Map(own.map((cell, nth) => [cell, nth]))
    return {
      cells: own.flatMap((cell) => cells[cell] ?? []),
      known: (rows.get(top) ?? []).map((terms) =>
        terms.map(([cell, times]): [number, number] => [at.get(cell) ?? 0, times]),
      ),
    }
  })
}
