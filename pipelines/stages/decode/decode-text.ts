import { parse } from 'csv-parse/sync'
import { LAST_COLUMN, LAST_ROW, LONGEST_TEXT, type Sheet, type SheetRow } from './sheet.ts'
import { encodingOf, separatorOf, type TextStyle } from './sniff-text.ts'
import { Unreadable } from './unreadable.ts'

const MAX_CELLS = 2_000_000

/**
 * The one sheet of a separated text file. `described` says how its mapping expects it; without one the file decides.
 *
 * Errors  `Unreadable` where the bytes are in no known encoding, a quote is never closed, or it is beyond a sheet's size
 */
export function decodeText(bytes: Buffer, described: TextStyle | null): Sheet[] {
  const text = textOf(bytes, encodingOf(bytes, described?.encoding))
  return [{ name: '', rows: rowsOf(text, separatorOf(text, described?.separator)), merged: [] }]
}

function textOf(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('text-encoding-wrong', encoding)
  }
}

function rowsOf(text: string, separator: string): SheetRow[] {
  const rows: SheetRow[] = []
  let row = 0
  let cells = 0
  const take = (record: string[]) => {
    row += 1
    if (row > LAST_ROW) throw new Unreadable('file-too-large', 'rows')
    if (record.length > LAST_COLUMN) throw new Unreadable('file-too-large', 'columns')
    const filled = record.flatMap((field, column) =>
      field.trim() === '' ? [] : [{ column: column + 1, text: field, kind: 'text' as const }],
    )
    cells += filled.length
    if (cells > MAX_CELLS) throw new Unreadable('file-too-large', 'cells')
    if (filled.some((cell) => cell.text.length > LONGEST_TEXT)) throw new Unreadable('file-too-large', 'text')
    if (filled.length > 0) rows.push({ row, cells: filled })
    return null
  }
  try {
    parse(text, {
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
      on_record: take,
    })
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('text-damaged')
  }
  return rows
}
