import type { Sheet, SheetRow } from '../decode/sheet.ts'
import { matchesSpelling } from '../values/normalise-text.ts'
import { findHeaders, type Header, type HeaderColumn } from './find-header.ts'
import { meaningOf } from './map-rows.ts'
import type { TableMapping } from './mapping.ts'
import { matchesPath } from './resolve-columns.ts'
import { rowsBetween } from './rows-between.ts'

/** One block of a table: under its own header, down to the next one. A table can have several. */
export type LocatedTable = {
  table: TableMapping
  header: Header
  /** Rows above the header in which a title can stand. */
  titles: SheetRow[]
  endRow: number
  /** Columns that belong to a table beside it. */
  foreign: ReadonlySet<number>
}

type Candidate = { table: TableMapping; header: Header; columns: Set<number>; score: number }

/** A header that fits so much less than the best one of its table is another's. */
const FITTING = 0.6
const LABELS_READ = 200
/** Beyond this a header is a row like others. */
const MOST_BLOCKS = 500

/** Which blocks of a sheet belong to which of the tables that can stand on it. */
export function locateTables(sheet: Sheet, tables: readonly TableMapping[]): LocatedTable[] {
  const candidates = tables.flatMap((table) => fitting(sheet, table))
  const chosen = candidates.filter((one) => !candidates.some((other) => outdoes(other, one, tables)))
  const starts = [...new Set(chosen.map(({ header }) => header.firstRow))].sort((a, b) => a - b)
  return chosen
    .sort((a, b) => a.header.firstRow - b.header.firstRow)
    .map(({ table, header }) => {
      const place = starts.indexOf(header.firstRow)
      const before = chosen.filter(({ header: other }) => other.firstRow === starts[place - 1])
      const from = Math.max(0, ...before.map(({ header: other }) => other.lastRow))
      const beside = chosen.filter(
        (other) => other.table !== table && other.header.firstRow === header.firstRow,
      )
      return {
        table,
        header,
        titles: titlesAbove(sheet, from, header.firstRow),
        endRow: (starts[place + 1] ?? Number.POSITIVE_INFINITY) - 1,
        foreign: new Set(beside.flatMap(({ columns }) => [...columns])),
      }
    })
}

function fitting(sheet: Sheet, table: TableMapping): Candidate[] {
  const found = findHeaders(sheet, table)
    .slice(0, MOST_BLOCKS)
    .map((header) => {
      const columns = new Set(
        header.columns.filter((column) => isOf(column, table)).map(({ column }) => column),
      )
      return { table, header, columns, score: columns.size + labelsUnder(sheet, header, table) }
    })
  const best = Math.max(0, ...found.map(({ columns }) => columns.size))
  return found.filter(({ columns }) => columns.size >= best * FITTING)
}

const isOf = ({ texts }: HeaderColumn, { columns, place = [], period, measure }: TableMapping) => {
  const named = [...place, ...(period.header ? [period.header] : []), ...(measure ? [measure.header] : [])]
  return (
    columns.some(({ header }) => matchesPath(texts, header)) ||
    named.some((wanted) => texts.some((text) => matchesSpelling(text, wanted)))
  )
}

/** Two tables with one header differ by what their rows are called. */
function labelsUnder({ rows }: Sheet, { lastRow, columns }: Header, { measure }: TableMapping): number {
  if (!measure) return 0
  const at = columns.find(({ texts }) => texts.some((text) => matchesSpelling(text, measure.header)))?.column
  if (at === undefined) return 0
  const under = rowsBetween(rows, lastRow + 1, lastRow + LABELS_READ)
  let known = 0
  for (const { cells } of under) {
    const text = cells.find(({ column }) => column === at)?.text
    if (text === undefined) continue
    if (matchesSpelling(text, measure.header)) break
    if (meaningOf(text, measure.labels)) known += 1
  }
  return known
}

/** Whether another table has the better claim to the same cells. */
function outdoes(other: Candidate, one: Candidate, tables: readonly TableMapping[]): boolean {
  if (other.table === one.table) return false
  const sameRows = other.header.firstRow <= one.header.lastRow && one.header.firstRow <= other.header.lastRow
  const sameColumns = [...one.columns].some((column) => other.columns.has(column))
  if (!sameRows || !sameColumns) return false
  if (other.score !== one.score) return other.score > one.score
  return tables.indexOf(other.table) < tables.indexOf(one.table)
}

/** For the first table all rows above it; for a later one those without a figure. */
function titlesAbove({ rows }: Sheet, from: number, firstRow: number): SheetRow[] {
  const above = rowsBetween(rows, from + 1, firstRow - 1)
  if (from === 0) return above
  const lastFigure = above.findLastIndex(({ cells }) => cells.some(isFigure))
  return above.slice(lastFigure + 1)
}

const isFigure = ({ text, kind }: SheetRow['cells'][number]) =>
  kind === 'number' || /^[\p{Nd}\s.,٫٬-]+$/u.test(text)
