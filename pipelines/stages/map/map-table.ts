import type { Observation } from '../../../indicators/model/observation.ts'
import { refOf, type Sheet } from '../decode/sheet.ts'
import type { Report } from '../findings/report-finding.ts'
import { parsePeriod, type Stretch } from '../values/parse-period.ts'
import { checkTotals } from './check-totals.ts'
import { completeCells } from './complete-cells.ts'
import { findHeader } from './find-header.ts'
import type { Register } from './find-place.ts'
import type { Sources } from './load-sources.ts'
import { readRows } from './map-rows.ts'
import type { Mapping, TableMapping } from './mapping.ts'
import { type Columns, resolveColumns } from './resolve-columns.ts'

/** What a file is read with. */
export type Reading = {
  file: string
  fileHash: string
  mapping: Mapping
  register: Register
  sources: Sources
  report: Report
}

/** A table found on a sheet. `stretch` is null where each row names its own period, or where it could not be read. */
export type FoundTable = {
  sheet: Sheet
  table: TableMapping
  reading: Reading
  columns: Columns
  stretch: Stretch | null
  /** Last row of the header. */
  lastRow: number
}

/**
 * One table of a national file → observations, the cells of a split completed as its mapping says.
 *
 * Shape   one observation per row and mapped column, blank ones as missing; none for subtotals and totals
 * Errors  a cell that cannot be read becomes a finding and no observation; nothing is thrown
 */
export function mapTable(sheet: Sheet, table: TableMapping, reading: Reading): Observation[] {
  const { report } = reading
  const header = findHeader(sheet, table)
  if (!header) {
    report.add('header-missing', { sheet: sheet.name }, '', { anchors: table.anchor.join(', ') })
    return []
  }
  const columns = resolveColumns(header, table, sheet.name, report)
  const stretch = table.period.in === 'column' ? null : periodOf(sheet, header.firstRow, table, reading)
  const found = { sheet, table, reading, columns, stretch, lastRow: header.lastRow }
  const { rows, totals } = readRows(found)
  checkTotals(rows, totals, found)
  return completeCells(
    rows.flatMap(({ observations }) => observations),
    table,
  )
}

function periodOf(
  { name, rows }: Sheet,
  headerRow: number,
  { period }: TableMapping,
  { file, report }: Reading,
): Stretch | null {
  const titles = rows
    .filter(({ row }) => row < headerRow)
    .flatMap(({ row, cells }) => cells.map(({ column, text }) => ({ text, ref: refOf(row, column) })))
  const texts = {
    title: titles,
    sheet: [{ text: name, ref: '' }],
    file: [{ text: file, ref: '' }],
    column: [],
  }[period.in]
  for (const { text } of texts) {
    const stretch = parsePeriod(text, period.form)
    if (stretch) return stretch
  }
  const closest = texts.find(({ text }) => /\p{Nd}{4}/u.test(text)) ?? texts[0]
  report.add('period-unreadable', { sheet: name, ref: closest?.ref ?? 'A1' }, closest?.text ?? '', {
    form: period.form,
  })
  return null
}
