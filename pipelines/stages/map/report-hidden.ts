import { columnLetters, refOf } from '../decode/sheet.ts'
import { blockRows } from './map-rows.ts'
import type { FoundTable } from './map-table.ts'

/** Figures nobody sees when the file is opened are read like the others, and said. */
export function reportHidden(found: FoundTable) {
  const { sheet, columns, header, reading } = found
  const isValue = (column: number) => columns.values.some((one) => one.column === column)
  const rows = blockRows(found).filter(
    ({ hidden, cells }) =>
      hidden && cells.some(({ column, text }) => isValue(column) && /\p{Nd}/u.test(text)),
  )
  const hiddenColumns = columns.values.filter(({ column }) =>
    sheet.hiddenColumns?.some(({ from, to }) => column >= from && column <= to),
  )
  const first = rows[0] ? refOf(rows[0].row, 1) : refOf(header.firstRow, hiddenColumns[0]?.column ?? 1)
  if (rows.length === 0 && hiddenColumns.length === 0 && !sheet.hidden) return
  reading.report.add('figures-hidden', { sheet: sheet.name, ref: first }, '', {
    rows: listed(rows.map(({ row }) => row)),
    columns: listed(hiddenColumns.map(({ column }) => columnLetters(column))),
  })
}

const NAMED = 12

const listed = (named: readonly (string | number)[]) =>
  named.length === 0 ? '–' : named.slice(0, NAMED).join(', ') + (named.length > NAMED ? ' …' : '')
