import { z } from 'zod'
import { ReleaseLabel } from '../../indicators/model/released.ts'
import { ValueState } from '../../indicators/model/value-state.ts'
import { endpoint, Pin } from './endpoint.ts'

const texts = z.array(z.string())
const numbers = z.array(z.number().nullable())
const flags = z.array(z.boolean())

/**
 * Every value of the release as columns of equal length: row n is the n-th entry of each.
 *
 * Unit    that of the definition the value was computed by, named in `unit`; percentages 0–100. A number is null where `state` is not `observed`
 */
export const ValuesTable = z.strictObject({
  release: ReleaseLabel,
  columns: z.strictObject({
    indicator: texts,
    code: texts,
    place: texts,
    quarter: texts,
    cell: texts,
    state: z.array(ValueState),
    value: numbers,
    numerator: numbers,
    denominator: numbers,
    low: numbers,
    high: numbers,
    unit: texts,
    partial: flags,
    carried: flags,
    coverage_reported: numbers,
    coverage_expected: numbers,
    status: z.array(z.string().nullable()),
    definition_version: numbers,
  }),
})
export type ValuesTable = z.infer<typeof ValuesTable>

export const getValues = endpoint({
  id: 'get-values',
  method: 'GET',
  path: '/api/values',
  summary: 'Every value of the release as one table',
  editions: ['public', 'internal'],
  input: Pin,
  output: ValuesTable,
  formats: ['json', 'csv', 'xlsx', 'sdmx.csv', 'hxl.csv', 'arrow', 'parquet'],
  refusals: ['input-invalid', 'not-acceptable', 'no-such-release', 'nothing-published'],
  resource: () => 'values',
})
