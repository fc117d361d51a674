import { filledTexts, type Sheet } from '../decode/sheet.ts'
import { matchesSpelling, normaliseText } from '../values/normalise-text.ts'
import type { TableMapping } from './mapping.ts'

const LAST_HEADER_START = 80

/** A table's header block. Each column's texts run from top to bottom, merged cells filled, repeats and gaps left out. */
export type Header = { firstRow: number; lastRow: number; columns: HeaderColumn[] }

/** `row`: where the last, finest text stands. */
export type HeaderColumn = { column: number; row: number; texts: string[] }

/** The first block of rows in which all of the table's anchors stand; null where there is none. */
export function findHeader(sheet: Sheet, { anchor, headerRows }: TableMapping): Header | null {
  for (const { row } of sheet.rows) {
    if (row > LAST_HEADER_START) return null
    const block = blockFrom(sheet, row, headerRows)
    const texts = block.columns.flatMap((column) => column.texts)
    const starts = anchor.some((wanted) => rowTexts(sheet, row).some((text) => matchesSpelling(text, wanted)))
    if (starts && anchor.every((wanted) => texts.some((text) => matchesSpelling(text, wanted)))) return block
  }
  return null
}

const rowTexts = ({ rows }: Sheet, wanted: number) =>
  rows.find(({ row }) => row === wanted)?.cells.map(({ text }) => text) ?? []

/** The header block of `height` rows that begins at a row. */
export function blockFrom(sheet: Sheet, firstRow: number, height: number): Header {
  const lastRow = firstRow + height - 1
  const textAt = filledTexts(sheet, firstRow, lastRow)
  const inBlock = sheet.rows.filter(({ row }) => row >= firstRow && row <= lastRow)
  const width = inBlock.flatMap(({ cells }) => cells).reduce((most, { column }) => Math.max(most, column), 0)
  const columns = Array.from({ length: width }, (_, index) => index + 1).map((column) => {
    const texts: string[] = []
    let lowest = firstRow
    for (let row = firstRow; row <= lastRow; row += 1) {
      const text = textAt(row, column).trim()
      if (text && normaliseText(texts.at(-1) ?? '') !== normaliseText(text)) {
        texts.push(text)
        lowest = row
      }
    }
    return { column, row: lowest, texts }
  })
  return { firstRow, lastRow, columns: columns.filter(({ texts }) => texts.length > 0) }
}

/** Statutory forms number their columns under the header: `1 2 3 4`, or `А Б 1 2`. */
export function isNumbering(texts: readonly string[]): boolean {
  const plain = texts.map((text) => text.trim())
  const numbers = plain.slice(plain.indexOf('1'))
  const letters = plain.slice(0, plain.length - numbers.length)
  return (
    plain.length > 2 &&
    letters.every((text) => /^\p{L}$/u.test(text)) &&
    numbers.every((text, index) => text === String(index + 1))
  )
}
