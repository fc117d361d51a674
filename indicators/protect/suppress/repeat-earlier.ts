import type { LinkedTables, Move } from './linked-tables.ts'
import { rowsByCell } from './linked-tables.ts'
import { holds, type Witness } from './witness.ts'
import type { WitnessPool } from './witness-pool.ts'

/** How long ago a move is taken up from: a quarter, half a year, a year. */
const EARLIER = [1, 2, 4]

/**
 * Looks whether what protects a cell at an earlier time protects it now as well: what was withheld then is withheld
 * again, and nothing has to be searched.
 *
 * Shape   the same cells at their later times, moved so that `cell` moves by `by`; null where that is not possible with
 *         cells that `mayMove`
 */
export function repeatEarlier(tables: LinkedTables, pool: WitnessPool) {
  const rows = rowsByCell(tables)
  const at = new Map(tables.cells.map(({ series, time }, cell) => [`${series} ${time}`, cell]))
  const later = (cell: number, by: number) => {
    const { series = '', time = 0 } = tables.cells[cell] ?? {}
    return at.get(`${series} ${time + by}`)
  }
  return (cell: number, by: number, mayMove: (cell: number) => boolean): Move | null => {
    for (const shift of EARLIER) {
      const before = later(cell, -shift)
      for (const witness of before === undefined ? [] : pool.moving(before)) {
        const move = shifted(witness, (one) => later(one, shift), by / (witness.move.get(before ?? 0) ?? 1))
        if (!move || move.get(cell) !== by) continue
        if ([...move.keys()].every(mayMove) && isPossible(tables, move) && holds(tables, rows, move))
          return move
      }
    }
    return null
  }
}

function shifted({ move }: Witness, later: (cell: number) => number | undefined, times: number): Move | null {
  if (!Number.isInteger(times)) return null
  const made = new Map<number, number>()
  for (const [cell, by] of move) {
    const one = later(cell)
    if (one === undefined) return null
    made.set(one, times * by)
  }
  return made
}

const isPossible = (tables: LinkedTables, move: Move) =>
  [...move].every(([cell, by]) => {
    const { count = 0, least = 0, most = 0, must } = tables.cells[cell] ?? {}
    return must !== 'show' && count + by >= least && count + by <= most
  })
