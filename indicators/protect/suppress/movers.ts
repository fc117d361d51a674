import { blocksOf } from './blocks.ts'
import type { Hiding } from './hiding.ts'
import type { LinkedTables, Move } from './linked-tables.ts'
import { type Mode, type Mover, moverFor, solver } from './mover.ts'

/** Looks for the cheapest move of a cell by `by`, near its time first; null where none is found. */
export type Movers = {
  cheapest(cell: number, by: number, hiding: Hiding, mode: Mode): Move | null
  dispose(): void
}

/** How many times beside its own a move may reach into, one after the other. What is hidden already is not looked for far away. */
const WIDENINGS: Record<Mode, readonly number[]> = {
  'hide-more': [0, 1, 2, 4, 8, 16],
  'as-hidden': [0],
}

export async function moversFor(tables: LinkedTables): Promise<Movers> {
  const highs = await solver()
  const { cells } = tables
  const block = blocksOf(tables)
  const times = new Set(cells.map(({ time }) => time)).size
  const movers = new Map<string, Mover>()
  const at = (time: number, widening: number) => {
    const key = `${time} ${widening}`
    const known = movers.get(key) ?? moverFor(highs, tables, block(time, widening))
    movers.set(key, known)
    return known
  }
  return {
    cheapest(cell, by, hiding, mode) {
      const time = cells[cell]?.time ?? 0
      for (const widening of new Set(WIDENINGS[mode].map((more) => Math.min(more, times - 1)))) {
        const move = at(time, widening).cheapest(cell, by, hiding, mode)
        if (move) return move
      }
      return null
    },
    dispose() {
      for (const mover of movers.values()) mover.dispose()
    },
  }
}
