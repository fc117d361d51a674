import type { Hiding } from './hiding.ts'
import type { LinkedTables } from './linked-tables.ts'
import { prove, type Search } from './prove.ts'
import type { WitnessPool } from './witness-pool.ts'

/**
 * Shows what need not be hidden, dearest first. A cell stays hidden where some secret would then be without proof; what
 * was found on the way is kept, because it proves as much with the cell hidden.
 */
export function showAgain(
  tables: LinkedTables,
  hiding: Hiding,
  pool: WitnessPool,
  search: Search,
  tell: (done: number, of: number) => void,
) {
  const { cells } = tables
  const costOf = (cell: number) => cells[cell]?.cost ?? 0
  const candidates = hiding
    .cells()
    .filter((cell) => cells[cell]?.must !== 'hide' && !cells[cell]?.secret)
    .sort((a, b) => costOf(b) - costOf(a))
  for (const [nth, cell] of candidates.entries()) {
    tell(nth, candidates.length)
    hiding.show(cell)
    const lost = new Set(pool.moving(cell))
    const poorer = new Set([...lost].flatMap(({ move }) => [...move.keys()]))
    const isSafe = [...poorer].every((one) => prove(one, tables, pool, search, lost))
    if (isSafe) pool.remove(lost)
    else hiding.hide([cell])
  }
}
