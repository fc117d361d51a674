import { parseXml } from './parse-xml.ts'
import { type CellRange, placeOfRef, rangeOf, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'
import { Unreadable } from './unreadable.ts'

type Context = {
  strings: readonly string[]
  isDate: (style: number) => boolean
  date1904: boolean
  /** Cells the whole workbook may still hold. */
  budget: { cells: number }
}

type OpenCell = { row: number; column: number; type: string; style: number; text: string }

const DAY = 86_400_000
const MAX_MERGED = 10_000
const MAX_MERGED_CELLS = 1_000_000

/** The cells of one sheet as text. A formula gives the value stored with it. */
export function readWorksheet(part: Buffer, context: Context): Omit<Sheet, 'name'> {
  const rows: SheetRow[] = []
  const merged: CellRange[] = []
  let row = 0
  let column = 0
  let cell: OpenCell | null = null
  let inValue = false
  parseXml(part, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1)
        column = 0
        rows.push({ row, cells: [] })
      } else if (name === 'c') {
        const place = placeOfRef(attributes.r ?? '') ?? { row, column: column + 1 }
        column = place.column
        cell = { ...place, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '' }
      } else if (name === 'v' || (name === 't' && cell)) inValue = true
      else if (name === 'mergeCell') addRange(merged, attributes.ref ?? '')
    },
    text: (more) => {
      if (inValue && cell) cell.text += more
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      if (name !== 'c' || !cell) return
      const read = readCell(cell, context)
      if (read) rows.at(-1)?.cells.push(read)
      cell = null
      context.budget.cells -= 1
      if (context.budget.cells < 0) throw new Unreadable('file-too-large', 'cells')
    },
  })
  return { rows: rows.filter(({ cells }) => cells.length > 0), merged }
}

function addRange(merged: CellRange[], ref: string) {
  const range = rangeOf(ref)
  if (!range) throw new Unreadable('workbook-damaged')
  const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1)
  if (merged.push(range) > MAX_MERGED || cells > MAX_MERGED_CELLS)
    throw new Unreadable('zip-unsafe', 'merged cells')
}

function readCell(
  { column, type, style, text }: OpenCell,
  { strings, isDate, date1904 }: Context,
): SheetCell | null {
  if (type === 's') return filled({ column, text: strings[Number(text)] ?? '', kind: 'text' })
  if (type === 'b') return { column, text: text === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' }
  if (type === 'e') return { column, text, kind: 'error' }
  if (type !== 'n' || text === '') return filled({ column, text, kind: 'text' })
  const number = Number(text)
  if (!Number.isFinite(number)) throw new Unreadable('workbook-damaged')
  if (isDate(style)) return { column, text: dateOf(number, date1904), kind: 'date' }
  return { column, text: plainDecimal(number), kind: 'number' }
}

const filled = (cell: SheetCell) => (cell.text.trim() === '' ? null : cell)

/** Shortest decimal text without an exponent. */
const plainDecimal = (number: number) => {
  const text = String(number)
  return text.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : text
}

/** Day numbers before 1 March 1900 differ between programs; they are kept as they are, to be refused as numbers. */
function dateOf(serial: number, date1904: boolean) {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0)
  if (days < 61 || days > 2_958_465) return String(serial)
  return new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10)
}
