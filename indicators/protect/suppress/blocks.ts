import { type LinkedTables, rowsByCell, type Terms } from './linked-tables.ts'

/** A part of linked tables that can move while all else stays: its cells, and the rows these stand in. */
export type Block = { readonly cells: readonly number[]; readonly rows: readonly Terms[] }

/**
 * Parts by time, for a move is looked for near its secret first.
 *
 * Shape   `widening` is how many more times, nearest first, may move too. What nobody shows and only one row speaks of
 *         moves with any part of that row, whatever its time
 */
export function blocksOf(tables: LinkedTables): (time: number, widening: number) => Block {
  const { cells, known } = tables
  const rows = rowsByCell(tables)
  const byTime = Map.groupBy(cells.keys(), (cell) => cells[cell]?.time ?? 0)
  const times = [...byTime.keys()].sort((a, b) => a - b)
  const isLoose = (cell: number) => cells[cell]?.cost === null && rows[cell]?.length === 1
  return (time, widening) => {
    const near = times
      .toSorted((a, b) => Math.abs(a - time) - Math.abs(b - time) || a - b)
      .slice(0, widening + 1)
    const own = new Set(near.flatMap((one) => byTime.get(one) ?? []))
    const touched = new Set([...own].flatMap((cell) => rows[cell] ?? []))
    const loose = [...touched].flatMap((row) => (known[row] ?? []).map(([cell]) => cell).filter(isLoose))
    const all = new Set([...own, ...loose])
    return {
      cells: [...all],
      rows: [...touched].map((row) => (known[row] ?? []).filter(([cell]) => all.has(cell))),
    }
  }
}
