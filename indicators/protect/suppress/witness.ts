import { changeOf, type LinkedTables, type Move, rowsByCell, type Secrecy } from './linked-tables.ts'

/** A move and how many times over it can be made, either way, without a cell leaving its bounds. */
export type Witness = { readonly move: Move; readonly from: number; readonly to: number }

/** No secret is so wide that more would prove more. */
const MOST_TIMES = 1000

/**
 * What a move proves: made any whole number of times from `from` to `to` it leaves a table that could be the true one.
 *
 * Shape   the smallest move in its direction; null where it is none at all
 */
export function witnessOf(move: Move, { cells }: LinkedTables): Witness | null {
  const changes = [...move].filter(([, by]) => by !== 0)
  const step = changes.reduce((common, [, by]) => gcd(common, Math.abs(by)), 0)
  if (step === 0) return null
  let from = -MOST_TIMES
  let to = MOST_TIMES
  for (const [cell, by] of changes) {
    const { count = 0, least = 0, most = 0 } = cells[cell] ?? {}
    const below = (count - least) / (Math.abs(by) / step)
    const above = (most - count) / (Math.abs(by) / step)
    from = Math.max(from, Math.ceil(-(by > 0 ? below : above)))
    to = Math.min(to, Math.floor(by > 0 ? above : below))
  }
  return { move: new Map(changes.map(([cell, by]) => [cell, by / step])), from, to }
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** The values of a cell, less the true one, that these witnesses show to be possible; the true one among them. */
export function possibleChanges(cell: number, { width }: Secrecy, witnesses: Iterable<Witness>): Set<number> {
  const possible = new Set([0])
  for (const { move, from, to } of witnesses) {
    const change = move.get(cell) ?? 0
    if (change === 0) continue
    const most = Math.ceil(width / Math.abs(change))
    for (let times = Math.max(from, -most); times <= Math.min(to, most); times += 1)
      possible.add(times * change)
  }
  return possible
}

export function isProven({ values, width }: Secrecy, possible: ReadonlySet<number>): boolean {
  const all = [...possible]
  return possible.size >= values && Math.max(...all) - Math.min(...all) >= width
}

/**
 * The secret cells of which the witnesses do not prove that they are safe while everything but `hidden` is shown.
 *
 * Adds and compares only: what found the witnesses need not be believed. A witness that would change a shown cell,
 * something known or a cell beyond its bounds proves nothing.
 */
export function unprovenCells(
  tables: LinkedTables,
  hidden: ReadonlySet<number>,
  witnesses: readonly Witness[],
): number[] {
  const rows = rowsByCell(tables)
  const valid = witnesses.filter(
    ({ move, from, to }) =>
      [...move.keys()].every((cell) => hidden.has(cell) || tables.cells[cell]?.cost === null) &&
      holds(tables, rows, move) &&
      [from, to].every((times) => staysInside(tables, move, times)),
  )
  const byCell = new Map<number, Witness[]>()
  for (const witness of valid)
    for (const cell of witness.move.keys()) byCell.set(cell, [...(byCell.get(cell) ?? []), witness])
  return tables.cells.flatMap(({ secret }, cell) =>
    secret && !isProven(secret, possibleChanges(cell, secret, byCell.get(cell) ?? [])) ? [cell] : [],
  )
}

/** Whether a move leaves everything that is known as it is. */
export function holds({ known }: LinkedTables, rows: readonly number[][], move: Move): boolean {
  const touched = new Set([...move.keys()].flatMap((cell) => rows[cell] ?? []))
  return [...touched].every((row) => changeOf(known[row] ?? [], move) === 0)
}

const staysInside = ({ cells }: LinkedTables, move: Move, times: number) =>
  [...move].every(([cell, by]) => {
    const { count = 0, least = 0, most = 0 } = cells[cell] ?? {}
    const change = times * by
    return Number.isSafeInteger(change) && count + change >= least && count + change <= most
  })
