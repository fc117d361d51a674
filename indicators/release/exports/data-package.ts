import { type Download, downloads } from '../../model/download.ts'
import { type Kind, valueColumns } from '../../model/value-columns.ts'
import { valueStates } from '../../model/value-state.ts'
import type { EditionContent } from '../views.ts'
import type { DescribedFiles } from './described.ts'
import { activity } from './iati/read-activity.ts'
import { stateLabels } from './states.ts'

const types = {
  text: 'string',
  number: 'number',
  count: 'integer',
  flag: 'boolean',
} as const satisfies Record<Kind, string>

const NO_NUMBER = { value: '', label: 'no number: see state' }
const FUNDING = 1

/**
 * The description of all downloads of an edition as a Data Package 2: each with its size and hash, `values.csv` also with
 * its columns, what they mean, and a label for each state.
 */
export function dataPackage({ label }: EditionContent, files: DescribedFiles) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `waymark-${label.edition}`,
    title: 'Logframe indicators of a programme in prisons',
    description: label.illustrative
      ? 'Every value of one frozen release. The figures are invented for demonstration.'
      : 'Every value of one frozen release.',
    version: label.id,
    created: `${label.dataAsOf}T00:00:00Z`,
    sources: Object.values(activity.countries).map((country) => ({
      title: `Quarterly returns of the prison service of ${country}`,
    })),
    contributors: [
      { title: activity.reporter.name, roles: ['publisher'] },
      ...activity.participants
        .filter(({ role }) => role === FUNDING)
        .map(({ name }) => ({ title: name, roles: ['funder'] })),
    ],
    resources: downloads.map((download) => ({
      ...resourceOf(download, label.id, files),
      ...(download.id === 'csv' ? table : {}),
    })),
  }
}

const resourceOf = (
  { id, label, file, address, mediatype }: Download,
  release: string,
  files: DescribedFiles,
) => ({
  name: id === 'csv' ? 'values' : id,
  title: label,
  path: `${address}?v=${release}`,
  format: file.slice(file.lastIndexOf('.') + 1),
  mediatype,
  bytes: files[file].bytes,
  hash: `sha256:${files[file].sha256}`,
})

/** What makes a resource a table that a program reads without asking. */
const table = {
  type: 'table',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: {
    fields: Object.entries(valueColumns).map(([name, { kind, meaning }]) => ({
      name,
      type: types[kind],
      description: meaning.en,
      ...(name === 'state'
        ? { categories: valueStates.map((value) => ({ value, label: stateLabels[value] })) }
        : {}),
    })),
    primaryKey: ['indicator', 'place', 'quarter', 'cell'],
    missingValues: [NO_NUMBER],
  },
}
