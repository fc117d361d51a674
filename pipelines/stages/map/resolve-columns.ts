import { refOf } from '../decode/sheet.ts'
import type { Report } from '../findings/report-finding.ts'
import { matchesSpelling } from '../values/normalise-text.ts'
import type { Header } from './find-header.ts'
import type { ColumnMapping, TableMapping } from './mapping.ts'

/** What each column of a table is for. */
export type Columns = {
  /** Coarsest first. */
  places: number[]
  period: number | null
  measure: number | null
  /** Where a row says why its cells are empty. */
  reason: number | null
  values: { column: number; mapping: ColumnMapping }[]
}

/**
 * Every column ends with a use or left out on purpose; what is in neither list is a finding. Columns are found by their
 * header, wherever they stand; `foreign` ones belong to a table beside this one.
 */
export function resolveColumns(
  header: Header,
  table: TableMapping,
  sheet: string,
  report: Report,
  foreign: ReadonlySet<number> = new Set(),
): Columns {
  const columns = header.columns.filter(({ column }) => !foreign.has(column))
  const columnOf = (wanted: string) =>
    columns.find(({ texts }) => texts.some((text) => matchesSpelling(text, wanted)))?.column
  const places = (table.place ?? []).flatMap((wanted) => columnOf(wanted) ?? [])
  const period = (table.period.header && columnOf(table.period.header)) || null
  const measure = (table.measure && columnOf(table.measure.header)) || null
  const reason = (table.reason && columnOf(table.reason.header)) || null
  const taken = new Set([...places, period, measure, reason])
  const values: Columns['values'] = []
  for (const { column, row, texts } of columns) {
    if (taken.has(column)) continue
    const at = { sheet, ref: refOf(row, column) }
    const mapping = table.columns.find((candidate) => matchesPath(texts, candidate.header))
    const twice = values.some((other) => other.mapping === mapping)
    if (mapping && twice) report.add('column-twice', at, texts.join(' / '))
    else if (mapping) values.push({ column, mapping })
    else if (!table.ignore.some((ignored) => texts.some((text) => matchesSpelling(text, ignored))))
      report.add('column-unmapped', at, texts.join(' / '))
  }
  const missing = [
    ...table.columns
      .filter((wanted) => !values.some(({ mapping }) => mapping === wanted))
      .map(({ header }) => header.join(' / ')),
    ...(table.place ?? []).filter((wanted) => columnOf(wanted) === undefined),
    ...(table.period.header && period === null ? [table.period.header] : []),
    ...(table.measure && measure === null ? [table.measure.header] : []),
    ...(table.reason && reason === null ? [table.reason.header] : []),
  ]
  for (const wanted of missing)
    report.add('column-missing', { sheet, ref: refOf(header.firstRow, 1) }, '', { header: wanted })
  return { places, period, measure, reason, values }
}

export const matchesPath = (texts: readonly string[], header: readonly string[]) =>
  texts.length === header.length &&
  header.every((wanted, index) => matchesSpelling(texts[index] ?? '', wanted))
