import { TOTAL } from '../model/breakdown.ts'
import type { Indicator } from '../model/indicator.ts'
import { quarterEnd } from '../model/period.ts'
import { PROGRAMME, placeLevel } from '../model/place.ts'
import type { Standing, Status } from '../model/released.ts'
import type { Plan } from '../model/target.ts'
import type { IndicatorValue } from './compute-values.ts'
import { progressOf } from './progress.ts'
import { type Actual, statusOf } from './status.ts'

/**
 * Where an indicator stands in the programme and each country: its totals, and the cells that have plans of their own.
 *
 * Shape   one per (quarter, place, cell); none for context series, which aim at nothing. The programme is rated only
 *         when every country expected has reported, and a period only when it is over
 */
export function indicatorStandings(
  indicator: Indicator,
  plans: readonly Plan[],
  values: readonly IndicatorValue[],
  dataAsOf: string,
): (Standing & { indicator: string })[] {
  if (indicator.targetMode === 'none') return []
  const byCell = new Map(plans.map((plan) => [`${plan.place} ${plan.cell}`, plan]))
  return values.flatMap((value) => {
    const plan = byCell.get(`${value.place} ${value.cell}`) ?? null
    if (placeLevel(value.place) === 'region' || (value.cell !== TOTAL && !plan)) return []
    return [{ indicator: indicator.id, ...standingOf(indicator, plan, value, dataAsOf) }]
  })
}

/** Where one value stands against one plan. */
export function standingOf(
  indicator: Indicator,
  plan: Plan | null,
  value: IndicatorValue,
  dataAsOf: string,
): Standing {
  const { place, quarter, cell } = value
  const day = quarterEnd(quarter)
  const progress = progressOf(indicator, plan, value.value, day)
  return {
    place,
    quarter,
    cell,
    status: day > dataAsOf ? 'not_due' : statusIn(indicator, plan, value),
    progress,
  }
}

/** Of a number that nobody knows exactly only what holds at both of its ends. */
function statusIn(indicator: Indicator, plan: Plan | null, value: IndicatorValue): Status {
  const { bounds, place, quarter } = value
  const day = quarterEnd(quarter)
  const statusAt = (actual: Actual) =>
    statusOf(
      indicator.direction,
      actual,
      progressOf(indicator, plan, actual.value, day),
      day,
      place === PROGRAMME,
    )
  if (!bounds) return statusAt(value)
  const [low, high] = [bounds.low, bounds.high].map(
    (end) => end !== null && statusAt({ ...value, value: end }),
  )
  if (low && (low === high || (high === false && low === 'met' && indicator.direction === 'increase')))
    return low
  return 'not_rated'
}
