import { createHash } from 'node:crypto'
import { valueStates } from '../../model/value-state.ts'
import type { EditionContent } from '../views.ts'
import { stateLabels } from './states.ts'
import type { ValuesColumns } from './values-table.ts'

const NO_NUMBER = { value: '', label: 'no number: see state' }

type Field = { type: 'string' | 'number' | 'integer' | 'boolean'; description: string }

const fields: Record<keyof ValuesColumns, Field> = {
  indicator: { type: 'string', description: 'The indicator’s permanent name' },
  code: { type: 'string', description: 'What the printed logframe calls it' },
  place: { type: 'string', description: 'ALL for the programme, else country, region' },
  quarter: { type: 'string', description: 'The quarter the value’s window ends with' },
  cell: { type: 'string', description: 'The part it is of, such as sex=female; empty for the total' },
  state: { type: 'string', description: 'Whether there is a number, else why not' },
  value: { type: 'number', description: 'In the unit; percentages 0 to 100' },
  numerator: { type: 'number', description: 'Of a ratio' },
  denominator: { type: 'number', description: 'Of a ratio' },
  low: { type: 'number', description: 'Lower end where different people can only be bounded' },
  high: { type: 'number', description: 'Upper end of the same' },
  unit: { type: 'string', description: 'Of the definition the value was computed by' },
  partial: { type: 'boolean', description: 'Some part is missing: a count is a lower bound' },
  carried: { type: 'boolean', description: 'The latest value, older than the quarter' },
  coverage_reported: { type: 'integer', description: 'Parts that were reported' },
  coverage_expected: { type: 'integer', description: 'Parts that were expected' },
  status: { type: 'string', description: 'Where it stands against its plan' },
  definition_version: { type: 'integer', description: 'The version of the indicator’s definition' },
}

/**
 * The description of `values.csv` as a Data Package 2: columns with types and meanings, states with labels, size and hash.
 */
export function dataPackage({ label }: EditionContent, columns: ValuesColumns, csv: string) {
  const bytes = Buffer.from(csv)
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `waymark-${label.edition}`,
    title: 'Logframe indicators of a programme in prisons',
    description: label.illustrative
      ? 'Every value of one frozen release. The figures are invented for demonstration.'
      : 'Every value of one frozen release.',
    version: label.id,
    created: `${label.dataAsOf}T00:00:00Z`,
    resources: [
      {
        name: 'values',
        type: 'table',
        path: `values.csv?v=${label.id}`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: bytes.length,
        hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          fields: (Object.keys(columns) as (keyof ValuesColumns)[]).map((name) => ({
            name,
            ...fields[name],
            ...(name === 'state'
              ? { categories: valueStates.map((value) => ({ value, label: stateLabels[value] })) }
              : {}),
          })),
          primaryKey: ['indicator', 'place', 'quarter', 'cell'],
          missingValues: [NO_NUMBER],
        },
      },
    ],
  }
}
