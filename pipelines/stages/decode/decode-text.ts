import { LAST_COLUMN, LAST_ROW, newBudget, type Sheet, type SheetRow, spendCell } from './sheet.ts'
import { encodingOf, separatorOf, type TextStyle } from './sniff-text.ts'
import { splitRecords } from './split-records.ts'
import { Unreadable } from './unreadable.ts'

/**
 * The one sheet of a separated text file. `described` says how its mapping expects it; without one the file decides.
 *
 * Errors  `Unreadable` where the bytes are in no known encoding, a quote is never closed, or it is beyond a sheet's size
 */
export function decodeText(bytes: Uint8Array, described: TextStyle | null): Sheet[] {
  const text = textOf(bytes, encodingOf(bytes, described?.encoding))
  return [{ name: '', rows: rowsOf(text, separatorOf(text, described?.separator)), merged: [] }]
}

function textOf(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('text-encoding-wrong', encoding)
  }
}

function rowsOf(text: string, separator: string): SheetRow[] {
  const rows: SheetRow[] = []
  const budget = newBudget()
  let row = 0
  splitRecords(text, separator, (fields) => {
    row += 1
    if (row > LAST_ROW) throw new Unreadable('file-too-large', 'rows')
    if (fields.length > LAST_COLUMN) throw new Unreadable('file-too-large', 'columns')
    const cells = fields.flatMap((field, column) =>
      field.trim() === '' ? [] : [{ column: column + 1, text: field, kind: 'text' as const }],
    )
    for (const cell of cells) spendCell(budget, cell.text.length)
    if (cells.length > 0) rows.push({ row, cells })
  })
  return rows
}
