import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Computed } from '../../../indicators/compute/compute-indicators.ts'
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
/** element → unit → quarter → what was said */
const facts = fc.array(said, { minLength: 48, maxLength: 48 })

const at = { quarters, quarter: '2021-Q1', dataAsOf: '2022-01-01' }
const sum = (id: string, over: 'sum' | 'last' | 'mean_of_period_ends') => ({ sum: [{ element: id }], over })
const pair = { denominator: sum('S', 'mean_of_period_ends'), scale: 1000 } as const
const indicators = [
  indicator({ id: 'flow', byRegion: true }),
  indicator({ id: 'to-date', window: 'since_start' }),
  indicator({ id: 'stock', formula: { kind: 'count', of: sum('S', 'last') } }),
  indicator({
    id: 'rate',
    formula: { kind: 'ratio', numerator: sum('N', 'sum'), ...pair },
    window: 'four_quarters',
    geography: 'ratio_of_sums',
  }),
]

const window = (quarter: Quarter, count: number) => quartersBetween(quarterAfter(quarter, 1 - count), quarter)
const questions: Record<string, (quarter: Quarter) => NaiveQuestion> = {
  flow: (quarter) => ({ of: { element: 'N', rule: 'sum' }, scale: 1, quarters: [quarter], staleness: 1 }),
  'to-date': (quarter) => ({
    of: { element: 'N', rule: 'sum' },
    scale: 1,
    quarters: quartersBetween('2019-Q4', quarter),
    staleness: 1,
  }),
  stock: (quarter) => ({ of: { element: 'S', rule: 'last' }, scale: 1, quarters: [quarter], staleness: 1 }),
  rate: (quarter) => ({
    of: { element: 'N', rule: 'sum' },
    over: { element: 'S', rule: 'mean' },
    scale: 1000,
    quarters: window(quarter, 4),
    staleness: 1,
  }),
}

function toldBy(values: readonly Said[]) {
  const keys = ['N', 'S'].flatMap((id) =>
    units.flatMap(({ code }) => quarters.map((quarter) => `${id} ${code} ${quarter}`)),
  )
  const told = new Map(keys.map((key, i) => [key, values[i]]))
  const observations = keys.flatMap((key) => {
    const [id = '', code = '', quarter = ''] = key.split(' ')
    const one = told.get(key)
    if (one === undefined) return []
    const state = typeof one === 'number' ? 'observed' : one
    return [
      observed({ element: id, place: code, quarter, state, value: typeof one === 'number' ? one : null }),
    ]
  })
  const compute = () =>
    computeSmall(
      {
        elements: ['N', 'S'].map((id) =>
          element(id, { kind: id === 'N' ? 'flow' : 'stock', scope: 'all-facilities' }),
        ),
        indicators,
        places: [...regions, ...units],
        observations,
        start: '2019-10-01',
      },
      at,
    )
  return {
    told: (id: string, code: string, quarter: string) => told.get(`${id} ${code} ${quarter}`),
    compute,
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

it('agrees with a computation by hand, unit by unit', async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (values) => {
      const { told, compute } = toldBy(values)
      const computed = await compute()
      const expected = Object.entries(questions).flatMap(([id, ask]) =>
        quarters.flatMap((quarter) => {
          const local = countries.map((country) =>
            naiveFigure(
              units.filter(({ code }) => code.startsWith(country)),
              told,
              ask(quarter),
            ),
          )
          const all = [naiveProgramme(local, ask(quarter).scale), ...local]
          return ['ALL', ...countries].map((code, i) => ({
            indicator: id,
            quarter,
            place: code,
            cell: '',
            ...near(all[i] as NaiveFigure),
          }))
        }),
      )
      expect(computed.values.filter((value) => !value.place.includes('-'))).toEqual(expected)
    }),
    { numRuns: 20, endOnFailure: true },
  )
})

const find = (computed: Computed, id: string, code: string, quarter: string) =>
  computed.values.find((value) => value.indicator === id && value.place === code && value.quarter === quarter)

it('never makes a number of a state, pools pairs, and adds regions up to their country', async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (values) => {
      const computed = await toldBy(values).compute()
      for (const { state, value, numerator, denominator } of computed.values)
        if (state !== 'observed') expect([value, numerator, denominator]).toEqual([null, null, null])
        else expect(value).not.toBeNull()
      for (const quarter of quarters) {
        const parts = countries.flatMap((code) => find(computed, 'rate', code, quarter) ?? [])
        const sumOf = (of: 'numerator' | 'denominator') =>
          parts.reduce((total, part) => total + (part[of] ?? 0), 0)
        const programme = find(computed, 'rate', 'ALL', quarter)
        if (programme?.state === 'observed')
          expect(programme.value).toBeCloseTo((1000 * sumOf('numerator')) / sumOf('denominator'), 4)
        const country = find(computed, 'flow', 'KAZ', quarter)
        const own = ['KAZ-R1', 'KAZ-R2'].flatMap((code) => find(computed, 'flow', code, quarter)?.value ?? [])
        expect(country?.value ?? 0).toBe(own.reduce((total, value) => total + value, 0))
        expect(country?.state === 'observed').toBe(own.length > 0)
      }
    }),
    { numRuns: 6, endOnFailure: true },
  )
})
