import {
  Bool,
  Dictionary,
  Float64,
  Int32,
  Table,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow'
import { type ColumnName, type Kind, valueColumns } from '../../model/value-columns.ts'
import type { ValuesColumns } from './values-table.ts'

/**
 * The values as an Arrow IPC file.
 *
 * Shape   texts as dictionaries, numbers as doubles, coverage as whole numbers; null where there is no number
 */
export function valuesArrow(columns: ValuesColumns): Uint8Array {
  const names = Object.keys(columns) as ColumnName[]
  const vectors = names.map(
    (name, index) => [name, vectorOf(valueColumns[name].kind, columns[name], index)] as const,
  )
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'file')
}

function vectorOf(kind: Kind, values: readonly unknown[], id: number): Vector {
  switch (kind) {
    case 'number':
      return vectorFromArray(values as (number | null)[], new Float64())
    case 'count':
      return vectorFromArray(values as (number | null)[], new Int32())
    case 'flag':
      return vectorFromArray(values as boolean[], new Bool())
    case 'text':
      return vectorFromArray(values as (string | null)[], new Dictionary(new Utf8(), new Int32(), id))
  }
}
