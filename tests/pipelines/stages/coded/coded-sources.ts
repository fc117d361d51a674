import type { DataElement } from '../../../../indicators/model/data-element.ts'
import { checkFile } from '../../../../pipelines/stages/check-file.ts'
import { Codes } from '../../../../pipelines/stages/coded/codes.ts'
import type { Sources } from '../../../../pipelines/stages/map/load-sources.ts'
import { smallSources } from '../small-sources.ts'

const ofCountry: DataElement = {
  id: 'LAWS',
  title: { en: 'Laws passed' },
  kind: 'flow',
  people: false,
  dimensions: [],
  scope: 'country',
  frequency: 'quarterly',
  sensitivity: 'S0',
}

/** Codes of a small system over three stations: identifiers, codes and names. */
export const codedSources: Sources = {
  ...smallSources,
  elements: new Map([...smallSources.elements, [ofCountry.id, ofCountry]]),
  codes: {
    UGA: Codes.parse({
      country: 'UGA',
      version: 1,
      title: 'Small system',
      structures: [['set12345678', 'RETURN'], ['PS:RETURN(1.0)']],
      elements: [
        { element: 'PEOPLE', codes: ['people12345', 'PPL', 'People admitted'] },
        { element: 'TEAM', codes: ['team1234567'] },
        { element: 'STAGE', codes: ['stage123456'] },
      ],
      places: { 'UGA-R1-01': ['alpha123456'], 'UGA-R2-01': ['gamma123456'] },
      categories: [
        {
          codes: ['GENDER'],
          options: [
            { cell: { sex: 'female' }, codes: ['FMLE'] },
            { cell: { sex: 'male' }, codes: ['MLE'] },
          ],
        },
      ],
      combos: [
        { cell: { sex: 'female' }, codes: ['women123456', 'Female'] },
        { cell: { sex: 'male' }, codes: ['men12345678'] },
        { cell: {}, codes: ['default1234'] },
      ],
      attributes: ['default1234'],
      ignore: { elements: ['MALARIA'] },
    }),
  },
}

export const checkText = (text: string, country?: 'UGA') =>
  checkFile({
    name: 'export',
    bytes: Buffer.from(text),
    sources: codedSources,
    ...(country ? { country } : {}),
  })

/** What a message says, each value in one line. */
export async function saidBy(text: string): Promise<string[]> {
  const { slices, findings } = await checkText(text)
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return slices
    .flatMap(({ observations }) => observations)
    .filter(({ derived }) => !derived)
    .map(({ element, place, cell, periodStart, periodEnd, state, value }) =>
      [element, place, cell, periodStart, periodEnd, value ?? state].join(' '),
    )
}

export const codesOf = async (text: string) => (await checkText(text)).findings.map(({ code }) => code)

export type Dhis2Value = Record<string, unknown>
/** A right value, so that each case changes one thing of it. */
export const rightValue: Dhis2Value = {
  dataElement: 'people12345',
  period: '2021Q1',
  orgUnit: 'alpha123456',
  categoryOptionCombo: 'default1234',
  attributeOptionCombo: 'default1234',
  value: '12',
}
export const dhis2 = (...values: Dhis2Value[]) =>
  JSON.stringify({ dataValues: values.map((value) => ({ ...rightValue, ...value })) })

export const sdmx = (...rows: string[]) =>
  [
    'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MULT',
    ...rows,
  ].join('\n')
/** `sdmxRow({ value: '5' })`: a right row with one thing changed. */
export function sdmxRow(
  changes: Partial<
    Record<
      'structure' | 'action' | 'place' | 'element' | 'sex' | 'period' | 'value' | 'status' | 'conf' | 'unit',
      string
    >
  > = {},
) {
  const row = {
    structure: 'PS:RETURN(1.0)',
    action: 'M',
    place: 'UGA-R1-01',
    element: 'PPL',
    sex: '_T',
    period: '2021-Q1',
    value: '12',
    status: 'A',
    conf: 'F',
    unit: '0',
    ...changes,
  }
  return ['dataflow', ...Object.values(row)].join(',')
}
