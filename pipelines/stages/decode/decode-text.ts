import { decodeHtml, saidEncoding } from './decode-html.ts'
import { kindOfText } from './file-kind.ts'
import { decodeBytes } from './one-byte.ts'
import {
  LAST_COLUMN,
  LAST_ROW,
  newBudget,
  type Sheet,
  type SheetCell,
  type SheetRow,
  spendCell,
} from './sheet.ts'
import { encodingOf } from './sniff-encoding.ts'
import { saidSeparator, separatorOf, type TextStyle } from './sniff-text.ts'
import { splitRecords } from './split-records.ts'
import { Unreadable } from './unreadable.ts'

/**
 * The one sheet of a separated text file, or the tables of a web page. `described` says how its mapping expects it; without one the file decides.
 *
 * Errors  `Unreadable` where the bytes are in no known encoding, rows cannot be told apart, it is no table, or it is beyond
 *         a sheet's size
 */
export function decodeText(bytes: Uint8Array, described: TextStyle | null): Sheet[] {
  const encoding = encodingOf(bytes, saidEncoding(bytes) ?? described?.encoding)
  if (!encoding) throw new Unreadable('file-kind-unknown', 'binary data')
  const text = decodeBytes(bytes, encoding)
  const kind = kindOfText(text)
  if (kind === 'HTML') return decodeHtml(text)
  if (kind) throw new Unreadable('file-kind-unknown', kind)
  if (text.includes('\0')) throw new Unreadable('file-kind-unknown', 'binary data')
  const said = saidSeparator(text)
  const table = said ? text.slice(said.length) : text
  return [{ name: '', rows: rowsOf(table, separatorOf(text, described?.separator)), merged: [] }]
}

function rowsOf(text: string, separator: string): SheetRow[] {
  const rows: SheetRow[] = []
  const budget = newBudget()
  const widths = new Map<number, number>()
  const broken: BrokenRecord[] = []
  let row = 0
  splitRecords(text, separator, (fields, line) => {
    row += 1
    if (row > LAST_ROW) throw new Unreadable('file-too-large', 'rows')
    if (fields.length > LAST_COLUMN) throw new Unreadable('file-too-large', 'columns')
    widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1)
    const cells: SheetCell[] = []
    for (const [index, field] of fields.entries()) {
      if (field.trim() === '') continue
      spendCell(budget, field.length)
      cells.push({ column: index + 1, text: field, kind: 'text' })
      if (/[\r\n]/.test(field))
        broken.push({ line, fields: fields.length, inside: marksInside(field, separator) })
    }
    if (cells.length > 0) rows.push({ row, cells })
  })
  refuseSwallowed(broken, widths)
  return rows
}

/** A record with a field of several lines, and the most separators one of those lines has. */
type BrokenRecord = { line: number; fields: number; inside: number }

const marksInside = (field: string, separator: string) =>
  Math.max(...field.split(/[\r\n]+/).map((line) => line.split(separator).length - 1))

/** A quotation mark too many, closed by the next one by chance, makes one field of whole rows. */
function refuseSwallowed(broken: readonly BrokenRecord[], widths: ReadonlyMap<number, number>) {
  const [usual = 1] = [...widths].sort(([, a], [, b]) => b - a)[0] ?? []
  const swallowing = broken.find(({ fields, inside }) => fields < usual && inside >= usual - 1)
  if (swallowing) throw new Unreadable('text-damaged', String(swallowing.line))
}
