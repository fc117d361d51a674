import { parseCell } from '../model/breakdown.ts'
import { versionsOf } from '../model/definition-history.ts'
import type { Definition, Indicator } from '../model/indicator.ts'
import type { Plan } from '../model/target.ts'
import { checkRevisions, heldPlans } from './check-revisions.ts'
import { scaleOf } from './formula-terms.ts'
import { eachToldOnce, type Located, type LogframeProblem, problemAt } from './problem.ts'
import type { OwnedPlan } from './read-plans.ts'

/** Mistakes of plans that can be read: dates, directions, cells, sources, second plans for the same thing. */
export function checkPlans(plans: readonly OwnedPlan[]): LogframeProblem[] {
  return [
    ...secondPlans(plans),
    ...plans.flatMap((owned) =>
      eachToldOnce([
        ...checkRevisions(owned),
        ...heldPlans(owned).flatMap(({ plan, definitions }) => [
          ...checkOrder(plan),
          ...definitions.flatMap((definition) => [
            ...checkDirection(plan, definition),
            ...checkAmounts(plan, definition),
          ]),
        ]),
        ...checkBelonging(owned.plan, owned.indicator),
      ]),
    ),
  ]
}

function secondPlans(plans: readonly OwnedPlan[]): LogframeProblem[] {
  const first = new Map<string, number>()
  return plans.flatMap(({ indicator, plan }) => {
    const key = `${plan.value.place} ${indicator.id} ${plan.value.cell}`
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, plan.lineOf())
    return earlier === undefined
      ? []
      : [
          problemAt(
            plan,
            ['indicator'],
            `${indicator.id} already has a plan at line ${earlier}: keep one, or give this one a cell`,
          ),
        ]
  })
}

/** Every figure of a plan with its date, in the order they should come, and where it is written. */
function figuresOf({ baseline, milestones, target, extension }: Plan) {
  return [
    ...(baseline ? [{ ...baseline, path: ['baseline', baseline.date] }] : []),
    ...milestones.map((one) => ({ ...one, path: ['milestones', one.date] })),
    ...(target ? [{ ...target, path: ['target', target.date] }] : []),
    ...(extension ? [{ date: extension.date, planned: extension.planned, path: ['extension', 'date'] }] : []),
  ]
}

function checkOrder(plan: Located<Plan>): LogframeProblem[] {
  const figures = figuresOf(plan.value)
  return figures.flatMap(({ date, path }, i) => {
    const before = figures[i - 1]?.date
    return before !== undefined && date <= before
      ? [
          problemAt(
            plan,
            path,
            `${date} does not come after ${before}: write baseline, milestones, target and extension in order of date`,
          ),
        ]
      : []
  })
}

function checkDirection(plan: Located<Plan>, { code, direction, targetMode }: Definition): LogframeProblem[] {
  const { baseline, milestones, target } = plan.value
  if (!baseline || !target || (direction !== 'increase' && direction !== 'decrease')) return []
  const from = baseline.planned.value
  const aims = [...milestones, target].map(({ planned }) => planned.value)
  const to =
    targetMode === 'per_period' ? from + aims.reduce((sum, aim) => sum + aim, 0) : target.planned.value
  const at = (message: string) => [problemAt(plan, ['target'], message)]
  if (from === to)
    return at(
      `the target of ${code} equals its baseline, so there is no way to go: write another target, or direction: ${direction === 'increase' ? 'floor' : 'ceiling'} in the indicator to hold the level`,
    )
  return direction === (to > from ? 'increase' : 'decrease')
    ? []
    : at(
        `${code} should ${direction}, and its target lies on the other side of the baseline: write a target ${direction === 'increase' ? 'above' : 'below'} it`,
      )
}

function checkAmounts(plan: Located<Plan>, { code, formula }: Definition): LogframeProblem[] {
  return figuresOf(plan.value).flatMap(({ planned, path }) => {
    const at = (message: string) => [problemAt(plan, path, message)]
    const { value, numerator = 0, denominator = 1 } = planned
    if (formula.kind === 'ordinal' && !(Number.isInteger(value) && value in formula.levels))
      return at(
        `${value} is not a stage of ${code}: write a whole number from 0 to ${formula.levels.length - 1}`,
      )
    if (scaleOf(formula) === 100 && numerator > denominator)
      return at(`${numerator} of ${denominator} is more than all: write a numerator up to ${denominator}`)
    return value < 0 ? at(`${value} is below zero: write 0 or more`) : []
  })
}

function checkBelonging(plan: Located<Plan>, indicator: Indicator): LogframeProblem[] {
  const { cell, target, extension, milestones, illustrative, source } = plan.value
  const found: LogframeProblem[] = []
  if (indicator.targetMode === 'none')
    found.push(
      problemAt(plan, ['indicator'], `${indicator.code} has no targets (targetMode: none): remove this plan`),
    )
  if (indicator.targetMode === 'per_period' && (extension || plan.value.revisions))
    found.push(
      problemAt(
        plan,
        ['indicator'],
        `aims per period are added up from the start, which an extension or a revision would break: write running sums, and targetMode: cumulative in ${indicator.code}`,
      ),
    )
  const own: string[] = versionsOf(indicator).flatMap(({ breakdowns }) => breakdowns.map(({ by }) => by))
  for (const by of Object.keys(parseCell(cell)).filter((one) => !own.includes(one)))
    found.push(
      problemAt(
        plan,
        ['cell'],
        `${indicator.code} is not broken down by ${by}: ${own.length > 0 ? `write a cell of ${[...new Set(own)].join(' or ')}` : 'remove the cell'}`,
      ),
    )
  if (!target && (extension || milestones.length > 0))
    found.push(
      problemAt(plan, [], `milestones and extensions lead to a target: add target: { 2021-12-31: … }`),
    )
  if (!illustrative && source === undefined)
    found.push(
      problemAt(
        plan,
        ['illustrative'],
        'a figure that is not illustrative was published somewhere: add its source, or write illustrative: true',
      ),
    )
  return found
}
