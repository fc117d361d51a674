import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { parquetReadObjects } from 'hyparquet'

type Row = Record<string, unknown>

/** Rows of the sheet of values. */
export async function workbookRows(bytes: Uint8Array): Promise<Row[]> {
  const { sheets } = await readXlsx(bytes)
  const [header = [], ...rows] = sheets.find(({ name }) => name === 'Values')?.rows ?? []
  return rows.map((row) => Object.fromEntries(header.map((name, nth) => [String(name), row[nth] ?? ''])))
}

export const parquetRows = (bytes: Uint8Array): Promise<Row[]> =>
  parquetReadObjects({ file: new Uint8Array(bytes).buffer })

const sexes: Record<string, string> = { F: 'sex=female', M: 'sex=male', U: 'sex=unknown', _U: 'sex=unknown' }

/** Observations of an SDMX message, in the words of the table of values. */
export function sdmxRows(text: string): Row[] {
  return (parse(text, { columns: true }) as Record<string, string>[]).map((row) => ({
    indicator: wordOf(row.INDICATOR),
    place: row.REF_AREA === '_T' ? 'ALL' : row.REF_AREA,
    quarter: row.TIME_PERIOD,
    cell: cellOf(row.SEX, row.COMPOSITE_BREAKDOWN),
    state: row.CONF_STATUS === 'C' ? 'suppressed' : '',
    value: row.OBS_VALUE,
    numerator: row.NUMERATOR,
    denominator: row.DENOMINATOR,
  }))
}

const wordOf = (code = '') => code.toLowerCase().replaceAll('_', '-')

function cellOf(sex = '_T', others = '_T'): string {
  const [by, category] = others.split('__')
  const other = category === undefined ? [] : [`${wordOf(by)}=${wordOf(category)}`]
  return [...other, ...(sexes[sex] ? [sexes[sex]] : [])].sort().join(';')
}
