import { countries } from '../../indicators/model/place.ts'
import { breaksWithin } from './break-places.ts'
import {
  type ChartContext,
  type CompletenessGrid,
  type SmallMultiples,
  seriesOrder,
  type Trajectory,
  type TrajectoryPoint,
  type Unit,
} from './chart.ts'
import { latestDue, paceOf, shown, stepText, valueText } from './values.ts'

const seenPoints = (points: readonly TrajectoryPoint[]) => points.filter((point) => shown(point) !== null)

/** The latest value and the plan, the first, highest and lowest value where they say more, and the pace. */
export function trajectorySentences(chart: Trajectory, context: ChartContext): string[] {
  const { t, format } = context
  const { points, unit, target, status, expected } = chart
  const seen = seenPoints(points)
  const last = seen.at(-1)
  const said = (point: TrajectoryPoint) => ({
    quarter: format.quarter(point.quarter),
    value: valueText(point, unit, context),
  })
  const rated = last !== undefined && latestDue(points) === last
  const word = t(`word.status.${status}`)
  return [
    ...(last === undefined ? [] : [t('chart.summary.latest', said(last))]),
    ...(target === null
      ? []
      : [
          t('chart.summary.target', {
            target: format.value(target.value, unit),
            date: format.date(target.date),
          }),
        ]),
    ...(rated
      ? [
          expected === null
            ? t('chart.summary.status', { status: word })
            : t('chart.summary.expected', { expected: format.value(expected, unit), status: word }),
        ]
      : []),
    ...breakSentences(chart, context),
    ...extremes(seen).map(([key, point]) => t(`chart.summary.${key}`, said(point))),
    ...paceSentences(chart, context),
  ]
}

const breakSentences = (
  chart: Pick<Trajectory, 'quarters' | 'breaks'>,
  { t, format }: ChartContext,
): string[] =>
  breaksWithin(chart).map(({ index }) =>
    t('chart.summary.break', { quarter: format.quarter(chart.quarters[index] ?? '') }),
  )

/** The first value, the highest and the lowest, each unless an earlier sentence has said that value. */
function extremes(seen: readonly TrajectoryPoint[]): [key: string, point: TrajectoryPoint][] {
  const [first] = seen
  const last = seen.at(-1)
  if (first === undefined || last === undefined || first === last) return []
  const by = (a: TrajectoryPoint, b: TrajectoryPoint) => (shown(a) ?? 0) - (shown(b) ?? 0)
  const ordered = seen.toSorted(by)
  const candidates: [string, TrajectoryPoint | undefined][] = [
    ['first', first],
    ['highest', ordered.at(-1)],
    ['lowest', ordered[0]],
  ]
  const told = new Set([shown(last)])
  return candidates.filter((candidate): candidate is [string, TrajectoryPoint] => {
    const value = candidate[1] && shown(candidate[1])
    if (value === undefined || told.has(value)) return false
    told.add(value)
    return true
  })
}

function paceSentences(chart: Trajectory, context: ChartContext): string[] {
  const pace = paceOf(chart)
  if (pace === null) return []
  const words = (change: number) => stepText(change, chart.unit, context)
  return [
    context.t('chart.summary.needed', { needed: words(pace.needed) }),
    ...(pace.recent === null ? [] : [context.t('chart.summary.recent', { recent: words(pace.recent) })]),
  ]
}

/** From where to where each country went, each series by itself. */
export function multiplesSentences(chart: SmallMultiples, context: ChartContext): string[] {
  const { facets, unit } = chart
  const { t } = context
  const drawn = countries.flatMap((country) => facets.filter((facet) => facet.country === country))
  const ways = drawn.flatMap(({ label, series }) =>
    seriesOrder
      .flatMap((key) => series.filter((one) => one.key === key))
      .flatMap(({ key, points }) => {
        const named =
          series.length === 1
            ? label
            : t('chart.column.of', { country: label, series: t(`chart.series.${key}`) })
        const clause = fromTo(named, seenPoints(points), unit, context)
        return clause === null ? [] : [t('chart.summary.sentence', { text: clause })]
      }),
  )
  return [...ways, ...breakSentences(chart, context)]
}

function fromTo(
  label: string,
  seen: readonly TrajectoryPoint[],
  unit: Unit,
  context: ChartContext,
): string | null {
  const { t, format } = context
  const [first] = seen
  const last = seen.at(-1)
  if (first === undefined || last === undefined) return null
  const value = (point: TrajectoryPoint) => valueText(point, unit, context)
  const quarter = (point: TrajectoryPoint) => format.quarter(point.quarter)
  if (first === last) return t('chart.summary.once', { label, value: value(last), quarter: quarter(last) })
  return t('chart.summary.fromTo', {
    label,
    first: value(first),
    from: quarter(first),
    last: value(last),
    to: quarter(last),
  })
}

/** How many quarters of each country were complete and in time, and how many were not. */
export function completenessSentences(
  { countries: rows, cells }: CompletenessGrid,
  { t, format }: ChartContext,
): string[] {
  return rows.flatMap(({ country, label }) => {
    const due = cells.filter((cell) => cell.country === country)
    if (due.length === 0) return []
    const count = (test: (cell: (typeof due)[number]) => boolean) => due.filter(test).length
    const complete = (cell: (typeof due)[number]) => cell.reported >= cell.expected
    const isLate = ({ daysLate }: (typeof due)[number]) => daysLate !== null && daysLate > 0
    const onTime = count((cell) => complete(cell) && cell.daysLate !== null && cell.daysLate <= 0)
    const others: [key: string, number][] = [
      ['late', count(isLate)],
      ['incomplete', count((cell) => !complete(cell) && cell.daysLate !== null)],
      ['nothing', count(({ daysLate }) => daysLate === null)],
    ]
    const clauses = others
      .filter(([, number]) => number > 0)
      .map(([key, number]) => t(`chart.summary.${key}`, { count: format.number(number) }))
    const args = { label, onTime: format.number(onTime), due: format.number(due.length) }
    return [
      t('chart.summary.sentence', {
        text: [t('chart.summary.reports', args), ...clauses].join(t('chart.separator')),
      }),
    ]
  })
}
