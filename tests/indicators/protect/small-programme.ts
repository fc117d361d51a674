import type { Computed } from '../../../indicators/compute/compute-indicators.ts'
import { cellOf, TOTAL } from '../../../indicators/model/breakdown.ts'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { Formula, Indicator } from '../../../indicators/model/indicator.ts'
import type { Logframe } from '../../../indicators/model/logframe.ts'
import { parentOf, placeLevel } from '../../../indicators/model/place.ts'

export const regions = ['KAZ-R1', 'KAZ-R2', 'UGA-R1', 'UGA-R2'] as const
export const quarters = ['2021-Q1', '2021-Q2', '2021-Q3'] as const
export const sexes = ['female', 'male'] as const
export const elements = ['N', 'D'] as const
const places = ['ALL', 'KAZ', 'UGA', ...regions]
const cells = [TOTAL, ...sexes.map((sex) => cellOf({ sex }))]

/** People counted in one region, of one sex, in one quarter. `D` counts everybody, `N` some of them. */
export type Person = { element: (typeof elements)[number]; region: string; sex: string; quarter: string }
export const persons: Person[] = elements.flatMap((element) =>
  regions.flatMap((region) =>
    sexes.flatMap((sex) => quarters.map((quarter) => ({ element, region, sex, quarter }))),
  ),
)

/** A set of people whose number could be asked for. */
export type Subject = { element: 'N' | 'D' | 'D-N'; place: string; cell: string; from: string; to: string }

/** How often each counted person enters a subject: 1, 0, or -1 for those left out. */
export const weight = ({ element, place, cell, from, to }: Subject, person: Person) => {
  const inPlace = place === 'ALL' || person.region === place || parentOf(person.region) === place
  const inCell = cell === TOTAL || cell === `sex=${person.sex}`
  const inTime = person.quarter >= from && person.quarter <= to
  if (!inPlace || !inCell || !inTime) return 0
  if (element === 'D-N') return person.element === 'D' ? 1 : -1
  return person.element === element ? 1 : 0
}

export const subjects: Subject[] = (['N', 'D', 'D-N'] as const).flatMap((element) =>
  places.flatMap((place) =>
    cells.flatMap((cell) =>
      quarters.flatMap((to) =>
        [...new Set([quarters[0], to])].map((from) => ({ element, place, cell, from, to })),
      ),
    ),
  ),
)

export const countOf = (subject: Subject, counts: readonly number[]) =>
  persons.reduce((sum, person, index) => sum + weight(subject, person) * (counts[index] ?? 0), 0)

const element = (id: string): DataElement => ({
  id,
  title: { en: id },
  kind: 'flow',
  people: true,
  dimensions: ['sex'],
  scope: 'regions',
  frequency: 'quarterly',
  sensitivity: 'S1',
})

const indicator = (id: string, code: string, formula: Formula): Indicator => ({
  id,
  code,
  level: 'output',
  objectives: ['SO1'],
  area: 'FA1',
  title: { en: id },
  definition: { en: id },
  computation: { en: id },
  unit: formula.kind === 'ratio' ? 'percentage' : 'number',
  direction: 'increase',
  formula,
  window: 'since_start',
  geography: formula.kind === 'ratio' ? 'ratio_of_sums' : 'sum',
  targetMode: 'none',
  path: 'linear',
  staleness: 0,
  breakdowns: [{ by: 'sex', levels: 'region' }],
  byRegion: true,
  frequency: 'quarterly',
  sensitivity: 'S1',
  sourceOfVerification: '',
  assumption: '',
  mapping: '',
  publicMeasures: [],
  version: 1,
  since: '2018-12-01',
})

const sum = (id: string) => ({ sum: [{ element: id }], over: 'sum' as const })

export const logframe: Logframe = {
  start: '2021-01-01',
  plannedEnd: '2021-12-31',
  chain: [],
  elements: elements.map(element),
  indicators: [
    indicator('count', 'OP1.1.1', { kind: 'count', of: sum('N') }),
    indicator('share', 'OP1.1.2', { kind: 'ratio', numerator: sum('N'), denominator: sum('D'), scale: 100 }),
  ],
  plans: {},
}

/** Both indicators since the start, everywhere, by sex, as they follow from the counts of `persons`. */
export function computedFrom(counts: readonly number[]): Computed {
  const values = logframe.indicators.flatMap(({ id }) =>
    places.flatMap((place) =>
      quarters.flatMap((quarter) =>
        cells.map((cell) => {
          const at = { place, cell, from: quarters[0], to: quarter }
          const numerator = countOf({ element: 'N', ...at }, counts)
          const denominator = countOf({ element: 'D', ...at }, counts)
          const empty = id === 'share' && denominator === 0
          return {
            indicator: id,
            place,
            quarter,
            cell,
            state: empty ? ('not_applicable' as const) : ('observed' as const),
            value: id === 'count' ? numerator : empty ? null : (100 * numerator) / denominator,
            numerator: id === 'count' || empty ? null : numerator,
            denominator: id === 'count' || empty ? null : denominator,
            partial: false,
            carried: false,
            coverage: null,
          }
        }),
      ),
    ),
  )
  return {
    quarter: '2021-Q3',
    quarters: [...quarters],
    dataAsOf: '2021-10-30',
    values,
    standings: [],
    plans: {},
    places: places
      .map((code) => ({ code, name: code }))
      .filter(({ code }) => placeLevel(code) !== 'facility'),
    completeness: [],
    otherWindows: [],
    evidence: [],
  }
}
