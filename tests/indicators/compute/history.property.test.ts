import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Indicator } from '../../../indicators/model/indicator.ts'
import { quarterEnd, quarterStart, quartersBetween } from '../../../indicators/model/period.ts'
import { countries } from '../../../indicators/model/place.ts'
import { type Plan, planOn } from '../../../indicators/model/target.ts'
import { observed } from '../../pipelines/warehouse/observations.ts'
import { computeSmall, element, indicator } from './small-warehouse.ts'

const quarters = quartersBetween('2019-Q4', '2021-Q1')
const at = { quarters, quarter: '2021-Q1', dataAsOf: '2022-01-01' }
const elements = [element('N'), element('S', { kind: 'stock' })]
const sum = (...ids: string[]) => ({ sum: ids.map((id) => ({ element: id })), over: 'sum' as const })
const stock = { sum: [{ element: 'S' }], over: 'last' as const }

/** Ways to define one indicator that differ in formula, window, unit, geography, frequency and split. */
const ways: Partial<Indicator>[] = [
  {},
  { window: 'since_start' },
  { formula: { kind: 'count', of: stock }, staleness: 2 },
  { breakdowns: [{ by: 'sex', levels: 'country' }] },
  {
    formula: { kind: 'ratio', numerator: sum('N'), denominator: stock, scale: 100 },
    unit: 'percentage',
    geography: 'ratio_of_sums',
    window: 'half_year',
    frequency: 'six-monthly',
  },
]
const fields = ['formula', 'window', 'unit', 'geography', 'frequency', 'breakdowns', 'staleness'] as const

const cells = ['', 'sex=female', 'sex=male']
const keys = ['N', 'S'].flatMap((id) =>
  countries.flatMap((code) =>
    quarters.flatMap((quarter) => cells.map((cell) => [id, code, quarter, cell] as const)),
  ),
)
const numbers = fc.array(fc.option(fc.integer({ min: 1, max: 40 }), { freq: 6 }), {
  minLength: keys.length,
  maxLength: keys.length,
})
const observationsOf = (values: readonly (number | null)[]) =>
  keys.flatMap(([id, code, quarter, cell], i) => {
    const value = values[i] ?? null
    return value === null ? [] : [observed({ element: id, place: code, quarter, cell, value })]
  })

const way = fc.nat({ max: ways.length - 1 })
const day = fc
  .record({ quarter: fc.constantFrom(...quarters.slice(1)), late: fc.boolean() })
  .map(({ quarter, late }) => (late ? quarterEnd(quarter) : quarterStart(quarter)))

it('computes as the old definition alone before a change, and as the new one alone after it', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, way, way, day, async (values, first, second, since) => {
      fc.pre(first !== second)
      const [old, present] = [indicator(ways[first]), indicator(ways[second])]
      const changed = Indicator.parse({
        ...present,
        ...{ version: 2, since },
        earlier: [
          {
            ...{ version: 1, since: '2018-12-01', reason: { en: 'A test' } },
            ...Object.fromEntries(fields.map((field) => [field, old[field]])),
          },
        ],
      })
      const valuesOf = async (one: Indicator) =>
        (await computeSmall({ elements, indicators: [one], observations: observationsOf(values) }, at)).values
      const isBefore = ({ quarter }: { quarter: string }) => quarterEnd(quarter) < since
      const [both, before, after] = [await valuesOf(changed), await valuesOf(old), await valuesOf(present)]
      expect(both.filter(isBefore)).toEqual(before.filter(isBefore))
      expect(both.filter((one) => !isBefore(one))).toEqual(after.filter((one) => !isBefore(one)))
    }),
    { numRuns: 12, endOnFailure: true },
  )
})

it('judges a quarter by the plan that holds on its last day, in the countries and in the programme', async () => {
  const dated = (date: string, value: number) => ({ date, planned: { value } })
  const targets = fc.integer({ min: 1, max: 200 })
  await fc.assert(
    fc.asyncProperty(numbers, day, targets, targets, async (values, from, first, second) => {
      const aims = (target: number) => ({
        baseline: dated('2019-09-30', 0),
        milestones: [],
        target: dated('2021-12-31', target),
      })
      const plans = countries.map(
        (place, i): Plan => ({
          ...{ place, cell: '', extension: null, pooled: false, illustrative: true },
          ...aims(first),
          ...(i === 0 ? { revisions: [{ from, reason: { en: 'A test' }, ...aims(second) }] } : {}),
        }),
      )
      const standingsBy = async (made: Plan[]) => {
        const small = { elements, indicators: [indicator()], plans: { made } }
        return (await computeSmall({ ...small, observations: observationsOf(values) }, at)).standings
      }
      const isBefore = ({ quarter }: { quarter: string }) => quarterEnd(quarter) < from
      const both = await standingsBy(plans)
      const before = await standingsBy(plans.map((plan) => planOn(plan, '')))
      const after = await standingsBy(plans.map((plan) => planOn(plan, '9999-12-31')))
      expect(both.filter(isBefore)).toEqual(before.filter(isBefore))
      expect(both.filter((one) => !isBefore(one))).toEqual(after.filter((one) => !isBefore(one)))
    }),
    { numRuns: 10, endOnFailure: true },
  )
})
