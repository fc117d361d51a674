import type { Secrecy } from './linked-tables.ts'
import { possibleChanges, type Witness } from './witness.ts'

/** Witnesses by the cells they move, so that those which speak to a cell are at hand. */
export type WitnessPool = {
  add(witness: Witness): void
  remove(witnesses: Iterable<Witness>): void
  /** Those that move a cell. */
  moving(cell: number): ReadonlySet<Witness>
  /** What is proven possible for a cell, without some witnesses. */
  possible(cell: number, secret: Secrecy, without?: ReadonlySet<Witness>): Set<number>
}

const none: ReadonlySet<Witness> = new Set()

export function witnessPool(): WitnessPool {
  const byCell = new Map<number, Set<Witness>>()
  const moving = (cell: number) => byCell.get(cell) ?? none
  return {
    add(witness) {
      for (const cell of witness.move.keys()) {
        const known = byCell.get(cell) ?? new Set()
        byCell.set(cell, known.add(witness))
      }
    },
    remove(witnesses) {
      for (const witness of witnesses)
        for (const cell of witness.move.keys()) byCell.get(cell)?.delete(witness)
    },
    moving,
    possible: (cell, secret, without = none) =>
      possibleChanges(
        cell,
        secret,
        [...moving(cell)].filter((one) => !without.has(one)),
      ),
  }
}
