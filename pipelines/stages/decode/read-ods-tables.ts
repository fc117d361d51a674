import { checkCount } from './check-count.ts'
import { countTags } from './count-tags.ts'
import { type OdsCell, odsCell, odsText } from './ods-cell.ts'
import { parseXml } from './parse-xml.ts'
import {
  type Budget,
  type CellRange,
  LAST_COLUMN,
  LAST_ROW,
  newBudget,
  type Sheet,
  type SheetCell,
  spendCell,
  spendRange,
} from './sheet.ts'
import { Unreadable } from './unreadable.ts'

type Attributes = Record<string, string>
type OpenRow = {
  cells: SheetCell[]
  spans: Omit<CellRange, 'top' | 'bottom'>[]
  spanRows: number[]
  repeated: number
  hidden: boolean
  column: number
}
type Walk = {
  sheets: Sheet[]
  budget: Budget
  /** Styles of tables that are not displayed, and the style being described. */
  hiddenStyles: Set<string>
  style: string
  sheet: Sheet | null
  /** Last row and last described column. */
  rowNumber: number
  columnNumber: number
  hiddenGroups: boolean[]
  row: OpenRow | null
  cell: OdsCell | null
  inParagraph: boolean
  /** How deep inside something that is no part of a table. */
  skipped: number
  /** Cells that say what they hold. */
  valued: number
  /** How many filled cells may still be written out that the file does not hold itself. */
  copies: number
}

/** Equal neighbours are written once; more than this no table has, and few bytes would fill the memory. */
const MOST_COPIES = 200_000

const besideTables = new Set(['tracked-changes', 'shapes', 'forms', 'dde-links', 'scenario', 'master-styles'])
const aroundParagraphs = new Set(['list', 'list-item', 'section'])
const withinParagraphs = new Set(['span', 'a', 'ruby', 'ruby-base', 'meta', 'bookmark', 'soft-page-break'])
const cellNames = ['table-cell', 'covered-table-cell']

/**
 * The tables of an OpenDocument spreadsheet. What is repeated is written out, within the budget; comments, drawings and
 * tracked changes are no part of a table.
 *
 * Errors  `Unreadable`
 */
export function readTables(content: Uint8Array): Sheet[] {
  const walk: Walk = {
    sheets: [],
    budget: newBudget(),
    hiddenStyles: new Set(),
    style: '',
    sheet: null,
    rowNumber: 0,
    columnNumber: 0,
    hiddenGroups: [],
    row: null,
    cell: null,
    inParagraph: false,
    skipped: 0,
    valued: 0,
    copies: MOST_COPIES,
  }
  parseXml(content, {
    open: (name, attributes) => {
      if (walk.skipped > 0) walk.skipped += 1
      else if (walk.cell) openInCell(walk, walk.cell, name, attributes)
      else open(walk, name, attributes)
    },
    text: (more) => {
      if (walk.cell && walk.inParagraph && walk.skipped === 0) odsText.add(walk.cell, more)
    },
    close: (name) => {
      if (walk.skipped > 0) walk.skipped -= 1
      else close(walk, name)
    },
  })
  checkCount(countTags(content, cellNames, 'office:value-type='), walk.valued)
  return walk.sheets
}

function open(walk: Walk, name: string, attributes: Attributes) {
  if (besideTables.has(name)) walk.skipped = 1
  else if (name === 'style') walk.style = attributes['style:name'] ?? ''
  else if (name === 'table-properties' && attributes['table:display'] === 'false')
    walk.hiddenStyles.add(walk.style)
  else if (name === 'table') openTable(walk, attributes)
  else if (name === 'table-column') passColumns(walk, attributes)
  else if (name === 'table-row-group') walk.hiddenGroups.push(attributes['table:display'] === 'false')
  else if (name === 'table-row') openRow(walk, attributes)
  else if (cellNames.includes(name)) {
    if (!walk.row) throw new Unreadable('workbook-damaged')
    walk.cell = { attributes, text: '', paragraphs: 0 }
  }
}

function openTable(walk: Walk, attributes: Attributes) {
  if (walk.sheet) throw new Unreadable('workbook-damaged')
  const hidden = walk.hiddenStyles.has(attributes['table:style-name'] ?? '')
  walk.sheet = { name: attributes['table:name'] ?? '', rows: [], merged: [], ...(hidden && { hidden }) }
  walk.sheets.push(walk.sheet)
  walk.rowNumber = 0
  walk.columnNumber = 0
}

function passColumns(walk: Walk, attributes: Attributes) {
  const from = walk.columnNumber + 1
  walk.columnNumber += timesOf(attributes['table:number-columns-repeated'])
  if (!walk.sheet || !isHidden(attributes) || from > LAST_COLUMN) return
  walk.sheet.hiddenColumns ??= []
  walk.sheet.hiddenColumns.push({ from, to: Math.min(walk.columnNumber, LAST_COLUMN) })
}

function openRow(walk: Walk, attributes: Attributes) {
  if (!walk.sheet || walk.row) throw new Unreadable('workbook-damaged')
  const repeated = timesOf(attributes['table:number-rows-repeated'])
  const hidden = isHidden(attributes) || walk.hiddenGroups.includes(true)
  walk.row = { cells: [], spans: [], spanRows: [], repeated, hidden, column: 0 }
}

const isHidden = (attributes: Attributes) =>
  ['collapse', 'filter'].includes(attributes['table:visibility'] ?? '')

function timesOf(written: string | undefined): number {
  if (written === undefined) return 1
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new Unreadable('workbook-damaged')
  return Number(written)
}

function openInCell(walk: Walk, cell: OdsCell, name: string, attributes: Attributes) {
  if (name === 'table' || cellNames.includes(name)) throw new Unreadable('workbook-damaged')
  if (!walk.inParagraph) {
    if (name === 'p' || name === 'h') {
      if (cell.paragraphs > 0) odsText.add(cell, '\n')
      cell.paragraphs += 1
      walk.inParagraph = true
    } else if (!aroundParagraphs.has(name)) walk.skipped = 1
  } else if (name === 's') odsText.addSpaces(cell, timesOf(attributes['text:c']))
  else if (name === 'tab') odsText.add(cell, '\t')
  else if (name === 'line-break') odsText.add(cell, '\n')
  else if (!withinParagraphs.has(name)) walk.skipped = 1
}

function close(walk: Walk, name: string) {
  if (name === 'p' || name === 'h') walk.inParagraph = false
  else if (name === 'table') walk.sheet = null
  else if (name === 'table-row-group') walk.hiddenGroups.pop()
  else if (cellNames.includes(name) && walk.row && walk.cell) {
    closeCell(walk, walk.row, walk.cell)
    walk.cell = null
  } else if (name === 'table-row' && walk.row && walk.sheet) {
    closeRow(walk, walk.row, walk.sheet)
    walk.row = null
  }
}

function closeCell(walk: Walk, row: OpenRow, cell: OdsCell) {
  const { attributes } = cell
  const first = row.column + 1
  row.column += timesOf(attributes['table:number-columns-repeated'])
  if (attributes['office:value-type'] !== undefined) walk.valued += 1
  const width = timesOf(attributes['table:number-columns-spanned'])
  const height = timesOf(attributes['table:number-rows-spanned'])
  if (width > 1 || height > 1) {
    row.spans.push({ left: first, right: first + width - 1 })
    row.spanRows.push(height)
  }
  const read = odsCell(cell, first)
  if (!read) return
  if (row.column > LAST_COLUMN) throw new Unreadable('workbook-damaged')
  copy(walk, row.column - first)
  for (let column = first; column <= row.column; column += 1) {
    spendCell(walk.budget, read.text.length)
    row.cells.push({ ...read, column })
  }
}

function copy(walk: Walk, cells: number) {
  walk.copies -= cells
  if (walk.copies < 0) throw new Unreadable('file-too-large', 'cells')
}

function closeRow(walk: Walk, row: OpenRow, sheet: Sheet) {
  const first = walk.rowNumber + 1
  walk.rowNumber += row.repeated
  if (row.cells.length === 0 && row.spans.length === 0) return
  if (walk.rowNumber > LAST_ROW) throw new Unreadable('workbook-damaged')
  copy(walk, (row.repeated - 1) * row.cells.length)
  for (let number = first; number <= walk.rowNumber; number += 1) {
    if (number > first) for (const { text } of row.cells) spendCell(walk.budget, text.length)
    const cells = number === first ? row.cells : row.cells.map((cell) => ({ ...cell }))
    if (cells.length > 0) sheet.rows.push({ row: number, cells, ...(row.hidden && { hidden: true }) })
    for (const [index, span] of row.spans.entries()) {
      const range = { top: number, ...span, bottom: number + (row.spanRows[index] ?? 1) - 1 }
      spendRange(walk.budget, range)
      sheet.merged.push(range)
    }
  }
}
