import type { Sheet, SheetRow } from '../decode/sheet.ts'
import { matchesSpelling, normaliseText } from '../values/normalise-text.ts'
import type { TableMapping } from './mapping.ts'
import { rowsBetween } from './rows-between.ts'

const LAST_HEADER_START = 80

/** A table's header block. Each column's texts run from top to bottom, merged cells filled, repeats and gaps left out. */
export type Header = { firstRow: number; lastRow: number; columns: HeaderColumn[] }

/** `row`: where the last, finest text stands. */
export type HeaderColumn = { column: number; row: number; texts: string[] }

type Anchored = Pick<TableMapping, 'anchor' | 'headerRows'>

/** The first block of rows in which all of the table's anchors stand, near the sheet's top; null where there is none. */
export const findHeader = (sheet: Sheet, table: Anchored): Header | null =>
  findHeaders(sheet, table, LAST_HEADER_START)[0] ?? null

/** Every such block: a header is repeated where a page begins, and a sheet can hold several tables. */
export function findHeaders(
  { rows, merged }: Sheet,
  { anchor, headerRows }: Anchored,
  lastStart = Number.POSITIVE_INFINITY,
): Header[] {
  const headers: Header[] = []
  const mergedFrom = byTop(merged)
  let next = 0
  for (const [index, { row, cells }] of rows.entries()) {
    if (row > lastStart) break
    if (row < next || !cells.some(({ text }) => anchor.some((wanted) => matchesSpelling(text, wanted))))
      continue
    const block = rows.slice(index, index + headerRows).filter((one) => one.row < row + headerRows)
    const header = headerOf(block, row, headerRows, mergedFrom)
    const found = parted(header, anchor).filter(({ columns }) => {
      const texts = columns.flatMap((column) => column.texts)
      return anchor.every((wanted) => texts.some((text) => matchesSpelling(text, wanted)))
    })
    if (found.length === 0) continue
    headers.push(...found)
    next = header.lastRow + 1
  }
  return headers
}

/** The header block of `height` rows that begins at a row. */
export const blockFrom = ({ rows, merged }: Sheet, firstRow: number, height: number): Header =>
  headerOf(rowsBetween(rows, firstRow, firstRow + height - 1), firstRow, height, byTop(merged))

function byTop(merged: Sheet['merged']): Map<number, Sheet['merged']> {
  const mergedFrom = new Map<number, Sheet['merged']>()
  for (const range of merged) {
    const same = mergedFrom.get(range.top)
    if (same) same.push(range)
    else mergedFrom.set(range.top, [range])
  }
  return mergedFrom
}

function headerOf(
  block: readonly SheetRow[],
  firstRow: number,
  height: number,
  mergedFrom: ReadonlyMap<number, Sheet['merged']>,
): Header {
  const lastRow = firstRow + height - 1
  const texts = new Map<number, string[]>()
  const put = (row: number, column: number, text: string) => {
    const above = texts.get(column) ?? []
    above[row - firstRow] = text.trim()
    texts.set(column, above)
  }
  for (const { row, cells } of block) for (const { column, text } of cells) put(row, column, text)
  for (let top = firstRow; top <= lastRow; top += 1)
    for (const { left, right, bottom } of mergedFrom.get(top) ?? [])
      for (let row = top; row <= Math.min(bottom, lastRow); row += 1)
        for (let column = left; column <= right; column += 1)
          put(row, column, texts.get(left)?.[top - firstRow] ?? '')
  const columns = [...texts]
    .sort(([a], [b]) => a - b)
    .map(([column, above]) => columnOf(column, firstRow, above))
  return { firstRow, lastRow, columns: columns.filter((one) => one.texts.length > 0) }
}

function columnOf(column: number, firstRow: number, above: readonly string[]): HeaderColumn {
  const texts: string[] = []
  let lowest = firstRow
  for (const [index, text = ''] of Array.from(above).entries()) {
    if (!text || normaliseText(texts.at(-1) ?? '') === normaliseText(text)) continue
    texts.push(text)
    lowest = firstRow + index
  }
  return { column, row: lowest, texts }
}

/** Where every anchor stands several times, tables stand side by side: the header falls apart at its empty columns. */
function parted(header: Header, anchor: readonly string[]): Header[] {
  const isTwice = anchor.every(
    (wanted) =>
      header.columns.filter(({ texts }) => texts.some((text) => matchesSpelling(text, wanted))).length > 1,
  )
  if (!isTwice) return [header]
  const runs: HeaderColumn[][] = []
  for (const column of header.columns) {
    const run = runs.at(-1)
    if (run && run.at(-1)?.column === column.column - 1) run.push(column)
    else runs.push([column])
  }
  return runs.length > 1 ? runs.map((columns) => ({ ...header, columns })) : [header]
}

/** Statutory forms number their columns under the header: `1 2 3 4`, `А Б 1 2`, or `1 2 3=4+5 4`. */
export function isNumbering(texts: readonly string[]): boolean {
  const plain = texts.map((text) => text.trim())
  const numbers = plain.slice(plain.indexOf('1'))
  const letters = plain.slice(0, plain.length - numbers.length)
  return (
    plain.length > 2 &&
    letters.every((text) => /^\p{L}$/u.test(text)) &&
    numbers.every((text, index) => text.replace(/\s?[=(].*$/, '') === String(index + 1))
  )
}
