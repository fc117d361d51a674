import { type Budget, LAST_COLUMN, type Sheet, type SheetCell, spendCell, spendRange } from '../sheet.ts'
import { numberCell } from '../show-number.ts'
import { Unreadable } from '../unreadable.ts'
import type { Globals } from './read-globals.ts'
import { type Cursor, cursorOf, recordsFrom, recordTypes, type XlsRecord } from './records.ts'
import { readText } from './strings.ts'

const errors: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

type Walk = {
  globals: Globals
  budget: Budget
  cells: Map<number, Map<number, SheetCell>>
  hiddenRows: Set<number>
  hiddenColumns: { from: number; to: number }[]
  merged: Sheet['merged']
  /** A formula whose result is a text that has yet to come. */
  awaiting: { row: number; column: number } | null
  /** Cells met, blank ones of formulas too. */
  valued: number
}

/**
 * One sheet of an .xls workbook, and how many cells it has. Drawings and charts inside it are passed over.
 *
 * Errors  `Unreadable`; a cell that stands twice is damage
 */
export function readSheet(
  stream: Uint8Array,
  at: number,
  globals: Globals,
  budget: Budget,
): { sheet: Omit<Sheet, 'name' | 'hidden'>; valued: number } {
  const walk: Walk = {
    globals,
    budget,
    cells: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: [],
    merged: [],
    awaiting: null,
    valued: 0,
  }
  let depth = 0
  for (const record of recordsFrom(stream, at)) {
    if (depth === 0 && record.type !== recordTypes.begin) throw new Unreadable('workbook-damaged')
    if (record.type === recordTypes.begin) depth += 1
    else if (record.type === recordTypes.end) depth -= 1
    else if (depth === 1) take(walk, record)
    if (depth === 0) return { sheet: sheetOf(walk), valued: walk.valued }
  }
  throw new Unreadable('workbook-damaged')
}

function sheetOf({ cells, hiddenRows, hiddenColumns, merged }: Walk): Omit<Sheet, 'name' | 'hidden'> {
  const rows = [...cells]
    .sort(([a], [b]) => a - b)
    .map(([row, ofRow]) => ({
      row,
      cells: [...ofRow.values()].sort((a, b) => a.column - b.column),
      ...(hiddenRows.has(row) && { hidden: true as const }),
    }))
  return { rows, merged, ...(hiddenColumns.length > 0 && { hiddenColumns }) }
}

function take(walk: Walk, record: XlsRecord) {
  const cursor = cursorOf(record)
  switch (record.type) {
    case recordTypes.row: {
      const row = cursor.u16() + 1
      cursor.skip(10)
      if (cursor.u16() & 0x20) walk.hiddenRows.add(row)
      return
    }
    case recordTypes.columns: {
      const [from, to] = [cursor.u16() + 1, Math.min(cursor.u16() + 1, LAST_COLUMN)]
      cursor.skip(4)
      if (cursor.u16() & 1 && from <= to) walk.hiddenColumns.push({ from, to })
      return
    }
    case recordTypes.merged:
      return takeMerged(walk, cursor)
    case recordTypes.formulaText:
      return takeFormulaText(walk, cursor)
    case recordTypes.numbers:
      return takeNumbers(walk, cursor)
    case recordTypes.number:
    case recordTypes.smallNumber:
    case recordTypes.sharedText:
    case recordTypes.text:
    case recordTypes.richText:
    case recordTypes.booleanOrError:
    case recordTypes.formula:
      takeCell(walk, record.type, cursor)
  }
}

function takeMerged({ budget, merged }: Walk, cursor: Cursor) {
  const count = cursor.u16()
  for (let index = 0; index < count; index += 1) {
    const [top, bottom, left, right] = [
      cursor.u16() + 1,
      cursor.u16() + 1,
      cursor.u16() + 1,
      cursor.u16() + 1,
    ]
    const range = { top, left, bottom, right }
    if (bottom < top || right < left) throw new Unreadable('workbook-damaged')
    spendRange(budget, range)
    merged.push(range)
  }
}

function takeNumbers(walk: Walk, cursor: Cursor) {
  const row = cursor.u16() + 1
  let column = cursor.u16()
  while (cursor.left() >= 8) {
    column += 1
    const shown = walk.globals.shownBy(cursor.u16())
    place(walk, row, numberCell(column, String(smallNumber(cursor.u32())), shown, walk.globals.date1904))
  }
  if (cursor.left() !== 2 || cursor.u16() !== column - 1) throw new Unreadable('workbook-damaged')
}

function takeCell(walk: Walk, type: number, cursor: Cursor) {
  const { globals } = walk
  const row = cursor.u16() + 1
  const column = cursor.u16() + 1
  const shown = globals.shownBy(cursor.u16())
  const number = (value: number) => numberCell(column, String(value), shown, globals.date1904)
  const text = (value: string): SheetCell => ({ column, text: value, kind: 'text' })
  if (type === recordTypes.number) place(walk, row, number(cursor.double()))
  else if (type === recordTypes.smallNumber) place(walk, row, number(smallNumber(cursor.u32())))
  else if (type === recordTypes.sharedText) {
    const shared = globals.strings[cursor.u32()]
    if (shared === undefined) throw new Unreadable('workbook-damaged')
    place(walk, row, text(shared))
  } else if (type === recordTypes.booleanOrError) {
    const value = cursor.u8()
    place(walk, row, cursor.u8() === 1 ? errorCell(column, value) : booleanCell(column, value))
  } else if (type === recordTypes.formula) takeFormula(walk, row, column, cursor, number)
  else place(walk, row, text(readText(cursor, globals.writing, 2)))
}

const errorCell = (column: number, code: number): SheetCell => ({
  column,
  text: errors[code] ?? '#?',
  kind: 'error',
})
const booleanCell = (column: number, value: number): SheetCell => ({
  column,
  text: value === 1 ? 'TRUE' : 'FALSE',
  kind: 'boolean',
})

/** A result that is no number has its kind in the first byte and its value in the third. */
function takeFormula(
  walk: Walk,
  row: number,
  column: number,
  cursor: Cursor,
  number: (value: number) => SheetCell,
) {
  const result = Uint8Array.from({ length: 8 }, cursor.u8)
  const [kind = 0, , value = 0] = result
  const formula = true
  if (result[6] !== 0xff || result[7] !== 0xff) {
    const stored = new DataView(result.buffer).getFloat64(0, true)
    place(walk, row, { ...number(stored), formula })
  } else if (kind === 1) place(walk, row, { ...booleanCell(column, value), formula })
  else if (kind === 2) place(walk, row, { ...errorCell(column, value), formula })
  else {
    place(walk, row, { column, text: '', kind: kind === 0 ? 'uncalculated' : 'text', formula })
    walk.awaiting = kind === 0 ? { row, column } : null
  }
}

function takeFormulaText(walk: Walk, cursor: Cursor) {
  const { awaiting, cells, globals } = walk
  if (!awaiting) throw new Unreadable('workbook-damaged')
  const text = readText(cursor, globals.writing, 2)
  const row = cells.get(awaiting.row)
  row?.delete(awaiting.column)
  walk.budget.letters -= text.length
  if (text.trim() !== '')
    row?.set(awaiting.column, { column: awaiting.column, text, kind: 'text', formula: true })
  if (row?.size === 0) cells.delete(awaiting.row)
  walk.awaiting = null
}

/** Puts a cell in its place; a blank text counts and is left out. */
function place(walk: Walk, row: number, cell: SheetCell) {
  if (cell.column > LAST_COLUMN) throw new Unreadable('workbook-damaged')
  walk.awaiting = null
  walk.valued += 1
  spendCell(walk.budget, cell.text.length)
  if (cell.kind === 'text' && cell.text.trim() === '') return
  const ofRow = walk.cells.get(row) ?? new Map<number, SheetCell>()
  if (ofRow.has(cell.column)) throw new Unreadable('workbook-damaged')
  walk.cells.set(row, ofRow.set(cell.column, cell))
}

/** Four bytes for a number: whole or the upper part of a real one, and perhaps a hundredth of it. */
function smallNumber(stored: number): number {
  const isWhole = (stored & 2) !== 0
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(4, stored & 0xfffffffc, true)
  const value = isWhole ? (stored | 0) >> 2 : view.getFloat64(0, true)
  return stored & 1 ? value / 100 : value
}
