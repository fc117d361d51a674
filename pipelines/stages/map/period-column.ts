import { refOf, type SheetRow } from '../decode/sheet.ts'
import { dateDoubt, periodDoubt } from '../questions/period-doubts.ts'
import { dateOrders } from '../values/detect-period.ts'
import type { DateOrder, Stretch } from '../values/parse-period.ts'
import { readPeriod } from './find-period.ts'
import type { FoundTable } from './map-table.ts'

const strokes = /(?<!\p{Nd})(\p{Nd}{1,2})[/-](\p{Nd}{1,2})[/-]\p{Nd}{2,4}(?!\p{Nd})/u

/** How the dates of a period column begin: as somebody said, as a date with a day past the twelfth shows, or null where it matters and nothing shows it. */
export function orderIn({
  sheet,
  table,
  reading,
  columns,
  header,
  endRow,
}: Omit<FoundTable, 'order' | 'periods'>): DateOrder | null {
  if (reading.mapping.dates || columns.period === null) return reading.mapping.dates ?? 'dmy'
  let open = false
  for (const { row, cells } of sheet.rows) {
    if (row <= header.lastRow || row > endRow) continue
    const text = cells.find(({ column }) => column === columns.period)?.text ?? ''
    const [, first, second] = strokes.exec(text) ?? []
    if (Number(first) > 12) return 'dmy'
    if (Number(second) > 12) return 'mdy'
    if (first !== undefined && dateOrders(text, table.period.form)) open = true
  }
  return open ? null : 'dmy'
}

/** The stretch a row names for itself; null where it cannot be told, which is said or asked. */
export function columnPeriod(row: SheetRow, found: FoundTable, silent: boolean): Stretch | null {
  const { columns, table, sheet, reading, order, periods } = found
  if (columns.period === null) return null
  const { form } = table.period
  const text = row.cells.find(({ column }) => column === columns.period)?.text ?? ''
  const at = { sheet: sheet.name, ref: refOf(row.row, columns.period) }
  const orders = order === null ? dateOrders(text, form) : null
  if (orders) {
    if (!silent) reading.doubts.ask(dateDoubt(text, orders), at)
    return null
  }
  const read = periods.get(text) ?? readPeriod(text, form, reading.mapping.country, order ?? 'dmy')
  periods.set(text, read)
  const [only, another] = read
  if (only && !another) return only.stretch
  if (silent) return null
  if (another) reading.doubts.ask(periodDoubt(text, form, read), at)
  else reading.report.add('period-unreadable', at, text, { form })
  return null
}
