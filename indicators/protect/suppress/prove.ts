import type { LinkedCell, LinkedTables, Move, Secrecy } from './linked-tables.ts'
import { isProven, type Witness, witnessOf } from './witness.ts'
import type { WitnessPool } from './witness-pool.ts'

/** A move of a secret cell by `by`, or null where none is found. */
export type Search = (cell: number, by: number) => Move | null

/** Adds witnesses until a secret cell is proven safe; false where no more can be found. */
export function prove(
  cell: number,
  tables: LinkedTables,
  pool: WitnessPool,
  search: Search,
  without?: ReadonlySet<Witness>,
): boolean {
  const one = tables.cells[cell]
  if (!one?.secret) return true
  const impossible = new Set<number>()
  for (;;) {
    const possible = pool.possible(cell, one.secret, without)
    if (isProven(one.secret, possible)) return true
    const by = nextChange(one, one.secret, possible, impossible)
    if (by === null) return false
    const move = search(cell, by)
    const witness = move && witnessOf(move, tables)
    if (witness) pool.add(witness)
    else impossible.add(by)
  }
}

/**
 * The change to look for next: of the ranges wide enough around the true value the one with most values proven, its far
 * end first, because what reaches far often passes all between.
 */
function nextChange(
  { count, least }: LinkedCell,
  { width, values }: Secrecy,
  possible: ReadonlySet<number>,
  impossible: ReadonlySet<number>,
): number | null {
  const span = Math.max(width, values - 1)
  const ranges = Array.from({ length: Math.min(span, count - least) + 1 }, (_, below) =>
    Array.from({ length: span + 1 }, (_, step) => step - below),
  )
  const [best] = ranges
    .filter((range) => !range.some((change) => impossible.has(change)))
    .map((range) => range.filter((change) => !possible.has(change)))
    .sort((a, b) => a.length - b.length)
  return best?.sort((a, b) => Math.abs(b) - Math.abs(a))[0] ?? null
}
