import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plannedOn } from '../../../indicators/compute/path.ts'
import { progressOf } from '../../../indicators/compute/progress.ts'
import { statusOf } from '../../../indicators/compute/status.ts'
import type { Direction, Path } from '../../../indicators/model/indicator.ts'
import type { Plan } from '../../../indicators/model/target.ts'

const dated = (date: string, value: number) => ({ date, planned: { value } })
const planOf = (baseline: number | null, target: number, given: Partial<Plan> = {}): Plan => ({
  place: 'KAZ',
  cell: '',
  baseline: baseline === null ? null : dated('2018-12-31', baseline),
  milestones: [],
  target: dated('2021-12-31', target),
  extension: null,
  pooled: false,
  illustrative: true,
  ...given,
})
const judged = (direction: Direction, path: Path = 'linear', kind: 'count' | 'ordinal' = 'count') => ({
  direction,
  ...(direction === 'range' ? { range: { low: -100, high: 100 } } : {}),
  path,
  targetMode: 'level' as const,
  frequency: 'quarterly' as const,
  formula: { kind },
})
const flipped = (plan: Plan): Plan => ({
  ...plan,
  baseline: plan.baseline && dated(plan.baseline.date, -plan.baseline.planned.value),
  milestones: plan.milestones.map(({ date, planned }) => dated(date, -planned.value)),
  target: plan.target && dated(plan.target.date, -plan.target.planned.value),
})

function standing(direction: Direction, plan: Plan, value: number, day: string, path: Path = 'linear') {
  const progress = progressOf(judged(direction, path), plan, value, day)
  const actual = { state: 'observed' as const, value }
  return { progress, status: statusOf(direction, actual, progress, day) }
}

const THOUSANDS = { numRuns: 3000 }
const whole = fc.integer({ min: -500, max: 500 })
const days = fc.constantFrom(
  '2018-12-31',
  '2019-03-31',
  '2020-06-30',
  '2020-12-31',
  '2021-12-31',
  '2022-09-30',
)
const paths = fc.constantFrom<Path>('linear', 'steps', 'end_only')
const plans = fc
  .tuple(whole, whole, whole)
  .filter(([baseline, , target]) => baseline !== target)
  .map(([baseline, milestone, target]) =>
    planOf(baseline, target, { milestones: [dated('2020-12-31', milestone)] }),
  )

it('says the same of a rise as of the same fall turned upside down', () => {
  fc.assert(
    fc.property(plans, whole, days, paths, (plan, value, day, path) => {
      const up = standing('increase', plan, value, day, path)
      const down = standing('decrease', flipped(plan), -value, day, path)
      expect(down.status).toBe(up.status)
      for (const share of ['toFinal', 'toMilestone', 'planRatio'] as const)
        expect(Math.abs((down.progress[share] ?? 0) - (up.progress[share] ?? 0))).toBeLessThan(1e-12)
    }),
    THOUSANDS,
  )
})

it('never says a number that is not finite, and no percentage of a ceiling, floor or range', () => {
  const directions = fc.constantFrom<Direction>('increase', 'decrease', 'ceiling', 'floor', 'range', 'none')
  fc.assert(
    fc.property(plans, whole, days, paths, directions, (plan, value, day, path, direction) => {
      const { progress } = standing(direction, plan, value, day, path)
      const numbers = Object.values(progress).filter((one) => typeof one === 'number')
      expect(numbers.every(Number.isFinite)).toBe(true)
      if (['ceiling', 'floor', 'range'].includes(direction))
        expect([progress.attainment, progress.toFinal, progress.planRatio]).toEqual([null, null, null])
    }),
    THOUSANDS,
  )
})

it('has come the whole way at the target and none of it at the baseline', () => {
  fc.assert(
    fc.property(plans, days, (plan, day) => {
      const { baseline, target } = plan
      const at = (value: number) => progressOf(judged('increase'), plan, value, day).toFinal
      expect(at(target?.planned.value ?? 0)).toBe(1)
      expect(Math.abs(at(baseline?.planned.value ?? 0) ?? 1)).toBe(0)
    }),
    THOUSANDS,
  )
})

it('follows its points: by days, by steps, or at the end alone', () => {
  const plan = planOf(0, 100, { milestones: [dated('2019-12-31', 10)] })
  const on = (path: Path, day: string) => plannedOn(plan, path, day)
  expect(on('linear', '2020-12-31')).toBeCloseTo(10 + (90 * 366) / 731, 9)
  expect(on('steps', '2020-12-31')).toBe(10)
  expect(on('end_only', '2020-12-31')).toBe(0)
  expect([on('linear', '2022-06-30'), on('steps', '2022-06-30'), on('end_only', '2022-06-30')]).toEqual([
    100, 100, 100,
  ])
  expect(on('linear', '2018-01-01')).toBeNull()
})

it('plans stages in whole steps', () => {
  const plan = planOf(0, 4)
  expect(progressOf(judged('increase', 'linear', 'ordinal'), plan, 1, '2020-06-30').planned).toBe(1)
})

it('rates an increase without a baseline only as met', () => {
  const plan = planOf(null, 80)
  expect(standing('increase', plan, 79, '2020-12-31').status).toBe('not_rated')
  expect(standing('increase', plan, 80, '2020-12-31').status).toBe('met')
})

it('rates a decrease without a baseline from its date on', () => {
  const plan = planOf(null, 10)
  expect(standing('decrease', plan, 12, '2020-12-31').status).toBe('not_due')
  expect(standing('decrease', plan, 12, '2021-12-31').status).toBe('off_track')
  expect(standing('decrease', plan, 9, '2020-12-31').status).toBe('met')
})

it('rates nothing that has no value', () => {
  const none = progressOf(judged('increase'), planOf(0, 100), null, '2021-12-31')
  const without = (state: 'not_due' | 'withheld' | 'not_applicable') =>
    statusOf('increase', { state, value: null }, none, '2021-12-31')
  expect([without('not_due'), without('withheld'), without('not_applicable')]).toEqual([
    'not_due',
    'no_data',
    'not_rated',
  ])
})

it('measures how far a value lies outside its range, and nothing inside it', () => {
  fc.assert(
    fc.property(whole, days, (value, day) => {
      const { progress, status } = standing('range', planOf(null, 0), value, day)
      const outside = value < -100 ? value + 100 : value > 100 ? value - 100 : 0
      expect([progress.gap, status]).toEqual([outside, outside === 0 ? 'met' : 'off_track'])
    }),
    THOUSANDS,
  )
})
