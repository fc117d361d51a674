import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plansWithProgramme } from '../../../indicators/compute/plans.ts'
import { loadLogframe } from '../../../indicators/logframe/read-logframe.ts'
import { Logframe } from '../../../indicators/model/logframe.ts'
import { quarterAfter, quarterEnd } from '../../../indicators/model/period.ts'
import { type Plan, planOn } from '../../../indicators/model/target.ts'
import { indicator } from './small-warehouse.ts'

const logframe = loadLogframe()
const plans = plansWithProgramme(logframe)
const programme = (id: string, cell = '') =>
  plans[id]?.find((plan) => plan.place === 'ALL' && plan.cell === cell)

it('adds the countries’ aims of a count, for every cell that has them', () => {
  expect(programme('staff-trained')?.target?.planned.value).toBe(1290)
  expect(programme('staff-trained', 'sex=female')?.target?.planned.value).toBe(356)
  expect(programme('staff-trained')?.pooled).toBe(true)
})

it('pools a rate as one sum over the other', () => {
  const planned = programme('unsentenced-share')?.target?.planned
  expect(planned).toMatchObject({ numerator: 47_900, denominator: 120_300 })
  expect(planned?.value).toBeCloseTo((100 * 47_900) / 120_300, 12)
})

it('has no programme plan where countries are only listed', () => {
  expect(programme('assessment-framework-stage')).toBeUndefined()
  expect(programme('terrorism-index-score')).toBeUndefined()
})

it('puts the programme first and keeps the countries’ plans as written', () => {
  for (const { id } of logframe.indicators) {
    const all = plans[id] ?? []
    expect(all.filter(({ pooled }) => !pooled)).toEqual(logframe.plans[id] ?? [])
    const order = all.map(({ place }) => (place === 'ALL' ? 0 : 1))
    expect(order).toEqual(order.toSorted())
  }
})

const plan = (place: string, target: number, given: Partial<Plan> = {}): Plan => ({
  place,
  cell: '',
  baseline: null,
  milestones: [{ date: '2020-12-31', planned: { value: 5 } }],
  target: { date: '2021-12-31', planned: { value: target } },
  extension: null,
  pooled: false,
  illustrative: false,
  ...given,
})

function pooledOf(own: Plan[], given: Parameters<typeof indicator>[0] = {}) {
  const made = indicator(given)
  const whole = Logframe.parse({
    start: '2018-12-01',
    plannedEnd: '2021-12-31',
    chain: [],
    elements: [],
    indicators: [made],
    plans: { made: own },
  })
  return plansWithProgramme(whole).made?.[0]
}

it('pools no baseline and no milestone that one country lacks', () => {
  const pooled = pooledOf([
    plan('KAZ', 10, { baseline: { date: '2018-12-31', planned: { value: 1 } } }),
    plan('TUN', 20, { milestones: [] }),
  ])
  expect(pooled).toMatchObject({ baseline: null, milestones: [], target: { planned: { value: 30 } } })
})

it('adds an extension to the targets of countries that have none', () => {
  const extension = { date: '2022-09-30', planned: { value: 15 }, reason: { en: 'Six more months' } }
  const pooled = pooledOf([plan('KAZ', 10, { extension }), plan('TUN', 20)])
  expect(pooled?.extension).toEqual({ ...extension, planned: { value: 35 } })
  expect(pooled?.target?.planned.value).toBe(30)
})

it('turns aims per period into their running sums', () => {
  const pooled = pooledOf([plan('KAZ', 10)], { targetMode: 'per_period' })
  expect(pooled?.milestones[0]?.planned.value).toBe(5)
  expect(pooled?.target?.planned.value).toBe(15)
})

it('pools on every day what holds on that day, and notes each day something changes', () => {
  const reason = { en: 'Fewer courses' }
  const aims = (target: number) => ({
    baseline: null,
    milestones: [{ date: '2020-12-31', planned: { value: 5 } }],
    target: { date: '2021-12-31', planned: { value: target } },
  })
  const own = [
    plan('KAZ', 10, { revisions: [{ from: '2020-07-01', reason, ...aims(40) }] }),
    plan('TUN', 20, {
      revisions: [
        { from: '2020-07-01', reason: { en: 'More courses' }, ...aims(21) },
        { from: '2021-01-01', reason, ...aims(25) },
      ],
    }),
  ]
  const pooled = pooledOf(own)
  expect(pooled?.revisions?.map(({ from }) => from)).toEqual(['2020-07-01', '2021-01-01'])
  expect(pooled?.revisions?.[0]?.reason).toEqual(reason)
  for (const day of ['2019-03-31', '2020-06-30', '2020-07-01', '2020-12-31', '2021-01-01', '2022-12-31']) {
    const alone = pooledOf(own.map((one) => planOn(one, day)))
    expect(pooled && planOn(pooled, day)).toEqual(alone)
  }
})

it('sums aims per period within every revision', () => {
  const pooled = pooledOf(
    [
      plan('KAZ', 10, {
        revisions: [{ ...plan('KAZ', 12), from: '2021-01-01', reason: { en: 'More' } }].map(
          ({ baseline, milestones, target, from, reason }) => ({
            baseline,
            milestones,
            target,
            from,
            reason,
          }),
        ),
      }),
    ],
    { targetMode: 'per_period' },
  )
  expect(pooled?.target?.planned.value).toBe(15)
  expect(pooled?.revisions?.[0]?.target?.planned.value).toBe(17)
})

it('takes aims per period and their running sums as the same plan', () => {
  const amounts = fc.array(fc.nat(500), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(amounts, (perPeriod) => {
      const dated = perPeriod.map((value, i) => ({
        date: quarterEnd(quarterAfter('2019-Q1', i)),
        planned: { value },
      }))
      const sums = dated.map(({ date }, i) => ({
        date,
        planned: { value: perPeriod.slice(0, i + 1).reduce((sum, value) => sum + value, 0) },
      }))
      const aims = (all: typeof dated, targetMode: 'per_period' | 'cumulative') =>
        pooledOf([plan('KAZ', 0, { milestones: all.slice(0, -1), target: all.at(-1) ?? null })], {
          targetMode,
        })
      expect(aims(dated, 'per_period')).toEqual(aims(sums, 'cumulative'))
    }),
    { numRuns: 1000 },
  )
})
