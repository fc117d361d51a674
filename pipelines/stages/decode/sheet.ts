import { Unreadable } from './unreadable.ts'

/**
 * What a cell was in its file. Everything is kept as text; only `number`, `percent` and `date` need no national reading.
 * `percent`: a number shown as a percentage, kept as it is shown (`45%` where 0.45 is stored).
 * `uncalculated`: a formula whose result was never saved; its text is empty, and that is no blank.
 */
export type CellKind = 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error' | 'uncalculated'

export type SheetCell = { column: number; text: string; kind: CellKind; formula?: true }
export type SheetRow = { row: number; cells: SheetCell[]; hidden?: true }
export type CellRange = { top: number; left: number; bottom: number; right: number }

export const LAST_ROW = 1_048_576
export const LAST_COLUMN = 16_384
/** What a cell can hold in any office program. */
export const LONGEST_TEXT = 32_767

/**
 * One sheet as read: rows that hold something, in order; rows and columns count from 1. A text file has one, without a name.
 * What a person does not see is read all the same and marked `hidden`; hidden columns are ranges, both ends included.
 */
export type Sheet = {
  name: string
  rows: SheetRow[]
  merged: CellRange[]
  hidden?: true
  /** Made of the records of a coded message: each row is one value, by its form. */
  records?: true
  hiddenColumns?: { from: number; to: number }[]
}

/** What all sheets of a workbook together may still hold. */
export type Budget = { cells: number; letters: number; mergedCells: number }

export const newBudget = (): Budget => ({ cells: 2_000_000, letters: 64_000_000, mergedCells: 500_000 })

/**
 * Takes a cell, or a merged range, off the budget.
 *
 * Errors  `Unreadable` where nothing is left
 */
export function spendCell(budget: Budget, letters: number): void {
  budget.cells -= 1
  budget.letters -= letters
  if (budget.cells < 0) throw new Unreadable('file-too-large', 'cells')
  if (budget.letters < 0 || letters > LONGEST_TEXT) throw new Unreadable('file-too-large', 'text')
}

export function spendRange(budget: Budget, { top, left, bottom, right }: CellRange): void {
  budget.mergedCells -= (bottom - top + 1) * (right - left + 1)
  if (budget.mergedCells < 0) throw new Unreadable('file-too-large', 'merged cells')
}

export const columnLetters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1)

/** `C7` for row 7, column 3. */
export const refOf = (row: number, column: number) => `${columnLetters(column)}${row}`

/** Row and column of `C7`; null for anything else, and beyond the last cell a sheet can have. */
export function placeOfRef(ref: string): { row: number; column: number } | null {
  const found = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(ref)
  if (!found) return null
  const [, letters = '', digits = ''] = found
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return column <= LAST_COLUMN && Number(digits) <= LAST_ROW ? { row: Number(digits), column } : null
}

export function rangeOf(text: string): CellRange | null {
  const [from = '', to = from, more] = text.split(':')
  const start = placeOfRef(from)
  const end = placeOfRef(to)
  return more === undefined && start && end
    ? { top: start.row, left: start.column, bottom: end.row, right: end.column }
    : null
}

/** The text of every cell by row and column, merged ranges filled with their first cell's text. */
export function filledTexts({ rows, merged }: Sheet, from: number, to: number) {
  const texts = new Map<string, string>()
  for (const { row, cells } of rows) {
    if (row < from || row > to) continue
    for (const { column, text } of cells) texts.set(refOf(row, column), text)
  }
  for (const { top, left, bottom, right } of merged) {
    const text = texts.get(refOf(top, left)) ?? ''
    for (let row = Math.max(top, from); row <= Math.min(bottom, to); row += 1)
      for (let column = left; column <= right; column += 1) texts.set(refOf(row, column), text)
  }
  return (row: number, column: number) => texts.get(refOf(row, column)) ?? ''
}
