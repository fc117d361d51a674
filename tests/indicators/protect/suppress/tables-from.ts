import type {
  LinkedCell,
  LinkedTables,
  Terms,
} from '../../../../indicators/protect/suppress/linked-tables.ts'

/** A figure over base cells. */
export type Line = { id: string; of: readonly number[]; must?: 'show' | 'hide' }

/**
 * Linked tables of figures that add up base cells: what a figure shows of one base cell alone is that cell.
 *
 * Shape   the base cells come first, in their order
 */
export function tablesFrom(
  counts: readonly number[],
  lines: readonly Line[],
  threshold: number,
): LinkedTables {
  const cells: LinkedCell[] = counts.map((count, cell) => cellOf(`base ${cell}`, count, null, threshold))
  const known: Terms[] = []
  const seen = new Set<string>()
  for (const { id, of, must } of lines) {
    if (of.length === 0 || seen.has(of.toSorted().join())) continue
    seen.add(of.toSorted().join())
    const count = of.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0)
    const cell = { ...cellOf(id, count, 1 + Math.log(1 + count), threshold), ...(must ? { must } : {}) }
    const [only] = of
    if (of.length === 1 && only !== undefined) cells[only] = cell
    else known.push([[cells.push(cell) - 1, -1], ...of.map((base): [number, number] => [base, 1])])
  }
  return { cells, known }
}

function cellOf(id: string, count: number, cost: number | null, threshold: number): LinkedCell {
  const isSmall = count > 0 && count < threshold
  return {
    id,
    count,
    least: 0,
    most: Number.POSITIVE_INFINITY,
    series: id,
    time: 0,
    cost,
    ...(isSmall && cost !== null ? { secret: { width: threshold - 1, values: threshold } } : {}),
  }
}
