import { TOTAL } from '../model/breakdown.ts'
import type { Indicator } from '../model/indicator.ts'
import { quarterEnd } from '../model/period.ts'
import { PROGRAMME, placeLevel } from '../model/place.ts'
import type { Standing } from '../model/released.ts'
import type { Plan } from '../model/target.ts'
import type { IndicatorValue } from './compute-values.ts'
import { progressOf } from './progress.ts'
import { statusOf } from './status.ts'

/**
 * Where an indicator stands in the programme and each country, by its totals.
 *
 * Shape   one per (quarter, place); none for context series, which aim at nothing. The programme is rated only
 *         when every country expected has reported
 */
export function indicatorStandings(
  indicator: Indicator,
  plans: readonly Plan[],
  values: readonly IndicatorValue[],
): (Standing & { indicator: string })[] {
  if (indicator.targetMode === 'none') return []
  return values
    .filter(({ cell, place }) => cell === TOTAL && placeLevel(place) !== 'region')
    .map((value) => {
      const plan = plans.find(({ place, cell }) => place === value.place && cell === TOTAL) ?? null
      return { indicator: indicator.id, ...standingOf(indicator, plan, value) }
    })
}

/** Where one value stands against one plan. */
export function standingOf(indicator: Indicator, plan: Plan | null, value: IndicatorValue): Standing {
  const { place, quarter } = value
  const day = quarterEnd(quarter)
  const progress = progressOf(indicator, plan, value.value, day)
  const status = statusOf(indicator.direction, value, progress, day, place === PROGRAMME)
  return { place, quarter, status, progress }
}
