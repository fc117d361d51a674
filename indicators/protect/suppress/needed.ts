import type { LinkedTables } from './linked-tables.ts'
import { isProven, possibleChanges, type Witness } from './witness.ts'
import type { WitnessPool } from './witness-pool.ts'

/** As many witnesses as it takes for every secret, of those found. */
export function neededOf({ cells }: LinkedTables, pool: WitnessPool): Witness[] {
  const needed = new Set<Witness>()
  for (const [cell, { secret }] of cells.entries()) {
    if (!secret) continue
    const reach = (witness: Witness) => possibleChanges(cell, secret, [witness]).size
    const own = [...pool.moving(cell)].sort((a, b) => reach(b) - reach(a))
    const taken = own.filter((witness) => needed.has(witness))
    for (const witness of own) {
      if (isProven(secret, possibleChanges(cell, secret, taken))) break
      if (!needed.has(witness)) taken.push(witness)
    }
    for (const witness of taken) needed.add(witness)
  }
  return [...needed]
}
