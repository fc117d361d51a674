import { refOf, type Sheet, type SheetRow } from '../decode/sheet.ts'

/** A column of a table with the text of its header. */
export type Column = { column: number; header: string }

export const columnsOf = ({ cells }: SheetRow): Column[] =>
  cells.map(({ column, text }) => ({ column, header: text.trim() }))

/** The texts of one row by column, and where they stand. */
export type Line = {
  row: number
  text(column: number | undefined): string
  ref(column: number | undefined): string
}

/** The rows below a header that hold something. */
export function linesBelow({ rows }: Sheet, header: number): Line[] {
  return rows
    .filter(({ row, cells }) => row > header && cells.some(({ text }) => text.trim() !== ''))
    .map(({ row, cells }) => {
      const texts = new Map(cells.map(({ column, text }) => [column, text.trim()]))
      return {
        row,
        text: (column) => texts.get(column ?? 0) ?? '',
        ref: (column) => (column ? refOf(row, column) : ''),
      }
    })
}
