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
import type { ValuesColumns } from './values-table.ts'

const numbers = new Set(['value', 'numerator', 'denominator', 'low', 'high'])
const counts = new Set(['coverage_reported', 'coverage_expected', 'definition_version'])
const flags = new Set(['partial', 'carried'])

/**
 * The values as an Arrow IPC file.
 *
 * Shape   texts as dictionaries, numbers as doubles, coverage as whole numbers; null where there is no number
 */
export function valuesArrow(columns: ValuesColumns): Uint8Array {
  const vectors = Object.entries(columns).map(
    ([name, values], index) => [name, vectorOf(name, values, index)] as const,
  )
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'file')
}

function vectorOf(name: string, values: readonly unknown[], id: number): Vector {
  if (numbers.has(name)) return vectorFromArray(values as (number | null)[], new Float64())
  if (counts.has(name)) return vectorFromArray(values as (number | null)[], new Int32())
  if (flags.has(name)) return vectorFromArray(values as boolean[], new Bool())
  return vectorFromArray(values as (string | null)[], new Dictionary(new Utf8(), new Int32(), id))
}
