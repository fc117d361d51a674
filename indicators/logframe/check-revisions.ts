import { versionsOf } from '../model/definition-history.ts'
import type { Definition, Indicator } from '../model/indicator.ts'
import { type Plan, planOn } from '../model/target.ts'
import { scaleOf } from './formula-terms.ts'
import { type Located, type LogframeProblem, problemAt } from './problem.ts'
import type { OwnedPlan } from './read-plans.ts'

/** A plan as it holds for a time, with the definitions that hold in that time. */
interface HeldPlan {
  readonly plan: Located<Plan>
  readonly definitions: readonly Definition[]
  /** Where it is written: nowhere deeper than the plan for what was planned first. */
  readonly path: readonly PropertyKey[]
}

/** What is planned first and from each revision on, each as a plan of its own. */
export function heldPlans({ indicator, plan }: OwnedPlan): HeldPlan[] {
  const days = ['', ...(plan.value.revisions ?? []).map(({ from }) => from)]
  return days.map((from, i) => {
    const path = i === 0 ? [] : ['revisions', i - 1]
    return {
      plan: {
        value: planOn(plan.value, from),
        file: plan.file,
        lineOf: (...rest) => plan.lineOf(...path, ...rest),
      },
      definitions: definitionsWithin(indicator, from, days[i + 1]),
      path,
    }
  })
}

function definitionsWithin(indicator: Indicator, from: string, to: string | undefined): Definition[] {
  const versions = versionsOf(indicator)
  return versions.filter(({ since }, i) => {
    const until = versions[i + 1]?.since
    return (until === undefined || until > from) && (to === undefined || i === 0 || since < to)
  })
}

/** Mistakes of a plan's revisions, and definitions that would need one. */
export function checkRevisions(owned: OwnedPlan): LogframeProblem[] {
  const { plan } = owned
  const revisions = plan.value.revisions ?? []
  return [
    ...revisions.flatMap((revision, i) => {
      const before = revisions[i - 1]
      const at = (key: string, message: string) => problemAt(plan, ['revisions', i, key], message)
      const { from, milestones, target } = revision
      const kept = before ?? plan.value
      const past = milestones.filter((one) => one.date < from && !isIn(kept.milestones, one))
      return [
        ...(before && before.from >= from
          ? [at('from', `${from} does not come after ${before.from}: write revisions in order of date`)]
          : []),
        ...past.map(({ date }) =>
          at(
            'milestones',
            `${date} lies before ${from}, and what was planned till then stays: write milestones from ${from} on`,
          ),
        ),
        ...(target && target.date < from
          ? [
              at(
                'target',
                `the target of ${target.date} lies before ${from}: write a later one, or an earlier from`,
              ),
            ]
          : []),
        ...(same(aimsOf(kept), aimsOf(revision))
          ? [at('from', 'nothing is planned otherwise: write what is, or remove the revision')]
          : []),
      ]
    }),
    ...heldPlans(owned).flatMap((held) => checkUnits(owned, held)),
  ]
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const isIn = (all: readonly unknown[], one: unknown) => all.some((other) => same(other, one))
const aimsOf = ({ baseline, milestones, target }: Pick<Plan, 'baseline' | 'milestones' | 'target'>) => [
  baseline,
  milestones,
  target,
]

/** A plan holds no longer than its unit. */
function checkUnits({ plan }: OwnedPlan, { definitions, path }: HeldPlan): LogframeProblem[] {
  const change = definitions.findIndex((one, i) => {
    const before = definitions[i - 1]
    return before !== undefined && !same(amountsOf(before), amountsOf(one))
  })
  const [before, after] = definitions.slice(change - 1)
  return change < 1 || !before || !after
    ? []
    : [
        problemAt(
          plan,
          path,
          `${after.code} is planned in another way since ${after.since} (${after.unit}, ${after.targetMode}; before ${before.unit}, ${before.targetMode}): add a revision from: ${after.since} with a baseline and a target`,
        ),
      ]
}

/** What the amounts of a plan are written in. */
const amountsOf = ({ formula, unit, targetMode }: Definition) => [
  unit,
  scaleOf(formula) ?? null,
  targetMode === 'per_period',
]
