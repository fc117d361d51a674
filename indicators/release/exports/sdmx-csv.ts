import { parseCell } from '../../model/breakdown.ts'
import { csvField } from '../../model/csv-field.ts'
import { PROGRAMME } from '../../model/place.ts'
import type { ReleasedValue } from '../../model/released.ts'
import type { ValueState } from '../../model/value-state.ts'
import type { EditionContent } from '../views.ts'
import type { ValuesColumns } from './values-table.ts'

/** Agency, data structure and its version, as the first columns name it. */
const STRUCTURE = 'WAYMARK:DF_LOGFRAME(1.0.0)'

const columns = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'FREQ',
  'INDICATOR',
  'REF_AREA',
  'TIME_PERIOD',
  'SEX',
  'COMPOSITE_BREAKDOWN',
  'OBS_VALUE',
  'UNIT_MEASURE',
  'UNIT_MULT',
  'OBS_STATUS',
  'CONF_STATUS',
  'NUMERATOR',
  'DENOMINATOR',
  'COVERAGE_REPORTED',
  'COVERAGE_EXPECTED',
] as const

const sexes: Record<string, string> = { female: 'F', male: 'M', unknown: '_U' }
const NONE = '_T'

/** Normal, missing, not asked for yet, impossible; what is withheld to protect people is confidential, whatever the reason. */
const statuses: Record<ValueState, readonly [status: string, confidentiality: string]> = {
  observed: ['A', 'F'],
  missing: ['L', 'F'],
  not_due: ['O', 'F'],
  not_applicable: ['M', 'F'],
  withheld: ['Q', 'C'],
  suppressed: ['Q', 'C'],
}

/**
 * The values as SDMX-CSV 2.0, with the cross-domain codes for sex, observation and confidentiality.
 *
 * Shape   a row per value; `COMPOSITE_BREAKDOWN` is `_T` or `AGE__JUVENILE`, several joined by `___`
 * Unit    as in `UNIT_MEASURE`; no number where `OBS_STATUS` is not A
 */
export function valuesSdmx({ computed }: EditionContent, { unit }: ValuesColumns): string {
  const rows = computed.values.map((value, row) => [
    'dataflow',
    STRUCTURE,
    'R',
    'Q',
    codeOf(value.indicator),
    value.place === PROGRAMME ? NONE : value.place,
    value.quarter,
    ...breakdownOf(value),
    value.value,
    unit[row],
    0,
    ...statuses[value.state],
    value.numerator,
    value.denominator,
    value.coverage?.reported,
    value.coverage?.expected,
  ])
  return `${[columns, ...rows].map((row) => row.map((field) => csvField(field ?? null)).join(',')).join('\r\n')}\r\n`
}

/** As a code list may hold it: no points, no hyphens, capitals. */
const codeOf = (id: string) => id.toUpperCase().replaceAll('-', '_')

function breakdownOf({ cell }: Pick<ReleasedValue, 'cell'>) {
  const { sex, ...others } = parseCell(cell)
  const composite = Object.entries(others).map(([dimension, category]) => codeOf(`${dimension}--${category}`))
  return [sex ? (sexes[sex] ?? NONE) : NONE, composite.length > 0 ? composite.join('___') : NONE]
}
