import type { SheetRow } from '../decode/sheet.ts'

/** The rows from one number to another, both included. */
export const rowsBetween = (rows: readonly SheetRow[], from: number, to: number) =>
  rows.slice(placeFrom(rows, from), placeFrom(rows, to + 1))

/** Index of the first row with at least this number. */
function placeFrom(rows: readonly SheetRow[], wanted: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.row ?? wanted) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
