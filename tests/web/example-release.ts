import type { PageSource } from '../../api/contract/page.ts'
import { type Cell, cellOf, dimensions, TOTAL } from '../../indicators/model/breakdown.ts'
import { breaksOf } from '../../indicators/model/definition-history.ts'
import type { Indicator } from '../../indicators/model/indicator.ts'
import { quartersBetween } from '../../indicators/model/period.ts'
import { countries } from '../../indicators/model/place.ts'
import * as released from '../../indicators/model/released.ts'
import type { Plan, PlanRevision } from '../../indicators/model/target.ts'
import { exampleExplanations } from './example-explanations.ts'
import { exampleIndicators } from './example-indicators.ts'

const quarters = quartersBetween('2018-Q4', '2022-Q3')
const last = '2022-Q3'
const places = ['ALL', ...countries]
const weights: Record<string, number> = { ALL: 1, KAZ: 0.5, TUN: 0.15, UGA: 0.35 }
const names = { ALL: 'Programme', KAZ: 'Kazakhstan', TUN: 'Tunisia', UGA: 'Uganda' }

/** Where an example value is not a number: one of every state, in fixed places. */
function stateOf(
  indicator: Indicator,
  place: string,
  quarter: string,
  cell: Cell,
): released.ReleasedValue['state'] {
  if (indicator.sensitivity === 'S2' && place === 'TUN' && cell !== TOTAL) return 'suppressed'
  if (indicator.code === 'OP4.1.1' && place === 'UGA') return 'suppressed'
  if (indicator.code === 'OP3.2.4' && place === 'TUN') return 'not_applicable'
  if (indicator.code === 'SO1.1' && place === 'KAZ' && quarter >= '2022-Q1') return 'withheld'
  if (place === 'TUN' && quarter === '2021-Q4') return 'missing'
  if (indicator.geography === 'distribution' && place === 'ALL') return 'not_applicable'
  return 'observed'
}

const scale: Partial<Record<Indicator['unit'], number>> = {
  number: 1290,
  score: 4.2,
  stage: 4,
  qualitative: 12,
}

function numberOf(indicator: Indicator, place: string, quarter: string, cell: Cell) {
  const part = (quarters.indexOf(quarter) + 1) / quarters.length
  const share = cell === TOTAL ? 1 : cell.includes('female') ? 0.27 : cell.includes('unknown') ? 0.02 : 0.4
  const weight = weights[place.slice(0, 3)] ?? 0.1
  const top = scale[indicator.unit]
  if (indicator.unit === 'yes-no')
    return {
      value: part > 0.5 ? 1 : 0,
      numerator: place === 'ALL' ? 2 : null,
      denominator: place === 'ALL' ? 3 : null,
    }
  if (indicator.unit === 'score' || indicator.unit === 'stage') {
    return { value: Math.round((top ?? 1) * part), numerator: null, denominator: null }
  }
  if (top !== undefined)
    return { value: Math.round(top * part * weight * share), numerator: null, denominator: null }
  const numerator = Math.round(800 * part * weight * (cell.includes('female') ? 0.8 : 1))
  const denominator = Math.max(1, Math.round(1500 * weight))
  return { value: (100 * numerator) / denominator, numerator, denominator }
}

function exampleValue(
  indicator: Indicator,
  place: string,
  quarter: string,
  cell: Cell,
): released.ReleasedValue {
  const state = stateOf(indicator, place, quarter, cell)
  const hidden = { value: null, numerator: null, denominator: null }
  const partial = place === 'ALL' && quarter === '2021-Q4' && state === 'observed'
  return {
    place,
    quarter,
    cell,
    state,
    ...(state === 'observed' ? numberOf(indicator, place, quarter, cell) : hidden),
    partial,
    carried: false,
    coverage: { reported: partial ? 2 : 3, expected: 3 },
  }
}

const cellsOf = (indicator: Indicator): Cell[] => [
  TOTAL,
  ...indicator.breakdowns.flatMap(({ by }) => dimensions[by].map((category) => cellOf({ [by]: category }))),
]

function planOf(indicator: Indicator, place: string): Plan {
  const target = numberOf(indicator, place, last, TOTAL).value * 1.2
  const dated = (date: string, part: number) => ({ date, planned: { value: target * part } })
  const measured = indicator.targetMode !== 'none'
  return {
    place,
    cell: TOTAL,
    baseline: measured ? dated('2018-12-31', 0.1) : null,
    milestones: measured ? [dated('2019-12-31', 0.3), dated('2020-12-31', 0.6)] : [],
    target: measured ? dated('2021-12-31', 1) : null,
    ...(measured && place === 'KAZ' && indicator.earlier ? { revisions: [revisionOf(dated)] } : {}),
    extension: null,
    pooled: place === 'ALL',
    illustrative: true,
  }
}

const revisionOf = (dated: (date: string, part: number) => NonNullable<Plan['target']>): PlanRevision => ({
  ...{ from: '2022-01-01', reason: { en: 'Courses moved online' } },
  baseline: dated('2018-12-31', 0.1),
  milestones: [dated('2019-12-31', 0.3), dated('2020-12-31', 0.6)],
  target: dated('2022-12-31', 1.1),
})

const statusCycle: released.Status[] = ['on_track', 'at_risk', 'met', 'off_track', 'on_track', 'reversed']

function standingOf(indicator: Indicator, place: string, quarter: string): released.Standing {
  const value = exampleValue(indicator, place, quarter, TOTAL).value
  const plan = planOf(indicator, place)
  const target = plan.target?.planned.value ?? null
  const rated = value !== null && target !== null
  const turn = exampleIndicators.indexOf(indicator) + places.indexOf(place) + (quarter < last ? 1 : 0)
  return {
    place,
    quarter,
    cell: TOTAL,
    status: rated
      ? (statusCycle[turn % statusCycle.length] ?? 'met')
      : value === null
        ? 'no_data'
        : 'not_rated',
    progress: {
      baseline: plan.baseline?.planned.value ?? null,
      baselineDate: plan.baseline?.date ?? null,
      nextMilestone: plan.milestones[1]?.planned.value ?? null,
      nextMilestoneDate: plan.milestones[1]?.date ?? null,
      target,
      targetDate: plan.target?.date ?? null,
      attainment: rated ? value / target : null,
      toFinal: rated ? value / target : null,
      toMilestone: rated ? value / target / 0.6 : null,
      targetToDate: null,
      planned: target,
      plannedInPeriod: null,
      planRatio: rated ? value / target : null,
      gap: rated ? value - target : null,
    },
  }
}

export const exampleLabel: released.ReleaseLabel = {
  id: '2022-11-15.0a1b2c3d',
  edition: 'public',
  quarter: last,
  dataAsOf: '2022-11-15',
  illustrative: true,
}

const figure = (
  country: string,
  asOf: string,
  measure: string,
  value: number,
  unit: string,
  precision: string,
) => ({
  country,
  asOf,
  measure,
  value,
  unit,
  sex: 'total',
  precision,
  source: 'T1|T10',
})
const publicFigures: released.PublicFigure[] = [
  figure('TUN', '2021-09-23', 'unsentenced_share', 54.9, 'percent', 'exact'),
  figure('KAZ', '2020-07-31', 'mandela_elearning_completions', 1100, 'persons', 'at_least (date inferred)'),
  figure('UGA', '2020-12-07', 'academy_staff_trained_as_trainers', 35, 'persons', 'at_least'),
  figure('UGA', '2023-01-12', 'women_share', 4.6, 'percent', 'exact'),
  figure('ALL', '2020-12-31', 'activities_in_year', 45, 'activities', 'exact'),
]

function summaryOf(indicator: Indicator): released.IndicatorSummary {
  const sex = indicator.breakdowns.some(({ by }) => by === 'sex')
  const measured = indicator.targetMode !== 'none'
  const { id, code, level, objectives, area, title, unit, direction, sensitivity } = indicator
  return {
    ...{ id, code, level, objectives, area, title, unit, direction, sensitivity },
    latest: places.map((place) => exampleValue(indicator, place, last, TOTAL)),
    standings: measured ? places.map((place) => standingOf(indicator, place, last)) : [],
    previousStandings: measured ? places.map((place) => standingOf(indicator, place, '2022-Q2')) : [],
    bySex: sex
      ? places.flatMap((place) =>
          dimensions.sex.map((category) => exampleValue(indicator, place, last, cellOf({ sex: category }))),
        )
      : [],
    trend: places.flatMap((place) =>
      quarters.map((quarter) => exampleValue(indicator, place, quarter, TOTAL)),
    ),
  }
}

/** A small release with every page's material in it, checked against the schemas. */
export const exampleProgramme = (label = exampleLabel): released.ProgrammeView =>
  released.ProgrammeView.parse({
    release: label,
    protection: [
      { level: 'programme', all: { shown: 90, of: 100 }, women: { shown: 40, of: 50 } },
      { level: 'country', all: { shown: 70, of: 100 }, women: { shown: 20, of: 50 } },
      { level: 'region', all: { shown: 60, of: 120 }, women: { shown: 0, of: 0 } },
    ],
    chain: [
      ['GO', 'impact', 'Overall objective', 'Societies are more resilient against violent extremism'],
      ['SO1', 'outcome', 'Prevent progression', 'The progression of vulnerable prisoners is prevented'],
      [
        'SO2',
        'outcome',
        'Manage with respect for rights',
        'Violent extremist prisoners are managed effectively',
      ],
      ['FA1', 'output', 'Security and safety', 'Audits and procedures, staff capacity, coordination'],
      ['FA2', 'output', 'Risk and needs assessment', 'Framework and tools, assessors and application'],
      ['FA3', 'output', 'Disengagement', 'Packages and teams, delivery and participation'],
      ['FA4', 'output', 'Social reintegration', 'Release preparation, services, alternatives'],
      ['X', 'cross-cutting', 'Rights, gender, data quality', 'Rights, gender, data quality, learning'],
    ].map(([code, level, name = '', statement = '']) => ({
      ...{ code, level, name: { en: name, fr: `${name} (fr)`, ar: 'اسم' } },
      ...{ statement: { en: statement }, assumption: { en: 'Conditions hold' } },
    })),
    indicators: exampleIndicators.map(summaryOf),
    completeness: countries.flatMap((country) =>
      quarters.slice(1).map((quarter, i) => ({
        ...{ country, quarter, expected: 82 },
        ...(country === 'TUN' && quarter === '2021-Q4'
          ? { reported: 0, daysLate: null }
          : { reported: 82 - (i % 4), daysLate: (i * 7) % 23 }),
      })),
    ),
    updates: [
      { date: '2018-12', label: 'Dec 2018', country: 'KAZ', fact: { en: 'Programme launched' }, areas: [] },
      {
        date: '2021-10-05',
        label: '5–8 Oct 2021',
        country: 'TUN',
        fact: { en: 'Workshops' },
        areas: ['FA2'],
        source: 'P25',
      },
      {
        date: '2022-09-22',
        label: '22 Sep 2022',
        country: 'ALL',
        fact: { en: 'Closing conference' },
        areas: [],
      },
    ],
    publicFigures,
  })

export function exampleIndicatorView(id: string, label = exampleLabel): released.IndicatorView | null {
  const indicator = exampleIndicators.find((one) => one.id === id)
  if (indicator === undefined) return null
  const regions = indicator.byRegion ? ['KAZ-R1', 'KAZ-R2', 'UGA-R1'] : []
  return released.IndicatorView.parse({
    release: label,
    indicator,
    breaks: breaksOf(indicator),
    plans: places.map((place) => planOf(indicator, place)),
    places: [
      ...places.map((code) => ({ code, name: names[code as keyof typeof names] })),
      ...regions.map((code) => ({ code, name: `Region ${code.slice(4)}` })),
    ],
    quarters,
    values: [...places, ...regions].flatMap((place) =>
      quarters.flatMap((quarter) =>
        cellsOf(indicator).map((cell) => exampleValue(indicator, place, quarter, cell)),
      ),
    ),
    standings: quarters.flatMap((quarter) => places.map((place) => standingOf(indicator, place, quarter))),
    publicFigures: publicFigures.filter(({ measure }) => indicator.publicMeasures.includes(measure)),
  })
}

export const exampleSource = (edition: released.Edition = 'public'): PageSource => {
  const label = { ...exampleLabel, edition }
  return {
    programme: async () => exampleProgramme(label),
    before: async () => exampleProgramme(label),
    indicator: async (id) => exampleIndicatorView(id, label),
    windows: async () => null,
    ...exampleExplanations(label, (id) => exampleIndicatorView(id, label)),
  }
}
