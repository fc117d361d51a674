import { scaleOf } from '../logframe/formula-terms.ts'
import { breaksOf, definitionOn, versionsOf } from '../model/definition-history.ts'
import type { Definition, Indicator } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'
import { PROGRAMME } from '../model/place.ts'
import { type Plan, type PlannedValue, type PlanRevision, planOn } from '../model/target.ts'
import { added } from './figure.ts'

/**
 * The plans of every indicator: the programme's as entered, the programme's pooled from the countries', the countries'.
 * The first that fits counts; where the two of the programme differ, both are shown.
 *
 * Shape   a programme plan is revised on every day a country's is, or the definition: what holds on a day is pooled
 *         from what holds on that day
 * Unit    counts are added; of rates both sides are added, then divided. Where countries are only listed, the
 *         programme has no plan
 */
export const plansWithProgramme = ({ indicators, plans }: Logframe): Record<string, Plan[]> =>
  Object.fromEntries(
    indicators.map((indicator) => {
      const own = (plans[indicator.id] ?? []).map((plan) => toDate(plan, indicator))
      const [entered, ofCountries] = [own.filter(isOfProgramme), own.filter((plan) => !isOfProgramme(plan))]
      return [indicator.id, [...entered, ...pooledPlans(indicator, ofCountries), ...ofCountries]]
    }),
  )

const isOfProgramme = ({ place }: Plan) => place === PROGRAMME

/** Aims set period by period are the same plan as their running sums. */
function toDate({ revisions, ...first }: Plan, indicator: Indicator): Plan {
  const [initial = indicator] = versionsOf(indicator)
  const summed = (aims: Aims, { targetMode }: Definition) =>
    targetMode === 'per_period' ? runningSums(aims) : aims
  return {
    ...first,
    ...summed(first, initial),
    ...(revisions && {
      revisions: revisions.map((one) => ({ ...one, ...summed(one, definitionOn(indicator, one.from)) })),
    }),
  }
}

type Aims = Pick<Plan, 'baseline' | 'milestones' | 'target'>

function runningSums({ baseline, milestones, target }: Aims): Aims {
  const dated = [...milestones, ...(target ? [target] : [])]
  const sums = dated.map(({ date }, i) => ({
    date,
    planned: { value: added(dated.slice(0, i + 1).map(({ planned }) => planned.value)) },
  }))
  return target
    ? { baseline, milestones: sums.slice(0, -1), target: sums.at(-1) ?? null }
    : { baseline, milestones: sums, target }
}

/** The programme's plan for every cell that countries plan for, if it were made of these countries alone. */
export function pooledPlans(indicator: Indicator, plans: readonly Plan[]): Plan[] {
  if (versionsOf(indicator).every(isListed)) return []
  const cells = [...new Set(plans.map(({ cell }) => cell))].sort()
  return cells.map((cell) =>
    pooledOverTime(
      indicator,
      plans.filter((plan) => plan.cell === cell),
    ),
  )
}

const isListed = ({ geography }: Definition) => geography === 'distribution' || geography === 'list_only'

function pooledOverTime(indicator: Indicator, plans: readonly Plan[]): Plan {
  const changes = [
    ...plans.flatMap(({ revisions = [] }) => revisions),
    ...breaksOf(indicator).map(({ since, reason }) => ({ from: since, reason })),
  ]
  const reasons = new Map(changes.toReversed().map(({ from, reason }) => [from, reason]))
  const first = pooled(
    versionsOf(indicator)[0] ?? indicator,
    plans.map((plan) => planOn(plan, '')),
  )
  let before = aimsOf(first)
  const revisions = [...reasons].sort(byDay).flatMap(([from, reason]): PlanRevision[] => {
    const held = plans.map((plan) => planOn(plan, from))
    const aims = aimsOf(pooled(definitionOn(indicator, from), held))
    if (JSON.stringify(aims) === JSON.stringify(before)) return []
    before = aims
    return [{ from, reason, ...aims }]
  })
  return revisions.length > 0 ? { ...first, revisions } : first
}

const byDay = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)
const aimsOf = ({ baseline, milestones, target }: Plan): Aims => ({ baseline, milestones, target })

type Dated = { date: string; planned: PlannedValue }

function pooled(definition: Definition, plans: readonly Plan[]): Plan {
  const pool = (dated: readonly (Dated | null)[]): Dated | null => {
    const known = dated.filter((one) => one !== null)
    const planned =
      known.length === plans.length && !isListed(definition)
        ? sumOf(
            definition,
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
function sumOf({ formula }: Definition, planned: readonly PlannedValue[]): PlannedValue | null {
  const scale = scaleOf(formula)
  if (scale === undefined) return { value: added(planned.map(({ value }) => value)) }
  const numerators = planned.flatMap(({ numerator }) => numerator ?? [])
  const denominators = planned.flatMap(({ denominator }) => denominator ?? [])
  if (numerators.length < planned.length || denominators.length < planned.length) return null
  const [numerator, denominator] = [added(numerators), added(denominators)]
  return { value: (scale * numerator) / denominator, numerator, denominator }
}
