import fc from 'fast-check'
import { quartersBetween } from '../../../indicators/model/period.ts'
import { statuses } from '../../../indicators/model/released.ts'
import { valueStates } from '../../../indicators/model/value-state.ts'
import type { Chart, ChartValue, TrajectoryPoint, Unit } from '../../../web/charts/chart.ts'

const amount = fc.double({ min: 0, max: 50_000, noNaN: true }).map((value) => Math.round(value * 10) / 10)

export const chartValue: fc.Arbitrary<ChartValue> = fc
  .tuple(fc.constantFrom(...valueStates), amount, fc.boolean(), fc.boolean())
  .map(([state, value, partial, carried]) =>
    state === 'observed'
      ? { state, value, partial, carried }
      : { state, value: null, partial: false, carried: false },
  )

const optional = fc.option(amount)
const unit: fc.Arbitrary<Unit> = fc.constantFrom('number', 'percentage', 'per-1000', 'ratio')
const status = fc.constantFrom(...statuses)
const quarters = quartersBetween('2018-Q4', '2021-Q4')

const points: fc.Arbitrary<TrajectoryPoint[]> = fc
  .array(chartValue, { maxLength: quarters.length })
  .map((values) => values.map((value, index) => ({ quarter: quarters[index] ?? '', ...value })))

const named = { id: fc.constant('any'), title: fc.constant('Anything, anywhere') }
const row = {
  key: fc.string(),
  label: fc.constantFrom('Kazakhstan', 'A row with a label of many words', 'x'),
}

const trajectory = fc.record({
  kind: fc.constant('trajectory' as const),
  ...named,
  unit,
  shape: fc.constantFrom('steps' as const, 'line' as const),
  quarters: fc.constant(quarters),
  breaks: fc.constantFrom([], [{ quarter: '2020-Q2', version: 2 }]),
  points,
  plan: fc.constantFrom(
    [],
    [
      { date: '2018-12-31', value: 5 },
      { date: '2021-12-31', value: 90 },
    ],
  ),
  target: fc.option(fc.record({ date: fc.constant('2021-12-31'), value: amount })),
  expected: optional,
  status,
  pace: fc.option(fc.record({ needed: amount, recent: optional })),
})

const bullets = fc.record({
  kind: fc.constant('bullets' as const),
  ...named,
  scale: fc.constantFrom('shared' as const, 'own' as const),
  rows: fc.array(
    fc.record({
      ...row,
      unit,
      actual: chartValue,
      baseline: optional,
      milestone: optional,
      target: optional,
      status,
    }),
    { maxLength: 7 },
  ),
})

const genderGap = fc.record({
  kind: fc.constant('gender-gap' as const),
  ...named,
  unit,
  order: fc.constantFrom('given' as const, 'gap' as const),
  rows: fc.array(fc.record({ ...row, women: chartValue, men: chartValue, reference: optional }), {
    maxLength: 6,
  }),
})

const representation = fc.record({
  kind: fc.constant('representation' as const),
  ...named,
  parity: fc.boolean(),
  rows: fc.array(fc.record({ ...row, share: chartValue, target: optional, base: fc.option(chartValue) }), {
    maxLength: 6,
  }),
})

const smallMultiples = fc.record({
  kind: fc.constant('small-multiples' as const),
  ...named,
  unit,
  shape: fc.constantFrom('steps' as const, 'line' as const),
  scale: fc.constantFrom('shared' as const, 'own' as const),
  quarters: fc.constant(quarters),
  breaks: fc.constantFrom([], [{ quarter: '2020-Q2', version: 2 }]),
  facets: fc.tuple(points, points, points, optional).map(([women, men, total, target]) => [
    { country: 'UGA' as const, label: 'Uganda', target, series: [{ key: 'total' as const, points: total }] },
    {
      country: 'KAZ' as const,
      label: 'Kazakhstan',
      target: null,
      series: [
        { key: 'men' as const, points: men },
        { key: 'women' as const, points: women },
      ],
    },
  ]),
})

const splitBars = fc.record({
  kind: fc.constant('split-bars' as const),
  ...named,
  measure: fc.constantFrom('parts' as const, 'rates' as const),
  unit,
  tone: fc.constantFrom('sex' as const, 'ordered' as const),
  categories: fc.constant([
    { key: 'women', label: 'Women' },
    { key: 'men', label: 'Men' },
    { key: 'unknown', label: 'Not stated' },
  ]),
  rows: fc.array(
    fc.record({ ...row, values: fc.record({ women: chartValue, men: chartValue, unknown: chartValue }) }),
    { maxLength: 4 },
  ),
})

/** Any chart that shows values with states. */
export const valueChart: fc.Arbitrary<Chart> = fc.oneof(
  trajectory,
  bullets,
  genderGap,
  representation,
  smallMultiples,
  splitBars,
)

/** The chart with every value that is not observed holding a number it must not show. */
export function withSecrets<Part>(part: Part, secret: number): Part {
  if (Array.isArray(part)) return part.map((one) => withSecrets(one, secret)) as Part
  if (typeof part !== 'object' || part === null) return part
  const copied = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, withSecrets(value, secret)]),
  )
  return ('state' in part && part.state !== 'observed' ? { ...copied, value: secret } : copied) as Part
}
