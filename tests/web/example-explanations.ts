import type { PageSource } from '../../api/contract/page.ts'
import { explainFigure } from '../../indicators/explain/explain-figure.ts'
import type { Source } from '../../indicators/explain/source.ts'
import { termsOf } from '../../indicators/logframe/formula-terms.ts'
import type { CellUse, CountedReading } from '../../indicators/model/explanation.ts'
import { quarterEnd, quarterStart, quartersBetween } from '../../indicators/model/period.ts'
import type * as released from '../../indicators/model/released.ts'
import { exampleIndicators } from './example-indicators.ts'

const quarters = quartersBetween('2018-Q4', '2022-Q3')
type ViewOf = (id: string) => released.IndicatorView | null

const elements = [
  ...new Set(exampleIndicators.flatMap(({ formula }) => termsOf(formula).map(({ term }) => term.element))),
].map((id) => ({
  ...{
    id,
    title: { en: `Title of ${id}` },
    kind: 'flow' as const,
    people: true,
    dimensions: ['sex' as const],
  },
  ...{ scope: 'country' as const, frequency: 'quarterly' as const, sensitivity: 'S0' as const, usedBy: [] },
}))

/** What explanations of the example are made of, without what lies behind its figures. */
const plainSource = (viewOf: ViewOf): Source => ({
  indicator: async (id) => viewOf(id),
  definitions: async () => ({
    elements,
    windows: exampleIndicators.flatMap(({ id }) =>
      quarters.map((quarter) => ({
        ...{ indicator: id, quarter, country: null },
        ...{ first: quarterStart(quarter), last: quarterEnd(quarter) },
      })),
    ),
  }),
  inner: null,
})

/** The internal edition knows where each value was read. */
const lineageOf = (quarter: string): CountedReading[] => [
  {
    ...{ element: 'TR_FIRST', place: 'KAZ', placeName: 'Kazakhstan', cell: 'sex=female', derived: false },
    ...{ periodStart: '2022-01-01', periodEnd: quarterEnd(quarter), deliveredAs: 'year_to_date' },
    ...{
      state: 'observed',
      value: 74,
      file: 'отчет-2022.xlsx',
      sheet: 'Кадры',
      ref: 'D7',
      mapping: 'kaz-staff',
    },
    ...{ side: 'value' },
    fact: {
      ...{ periodStart: quarterStart(quarter), periodEnd: quarterEnd(quarter), value: 30 },
      less: [{ file: 'отчет-2021.xlsx', sheet: 'Кадры', ref: 'D6', value: 44 }],
    },
  },
]

function cellUse(label: released.ReleaseLabel, viewOf: ViewOf): CellUse {
  const view = viewOf('op1-2-1')
  const [reading] = lineageOf('2022-Q3')
  if (!view || !reading) throw new Error('The example has no staff trained.')
  const { id, code, title, unit } = view.indicator
  const { side: _, ...row } = reading
  return {
    ...{ release: label, file: row.file, fileHash: 'a'.repeat(64), sheet: row.sheet, ref: row.ref },
    readings: [
      {
        reading: row,
        title: { en: 'First-time trainees' },
        figures: view.values
          .filter(({ place, quarter }) => ['KAZ', 'ALL'].includes(place) && quarter === '2022-Q3')
          .map((value) => ({ ...value, indicator: id, code, unit, use: 'counted' })),
      },
    ],
    indicators: [{ id, code, title }],
    names: { KAZ: 'Kazakhstan' },
  }
}

/** Explanations of the example's figures; the internal edition knows where one of them was read, and where that goes. */
export const exampleExplanations = (
  label: released.ReleaseLabel,
  viewOf: ViewOf,
): Pick<PageSource, 'explanation' | 'cell'> => ({
  explanation: async ({ id, ...asked }) => {
    const explained = await explainFigure(plainSource(viewOf), { ...asked, indicator: id })
    return explained && label.edition === 'internal'
      ? { ...explained, lineage: lineageOf(asked.quarter) }
      : explained
  },
  cell: async ({ ref }) => (label.edition === 'internal' && ref === 'D7' ? cellUse(label, viewOf) : null),
})
