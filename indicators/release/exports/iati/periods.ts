import { parseCell, TOTAL } from '../../../model/breakdown.ts'
import type { Definition } from '../../../model/indicator.ts'
import { type Quarter, quarterAfter, quarterEnd, quarterOf, quarterStart } from '../../../model/period.ts'
import { PROGRAMME } from '../../../model/place.ts'
import type { ReleasedValue } from '../../../model/released.ts'
import { type Plan, planOn } from '../../../model/target.ts'
import { element, type Node } from '../xml.ts'

/** The figures of one indicator that are to be written, with what was planned for them. */
export type Series = {
  values: readonly Omit<ReleasedValue, 'indicator'>[]
  plans: readonly Plan[]
  /** The programme's first day. */
  start: string
}
type Window = Definition['window']

/** At most four decimals, as values are stored. */
const numeral = (value: number) => String(Number(value.toFixed(4)))

/** What a value is of: nothing for the programme's total, else the part and the country. */
const partsOf = ({ place, cell }: { place: string; cell: string }): Node[] => [
  ...(place === PROGRAMME ? [] : [element('location', { ref: place })]),
  ...(cell === TOTAL ? [] : [element('dimension', { name: 'sex', value: parseCell(cell).sex })]),
]

/** The programme's starting value first, then those of its parts that have one of their own. */
export const baselineOf = ({ plans }: Series): Node[] =>
  programmeFirst(plans).flatMap(({ baseline, ...of }) =>
    baseline
      ? element(
          'baseline',
          {
            year: baseline.date.slice(0, 4),
            'iso-date': baseline.date,
            value: numeral(baseline.planned.value),
          },
          partsOf(of),
        )
      : [],
  )

/**
 * A period for each day something was planned for, and one for the release's last quarter.
 *
 * An actual is written where a number was published for the quarter of that day; none for the future.
 */
export function periodsOf(series: Series, window: Window, last: Quarter): Node[] {
  const plans = programmeFirst(series.plans).map((plan) => ({ ...plan, aims: aimsOf(plan, last) }))
  const planned = plans.flatMap(({ aims }) => aims.map(({ date }) => date))
  const days = [...new Set([...planned, quarterEnd(last)])].sort()
  return days.flatMap((day) => {
    const targets = plans.flatMap(({ aims, ...of }) =>
      aims
        .filter(({ date }) => date === day)
        .map(({ planned }) => element('target', { value: numeral(planned.value) }, partsOf(of))),
    )
    const actuals = programmeFirst(series.values).flatMap(({ quarter, value, ...of }) =>
      quarter === quarterOf(day) && quarterEnd(quarter) === day && value !== null
        ? element('actual', { value: numeral(value) }, partsOf(of))
        : [],
    )
    if (targets.length + actuals.length === 0) return []
    return element(
      'period',
      {},
      element('period-start', { 'iso-date': startOf(window, day, series.start) }),
      element('period-end', { 'iso-date': day }),
      targets,
      actuals,
    )
  })
}

function aimsOf(plan: Plan, last: Quarter) {
  const { milestones, target, extension } = planOn(plan, quarterEnd(last))
  return [...milestones, ...(target ? [target] : []), ...(extension ? [extension] : [])]
}

/** First day of the window that ends on a day, and never one before the programme began. */
function startOf(window: Window, day: string, start: string): string {
  const quarters = { quarter: 0, half_year: 1, four_quarters: 3 }
  if (window === 'since_start') return start
  const first = quarterStart(quarterAfter(quarterOf(day), -quarters[window]))
  return first < start && start < day ? start : first
}

const programmeFirst = <Of extends { place: string; cell: string }>(rows: readonly Of[]): Of[] =>
  rows.toSorted((a, b) => rank(a) - rank(b) || compare(a.place, b.place) || compare(a.cell, b.cell))
const rank = ({ place, cell }: { place: string; cell: string }) =>
  (place === PROGRAMME ? 0 : 2) + (cell === TOTAL ? 0 : 1)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
