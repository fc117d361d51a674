import { type Quarter, quarterOf } from '../../indicators/model/period.ts'
import { countries } from '../../indicators/model/place.ts'
import { breaksWithin } from './break-places.ts'
import {
  type ChartContext,
  type CompletenessGrid,
  type SeriesBreak,
  type SmallMultiples,
  seriesOrder,
  type TableCell,
  type Trajectory,
  type TrajectoryPoint,
} from './chart.ts'
import type { TableBody } from './table-of.ts'
import { countCell, numberCell, paceOf, stepText, valueCell, wordCell } from './values.ts'

const word = (key: string, { t }: ChartContext) => ({ key, label: t(`chart.column.${key}`), numeric: false })
const number = (key: string, { t }: ChartContext) => ({ key, label: t(`chart.column.${key}`), numeric: true })

/** A quarter's value; a quarter without one is not due. */
const pointCell = (
  points: readonly TrajectoryPoint[],
  quarter: Quarter,
  chart: { unit: Trajectory['unit'] },
  context: ChartContext,
) =>
  valueCell(
    points.find((point) => point.quarter === quarter) ?? {
      state: 'not_due',
      value: null,
      partial: false,
      carried: false,
    },
    chart.unit,
    context,
  )

/** A quarter with a mark where a new definition begins. */
function quarterCell(
  quarter: Quarter,
  chart: { quarters: readonly Quarter[]; breaks: readonly SeriesBreak[] },
  { t, format }: ChartContext,
): TableCell {
  const begins = breaksWithin(chart).findLast(({ index }) => chart.quarters[index] === quarter)
  const cell = wordCell(format.quarter(quarter))
  if (!begins) return cell
  return {
    ...cell,
    text: t('chart.breakMark', { quarter: cell.text }),
    note: t('chart.note.break', { version: format.number(begins.version) }),
  }
}

export function trajectoryRows(chart: Trajectory, context: ChartContext): TableBody {
  const { quarters, points, plan, unit } = chart
  const planned = (quarter: Quarter) => plan.find(({ date }) => quarterOf(date) === quarter)?.value ?? null
  return {
    columns: [word('quarter', context), number('reported', context), number('plan', context)],
    rows: [
      ...quarters.map((quarter) => ({
        cells: [
          quarterCell(quarter, chart, context),
          pointCell(points, quarter, chart, context),
          numberCell(planned(quarter), unit, context),
        ],
      })),
      ...footRows(chart, context).map(([label, cell]) => ({ cells: [wordCell(label), wordCell(''), cell] })),
    ],
  }
}

/** What the plan asks for: the target, the plan's value now and the pace. */
function footRows(chart: Trajectory, context: ChartContext): [label: string, cell: TableCell][] {
  const { t, format } = context
  const { target, expected, unit } = chart
  const pace = paceOf(chart)
  const change = (raw: number): TableCell => ({ text: stepText(raw, unit, context), state: 'observed', raw })
  return [
    ...(target === null
      ? []
      : [
          [
            t('chart.row.target', { date: format.date(target.date) }),
            numberCell(target.value, unit, context),
          ] as [string, TableCell],
        ]),
    ...(expected === null
      ? []
      : [[t('chart.row.expected'), numberCell(expected, unit, context)] as [string, TableCell]]),
    ...(pace === null ? [] : [[t('chart.row.needed'), change(pace.needed)] as [string, TableCell]]),
    ...(pace === null || pace.recent === null
      ? []
      : [[t('chart.row.recent'), change(pace.recent)] as [string, TableCell]]),
  ]
}

export function multiplesRows(chart: SmallMultiples, context: ChartContext): TableBody {
  const { t } = context
  const drawn = countries.flatMap((country) => chart.facets.filter((facet) => facet.country === country))
  const columns = drawn.flatMap(({ country, label, series }) =>
    seriesOrder
      .flatMap((key) => series.filter((one) => one.key === key))
      .map(({ key, points }) => ({
        key: `${country}-${key}`,
        label:
          series.length === 1
            ? label
            : t('chart.column.of', { country: label, series: t(`chart.series.${key}`) }),
        numeric: true,
        points,
      })),
  )
  const targets = drawn.flatMap(({ target, series }) =>
    series.map(() => numberCell(target, chart.unit, context)),
  )
  return {
    columns: [
      word('quarter', context),
      ...columns.map(({ key, label, numeric }) => ({ key, label, numeric })),
    ],
    rows: [
      ...chart.quarters.map((quarter) => ({
        cells: [
          quarterCell(quarter, chart, context),
          ...columns.map(({ points }) => pointCell(points, quarter, chart, context)),
        ],
      })),
      ...(targets.some(({ raw }) => raw !== null)
        ? [{ cells: [wordCell(t('chart.column.target')), ...targets] }]
        : []),
    ],
  }
}

export function completenessRows(
  { countries: rows, quarters, cells }: CompletenessGrid,
  context: ChartContext,
): TableBody {
  const { format } = context
  return {
    columns: [
      word('quarter', context),
      word('country', context),
      number('reports', context),
      number('expected', context),
      number('daysLate', context),
    ],
    rows: quarters.flatMap((quarter) =>
      rows.map(({ country, label }) => {
        const cell = cells.find((one) => one.country === country && one.quarter === quarter)
        const head = [wordCell(format.quarter(quarter)), wordCell(label)]
        return { cells: [...head, ...reportCells(cell, context)] }
      }),
    ),
  }
}

function reportCells(
  cell: CompletenessGrid['cells'][number] | undefined,
  context: ChartContext,
): TableCell[] {
  if (cell === undefined) {
    const notDue = valueCell(
      { state: 'not_due', value: null, partial: false, carried: false },
      'number',
      context,
    )
    return [notDue, wordCell(''), wordCell('')]
  }
  const late =
    cell.daysLate === null
      ? { ...wordCell(context.t('chart.grid.missed')), state: 'missing' as const }
      : countCell(Math.max(0, cell.daysLate), context)
  return [countCell(cell.reported, context), countCell(cell.expected, context), late]
}
