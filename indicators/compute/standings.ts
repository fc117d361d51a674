import { TOTAL } from '../model/breakdown.ts'
import type { Direction, Indicator } from '../model/indicator.ts'
import { quarterEnd } from '../model/period.ts'
import { PROGRAMME, placeLevel } from '../model/place.ts'
import type { Standing, Status } from '../model/released.ts'
import { type Plan, planOn } from '../model/target.ts'
import type { IndicatorValue } from './compute-values.ts'
import { pooledPlans } from './plans.ts'
import { progressOf } from './progress.ts'
import { type Actual, statusOf } from './status.ts'

/**
 * Where an indicator stands in the programme and each country: its totals, and the cells that have plans of their own.
 *
 * Shape   one per (quarter, place, cell); none for context series, which aim at nothing. A period is rated only when
 *         it is over, the programme only when enough countries have reported
 */
export function indicatorStandings(
  indicator: Indicator,
  plans: readonly Plan[],
  values: readonly IndicatorValue[],
  dataAsOf: string,
): (Standing & { indicator: string })[] {
  if (indicator.targetMode === 'none') return []
  const planFor = planFinder(indicator, plans, values)
  return values.flatMap((value) => {
    const written = planFor(value)
    const plan = written && planOn(written, quarterEnd(value.quarter))
    if (placeLevel(value.place) === 'region' || (value.cell !== TOTAL && !plan)) return []
    return [{ indicator: indicator.id, ...standingOf(indicator, plan, value, dataAsOf) }]
  })
}

/**
 * The plan a value is held against. A programme figure without all countries is compared with what those that
 * reported plan, unless it is a sum that only grows: that is a lower bound of the whole.
 */
function planFinder(indicator: Indicator, plans: readonly Plan[], values: readonly IndicatorValue[]) {
  const first = Map.groupBy(plans, ({ place, cell }) => `${place} ${cell}`)
  const pool = new Map<string, Plan | null>()
  const countriesBehind = Map.groupBy(
    values.filter(({ place, state }) => placeLevel(place) === 'country' && state === 'observed'),
    ({ quarter, cell }) => `${quarter} ${cell}`,
  )
  const pooledFrom = (places: readonly string[], cell: string) => {
    const key = [cell, ...places].join(' ')
    const known = pool.get(key)
    if (known !== undefined) return known
    const own = plans.filter((plan) => plan.cell === cell && places.includes(plan.place))
    const made = own.length === places.length ? (pooledPlans(indicator, own)[0] ?? null) : null
    pool.set(key, made)
    return made
  }
  return ({ place, cell, quarter, coverage }: IndicatorValue): Plan | null => {
    const plan = first.get(`${place} ${cell}`)?.[0] ?? null
    if (place !== PROGRAMME || !plan || isWhole(coverage) || isLowerBound(indicator)) return plan
    const behind = countriesBehind.get(`${quarter} ${cell}`) ?? []
    return pooledFrom(
      behind.map((value) => value.place),
      cell,
    )
  }
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
  const status = day > dataAsOf ? 'not_due' : statusIn(indicator, plan, value)
  return { place, quarter, cell, status, progress }
}

/** Of a number that nobody knows exactly only what holds at both of its ends. */
function statusIn(indicator: Indicator, plan: Plan | null, value: IndicatorValue): Status {
  const { direction, minimumCoverage = 1 } = indicator
  const { bounds, place, coverage, partial } = value
  const day = quarterEnd(value.quarter)
  const enough = place !== PROGRAMME || isWhole(coverage, minimumCoverage)
  const statusAt = (actual: Actual) => {
    const status = statusOf(direction, actual, progressOf(indicator, plan, actual.value, day), day)
    if (enough && !(partial && isLowerBound(indicator) && isUndoneByMore(direction, status))) return status
    return isCertain(direction, status, isLowerBound(indicator)) ? status : 'not_rated'
  }
  if (!bounds) return statusAt(value)
  const low = statusAt({ ...value, value: bounds.low })
  const high = bounds.high === null ? low : statusAt({ ...value, value: bounds.high })
  const acrossRange = indicator.range !== undefined && bounds.low < indicator.range.low
  const holds =
    bounds.high === null ? isCertain(direction, low, true) : low === high && !(acrossRange && low !== 'met')
  return holds ? low : 'not_rated'
}

const isWhole = (coverage: IndicatorValue['coverage'], minimum = 1) =>
  coverage === null || coverage.reported >= minimum * coverage.expected

/** A sum of what happened only grows with what is missing. */
const isLowerBound = ({ formula }: Indicator) =>
  (formula.kind === 'count' && formula.of.over === 'sum') || formula.kind === 'persons_unique'

/** Whether what is missing could undo it: the less is reported, the better a count that should stay low looks. */
const isUndoneByMore = (direction: Direction, status: Status) =>
  (direction === 'decrease' || direction === 'ceiling' || direction === 'range') && status !== 'no_data'

/** Whether more could not change what is said of a lower bound. */
const isCertain = (direction: Direction, status: Status, lowerBound: boolean) =>
  ['no_data', 'not_due', 'not_rated'].includes(status) ||
  (lowerBound && status === 'met' && (direction === 'increase' || direction === 'floor')) ||
  (lowerBound && status === 'off_track' && direction === 'ceiling')
