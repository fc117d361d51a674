import { scaleOf } from '../logframe/formula-terms.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'
import { PROGRAMME } from '../model/place.ts'
import type { Plan, PlannedValue } from '../model/target.ts'
import { added } from './figure.ts'

/**
 * The plans of every indicator with the programme's, pooled from the countries', in front.
 *
 * Unit    counts are added; of rates both sides are added, then divided. Where countries are only listed, the
 *         programme has no plan
 */
export const plansWithProgramme = ({ indicators, plans }: Logframe): Record<string, Plan[]> =>
  Object.fromEntries(
    indicators.map((indicator) => {
      const own = (plans[indicator.id] ?? []).map((plan) => toDate(plan, indicator))
      return [indicator.id, [...pooledPlans(indicator, own), ...own]]
    }),
  )

/** Aims set period by period are the same plan as their running sums. */
function toDate(plan: Plan, { targetMode }: Indicator): Plan {
  if (targetMode !== 'per_period') return plan
  const dated = [...plan.milestones, ...(plan.target ? [plan.target] : [])]
  const sums = dated.map(({ date }, i) => ({
    date,
    planned: { value: added(dated.slice(0, i + 1).map(({ planned }) => planned.value)) },
  }))
  return plan.target
    ? { ...plan, milestones: sums.slice(0, -1), target: sums.at(-1) ?? null }
    : { ...plan, milestones: sums }
}

function pooledPlans(indicator: Indicator, plans: readonly Plan[]): Plan[] {
  if (indicator.geography === 'distribution' || indicator.geography === 'list_only') return []
  const cells = [...new Set(plans.map(({ cell }) => cell))].sort()
  return cells.map((cell) =>
    pooled(
      indicator,
      plans.filter((plan) => plan.cell === cell),
    ),
  )
}

type Dated = { date: string; planned: PlannedValue }

function pooled(indicator: Indicator, plans: readonly Plan[]): Plan {
  const pool = (dated: readonly (Dated | null)[]): Dated | null => {
    const known = dated.filter((one) => one !== null)
    const planned =
      known.length === plans.length
        ? sumOf(
            indicator,
            known.map((one) => one.planned),
          )
        : null
    return (
      planned && {
        date:
          known
            .map(({ date }) => date)
            .sort()
            .at(-1) ?? '',
        planned,
      }
    )
  }
  const dates = [...new Set(plans.flatMap(({ milestones }) => milestones.map(({ date }) => date)))].sort()
  const [extended] = plans.flatMap(({ extension }) => extension ?? [])
  const extension = extended ? pool(plans.map((plan) => plan.extension ?? plan.target)) : null
  return {
    place: PROGRAMME,
    cell: plans[0]?.cell ?? '',
    baseline: pool(plans.map(({ baseline }) => baseline)),
    milestones: dates.flatMap(
      (date) => pool(plans.map((plan) => plan.milestones.find((one) => one.date === date) ?? null)) ?? [],
    ),
    target: pool(plans.map(({ target }) => target)),
    extension: extension && extended ? { ...extension, reason: extended.reason } : null,
    pooled: true,
    illustrative: plans.some(({ illustrative }) => illustrative),
  }
}

/** Null where a rate does not say what it is made of: rates alone cannot be pooled. */
function sumOf({ formula }: Indicator, planned: readonly PlannedValue[]): PlannedValue | null {
  const scale = scaleOf(formula)
  if (scale === undefined) return { value: added(planned.map(({ value }) => value)) }
  const numerators = planned.flatMap(({ numerator }) => numerator ?? [])
  const denominators = planned.flatMap(({ denominator }) => denominator ?? [])
  if (numerators.length < planned.length || denominators.length < planned.length) return null
  const [numerator, denominator] = [added(numerators), added(denominators)]
  return { value: (scale * numerator) / denominator, numerator, denominator }
}
