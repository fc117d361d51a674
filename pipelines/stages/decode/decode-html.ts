import { checkCount } from './check-count.ts'
import { attributeOf, htmlPieces, unescaped } from './html-tags.ts'
import { LAST_COLUMN, LAST_ROW, newBudget, type Sheet, spendCell, spendRange } from './sheet.ts'
import { Unreadable } from './unreadable.ts'

type OpenTable = {
  sheet: Sheet
  row: number
  column: number /** By column, the last row a cell above reaches. */
  reach: number[]
}
type OpenCell = { text: string; width: number; height: number }

/** What the head of a page says of its letters. */
export function saidEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  return /^\s*</.test(head) ? /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase() : undefined
}

/**
 * The tables of a web page, as many systems export them under the name of a workbook: each a sheet named by its number.
 *
 * Errors  `Unreadable`; a page without a table, or with tables inside tables, is none
 */
export function decodeHtml(html: string): Sheet[] {
  const sheets: Sheet[] = []
  const budget = newBudget()
  let table: OpenTable | null = null
  let cell: OpenCell | null = null
  let read = 0
  const closeCell = () => {
    if (table && cell) place(table, cell, budget)
    cell = null
  }
  for (const piece of htmlPieces(html)) {
    if ('text' in piece) {
      if (cell) cell.text += unescaped(piece.text.replace(/[ \t\r\n]+/g, ' '))
      continue
    }
    const { tag, closes, attributes } = piece
    if (tag === 'br' && cell) cell.text += '\n'
    if (tag !== 'table' && tag !== 'tr' && tag !== 'td' && tag !== 'th') continue
    if (tag === 'table' && !closes && table) throw new Unreadable('file-kind-unknown', 'HTML')
    closeCell()
    if (tag === 'table') {
      table = closes
        ? null
        : { sheet: { name: String(sheets.length + 1), rows: [], merged: [] }, row: 0, column: 0, reach: [] }
      if (table) sheets.push(table.sheet)
    } else if (!closes && tag === 'tr' && table) openRow(table, attributes)
    else if (!closes && tag !== 'tr' && table) {
      read += 1
      cell = { text: '', width: spanOf(attributes, 'colspan'), height: spanOf(attributes, 'rowspan') }
    }
  }
  closeCell()
  if (sheets.length === 0) throw new Unreadable('file-kind-unknown', 'HTML')
  checkCount(countCells(html), read)
  return sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.filter(({ cells }) => cells.length > 0) }))
}

/** Cells counted over the page as it lies, once what is no part of it is cut out. */
function countCells(html: string): number {
  const bare = [
    ['<!--', '-->'],
    ['<style', '</style'],
    ['<script', '</script'],
  ].reduce((page, [opens = '', closes = '']) => without(page, opens, closes), html.toLowerCase())
  return bare.match(/<t[dh](?=[\s>/])/g)?.length ?? 0
}

function without(page: string, opens: string, closes: string): string {
  const kept: string[] = []
  for (let at = 0; ; ) {
    const open = page.indexOf(opens, at)
    kept.push(page.slice(at, open < 0 ? page.length : open))
    const close = open < 0 ? -1 : page.indexOf(closes, open)
    if (close < 0) return kept.join('')
    at = close + closes.length
  }
}

function openRow(table: OpenTable, attributes: string) {
  table.row += 1
  table.column = 0
  if (table.row > LAST_ROW) throw new Unreadable('file-too-large', 'rows')
  const hidden = /display\s*:\s*none/i.test(attributeOf(attributes, 'style'))
  table.sheet.rows.push({ row: table.row, cells: [], ...(hidden && { hidden }) })
}

function spanOf(attributes: string, name: string): number {
  const written = attributeOf(attributes, name)
  return /^[1-9]\d{0,4}$/.test(written) ? Number(written) : 1
}

/** The next place of the row that no cell above reaches into. */
function place(table: OpenTable, { text, width, height }: OpenCell, budget: ReturnType<typeof newBudget>) {
  if (table.row === 0) openRow(table, '')
  let column = table.column + 1
  while ((table.reach[column] ?? 0) >= table.row) column += 1
  table.column = column + width - 1
  if (table.column > LAST_COLUMN) throw new Unreadable('file-too-large', 'columns')
  for (let one = column; one <= table.column; one += 1) table.reach[one] = table.row + height - 1
  if (width > 1 || height > 1) {
    const range = { top: table.row, left: column, bottom: table.row + height - 1, right: table.column }
    spendRange(budget, range)
    table.sheet.merged.push(range)
  }
  spendCell(budget, text.length)
  if (text.trim() !== '') table.sheet.rows.at(-1)?.cells.push({ column, text: text.trim(), kind: 'text' })
}
