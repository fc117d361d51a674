import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { IndicatorValue } from '../../../indicators/compute/compute-values.ts'
import type { WindowKind } from '../../../indicators/model/indicator.ts'
import { type Quarter, quarterAfter, quartersBetween } from '../../../indicators/model/period.ts'
import { countries } from '../../../indicators/model/place.ts'
import { observed } from '../../pipelines/warehouse/observations.ts'
import { type NaiveFigure, type NaiveQuestion, naiveFigure, naiveProgramme, type Said } from './naive.ts'
import { computeSmall, element, indicator, place } from './small-warehouse.ts'

const quarters = quartersBetween('2019-Q4', '2021-Q1')
const regions = ['KAZ-R1', 'KAZ-R2', 'TUN-R1'].map((code) => place(code, { kind: 'region' }))
const units = [
  place('KAZ-R1-01'),
  place('KAZ-R1-02', { opened: '2020-04-01' }),
  place('KAZ-R2-01', { closed: '2020-09-30' }),
  place('TUN-R1-01'),
]

const said = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom<Said>('missing', 'withheld', 'not_applicable', undefined) },
)
const SCENARIOS = 40
const perScenario = 2 * units.length * quarters.length
/** Scenario → what each unit said of the flow `N` and the stock `S` in each quarter. */
const facts = fc.array(fc.array(said, { minLength: perScenario, maxLength: perScenario }), {
  minLength: SCENARIOS,
  maxLength: SCENARIOS,
})

const windows = ['half_year', 'year', 'fiscal_year', 'four_quarters'] as const
const at = { quarters, quarter: '2021-Q1', dataAsOf: '2022-01-01', windows }
const sum = (id: string, over: 'sum' | 'last' | 'mean_of_period_ends') => ({ sum: [{ element: id }], over })
const indicatorsOf = (k: number) => [
  indicator({ id: `flow-${k}`, byRegion: true, formula: { kind: 'count', of: sum(`N${k}`, 'sum') } }),
  indicator({
    id: `to-date-${k}`,
    window: 'since_start',
    formula: { kind: 'count', of: sum(`N${k}`, 'sum') },
  }),
  indicator({ id: `stock-${k}`, formula: { kind: 'count', of: sum(`S${k}`, 'last') } }),
  indicator({
    id: `rate-${k}`,
    formula: {
      kind: 'ratio',
      numerator: sum(`N${k}`, 'sum'),
      denominator: sum(`S${k}`, 'mean_of_period_ends'),
      scale: 1000,
    },
    window: 'four_quarters',
    geography: 'ratio_of_sums',
  }),
]

const last = (quarter: Quarter, count: number) => quartersBetween(quarterAfter(quarter, 1 - count), quarter)
const since = (first: Quarter, quarter: Quarter) => quartersBetween(first, quarter)
/** The quarters of a window, written out from the calendar; Uganda's fiscal year begins in July, the others' in January. */
function quartersIn(window: WindowKind, quarter: Quarter, country: string): Quarter[] {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))]
  switch (window) {
    case 'quarter':
      return [quarter]
    case 'half_year':
      return since(`${year}-Q${number <= 2 ? 1 : 3}`, quarter)
    case 'year':
      return since(`${year}-Q1`, quarter)
    case 'fiscal_year':
      return country === 'UGA'
        ? since(number <= 2 ? `${year - 1}-Q3` : `${year}-Q3`, quarter)
        : since(`${year}-Q1`, quarter)
    case 'four_quarters':
      return last(quarter, 4)
    default:
      return since('2019-Q4', quarter)
  }
}
const question = (kind: string, quarters: Quarter[]): NaiveQuestion => {
  const flow = { of: { element: 'N', rule: 'sum' as const }, scale: 1, quarters, staleness: 1 }
  if (kind === 'stock') return { ...flow, of: { element: 'S', rule: 'last' } }
  return kind === 'rate' ? { ...flow, over: { element: 'S', rule: 'mean' }, scale: 1000 } : flow
}
const own = { flow: 'quarter', 'to-date': 'since_start', stock: 'quarter', rate: 'four_quarters' } as const

const keys = ['N', 'S'].flatMap((id) =>
  units.flatMap(({ code }) => quarters.map((quarter) => [id, code, quarter] as const)),
)
const toldBy = (values: readonly Said[]) => {
  const told = new Map(keys.map((key, i) => [key.join(' '), values[i]]))
  return (id: string, code: string, quarter: string) => told.get(`${id} ${code} ${quarter}`)
}

/** All scenarios in one warehouse, each with elements and indicators of its own. */
async function computed(scenarios: readonly (readonly Said[])[]) {
  const observations = scenarios.flatMap((values, k) =>
    keys.flatMap(([id, code, quarter], i) => {
      const one = values[i]
      if (one === undefined) return []
      const told = typeof one === 'number' ? { value: one } : { value: null, state: one }
      return [observed({ element: `${id}${k}`, place: code, quarter, ...told })]
    }),
  )
  const elements = scenarios.flatMap((_, k) => [
    element(`N${k}`, { kind: 'flow', scope: 'all-facilities' }),
    element(`S${k}`, { kind: 'stock', scope: 'all-facilities' }),
  ])
  const result = await computeSmall(
    {
      elements,
      indicators: scenarios.flatMap((_, k) => indicatorsOf(k)),
      places: [...regions, ...units],
      observations,
      start: '2019-10-01',
      yearStarts: { UGA: 7 },
    },
    at,
  )
  const byKey = new Map<string, IndicatorValue>()
  for (const value of result.values) byKey.set(`${value.indicator} ${value.place} ${value.quarter}`, value)
  for (const value of result.otherWindows)
    byKey.set(`${value.indicator} ${value.place} ${value.quarter} ${value.window}`, value)
  return (k: number, kind: string, code: string, quarter: string, window?: string) => {
    const found = byKey.get([`${kind}-${k}`, code, quarter, ...(window ? [window] : [])].join(' '))
    if (!found) throw new Error(`Nothing of ${kind} in ${code} ${quarter} ${window ?? ''}.`)
    return found
  }
}

const near = (figure: NaiveFigure) => {
  const digits = (value: number) => 9 - Math.ceil(Math.log10(Math.abs(value) + 1))
  const close = (value: number | null) => (value === null ? null : expect.closeTo(value, digits(value)))
  return {
    ...figure,
    value: close(figure.value),
    numerator: close(figure.numerator),
    denominator: close(figure.denominator),
  }
}
const unitsOf = (country: string) => units.filter(({ code }) => code.startsWith(country))

it('agrees in every window with a computation by hand, unit by unit', async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (scenarios) => {
      const find = await computed(scenarios)
      scenarios.forEach((values, k) => {
        const told = toldBy(values)
        for (const kind of ['flow', 'to-date', 'stock', 'rate'] as const)
          for (const quarter of quarters)
            for (const window of [undefined, ...(kind === 'stock' ? [] : windows)]) {
              const local = countries.map((country) =>
                naiveFigure(
                  unitsOf(country),
                  told,
                  question(kind, quartersIn(window ?? own[kind], quarter, country)),
                ),
              )
              countries.forEach((country, i) => {
                expect(find(k, kind, country, quarter, window)).toMatchObject(near(local[i] as NaiveFigure))
              })
              const programme = find(k, kind, 'ALL', quarter, window)
              // Uganda’s fiscal year is never that of the others.
              if (window === 'fiscal_year') expect(programme.state).toBe('not_applicable')
              else expect(programme).toMatchObject(near(naiveProgramme(local, kind === 'rate' ? 1000 : 1)))
            }
      })
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

it('recombines any partition of places and periods to the same value', async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (scenarios) => {
      const find = await computed(scenarios)
      const total = (parts: readonly IndicatorValue[]) =>
        parts.reduce((all, { value }) => all + (value ?? 0), 0)
      scenarios.forEach((_, k) => {
        for (const quarter of quarters) {
          const country = find(k, 'flow', 'KAZ', quarter)
          const regional = ['KAZ-R1', 'KAZ-R2'].map((code) => find(k, 'flow', code, quarter))
          expect(country.value ?? 0).toBe(total(regional))
          expect(country.state === 'observed').toBe(regional.some(({ state }) => state === 'observed'))
          for (const window of ['half_year', 'year', 'four_quarters'] as const) {
            const whole = find(k, 'flow', 'KAZ', quarter, window)
            const inside = quartersIn(window, quarter, 'KAZ').filter((one) => quarters.includes(one))
            const parts = inside.map((one) => find(k, 'flow', 'KAZ', one))
            expect(whole.value ?? 0).toBe(total(parts))
            expect(whole.state === 'observed').toBe(parts.some(({ state }) => state === 'observed'))
          }
        }
      })
    }),
    { numRuns: 3, endOnFailure: true },
  )
})
