import type { ValuesColumns } from './values-table.ts'

/**
 * The values as RFC 4180 text in UTF-8: a header, a row per value, nothing where there is no number.
 *
 * Codes are ours and begin with a letter, so no field can be taken for a formula; a negative number stays a number.
 */
export function valuesCsv(columns: ValuesColumns): string {
  const names = Object.keys(columns) as (keyof ValuesColumns)[]
  const rows = columns.indicator.map((_, row) => names.map((name) => field(columns[name][row])).join(','))
  return `${[names.join(','), ...rows].join('\r\n')}\r\n`
}

function field(value: string | number | boolean | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
