import type { Observation } from '../../../indicators/model/observation.ts'
import type { Answers } from '../../../indicators/model/question.ts'
import type { Sheet } from '../decode/sheet.ts'
import type { Report } from '../findings/report-finding.ts'
import type { Doubts } from '../questions/ask-about.ts'
import type { DetectedPeriod } from '../values/detect-period.ts'
import type { DateOrder, Stretch } from '../values/parse-period.ts'
import { askCounting } from './ask-counting.ts'
import { checkTotals } from './check-totals.ts'
import { completeCells } from './complete-cells.ts'
import type { Header } from './find-header.ts'
import { findPeriod, namesPeriod } from './find-period.ts'
import type { Register } from './find-place.ts'
import type { Sources } from './load-sources.ts'
import { type LocatedTable, locateTables } from './locate-tables.ts'
import { readRows } from './map-rows.ts'
import type { Mapping, TableMapping } from './mapping.ts'
import type { FileStyle } from './number-texts.ts'
import { orderIn } from './period-column.ts'
import { type Columns, resolveColumns } from './resolve-columns.ts'

/** What a file is read with. */
export type Reading = {
  file: string
  fileHash: string
  /** With what was answered about the file. */
  mapping: Mapping
  answers: Answers
  register: Register
  sources: Sources
  report: Report
  doubts: Doubts
}

/** One block of a table. `stretch` is null where each row names its own period, or where it could not be read. */
export type FoundTable = {
  sheet: Sheet
  table: TableMapping
  reading: Reading
  columns: Columns
  stretch: Stretch | null
  /** How the period column writes its dates; null while it has to be asked. */
  order: DateOrder | null
  /** What each text of the period column was read as. */
  periods: Map<string, readonly DetectedPeriod[]>
  header: Header
  /** Last row of the block. */
  endRow: number
  /** First of the rows that can be titles of the next block. */
  nextTitle: number
}

/**
 * The blocks of a sheet's tables, each with its columns and period.
 *
 * Errors  a table whose header is not there, or whose period cannot be told, becomes a finding or a question
 */
export function findTables(sheet: Sheet, tables: readonly TableMapping[], reading: Reading): FoundTable[] {
  const located = locateTables(sheet, tables)
  for (const { anchor } of tables.filter((table) => !located.some((one) => one.table === table)))
    reading.report.add('header-missing', { sheet: sheet.name }, '', { anchors: anchor.join(', ') })
  const found: FoundTable[] = []
  const above: LocatedTable['titles'] = []
  for (const one of located) {
    const before = found.findLast(({ table }) => table === one.table)
    const own = namesPeriod(one, reading)
    const titled = own ? one : { ...one, titles: [...one.titles, ...above] }
    const stretch = own ? null : (before?.stretch ?? null)
    const nextTitle = nextTitleAfter(one, located)
    found.push(findTable(sheet, titled, { before, stretch, nextTitle }, reading))
    if (own) above.splice(0, above.length, ...one.titles)
  }
  return found
}

/** The block of the same table before, its period where that goes on, and where the next block's titles begin. */
type Around = Pick<FoundTable, 'nextTitle' | 'stretch'> & { before: FoundTable | undefined }

function findTable(
  sheet: Sheet,
  located: LocatedTable,
  { before, stretch: same, nextTitle }: Around,
  reading: Reading,
): FoundTable {
  const { table, header, foreign, endRow } = located
  const isRepeat = before !== undefined && textsOf(before.header) === textsOf(header)
  const columns = isRepeat
    ? before.columns
    : askCounting(
        resolveColumns(header, table, sheet.name, reading.report, foreign),
        header,
        table,
        sheet.name,
        reading,
      )
  const stretch = same ?? (table.period.in === 'column' ? null : findPeriod(sheet.name, located, reading))
  const found = { sheet, table, reading, columns, stretch, header, endRow, nextTitle }
  return { ...found, order: orderIn(found), periods: new Map() }
}

const textsOf = ({ columns }: Header) => JSON.stringify(columns.map(({ column, texts }) => [column, texts]))

const nextTitleAfter = ({ header }: LocatedTable, located: readonly LocatedTable[]) => {
  const next = located.find((other) => other.header.firstRow > header.lastRow)
  return next ? (next.titles[0]?.row ?? next.header.firstRow) : Number.POSITIVE_INFINITY
}

/**
 * One block of a table of a national file → observations, the cells of a split completed as its mapping says.
 *
 * Shape   one observation per row and mapped column, blank ones as missing; none for subtotals and totals
 * Errors  a cell that cannot be read becomes a finding or a question and no observation; nothing is thrown
 */
export function readTable(found: FoundTable, style: FileStyle): Observation[] {
  const { rows, totals } = readRows(found, style)
  checkTotals(rows, totals, found)
  return completeCells(
    rows.flatMap(({ observations }) => observations),
    found.table,
  )
}
