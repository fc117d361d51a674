import { worse } from '../compute/figure.ts'
import type { Step } from '../model/explanation.ts'
import type { Coverage, ReleasedValue } from '../model/released.ts'
import { countryIn, type Part } from './evidence-index.ts'
import { type Bench, type Question, questionOf, type UsedTerm } from './local-use.ts'

/**
 * Whether the different people of a place are counted by their first time: everybody's, since the start, wherever
 * people were counted, and no fewer than any one count.
 */
export function isByNewcomers(
  bench: Bench,
  { of, people }: Question,
  place: string,
  quarter: string,
): boolean {
  const { formula, index, window: kind } = bench
  if (formula.kind !== 'persons_unique' || kind !== 'since_start' || !people?.firstTime) return false
  const [first, ...more] = people.firstTime.map((id) => index.part(id, quarter, place))
  const [measure] = of
  const window =
    measure === undefined ? null : index.window(index.measure(measure), quarter, countryIn(place))
  if (!first || more.length > 0 || !isComplete(first) || !window) return false
  const counted = countsOf(bench, people.activities, place, { first: window.opens, last: window.closes })
  const most = Math.max(0, ...counted.flatMap(({ part }) => part?.value ?? []))
  const whole = of.map((id) => index.part(id, quarter, place)).reduce<Coverage | null>(worseOf, null)
  return first.reported >= (whole?.reported ?? 0) && (first.value ?? 0) >= most
}

const worseOf = (so: Coverage | null, part: Part | null): Coverage | null =>
  part === null || part.state === 'not_applicable'
    ? so
    : worse(so, { reported: part.reported, expected: part.expected })

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
  const base = known('base', (part) => isComplete(part) && !part.carried)
  // A base below the lower end contradicts it and says nothing.
  const closedBase = base === null || base < low ? null : base
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
      base: closedBase,
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
