import { csvField } from '../../model/csv-field.ts'
import { type ColumnName, valueColumns } from '../../model/value-columns.ts'
import type { ValuesColumns } from './values-table.ts'

/**
 * The values as RFC 4180 text in UTF-8: a header, a row per value, nothing where there is no number.
 *
 * No field can be taken for a formula; a negative number stays a number.
 */
export const valuesCsv = (columns: ValuesColumns): string => written(columns, (names) => [names])

/** The same with a row of HXL hashtags below the header. */
export const valuesHxl = (columns: ValuesColumns): string =>
  written(columns, (names) => [names, names.map((name) => valueColumns[name].tag)])

function written(columns: ValuesColumns, heads: (names: ColumnName[]) => readonly string[][]): string {
  const names = Object.keys(columns) as ColumnName[]
  const rows = columns.indicator.map((_, row) => names.map((name) => csvField(columns[name][row])).join(','))
  return `${[...heads(names).map((head) => head.join(',')), ...rows].join('\r\n')}\r\n`
}
