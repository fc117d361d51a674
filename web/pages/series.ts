import { type Cell, TOTAL } from '../../indicators/model/breakdown.ts'
import { definitionFor } from '../../indicators/model/definition-history.ts'
import type { Definition } from '../../indicators/model/indicator.ts'
import {
  type Quarter,
  quarterAfter,
  quarterEnd,
  quarterOf,
  quartersBetween,
} from '../../indicators/model/period.ts'
import { type Country, countries } from '../../indicators/model/place.ts'
import type { IndicatorView, ReleasedValue, Standing } from '../../indicators/model/released.ts'
import { type Plan, planOn } from '../../indicators/model/target.ts'
import type { LineShape, TrajectoryPoint } from '../charts/chart.ts'
import type { PageContext } from './context.ts'
import { charted } from './figure.ts'

/** One indicator as the address asks for it: which quarters, which countries. */
export interface Shown {
  view: IndicatorView
  /** The last quarter due on or before the one asked for; every "latest" is of this quarter. */
  quarter: Quarter
  /** The definition the values of that quarter are computed by. */
  definition: Definition
  /** The quarters drawn, oldest first. */
  quarters: readonly Quarter[]
  countries: readonly Country[]
  shape: LineShape
}

export function shownOf({ address }: PageContext, view: IndicatorView): Shown {
  const { p, c } = address.state
  const from = p?.from ?? view.quarters[0] ?? view.release.quarter
  const asked = p?.to ?? view.release.quarter
  const due = view.values.map(({ quarter }) => quarter).filter((quarter) => quarter <= asked)
  const quarter = due.sort().at(-1) ?? view.release.quarter
  const definition = definitionFor(view.indicator, quarter)
  return {
    view,
    quarter,
    definition,
    quarters: view.quarters.filter((quarter) => quarter >= from && quarter <= asked),
    countries: c ?? countries,
    shape: definition.window === 'since_start' && definition.unit === 'number' ? 'steps' : 'line',
  }
}

export const valueAt = ({ view, quarter }: Shown, place: string, cell: Cell = TOTAL) =>
  view.values.find((value) => value.place === place && value.quarter === quarter && value.cell === cell)

export const standingIn = (
  { view, quarter }: Shown,
  place: string,
  cell: Cell = TOTAL,
): Standing | undefined =>
  view.standings.find(
    (standing) => standing.place === place && standing.quarter === quarter && standing.cell === cell,
  )

/** The quarters drawn whose values have the unit of the last one: others cannot stand on the same axis. */
export function comparableQuarters({ view, quarters, definition }: Shown): readonly Quarter[] {
  const other = quarters.findLastIndex(
    (quarter) => definitionFor(view.indicator, quarter).unit !== definition.unit,
  )
  return quarters.slice(other + 1)
}

/** The points of a line, no finer than the page writes them. */
export const drawnPoints = (shown: Shown, place: string, cell: Cell = TOTAL): TrajectoryPoint[] =>
  pointsOf({ ...shown, quarters: comparableQuarters(shown) }, place, cell).map((value) => ({
    quarter: value.quarter,
    ...charted(value, shown.definition.unit),
  }))

export const pointsOf = ({ view, quarters }: Shown, place: string, cell: Cell = TOTAL): ReleasedValue[] =>
  view.values.filter(
    (value) => value.place === place && value.cell === cell && quarters.includes(value.quarter),
  )

/** The plan that holds on the last day of the quarter shown. */
export function planIn({ view, quarter }: Shown, place: string): Plan | undefined {
  const plan = view.plans.find((one) => one.place === place && one.cell === TOTAL)
  return plan && planOn(plan, quarterEnd(quarter))
}

/** What a value is judged by: the target that holds. An extension moves the end, not the target. */
export const targetIn = (shown: Shown, place: string): number | null =>
  planIn(shown, place)?.target?.planned.value ?? null

/** The last date a plan aims at: its extension's where it has one. */
export const goalOf = (plan: ReturnType<typeof planIn>) => plan?.extension ?? plan?.target ?? null

/** The quarters drawn and on to the target, so that the way left is seen. */
export function axisTo(quarters: readonly Quarter[], date: string | undefined): Quarter[] {
  const first = quarters[0]
  const last = quarters.at(-1)
  if (first === undefined || last === undefined) return []
  const end = date === undefined ? last : quarterOf(date)
  return quartersBetween(first, [last, end].sort().at(-1) ?? last)
}

/**
 * What a cumulative count needs each quarter to reach its goal, and what it gained lately.
 *
 * Shape   null unless the goal lies ahead and a number is known; `recent` is the mean of the last four quarters
 * Unit    the indicator's, per quarter
 */
export function paceOf(shown: Shown, place: string) {
  const goal = goalOf(planIn(shown, place))
  const now = valueAt(shown, place)?.value
  if (shown.shape !== 'steps' || goal === null || now == null) return null
  const left = quartersBetween(quarterAfter(shown.quarter), quarterOf(goal.date)).length
  if (left === 0 || goal.planned.value <= now) return null
  const yearAgo = shown.view.values.find(
    (value) =>
      value.place === place && value.cell === TOTAL && value.quarter === quarterAfter(shown.quarter, -4),
  )
  return {
    needed: (goal.planned.value - now) / left,
    recent: yearAgo?.value == null ? null : (now - yearAgo.value) / 4,
  }
}
