import { hidingOf } from './hiding.ts'
import type { LinkedTables } from './linked-tables.ts'
import { moversFor } from './movers.ts'
import { neededOf } from './needed.ts'
import { prove, type Search } from './prove.ts'
import { repeatEarlier } from './repeat-earlier.ts'
import { showAgain } from './show-again.ts'
import { unprovenCells, type Witness } from './witness.ts'
import { witnessPool } from './witness-pool.ts'

/** Which cells are hidden, and the tables that prove it to be enough. `exposed`: secrets no hiding was found to protect. */
export type Suppression = {
  readonly hidden: ReadonlySet<number>
  readonly witnesses: readonly Witness[]
  readonly exposed: readonly number[]
}

export type Progress = (done: number, of: number) => void

/**
 * Hides cells until every secret keeps enough possible values, at little cost, and shows again what need not be hidden.
 *
 * Reads   one connected system; a publication that falls into parts is protected part by part
 * Shape   `hidden` holds cells that could have been shown; witnesses hold for exactly these
 * Source  docs/disclosure.md
 */
export async function suppress(tables: LinkedTables, tell: Progress = () => {}): Promise<Suppression> {
  const { cells } = tables
  // By time, so that what protects one may be repeated later; never by how large they are.
  const secrets = cells
    .flatMap(({ secret }, cell) => (secret ? [cell] : []))
    .sort((a, b) => (cells[a]?.time ?? 0) - (cells[b]?.time ?? 0))
  const movers = await moversFor(tables)
  try {
    const hiding = hidingOf(tables)
    const pool = witnessPool()
    const repeated = repeatEarlier(tables, pool)
    const hideMore: Search = (cell, by) => {
      const move = repeated(cell, by, () => true) ?? movers.cheapest(cell, by, hiding, 'hide-more')
      if (move) hiding.hide(move.keys())
      return move
    }
    for (const [nth, cell] of secrets.entries()) {
      tell(nth, 2 * secrets.length)
      prove(cell, tables, pool, hideMore)
    }
    const asHidden: Search = (cell, by) =>
      repeated(cell, by, hiding.has) ?? movers.cheapest(cell, by, hiding, 'as-hidden')
    showAgain(tables, hiding, pool, asHidden, (done, of) =>
      tell(secrets.length + Math.floor((secrets.length * done) / of), 2 * secrets.length),
    )
    const witnesses = neededOf(tables, pool)
    const hidden = new Set(hiding.cells())
    return { hidden, witnesses, exposed: unprovenCells(tables, hidden, witnesses) }
  } finally {
    movers.dispose()
  }
}
