import { parquetWriteBuffer } from 'hyparquet-writer'
import { type ColumnName, type Kind, valueColumns } from '../../model/value-columns.ts'
import type { ValuesColumns } from './values-table.ts'

const types = { text: 'STRING', number: 'DOUBLE', count: 'INT32', flag: 'BOOLEAN' } as const satisfies Record<
  Kind,
  string
>

/**
 * The values as a Parquet file, packed with Snappy.
 *
 * Shape   numbers as doubles, coverage as whole numbers of 32 bits; null where there is no number
 */
export function valuesParquet(columns: ValuesColumns): Uint8Array {
  const names = Object.keys(columns) as ColumnName[]
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: names.map((name) => ({
        name,
        type: types[valueColumns[name].kind],
        data: columns[name],
      })),
    }),
  )
}
