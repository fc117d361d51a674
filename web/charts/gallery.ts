import { type Quarter, quartersBetween } from '../../indicators/model/period.ts'
import { countries } from '../../indicators/model/place.ts'
import { localise } from '../../indicators/model/text.ts'
import type { Chart, ChartContext, ChartValue, Trajectory, TrajectoryPoint } from './chart.ts'
import { countryNames, words } from './gallery-words.ts'

/** One example of a chart, in one of the situations it must cope with. All figures are invented. */
interface Example {
  name: string
  chart: Chart
}

const plain = { partial: false, carried: false }
const seen = (value: number): ChartValue => ({ state: 'observed', value, ...plain })
const provisional = (value: number): ChartValue => ({ ...seen(value), partial: true })
const without = (state: ChartValue['state']): ChartValue => ({ state, value: null, ...plain })
const hidden = without('suppressed')
const missing = without('missing')

/** A number is seen, `c` hidden, `x` not reported, `-` not due, `w` withheld, `z` not applicable, `p` makes it provisional. */
function series(quarters: readonly Quarter[], text: string): TrajectoryPoint[] {
  const states: Record<string, ChartValue> = {
    c: hidden,
    x: missing,
    '-': without('not_due'),
    w: without('withheld'),
    z: without('not_applicable'),
  }
  return text.split(' ').map((sign, index) => {
    const number = Number.parseFloat(sign)
    const value = states[sign] ?? (sign.endsWith('p') ? provisional(number) : seen(number))
    return { quarter: quarters[index] ?? '', ...value }
  })
}

const quarters = quartersBetween('2018-Q4', '2021-Q4')
const toEnd = quartersBetween('2018-Q4', '2022-Q3')

export function gallery({ language, t }: Pick<ChartContext, 'language' | 't'>): Example[] {
  const word = (name: keyof typeof words) => localise(words[name], language).text
  const country = (code: (typeof countries)[number]) => localise(countryNames[code], language).text
  const places = countries.map((code) => ({ key: code, label: country(code) }))
  const sexes = (['women', 'men', 'unknown'] as const).map((key) => ({
    key,
    label: t(`chart.series.${key}`),
  }))
  const paths = trajectories(word)
  return [
    {
      name: 'status-bars',
      chart: {
        kind: 'status-bars',
        id: 'statuses',
        title: word('statuses'),
        rows: [
          { key: 'GO', label: word('overall'), counts: { at_risk: 1, not_due: 1, not_rated: 1 } },
          {
            key: 'SO1',
            label: word('objective1'),
            href: '/en/objective/SO1',
            counts: { met: 3, on_track: 7, at_risk: 2, off_track: 1, no_data: 1 },
          },
          {
            key: 'SO2',
            label: word('objective2'),
            href: '/en/objective/SO2',
            counts: { met: 1, on_track: 5, at_risk: 4, off_track: 2, reversed: 1, not_due: 2, not_rated: 1 },
          },
        ],
      },
    },
    {
      name: 'bullets-countries',
      chart: {
        kind: 'bullets',
        id: 'staff-by-country',
        title: word('staffTrained'),
        scale: 'shared',
        rows: [
          { unit: 'number', actual: seen(452), baseline: 0, milestone: 475, target: 620, status: 'on_track' },
          { unit: 'number', actual: hidden, baseline: 0, milestone: 120, target: 180, status: 'off_track' },
          {
            unit: 'number',
            actual: provisional(201),
            baseline: 12,
            milestone: 300,
            target: 490,
            status: 'at_risk',
          },
        ].map((row, index) => ({ key: '', label: '', ...places[index], ...row })) as Extract<
          Chart,
          { kind: 'bullets' }
        >['rows'],
      },
    },
    {
      name: 'bullets-indicators',
      chart: {
        kind: 'bullets',
        id: 'objective-rows',
        title: word('objective1'),
        scale: 'own',
        rows: [
          {
            key: 'a',
            label: word('staffTrained'),
            href: '/en/indicator/OP1.2.1',
            unit: 'number',
            actual: seen(714),
            baseline: 0,
            milestone: 940,
            target: 1290,
            status: 'at_risk',
          },
          {
            key: 'b',
            label: word('incidents'),
            unit: 'per-1000',
            actual: seen(31.4),
            baseline: 48.2,
            milestone: 36,
            target: 30,
            status: 'on_track',
          },
          {
            key: 'c',
            label: word('assessed'),
            unit: 'percentage',
            actual: seen(0),
            baseline: 0,
            milestone: 25,
            target: 60,
            status: 'off_track',
          },
          {
            key: 'd',
            label: word('plans'),
            unit: 'percentage',
            actual: missing,
            baseline: null,
            milestone: null,
            target: 80,
            status: 'no_data',
          },
          {
            key: 'e',
            label: word('visits'),
            unit: 'percentage',
            actual: seen(83.5),
            baseline: 41,
            milestone: 60,
            target: 75,
            status: 'met',
          },
        ],
      },
    },
    { name: 'trajectory-behind', chart: paths.behind },
    { name: 'trajectory-rate', chart: paths.rate },
    { name: 'trajectory-states', chart: paths.states },
    { name: 'trajectory-reached', chart: paths.reached },
    { name: 'trajectory-hidden', chart: paths.hidden },
    {
      name: 'small-multiples-sexes',
      chart: {
        kind: 'small-multiples',
        id: 'completion-by-country',
        title: word('completion'),
        unit: 'percentage',
        shape: 'line',
        scale: 'shared',
        quarters,
        facets: countries.map((code, index) => ({
          country: code,
          label: country(code),
          target: [75, 70, 60][index] ?? null,
          series: [
            {
              key: 'women' as const,
              points: series(
                quarters,
                [
                  '- 41 43.5 x 52 55 58 57 61 64 66p 71 74.2',
                  '- c c c c c c c c c c c c',
                  '- 30 31 35 c c 42 44 43 x x 55 58.5',
                ][index] ?? '',
              ),
            },
            {
              key: 'men' as const,
              points: series(
                quarters,
                [
                  '- 44 45 x 49 53 55 58 60 62 65p 69 73.1',
                  '- 38 36 40 45 47 46 50 53 57 55 60 62.4',
                  '- 33 30 36 c c 40 41 45 x x 50 51',
                ][index] ?? '',
              ),
            },
          ],
        })),
      },
    },
    {
      name: 'small-multiples-counts',
      chart: {
        kind: 'small-multiples',
        id: 'staff-over-time',
        title: word('staffTrained'),
        unit: 'number',
        shape: 'steps',
        scale: 'own',
        quarters: toEnd,
        facets: countries.map((code, index) => ({
          country: code,
          label: country(code),
          target: [620, null, 490][index] ?? null,
          series: [
            {
              key: 'total' as const,
              points: series(
                toEnd,
                [
                  '0 20 60 120 120 180 240 250 300 340 400 430 452 - - -',
                  '0 0 c c c x x 40 44 61 61 90 104 - - -',
                  '0 w w 30 x c x 90 120 120 160 190 201p - - -',
                ][index] ?? '',
              ),
            },
          ],
        })),
      },
    },
    {
      name: 'gender-gap',
      chart: {
        kind: 'gender-gap',
        id: 'gaps',
        title: word('womenOutcomes'),
        unit: 'percentage',
        order: 'gap',
        rows: [
          {
            key: 'a',
            label: word('completion'),
            href: '/en/indicator/SO2.2',
            women: seen(74.2),
            men: seen(73.1),
            reference: 75,
          },
          { key: 'b', label: word('visits'), women: seen(41.5), men: seen(63), reference: 70 },
          { key: 'c', label: word('services'), women: hidden, men: seen(35), reference: null },
          { key: 'd', label: word('plans'), women: provisional(22), men: seen(9.4), reference: 60 },
          { key: 'e', label: word('assessed'), women: missing, men: seen(48), reference: 80 },
          { key: 'f', label: word('education'), women: seen(50), men: seen(50), reference: null },
        ],
      },
    },
    {
      name: 'representation',
      chart: {
        kind: 'representation',
        id: 'shares',
        title: word('womensShare'),
        parity: true,
        rows: [
          { key: 'a', label: word('custodialStaff'), share: seen(22.4), target: 30, base: seen(18) },
          { key: 'b', label: word('managers'), share: provisional(11), target: 30, base: seen(9.5) },
          { key: 'c', label: word('trainers'), share: hidden, target: 50, base: seen(24) },
          { key: 'd', label: word('mentoring'), share: seen(0), target: null, base: hidden },
        ],
      },
    },
    {
      name: 'completeness',
      chart: {
        kind: 'completeness',
        id: 'reporting',
        title: word('reporting'),
        countries: countries.map((code) => ({ country: code, label: country(code) })),
        quarters: toEnd,
        cells: reports(),
      },
    },
    {
      name: 'split-parts-sex',
      chart: {
        kind: 'split-bars',
        id: 'participants-by-sex',
        title: word('bySex'),
        measure: 'parts',
        unit: 'number',
        tone: 'sex',
        categories: sexes,
        rows: [
          { ...place(places, 0), values: { women: seen(184), men: seen(1672), unknown: seen(31) } },
          { ...place(places, 1), values: { women: hidden, men: seen(204), unknown: hidden } },
          {
            ...place(places, 2),
            values: { women: provisional(61), men: provisional(930), unknown: seen(0) },
          },
        ],
      },
    },
    {
      name: 'split-parts-activity',
      chart: {
        kind: 'split-bars',
        id: 'participants-by-activity',
        title: word('activities'),
        measure: 'parts',
        unit: 'number',
        tone: 'ordered',
        categories: (['education', 'vocational', 'lifeSkills', 'mentoring', 'sport'] as const).map((key) => ({
          key,
          label: word(key),
        })),
        rows: [
          {
            key: 'ALL',
            label: word('programme'),
            values: {
              education: seen(412),
              vocational: seen(388),
              lifeSkills: seen(120),
              mentoring: hidden,
              sport: missing,
            },
          },
        ],
      },
    },
    {
      name: 'split-rates-sex',
      chart: {
        kind: 'split-bars',
        id: 'completion-by-sex',
        title: word('completion'),
        measure: 'rates',
        unit: 'percentage',
        tone: 'sex',
        categories: sexes.slice(0, 2),
        rows: [
          { ...place(places, 0), values: { women: seen(74.2), men: seen(73.1) } },
          { ...place(places, 1), values: { women: hidden, men: seen(62.4) } },
          { ...place(places, 2), values: { women: provisional(58.5), men: missing } },
        ],
      },
    },
    {
      name: 'split-many-parts',
      chart: {
        kind: 'split-bars',
        id: 'six-activities',
        title: word('activities'),
        measure: 'parts',
        unit: 'number',
        tone: 'ordered',
        categories: (['education', 'vocational', 'lifeSkills', 'mentoring', 'sport', 'arts'] as const).map(
          (key) => ({ key, label: word(key) }),
        ),
        rows: [
          {
            key: 'ALL',
            label: word('programme'),
            values: {
              education: seen(412),
              vocational: seen(388),
              lifeSkills: seen(120),
              mentoring: hidden,
              sport: seen(96),
              arts: without('not_applicable'),
            },
          },
        ],
      },
    },
  ]
}

const place = (places: readonly { key: string; label: string }[], index: number) =>
  places[index] ?? { key: '', label: '' }

function trajectories(word: (name: keyof typeof words) => string) {
  const staff = {
    kind: 'trajectory' as const,
    title: `${word('staffTrained')}, ${word('programme')}`,
    quarters,
  }
  const plan = [
    { date: '2018-12-31', value: 0 },
    { date: '2019-12-31', value: 300 },
    { date: '2020-12-31', value: 760 },
    { date: '2021-12-31', value: 1290 },
  ]
  const behind: Trajectory = {
    ...staff,
    id: 'staff-trained',
    unit: 'number',
    shape: 'steps',
    points: series(quarters, '0 40 95 210 260 330 430 430 520 580 714 - -'),
    plan,
    target: { date: '2021-12-31', value: 1290 },
    expected: 1025,
    status: 'at_risk',
    pace: { needed: 288, recent: 71 },
  }
  return {
    behind,
    rate: {
      ...staff,
      id: 'incident-rate',
      title: word('incidents'),
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
    } satisfies Trajectory,
    states: {
      ...behind,
      id: 'many-states',
      title: word('plans'),
      unit: 'percentage',
      shape: 'line',
      quarters: toEnd,
      points: series(toEnd, 'x 12 c x c 25 31p w z c c c 44p - - -'),
      plan: [],
      target: { date: '2021-12-31', value: 80 },
      expected: null,
      pace: { needed: 9, recent: 4 },
    } satisfies Trajectory,
    reached: {
      ...behind,
      id: 'reached',
      title: word('assessed'),
      points: series(quarters, '0 80 180 310 400 620 800 950 1100 1200 1310 1350 1400'),
      status: 'met',
      pace: null,
    } satisfies Trajectory,
    hidden: {
      ...behind,
      id: 'all-hidden',
      title: word('services'),
      points: series(quarters, 'c c c c c c c c c c c - -'),
      plan: [],
      target: null,
      expected: null,
      status: 'not_rated',
      pace: { needed: 3, recent: 2 },
    } satisfies Trajectory,
  }
}

/** Kazakhstan reports in full and mostly on time, Tunisia late, Uganda with gaps. */
function reports() {
  return toEnd
    .slice(0, 13)
    .flatMap((quarter, index) => [
      { country: 'KAZ', quarter, reported: 82, expected: 82, daysLate: index % 5 === 3 ? 4 : -2 },
      {
        country: 'TUN',
        quarter,
        reported: index === 4 ? 30 : 32,
        expected: 32,
        daysLate: [0, 12, 35, 9][index % 4] ?? 0,
      },
      index % 6 === 2
        ? { country: 'UGA', quarter, reported: 0, expected: 254, daysLate: null }
        : { country: 'UGA', quarter, reported: 100 + index * 12, expected: 254, daysLate: index * 3 - 6 },
    ])
}
