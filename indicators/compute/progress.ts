import type { Indicator } from '../model/indicator.ts'
import { quarterAfter, quarterEnd, quarterOf } from '../model/period.ts'
import type { Progress } from '../model/released.ts'
import type { Plan } from '../model/target.ts'
import { plannedOn } from './path.ts'
import { monthsIn } from './windows.ts'

/** An indicator as far as its progress goes. */
export type Judged = Pick<Indicator, 'direction' | 'range' | 'path' | 'targetMode' | 'frequency'> & {
  formula: Pick<Indicator['formula'], 'kind'>
}

/**
 * How far a value has come on a day: from the baseline, against the target, the next milestone and the plan.
 *
 * Shape   every measure that cannot be said is null: without a value, a baseline, or a way to go; ceilings, floors
 *         and ranges have a gap and no percentage
 * Unit    proportions, never clipped; `targetToDate`, `planned`, `plannedInPeriod` and `gap` in the indicator's unit
 * Source  docs/methods.md, "Progress"
 */
export function progressOf(judged: Judged, plan: Plan | null, value: number | null, day: string): Progress {
  const { direction } = judged
  const baseline = plan?.baseline?.planned.value ?? null
  const target = plan?.target?.planned.value ?? null
  const next = plan ? nextMilestone(plan, day) : null
  const planned = plan && plannedFor(judged, plan, day)
  const changes = direction === 'increase' || direction === 'decrease'
  const shareTo = (aim: number | null) =>
    changes && value !== null && baseline !== null && aim !== null && aim !== baseline
      ? (value - baseline) / (aim - baseline)
      : null
  return {
    baseline,
    baselineDate: plan?.baseline?.date ?? null,
    nextMilestone: next?.planned.value ?? null,
    nextMilestoneDate: next?.date ?? null,
    target,
    targetDate: plan?.target?.date ?? null,
    attainment:
      direction === 'increase' && value !== null && target !== null && target > 0 ? value / target : null,
    toFinal: shareTo(target),
    toMilestone: shareTo(next?.planned.value ?? null),
    targetToDate: plan ? lastAim(plan, day) : null,
    planned,
    plannedInPeriod: plan ? plannedInPeriod(judged, plan, day) : null,
    planRatio: shareTo(planned),
    gap: gapOf(judged, value, planned),
  }
}

/** How far a value lies from what is planned; outside a range from its nearer end, inside it nothing. */
function gapOf({ range }: Judged, value: number | null, planned: number | null) {
  if (value === null) return null
  if (range) return value - Math.min(Math.max(value, range.low), range.high)
  return planned === null ? null : value - planned
}

/** The last aim dated on or before the day. */
const lastAim = ({ milestones, target, extension }: Plan, day: string) =>
  [...milestones, target, extension].filter((one) => one !== null).findLast(({ date }) => date <= day)
    ?.planned.value ?? null

/** What a plan that grows adds in the period that ends on the day; nothing planned is 0. */
function plannedInPeriod(judged: Judged, plan: Plan, day: string): number | null {
  if (judged.targetMode !== 'per_period' && judged.targetMode !== 'cumulative') return null
  const months = monthsIn(judged.frequency)
  const before = quarterEnd(quarterAfter(quarterOf(day), -months / 3))
  const planned = plannedFor(judged, plan, day)
  const start = plan.baseline?.planned.value ?? 0
  return planned === null ? null : planned - (plannedFor(judged, plan, before) ?? start)
}

/** The first aim dated on or after the day. */
const nextMilestone = ({ milestones, target, extension }: Plan, day: string) =>
  [...milestones, target, extension].filter((one) => one !== null).find(({ date }) => date >= day) ?? null

/** Ceilings and floors hold all the way; stages and yes/no are planned in whole steps. */
function plannedFor({ direction, path, formula }: Judged, plan: Plan, day: string): number | null {
  if (direction === 'ceiling' || direction === 'floor') return plan.target?.planned.value ?? null
  const planned = plannedOn(plan, path, day)
  if (planned === null || (formula.kind !== 'ordinal' && formula.kind !== 'yes_no')) return planned
  return direction === 'decrease' ? Math.ceil(planned) : Math.floor(planned)
}
