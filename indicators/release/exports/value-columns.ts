import type { ValuesColumns } from './values-table.ts'

/** What a column holds: words, a measured number, a whole number, yes or no. */
export type Kind = 'text' | 'number' | 'count' | 'flag'
type Column = { kind: Kind; tag: string; description: string }

/** The columns of the table of values: what each holds, its HXL tag, what it means. */
export const valueColumns: Readonly<Record<keyof ValuesColumns, Column>> = {
  indicator: { kind: 'text', tag: '#indicator+id', description: 'The indicator’s permanent name' },
  code: { kind: 'text', tag: '#indicator+code', description: 'What the printed logframe calls it' },
  place: { kind: 'text', tag: '#loc+code', description: 'ALL for the programme, else country, region' },
  quarter: { kind: 'text', tag: '#date+quarter', description: 'The quarter the value’s window ends with' },
  cell: {
    kind: 'text',
    tag: '#meta+part',
    description: 'The part it is of, such as sex=female; empty for the total',
  },
  state: { kind: 'text', tag: '#meta+status', description: 'Whether there is a number, else why not' },
  value: { kind: 'number', tag: '#value', description: 'In the unit; percentages 0 to 100' },
  numerator: { kind: 'number', tag: '#value+numerator', description: 'Of a ratio' },
  denominator: { kind: 'number', tag: '#value+denominator', description: 'Of a ratio' },
  low: {
    kind: 'number',
    tag: '#value+low',
    description: 'Lower end where different people can only be bounded',
  },
  high: { kind: 'number', tag: '#value+high', description: 'Upper end of the same' },
  unit: { kind: 'text', tag: '#meta+unit', description: 'Of the definition the value was computed by' },
  partial: {
    kind: 'flag',
    tag: '#meta+partial',
    description: 'Some part is missing: a count is a lower bound',
  },
  carried: { kind: 'flag', tag: '#meta+carried', description: 'The latest value, older than the quarter' },
  coverage_reported: {
    kind: 'count',
    tag: '#meta+coverage+reported',
    description: 'Parts that were reported',
  },
  coverage_expected: {
    kind: 'count',
    tag: '#meta+coverage+expected',
    description: 'Parts that were expected',
  },
  status: { kind: 'text', tag: '#status', description: 'Where it stands against its plan' },
  definition_version: {
    kind: 'count',
    tag: '#meta+version',
    description: 'The version of the indicator’s definition',
  },
}
