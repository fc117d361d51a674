import { checkCount } from './check-count.ts'
import { countTags } from './count-tags.ts'
import { parseXml } from './parse-xml.ts'
import type { Shown } from './read-styles.ts'
import {
  type Budget,
  type CellRange,
  LAST_COLUMN,
  LAST_ROW,
  placeOfRef,
  rangeOf,
  type Sheet,
  type SheetCell,
  type SheetRow,
  spendCell,
  spendRange,
} from './sheet.ts'
import { numberCell } from './show-number.ts'
import { Unreadable } from './unreadable.ts'

type Context = {
  strings: readonly string[]
  shownBy: (style: number) => Shown
  date1904: boolean
  budget: Budget
}

type OpenCell = {
  row: number
  column: number
  type: string
  style: number
  text: string
  isFormula: boolean
  hasValue: boolean
}

/** How a switch is written in an attribute. */
export const isOn = (value: string | undefined) => value === '1' || value === 'true'

/**
 * The cells of one sheet as text. A formula gives the value stored with it; what the sheet says of its own size is not believed.
 *
 * Errors  `Unreadable`; rows and cells out of order, doubled or outside the grid are damage, because a reader that
 *         made the best of them could lose or misplace a figure
 */
export function readWorksheet(part: Uint8Array, context: Context): Omit<Sheet, 'name' | 'hidden'> {
  const rows: SheetRow[] = []
  const merged: CellRange[] = []
  const hiddenColumns: { from: number; to: number }[] = []
  let row = 0
  let column = 0
  let cell: OpenCell | null = null
  /** Controls behind the data have rows of their own. */
  let inData = false
  let inValue = false
  let inReading = false
  let valued = 0
  parseXml(part, {
    open(name, attributes) {
      if (name === 'sheetData') inData = true
      else if (name === 'row' && inData) {
        row = followingRow(attributes.r, row)
        column = 0
        rows.push({ row, cells: [], ...(isOn(attributes.hidden) && { hidden: true }) })
      } else if (name === 'c') {
        if (cell) throw new Unreadable('workbook-damaged')
        column = followingColumn(attributes.r, row, column)
        cell = openedCell(row, column, attributes)
      } else if (name === 'rPh') inReading = true
      else if (name === 'f' && cell) cell.isFormula = true
      else if (name === 'v' || name === 'is') {
        if (cell?.hasValue) throw new Unreadable('workbook-damaged')
        if (cell) cell.hasValue = true
        inValue = name === 'v'
      } else if (name === 't' && cell && !inReading) inValue = true
      else if (name === 'col' && isOn(attributes.hidden)) hiddenColumns.push(columnsOf(attributes))
      else if (name === 'mergeCell') merged.push(rangeWithin(attributes.ref ?? '', context.budget))
    },
    text: (more) => {
      if (inValue && cell) cell.text += more
    },
    close(name) {
      if (name === 'sheetData') inData = false
      if (name === 'rPh') inReading = false
      if (name === 'v' || name === 't') inValue = false
      if (name !== 'c' || !cell) return
      const read = readCell(cell, context)
      if (read) rows.at(-1)?.cells.push(read)
      spendCell(context.budget, read?.text.length ?? 0)
      if (cell.hasValue) valued += 1
      cell = null
    },
  })
  checkCount(countTags(part, ['v', 'is']), valued)
  const filled = rows.filter(({ cells }) => cells.length > 0)
  return { rows: filled, merged, ...(hiddenColumns.length > 0 && { hiddenColumns }) }
}

function followingRow(written: string | undefined, before: number): number {
  const row = written === undefined ? before + 1 : wholeNumber(written)
  if (row <= before || row > LAST_ROW) throw new Unreadable('workbook-damaged')
  return row
}

function followingColumn(written: string | undefined, row: number, before: number): number {
  const place = written === undefined ? { row, column: before + 1 } : placeOfRef(written)
  if (!place || row === 0 || place.row !== row || place.column <= before || place.column > LAST_COLUMN)
    throw new Unreadable('workbook-damaged')
  return place.column
}

const openedCell = (row: number, column: number, { t = 'n', s = '0' }: Record<string, string>): OpenCell => ({
  row,
  column,
  type: t,
  style: Number(s),
  text: '',
  isFormula: false,
  hasValue: false,
})

function columnsOf({ min = '', max = '' }: Record<string, string>) {
  const [from, to] = [Number(min), Math.min(Number(max), LAST_COLUMN)]
  if (!(from >= 1 && from <= to)) throw new Unreadable('workbook-damaged')
  return { from, to }
}

function rangeWithin(ref: string, budget: Budget): CellRange {
  const range = rangeOf(ref)
  if (!range || range.bottom < range.top || range.right < range.left) throw new Unreadable('workbook-damaged')
  spendRange(budget, range)
  return range
}

function readCell(cell: OpenCell, context: Context): SheetCell | null {
  const { column, isFormula, hasValue } = cell
  if (isFormula && !hasValue) return { column, text: '', kind: 'uncalculated', formula: true }
  const read = storedCell(cell, context)
  return read && (read.kind === 'error' || read.text.trim() !== '')
    ? { ...read, ...(isFormula && { formula: true }) }
    : null
}

function storedCell({ column, type, style, text }: OpenCell, context: Context): SheetCell {
  if (type === 's') return { column, text: sharedText(context.strings, text), kind: 'text' }
  if (type === 'b') return { column, text: isOn(text) ? 'TRUE' : 'FALSE', kind: 'boolean' }
  if (type === 'e') return { column, text, kind: 'error' }
  if (type === 'd') return { column, text: text.slice(0, 10), kind: 'date' }
  if (type !== 'n' || text === '') return { column, text, kind: 'text' }
  return numberCell(column, text, context.shownBy(style), context.date1904)
}

function sharedText(strings: readonly string[], index: string): string {
  const text = strings[wholeNumber(index)]
  if (text === undefined) throw new Unreadable('workbook-damaged')
  return text
}

/** Programs differ in what else they would take for a number, and so in the cell they would show. */
function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Unreadable('workbook-damaged')
  return Number(text)
}
