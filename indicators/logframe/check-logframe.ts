import type { DataElement } from '../model/data-element.ts'
import type { Indicator } from '../model/indicator.ts'
import { ResultStatement } from '../model/logframe.ts'
import { checkIndicators, repeats } from './check-indicators.ts'
import { checkPlans } from './check-plans.ts'
import { type Located, type LogframeProblem, problemAt } from './problem.ts'
import type { OwnedPlan } from './read-plans.ts'

/** Everything in the folder that fits its schema, with its lines. */
export interface LogframeParts {
  readonly programme: Located<{ start: string; plannedEnd: string; chain: ResultStatement[] }> | undefined
  readonly elements: readonly Located<DataElement>[]
  /** The ids of all elements, of the unreadable ones too. */
  readonly elementIds: readonly string[]
  readonly indicators: readonly Located<Indicator>[]
  readonly plans: readonly OwnedPlan[]
}

/** What no schema can see: how the parts of a logframe fit each other. */
export function checkLogframe(parts: LogframeParts): LogframeProblem[] {
  const { programme, elements, elementIds, indicators, plans } = parts
  const known = new Map(elements.map(({ value }) => [value.id, value]))
  return [
    ...(programme ? checkProgramme(programme) : []),
    ...repeats(elements, 'id'),
    ...elements.flatMap(checkCrosses),
    ...checkIndicators(indicators, known, elementIds),
    ...checkPlans(plans),
  ]
}

function checkProgramme(programme: NonNullable<LogframeParts['programme']>): LogframeProblem[] {
  const { start, plannedEnd, chain } = programme.value
  const codes = chain.map(({ code }) => code)
  const absent = ResultStatement.shape.code.options.filter((code) => !codes.includes(code))
  return [
    ...(plannedEnd > start
      ? []
      : [
          problemAt(
            programme,
            ['plannedEnd'],
            `${plannedEnd} does not come after the start ${start}: write a later date`,
          ),
        ]),
    ...(absent.length > 0
      ? [
          problemAt(
            programme,
            ['chain'],
            `the results chain lacks ${absent.join(', ')}: add a statement for each`,
          ),
        ]
      : []),
    ...codes.flatMap((code, i) =>
      codes.indexOf(code) === i
        ? []
        : [problemAt(programme, ['chain', i, 'code'], `${code} has a statement already: keep one`)],
    ),
  ]
}

function checkCrosses(element: Located<DataElement>): LogframeProblem[] {
  const { id, dimensions, crosses = [] } = element.value
  return crosses.flatMap((cross, i) =>
    cross
      .filter((by) => !dimensions.includes(by))
      .map((by) =>
        problemAt(
          element,
          ['crosses', i],
          `${id} is not counted by ${by}: add ${by} to its dimensions, or remove the cross`,
        ),
      ),
  )
}
