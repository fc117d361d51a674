import { parseCell } from '../../../indicators/model/breakdown.ts'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import { languages } from '../../../indicators/model/text.ts'
import type { Sources } from '../../stages/map/load-sources.ts'
import { Mapping, type TableMapping } from '../../stages/map/mapping.ts'
import { readWords, speaker } from '../words.ts'
import type { Fingerprint } from './fingerprint.ts'
import { isLong, type TemplateSheet } from './layout.ts'

export const templateWords = readWords('template/words.yaml')

/** Reasons for an empty cell, and what is known of it then. */
export const reasons = {
  'not-collected': 'missing',
  'not-applicable': 'not_applicable',
  late: 'missing',
} as const

export const sheetName = ({ frequency, scope }: TemplateSheet, { language }: Pick<Fingerprint, 'language'>) =>
  speaker(templateWords, language)(`sheet.${frequency}.${scope}`)

/** How a form is read: by the keys in its hidden row and column, in the marks and numbers of its country. */
export function mappingOfTemplate(
  fingerprint: Pick<Fingerprint, 'country' | 'report' | 'language'>,
  sheets: readonly TemplateSheet[],
  { mappings }: Sources,
): Mapping {
  const { country, report } = fingerprint
  const national = mappings.filter((mapping) => mapping.country === country)
  const own = national.find(({ id }) => id === report)
  return Mapping.parse({
    id: report,
    version: own?.version ?? 1,
    country,
    title: own?.title ?? report,
    file: '^$',
    numbers: national[0]?.numbers ?? { decimal: '.', groups: [] },
    marks: Object.assign({}, ...national.map(({ marks }) => marks)),
    tables: sheets.map((sheet) => tableOf(sheet, sheetName(sheet, fingerprint))),
  })
}

function tableOf(sheet: TemplateSheet, name: string): Partial<TableMapping> {
  const common = {
    sheet: `^${name}$`,
    period: { form: forms[sheet.frequency], in: 'column' as const, header: 'period' },
    deliveredAs: 'as_of_date' as const,
    headerRows: 1,
    reason: { header: 'reason', words: reasonWords },
  }
  const meaningOf = ({ element, cell }: TemplateSheet['asked'][number]) => ({
    element: element.id,
    cell: parseCell(cell),
    deliveredAs: countedAs(element),
  })
  if (isLong(sheet))
    return {
      ...common,
      anchor: ['key', 'value'],
      measure: {
        header: 'key',
        labels: Object.fromEntries(sheet.asked.map((asked) => [asked.key, meaningOf(asked)])),
      },
      columns: [{ header: ['value'], cell: {} }],
      ignore: ['what', 'part', 'unit', 'was'],
    }
  return {
    ...common,
    anchor: ['place', 'reason'],
    place: ['place'],
    columns: sheet.asked.map((asked) => ({ header: [asked.key], ...meaningOf(asked) })),
    ignore: ['region', 'name', 'was'],
  }
}

const forms = { quarterly: 'en-quarter', 'six-monthly': 'half-year', annual: 'year' } as const

const countedAs = ({ kind }: DataElement) => (kind === 'flow' ? ('period' as const) : ('as_of_date' as const))

const reasonWords = Object.fromEntries(
  Object.entries(reasons).map(([reason, state]) => [
    languages.map((language) => speaker(templateWords, language)(`reason.${reason}`)).join(' | '),
    state,
  ]),
)
