import type { Direction } from '../model/indicator.ts'
import type { Progress, Status } from '../model/released.ts'
import type { Figure } from './figure.ts'

/** From these shares of the plan on, unrounded. */
const bands = { onTrack: 0.9, atRisk: 0.6 }
const TOLERANCE = 1e-9

export type Actual = Pick<Figure, 'state' | 'value'>

/**
 * Where an indicator stands.
 *
 * Shape   met as soon as the final target is reached, on time or not; otherwise by the share of the change planned
 *         for the day. Not rated: nothing to compare with, or no baseline for an increase
 * Source  docs/methods.md, "Status"
 */
export function statusOf(direction: Direction, actual: Actual, progress: Progress, day: string): Status {
  const { state, value } = actual
  const { target, targetDate, baseline, planned, planRatio, toFinal, gap } = progress
  if (state === 'not_due') return 'not_due'
  if (state === 'not_applicable') return 'not_rated'
  if (value === null) return 'no_data'
  if (direction === 'none' || (target === null && direction !== 'range')) return 'not_rated'
  if (direction === 'range' || target === null) return gap === 0 ? 'met' : 'off_track'
  const upwards = direction === 'increase' || direction === 'floor'
  if (reaches(value, target, upwards)) return 'met'
  if (direction === 'ceiling' || direction === 'floor') return 'off_track'
  if (baseline === null) {
    if (direction === 'increase') return 'not_rated'
    return targetDate !== null && day < targetDate ? 'not_due' : 'off_track'
  }
  if (toFinal !== null && toFinal < 0) return 'reversed'
  if (planned === null || planRatio === null) return 'not_due'
  if (planRatio >= bands.onTrack - TOLERANCE) return 'on_track'
  return planRatio >= bands.atRisk - TOLERANCE ? 'at_risk' : 'off_track'
}

/** Equal within the precision of a division. */
function reaches(value: number, aim: number, upwards: boolean) {
  const slack = TOLERANCE * Math.max(1, Math.abs(aim))
  return upwards ? value >= aim - slack : value <= aim + slack
}
