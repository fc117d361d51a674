import type { Path } from '../model/indicator.ts'
import type { Plan } from '../model/target.ts'

type Point = { date: string; value: number }

/** What a plan says for its dates, in their order: baseline, milestones, target, and where it was moved to. */
export function pointsOf({ baseline, milestones, target, extension }: Plan): Point[] {
  const dated = [baseline, ...milestones, target, extension].filter((one) => one !== null)
  return dated.map(({ date, planned }) => ({ date, value: planned.value }))
}

/**
 * What is planned for a day.
 *
 * Shape   null before the first date a plan says anything for; after the last date its last value
 * Unit    the indicator's. `linear` goes by days; `steps` keeps the last value; `end_only` keeps the baseline
 *         until the target's date
 */
export function plannedOn(plan: Plan, path: Path, day: string): number | null {
  const points = path === 'end_only' ? pointsOf({ ...plan, milestones: [] }) : pointsOf(plan)
  const before = points.findLast(({ date }) => date <= day)
  const after = points.find(({ date }) => date > day)
  if (!before) return null
  if (!after || path !== 'linear') return before.value
  const share = daysBetween(before.date, day) / daysBetween(before.date, after.date)
  return before.value + share * (after.value - before.value)
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
