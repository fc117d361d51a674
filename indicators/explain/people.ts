import type { Step } from '../model/explanation.ts'
import type { ReleasedValue } from '../model/released.ts'
import type { Part } from './evidence-index.ts'
import { type Bench, type Question, questionOf, type UsedTerm } from './local-use.ts'

/** Whether the different people of a place are counted by their first time: everybody's, since the start. */
export function isByNewcomers(
  { formula, index, window }: Bench,
  { people }: Question,
  place: string,
  quarter: string,
): boolean {
  if (formula.kind !== 'persons_unique' || window !== 'since_start' || !people?.firstTime) return false
  const parts = people.firstTime.map((id) => index.part(id, quarter, place))
  return parts.length > 0 && parts.every((part) => part !== null && isComplete(part))
}

const isComplete = ({ state, reported, expected }: Part) => state === 'observed' && reported >= expected

/** What is known of people who may have been counted more than once, and the ends that leaves. */
export function peopleStep(
  bench: Bench,
  value: ReleasedValue,
  days: { first: string; last: string },
  terms: readonly UsedTerm[],
): Step[] {
  const { state, place, cell, quarter } = value
  const question = questionOf(bench, cell)
  const isExact = !question?.people || isByNewcomers(bench, question, place, quarter)
  if (isExact || state !== 'observed' || !question?.people) return []
  const counted = countsOf(bench, question.people.activities, place, days)
  const known = (side: string, isUsable: (part: Part) => boolean) => {
    const parts = terms.filter((term) => term.side === side).map(({ use }) => use.part)
    return parts.length > 0 && parts.every(isUsable)
      ? parts.reduce((sum, part) => sum + (part.value ?? 0), 0)
      : null
  }
  const newcomers = known('first_time', ({ value: told }) => told !== null)
  const counts = counted.flatMap(({ element, quarter: period, part }) =>
    part?.value == null ? [] : [{ element, quarter: period, value: part.value }],
  )
  if (counts.length === 0 && newcomers === null) return []
  const { low, high } = value.bounds ?? { low: value.value ?? 0, high: value.value }
  return [
    {
      kind: 'people',
      counts,
      whole:
        counted.every(({ part }) => part === null || part.state === 'not_applicable' || isComplete(part)) &&
        question.people.activities.every(
          (id) => !bench.index.beginsLater(bench.index.measure(id), days.first, days.last),
        ),
      newcomers,
      base: known('base', isComplete),
      low,
      high,
    },
  ]
}

const countsOf = (
  { index }: Bench,
  activities: readonly number[],
  place: string,
  { first, last }: { first: string; last: string },
) =>
  activities.flatMap((id) => {
    const measure = index.measure(id)
    return index.periodsWithin(measure, first, last).map((quarter) => ({
      element: measure.element,
      quarter,
      part: index.part(id, quarter, place),
    }))
  })
