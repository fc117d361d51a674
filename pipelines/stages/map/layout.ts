import { filledTexts, type Sheet } from '../decode/sheet.ts'
import { matchesSpelling } from '../values/normalise-text.ts'
import { findHeader } from './find-header.ts'
import type { Mapping, TableMapping } from './mapping.ts'

/** With less of its headers and labels on a sheet a table is another one. */
const LIKE = 0.9
const LABELS_READ = 400

/**
 * How much of a table stands on a sheet, whatever the sheet is called and in whatever order.
 *
 * Unit  the share of its columns, or of its labels where that is less; 0 without its header
 */
export function shareFound(sheet: Sheet, table: TableMapping): number {
  const header = findHeader(sheet, table)
  if (!header) return 0
  const paths = header.columns.map(({ texts }) => texts)
  const found = table.columns.filter((column) => paths.some((path) => isPath(path, column.header))).length
  const columns = found / table.columns.length
  if (!table.measure) return columns
  const { header: wanted, labels } = table.measure
  const column = header.columns.find(({ texts }) =>
    texts.some((text) => matchesSpelling(text, wanted)),
  )?.column
  if (column === undefined) return 0
  const rows = sheet.rows.filter(({ row }) => row > header.lastRow).slice(0, LABELS_READ)
  const textAt = filledTexts(sheet, header.lastRow + 1, rows.at(-1)?.row ?? header.lastRow)
  const texts = rows.map(({ row }) => textAt(row, column)).filter((text) => text.trim() !== '')
  const spellings = Object.keys(labels)
  const known = texts.filter((text) => spellings.some((spelling) => matchesSpelling(text, spelling))).length
  return texts.length === 0 ? 0 : Math.min(columns, known / texts.length)
}

export const isPath = (texts: readonly string[], header: readonly string[]) =>
  texts.length === header.length &&
  header.every((wanted, index) => matchesSpelling(texts[index] ?? '', wanted))

export const sheetsOf = (sheets: readonly Sheet[], pattern: string) =>
  sheets.filter(({ name }) => new RegExp(pattern, 'u').test(name.normalize('NFC')))

/** The share of a description that stands in a file, on the sheets it names. */
export const shareOf = (sheets: readonly Sheet[], { tables }: Mapping) =>
  tables.reduce(
    (sum, table) => sum + Math.max(0, ...sheetsOf(sheets, table.sheet).map((one) => shareFound(one, table))),
    0,
  ) / tables.length

/**
 * A description whose tables stand on sheets of other names, with the names of this file. A table is looked for
 * elsewhere only where no sheet has its name, and found only where exactly one sheet that no other table has is like it.
 */
export function onItsSheets(sheets: readonly Sheet[], mapping: Mapping): Mapping {
  const named = new Set(mapping.tables.flatMap(({ sheet }) => sheetsOf(sheets, sheet)))
  const free = sheets.filter((sheet) => !named.has(sheet) && sheet.rows.length > 0)
  const moved = mapping.tables.map((table) => {
    if (free.length === 0 || sheetsOf(sheets, table.sheet).length > 0) return table
    const [found, other] = free.filter((sheet) => shareFound(sheet, table) >= LIKE)
    return found && !other ? { ...table, sheet: `^${quoted(found.name.normalize('NFC'))}$` } : table
  })
  const isMoved = moved.some((table, index) => table !== mapping.tables[index])
  const patterns = moved.map(({ sheet }) => sheet)
  return isMoved && new Set(patterns).size === patterns.length ? { ...mapping, tables: moved } : mapping
}

/** Whether every table of a description stands in a file, on sheets of whatever names. */
export const isLike = (sheets: readonly Sheet[], mapping: Mapping) =>
  shareOf(sheets, onItsSheets(sheets, mapping)) >= LIKE

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
