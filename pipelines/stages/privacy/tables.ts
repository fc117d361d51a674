import type { Sheet, SheetRow } from '../decode/sheet.ts'
import { normaliseText } from '../values/normalise-text.ts'
import { totals } from './words/value-words.ts'

/** Cells in lines. `spot` says where in its sheet a cell stands, because lines can also be a sheet's columns. */
export type Table = { lines: readonly SheetRow[]; spot(line: number, column: number): Spot }
export type Spot = { row: number; column: number }

/** A list with persons as columns has few rows; a sheet with more is not turned. */
const MOST_TURNED_ROWS = 60

/** The sheet by rows, and by columns where it can be read so. */
export function viewsOf({ rows }: Pick<Sheet, 'rows'>): Table[] {
  const upright: Table = { lines: rows, spot: (row, column) => ({ row, column }) }
  return rows.length > MOST_TURNED_ROWS ? [upright] : [upright, turned(upright)]
}

const turned = ({ lines, spot }: Table): Table => {
  const columns = new Map<number, SheetRow>()
  for (const { row, cells } of lines)
    for (const cell of cells) {
      const line = columns.get(cell.column) ?? { row: cell.column, cells: [] }
      columns.set(cell.column, line)
      line.cells.push({ ...cell, column: row })
    }
  return {
    lines: [...columns.values()].sort((a, b) => a.row - b.row),
    spot: (line, column) => spot(column, line),
  }
}

/** The tables of a sheet: parts with an empty row or column between them, each by rows and by columns. */
export function tablesOf({ rows }: Pick<Sheet, 'rows'>): Table[] {
  return partsBelow(rows)
    .flatMap(partsBeside)
    .flatMap(partsWithin)
    .flatMap((lines) => viewsOf({ rows: lines }))
}

function partsBelow(rows: readonly SheetRow[]): SheetRow[][] {
  const parts: SheetRow[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    if (row.row > last + 1) parts.push([])
    parts.at(-1)?.push(row)
    last = row.row
  }
  return parts
}

function partsBeside(rows: readonly SheetRow[]): SheetRow[][] {
  const used = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort(
    (a, b) => a - b,
  )
  const starts = used.filter((column, index) => index === 0 || column > (used[index - 1] ?? 0) + 1)
  if (starts.length < 2) return [[...rows]]
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY
    return rows.flatMap(({ row, cells }) => {
      const own = cells.filter(({ column }) => column >= start && column < end)
      return own.length > 0 ? [{ row, cells: own }] : []
    })
  })
}

/** A title or a header in the middle begins another table, and so does what follows a total, though no row is left empty. */
function partsWithin(rows: readonly SheetRow[]): SheetRow[][] {
  const parts: SheetRow[][] = [[]]
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1]
    const isStart =
      before &&
      before.cells.length > 1 &&
      hasNumber(before) &&
      ((!hasNumber(row) && !goesOn(before, row)) || isTotal(before))
    if (isStart) parts.push([])
    parts.at(-1)?.push(row)
  }
  return parts
}

/** What stands above it says the same: a row of the table that happens to hold no number. */
const goesOn = ({ cells }: SheetRow, next: SheetRow) =>
  next.cells.length > 1 &&
  next.cells.some(({ column, text }) => cells.some((above) => above.column === column && above.text === text))

const hasNumber = ({ cells }: SheetRow) => cells.some(({ text }) => /^[\p{N}\s.,%-]+$/u.test(text))

const totalWords = new Set(totals.map(normaliseText))
const isTotal = ({ cells: [first] }: SheetRow) =>
  first !== undefined && totalWords.has(normaliseText(first.text))

/** A sum of the lines above, whatever stands before its label. */
export const isSum = ({ cells }: SheetRow) => cells.some(({ text }) => totalWords.has(normaliseText(text)))
