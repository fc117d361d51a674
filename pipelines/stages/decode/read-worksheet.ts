import { parseXml } from './parse-xml.ts'
import {
  type CellRange,
  LAST_ROW,
  LONGEST_TEXT,
  placeOfRef,
  rangeOf,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from './sheet.ts'
import { Unreadable } from './unreadable.ts'

type Context = {
  strings: readonly string[]
  isDate: (style: number) => boolean
  date1904: boolean
  /** What the whole workbook may still hold. */
  budget: { cells: number; letters: number; mergedCells: number }
}

type OpenCell = { row: number; column: number; type: string; style: number; text: string }

const DAY = 86_400_000
const written = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i

/**
 * The cells of one sheet as text. A formula gives the value stored with it.
 *
 * Errors  `Unreadable`; rows and cells out of order, doubled or outside the grid are damage, because a reader that
 *         made the best of them could lose or misplace a figure
 */
export function readWorksheet(part: Buffer, context: Context): Omit<Sheet, 'name'> {
  const rows: SheetRow[] = []
  const merged: CellRange[] = []
  let row = 0
  let column = 0
  let cell: OpenCell | null = null
  let inValue = false
  let inReading = false
  parseXml(part, {
    open(name, attributes) {
      if (name === 'row') {
        row = followingRow(attributes.r, row)
        column = 0
        rows.push({ row, cells: [] })
      } else if (name === 'c') {
        column = followingColumn(attributes.r, row, column)
        cell = { row, column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '' }
      } else if (name === 'rPh') inReading = true
      else if (name === 'v' || (name === 't' && cell && !inReading)) inValue = true
      else if (name === 'mergeCell') merged.push(rangeWithin(attributes.ref ?? '', context.budget))
    },
    text: (more) => {
      if (inValue && cell) cell.text += more
    },
    close(name) {
      if (name === 'rPh') inReading = false
      if (name === 'v' || name === 't') inValue = false
      if (name !== 'c' || !cell) return
      const read = readCell(cell, context)
      if (read) rows.at(-1)?.cells.push(read)
      spend(context.budget, read?.text.length ?? 0)
      cell = null
    },
  })
  return { rows: rows.filter(({ cells }) => cells.length > 0), merged }
}

function followingRow(written: string | undefined, before: number): number {
  const row = Number(written ?? before + 1)
  if (!Number.isInteger(row) || row <= before || row > LAST_ROW) throw new Unreadable('workbook-damaged')
  return row
}

function followingColumn(written: string | undefined, row: number, before: number): number {
  const place = written === undefined ? { row, column: before + 1 } : placeOfRef(written)
  if (!place || row === 0 || place.row !== row || place.column <= before)
    throw new Unreadable('workbook-damaged')
  return place.column
}

function rangeWithin(ref: string, budget: Context['budget']): CellRange {
  const range = rangeOf(ref)
  if (!range || range.bottom < range.top || range.right < range.left) throw new Unreadable('workbook-damaged')
  budget.mergedCells -= (range.bottom - range.top + 1) * (range.right - range.left + 1)
  if (budget.mergedCells < 0) throw new Unreadable('file-too-large', 'merged cells')
  return range
}

function spend(budget: Context['budget'], letters: number) {
  budget.cells -= 1
  budget.letters -= letters
  if (budget.cells < 0) throw new Unreadable('file-too-large', 'cells')
  if (budget.letters < 0 || letters > LONGEST_TEXT) throw new Unreadable('file-too-large', 'text')
}

function readCell(
  { column, type, style, text }: OpenCell,
  { strings, isDate, date1904 }: Context,
): SheetCell | null {
  if (type === 's') return shared(column, strings[Number(text)])
  if (type === 'b') return { column, text: text === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' }
  if (type === 'e') return { column, text, kind: 'error' }
  if (type === 'd') return filled({ column, text: text.slice(0, 10), kind: 'date' })
  if (type !== 'n' || text === '') return filled({ column, text, kind: 'text' })
  const number = Number(text)
  if (!written.test(text.trim()) || !Number.isFinite(number)) throw new Unreadable('workbook-damaged')
  if (isDate(style)) return { column, text: dateOf(number, date1904), kind: 'date' }
  return { column, text: plainDecimal(number), kind: 'number' }
}

const filled = (cell: SheetCell) => (cell.text.trim() === '' ? null : cell)

function shared(column: number, text: string | undefined): SheetCell | null {
  if (text === undefined) throw new Unreadable('workbook-damaged')
  return filled({ column, text, kind: 'text' })
}

/** As office programs show it: 15 digits, so that 0.1 × 3 is 0.3; never with an exponent. */
const plainDecimal = (number: number) => {
  const shown = Number(number.toPrecision(15))
  const text = String(shown)
  return text.includes('e-') ? shown.toFixed(20).replace(/\.?0+$/, '') : text
}

/** Day numbers before 1 March 1900 differ between programs; they are kept as they are, to be refused as numbers. */
function dateOf(serial: number, date1904: boolean) {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0)
  if (days < 61 || days > 2_958_465) return String(serial)
  return new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10)
}
