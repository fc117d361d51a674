import { statuses } from '../../indicators/model/released.ts'
import type { Chart, ChartContext, ChartTable, StatusBars, TableCell } from './chart.ts'
import { bulletRows, gapRows, representationRows, splitRows } from './table-rows.ts'
import { completenessRows, multiplesRows, trajectoryRows } from './table-times.ts'
import { countCell, wordCell } from './values.ts'

/** What a kind of chart gives its table. */
export type TableBody = Pick<ChartTable, 'columns' | 'rows'>

/**
 * The chart as a table: everything drawn, in words and numbers. Safe in a browser.
 *
 * Shape   one row per row, quarter or country and quarter of the chart; a trajectory's plan and pace stand below
 * Unit    `raw` as the chart's values; percentages 0–100; null unless the number is shown
 */
export const tableOf = (chart: Chart, context: ChartContext): ChartTable => ({
  caption: chart.title,
  ...bodyOf(chart, context),
})

function bodyOf(chart: Chart, context: ChartContext): TableBody {
  switch (chart.kind) {
    case 'status-bars':
      return statusRows(chart, context)
    case 'bullets':
      return bulletRows(chart, context)
    case 'trajectory':
      return trajectoryRows(chart, context)
    case 'small-multiples':
      return multiplesRows(chart, context)
    case 'gender-gap':
      return gapRows(chart, context)
    case 'representation':
      return representationRows(chart, context)
    case 'completeness':
      return completenessRows(chart, context)
    case 'split-bars':
      return splitRows(chart, context)
  }
}

function statusRows({ rows }: StatusBars, context: ChartContext): TableBody {
  const { t } = context
  const used = statuses.filter((status) => rows.some(({ counts }) => (counts[status] ?? 0) > 0))
  const cellsOf = (counts: StatusBars['rows'][number]['counts']): TableCell[] => {
    const numbers = used.map((status) => counts[status] ?? 0)
    const total = numbers.reduce((sum, number) => sum + number, 0)
    return [...numbers, total].map((number) => countCell(number, context))
  }
  const all = Object.fromEntries(
    used.map((status) => [status, rows.reduce((sum, { counts }) => sum + (counts[status] ?? 0), 0)]),
  )
  return {
    columns: [
      { key: 'row', label: t('chart.column.row'), numeric: false },
      ...used.map((status) => ({ key: status, label: t(`word.status.${status}`), numeric: true })),
      { key: 'total', label: t('chart.column.total'), numeric: true },
    ],
    rows: [
      ...rows.map(({ label, href, counts }) => ({
        cells: [wordCell(label), ...cellsOf(counts)],
        ...(href !== undefined && { href }),
      })),
      ...(rows.length > 1 ? [{ cells: [wordCell(t('chart.row.allRows')), ...cellsOf(all)] }] : []),
    ],
  }
}
