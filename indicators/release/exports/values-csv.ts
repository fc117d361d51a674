import { csvField } from '../../model/csv-field.ts'
import type { ValuesColumns } from './values-table.ts'

/**
 * The values as RFC 4180 text in UTF-8: a header, a row per value, nothing where there is no number.
 *
 * No field can be taken for a formula; a negative number stays a number.
 */
export function valuesCsv(columns: ValuesColumns): string {
  const names = Object.keys(columns) as (keyof ValuesColumns)[]
  const rows = columns.indicator.map((_, row) => names.map((name) => csvField(columns[name][row])).join(','))
  return `${[names.join(','), ...rows].join('\r\n')}\r\n`
}
