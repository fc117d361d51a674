import { changeOf, type Secret, type Terms } from './linked-tables.ts'
import { possibleChanges, type Witness } from './witness.ts'

/** Witnesses by the base cells they move, so that those which speak to a sum are at hand. */
export type WitnessPool = {
  add(witness: Witness): void
  remove(witnesses: readonly Witness[]): void
  /** Those that change a sum. */
  moving(terms: Terms): Witness[]
  /** What is proven possible for a secret, without some witnesses. */
  possible(secret: Secret, without?: ReadonlySet<Witness>): Set<number>
  all(): Witness[]
}

export function witnessPool(): WitnessPool {
  const all = new Set<Witness>()
  const byCell = new Map<number, Set<Witness>>()
  const moving = (terms: Terms) => {
    const near = new Set(terms.flatMap(([cell]) => [...(byCell.get(cell) ?? [])]))
    return [...near].filter(({ move }) => changeOf(terms, move) !== 0)
  }
  return {
    add(witness) {
      all.add(witness)
      for (const cell of witness.move.keys()) byCell.set(cell, (byCell.get(cell) ?? new Set()).add(witness))
    },
    remove(witnesses) {
      for (const witness of witnesses) {
        all.delete(witness)
        for (const cell of witness.move.keys()) byCell.get(cell)?.delete(witness)
      }
    },
    moving,
    possible: (secret, without) =>
      possibleChanges(
        secret,
        without ? moving(secret.terms).filter((one) => !without.has(one)) : moving(secret.terms),
      ),
    all: () => [...all],
  }
}
