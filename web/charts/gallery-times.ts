import { countries } from '../../indicators/model/place.ts'
import type { CompletenessGrid, SmallMultiples, Trajectory } from './chart.ts'
import { type Example, extended, type GalleryContext, quarters, series, wordsIn } from './gallery-values.ts'

/** Examples of charts over time. */
export const timeExamples = (context: GalleryContext): Example[] => [
  ...trajectories(context),
  { name: 'small-multiples-sexes', chart: bySex(context) },
  { name: 'small-multiples-counts', chart: byCountry(context) },
  { name: 'completeness', chart: completeness(context) },
]

function trajectories(context: GalleryContext): Example[] {
  const { word } = wordsIn(context)
  const behind: Trajectory = {
    kind: 'trajectory',
    id: 'staff-trained',
    title: `${word('staffTrained')}, ${word('programme')}`,
    unit: 'number',
    shape: 'steps',
    quarters,
    points: series(quarters, '0 40 95 210 260 330 430 430 520 580 714 - -'),
    breaks: [],
    plan: [
      { date: '2018-12-31', value: 0 },
      { date: '2019-12-31', value: 300 },
      { date: '2020-12-31', value: 760 },
      { date: '2021-12-31', value: 1290 },
    ],
    target: { date: '2021-12-31', value: 1290 },
    expected: 1025,
    status: 'at_risk',
    pace: { needed: 288, recent: 71 },
  }
  const reached = series(quarters, '0 80 180 310 400 620 800 950 1100 1200 1310 1350 1400')
  const none = series(quarters, 'c c c c c c c c c c c - -')
  return [
    { name: 'trajectory-behind', chart: behind },
    { name: 'trajectory-rate', chart: rate(behind, word('incidents')) },
    { name: 'trajectory-break', chart: redefined(behind, word('completion')) },
    { name: 'trajectory-states', chart: manyStates(behind, word('plans')) },
    {
      name: 'trajectory-reached',
      chart: {
        ...behind,
        id: 'reached',
        title: word('assessed'),
        points: reached,
        status: 'met',
        pace: null,
      },
    },
    {
      name: 'trajectory-hidden',
      chart: {
        ...behind,
        id: 'hidden',
        title: word('services'),
        points: none,
        plan: [],
        target: null,
        expected: null,
      },
    },
  ]
}

const rate = (like: Trajectory, title: string): Trajectory => ({
  ...like,
  id: 'incident-rate',
  title,
  unit: 'per-1000',
  shape: 'line',
  points: series(quarters, '48.2 47 49.5 x 44 42.1 40 38p 37 x x 33 31.4'),
  plan: [
    { date: '2018-12-31', value: 48.2 },
    { date: '2020-12-31', value: 36 },
    { date: '2021-12-31', value: 30 },
  ],
  target: { date: '2021-12-31', value: 30 },
  expected: 30,
  status: 'on_track',
  pace: null,
})

/** A rate that was defined twice anew; the quarter of the second change was not reported. */
const redefined = (like: Trajectory, title: string): Trajectory => ({
  ...like,
  id: 'redefined',
  title,
  unit: 'percentage',
  shape: 'line',
  points: series(quarters, '24 25.5 27 26 28 31 38 40.5 41 x 52 53p 55'),
  breaks: [
    { quarter: '2020-Q2', version: 2 },
    { quarter: '2021-Q1', version: 3 },
  ],
  plan: [
    { date: '2018-12-31', value: 24 },
    { date: '2021-12-31', value: 60 },
  ],
  target: { date: '2021-12-31', value: 60 },
  expected: 60,
  status: 'at_risk',
  pace: null,
})

const manyStates = (like: Trajectory, title: string): Trajectory => ({
  ...like,
  id: 'many-states',
  title,
  unit: 'percentage',
  shape: 'line',
  quarters: extended,
  points: series(extended, 'x 12 c x c 25 31p w z c c c 44p - - -'),
  plan: [],
  target: { date: '2022-09-30', value: 80 },
  expected: null,
  pace: { needed: 12, recent: 4 },
})

function bySex(context: GalleryContext): SmallMultiples {
  const { word, country } = wordsIn(context)
  const women = {
    KAZ: '- 41 43.5 x 52 55 58 57 61 64 66p 71 74.2',
    TUN: '- c c c c c c c c c c c c',
    UGA: '- 30 31 35 c c 42 44 43 x x 55 58.5',
  }
  const men = {
    KAZ: '- 44 45 x 49 53 55 58 60 62 65p 69 73.1',
    TUN: '- 38 36 40 45 47 46 50 53 57 55 60 62.4',
    UGA: '- 33 30 36 c c 40 41 45 x x 50 51',
  }
  const targets = { KAZ: 75, TUN: 70, UGA: 60 }
  return {
    kind: 'small-multiples',
    id: 'completion-by-country',
    title: word('completion'),
    unit: 'percentage',
    shape: 'line',
    scale: 'shared',
    quarters,
    breaks: [{ quarter: '2020-Q1', version: 2 }],
    facets: countries.map((code) => ({
      country: code,
      label: country(code),
      target: targets[code],
      series: [
        { key: 'women' as const, points: series(quarters, women[code]) },
        { key: 'men' as const, points: series(quarters, men[code]) },
      ],
    })),
  }
}

function byCountry(context: GalleryContext): SmallMultiples {
  const { word, country } = wordsIn(context)
  const totals = {
    KAZ: '0 20 60 120 120 180 240 250 300 340 400 430 452 - - -',
    TUN: '0 0 c c c x x 40 44 61 61 90 104 - - -',
    UGA: '0 w w 30 x c x 90 120 120 160 190 201p - - -',
  }
  const targets = { KAZ: 620, TUN: null, UGA: 490 }
  return {
    kind: 'small-multiples',
    id: 'staff-over-time',
    title: word('staffTrained'),
    unit: 'number',
    shape: 'steps',
    scale: 'own',
    quarters: extended,
    breaks: [],
    facets: countries.map((code) => ({
      country: code,
      label: country(code),
      target: targets[code],
      series: [{ key: 'total' as const, points: series(extended, totals[code]) }],
    })),
  }
}

/** Kazakhstan reports in full and mostly on time, Tunisia late, Uganda with gaps. */
function completeness(context: GalleryContext): CompletenessGrid {
  const { word, country } = wordsIn(context)
  const cells = extended.slice(0, 13).flatMap((quarter, index) => {
    const late = [0, 12, 35, 9][index % 4] ?? 0
    const uganda =
      index % 6 === 2
        ? { reported: 0, daysLate: null }
        : { reported: 100 + index * 12, daysLate: index * 3 - 6 }
    return [
      { country: 'KAZ', quarter, reported: 82, expected: 82, daysLate: index % 5 === 3 ? 4 : -2 },
      { country: 'TUN', quarter, reported: index === 4 ? 30 : 32, expected: 32, daysLate: late },
      { country: 'UGA', quarter, expected: 254, ...uganda },
    ]
  })
  return {
    kind: 'completeness',
    id: 'reporting',
    title: word('reporting'),
    countries: countries.map((code) => ({ country: code, label: country(code) })),
    quarters: extended,
    cells,
  }
}
