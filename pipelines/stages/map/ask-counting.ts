import { refOf } from '../decode/sheet.ts'
import { countingDoubt } from '../questions/counting-doubt.ts'
import { saysSinceJanuary } from '../values/counting-words.ts'
import type { Header } from './find-header.ts'
import type { Reading } from './map-table.ts'
import type { Meaning, TableMapping } from './mapping.ts'
import type { Columns } from './resolve-columns.ts'

type Table = Pick<TableMapping, 'deliveredAs' | 'measure'>

/** Whether the words of a column or row say that it counts from January while its description leaves that open. */
export function isCountingOpen(
  texts: readonly string[],
  { element, deliveredAs }: Partial<Meaning>,
  table: Table,
  { sources }: Pick<Reading, 'sources'>,
): boolean {
  const kind = element === undefined ? 'flow' : sources.elements.get(element)?.kind
  const isOpen = deliveredAs === undefined && ['period', 'as_of_date'].includes(table.deliveredAs)
  return isOpen && kind === 'flow' && texts.some(saysSinceJanuary)
}

/** The columns without those about which has to be asked from when they count. */
export function askCounting(
  columns: Columns,
  header: Header,
  table: Table,
  sheet: string,
  reading: Reading,
): Columns {
  const open = columns.values.filter(({ column, mapping }) => {
    const found = header.columns.find((one) => one.column === column)
    if (!found || !isCountingOpen(found.texts, mapping, table, reading)) return false
    reading.doubts.ask(countingDoubt(found.texts), { sheet, ref: refOf(found.row, column) })
    return true
  })
  return { ...columns, values: columns.values.filter((one) => !open.includes(one)) }
}
