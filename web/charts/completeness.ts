import * as Plot from '@observablehq/plot'
import type { Completeness } from '../../indicators/model/released.ts'
import type { ChartContext, CompletenessGrid } from './chart.ts'
import { type FlowItem, flow, flowMarks } from './flow.ts'
import { ink, onSequence, sequence } from './ink.ts'
import { fontSize, type Placed, plot, shapesMark } from './plot-svg.ts'
import { barShape, crossShape, missedShape, notDueShape } from './shapes.ts'
import { widest } from './text-size.ts'
import { sharePercent } from './values.ts'

const transposed = 520
const steps = [50, 75, 90, 100] as const

/** Which of the five blues a share takes: under 50, 75, 90 and 100 percent, and complete. */
const stepOf = (percent: number) => steps.filter((limit) => percent >= limit).length

interface Grid {
  /** Time runs across; on a narrow page it runs down. */
  across: boolean
  columns: { key: string; label: string }[]
  rows: { key: string; label: string }[]
  cell: { width: number; height: number }
  left: number
  top: number
  width: number
}

/** Reports received by country and quarter: how much, how late, and where nothing came. */
export function drawCompleteness(chart: CompletenessGrid, context: ChartContext, width: number) {
  const key = flow(keyItems(chart, context), width - 16)
  const grid = gridOf(chart, context, width, key.height + 10)
  const { across, columns, rows, cell, left, top } = grid
  const heat = chart.countries.flatMap(({ country }) =>
    chart.quarters.map((quarter) => {
      const found = chart.cells.find((one) => one.country === country && one.quarter === quarter)
      const column = columns.findIndex((one) => one.key === (across ? quarter : country))
      const row = rows.findIndex((one) => one.key === (across ? country : quarter))
      return { found, x: left + column * cell.width, y: top + row * cell.height }
    }),
  )
  const height = top + rows.length * cell.height + 4
  return plot({
    width,
    height,
    margin: 0,
    axis: null,
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      cellMarks(
        heat.filter(({ found }) => found !== undefined && found.daysLate !== null),
        grid,
      ),
      shapesMark(heat.flatMap(({ found, x, y }) => emptyShapes(found, x, y, cell))),
      ...textMarks(heat, grid, context),
      ...headMarks(chart, grid, context),
      ...flowMarks(key, {
        x: context.direction === 'rtl' ? width - 8 : 8,
        y: 0,
        direction: context.direction,
      }),
    ],
  })
}

function gridOf(chart: CompletenessGrid, context: ChartContext, width: number, keyHeight: number): Grid {
  const across = width >= transposed
  const byTime = chart.quarters.map((quarter) => ({
    key: quarter as string,
    label: across
      ? context.t('chart.grid.quarter', { number: quarter.slice(6) })
      : context.format.quarter(quarter),
  }))
  const byCountry = chart.countries.map(({ country, label }) => ({ key: country as string, label }))
  const rtl = context.direction === 'rtl'
  const [columns, rows] = across ? [byTime, byCountry] : [rtl ? byCountry.toReversed() : byCountry, byTime]
  const side =
    widest(
      rows.map(({ label }) => label),
      fontSize,
    ) + 12
  const cellWidth = Math.min(across ? 56 : 110, Math.floor((width - side - 4) / columns.length))
  const left = rtl ? width - side - cellWidth * columns.length : side
  const cell = { width: cellWidth, height: across ? 42 : 30 }
  return { across, columns, rows, cell, left, top: keyHeight + (across ? 40 : 24), width }
}

interface HeatCell {
  found: Completeness | undefined
  x: number
  y: number
}

const fillOf = ({ found }: HeatCell) =>
  sequence[stepOf(found === undefined ? 0 : sharePercent(found))] ?? sequence[0]

const cellMarks = (cells: readonly HeatCell[], { cell }: Grid) =>
  Plot.rect(cells, {
    x1: ({ x }) => x + 1,
    x2: ({ x }) => x + cell.width - 1,
    y1: ({ y }) => y + 1,
    y2: ({ y }) => y + cell.height - 1,
    fill: fillOf,
    stroke: ink.axis,
    strokeOpacity: 0.5,
  })

/** Nothing received is a cross in a red edge; not due is an empty tinted cell. */
function emptyShapes(found: Completeness | undefined, x: number, y: number, cell: Grid['cell']): Placed[] {
  if (found === undefined) return [{ x, y, shape: notDueShape(cell.width, cell.height) }]
  if (found.daysLate !== null) return []
  return [
    { x, y, shape: missedShape(cell.width, cell.height) },
    { x: x + cell.width / 2, y: y + cell.height / 2, shape: crossShape },
  ]
}

function textMarks(heat: readonly HeatCell[], { cell, across }: Grid, context: ChartContext): Plot.Markish[] {
  const { format, t } = context
  const texts = heat.flatMap(({ found, x, y }) => {
    if (found === undefined || found.daysLate === null) return []
    const percent = sharePercent(found)
    const share = format.number(percent)
    const late = found.daysLate > 0 ? t('chart.grid.late', { days: format.number(found.daysLate) }) : null
    const text = late === null ? share : `${share}${across ? '\n' : '   '}${late}`
    return [{ x: x + cell.width / 2, y: y + cell.height / 2, text, dark: onSequence(stepOf(percent)) }]
  })
  return [
    Plot.text(texts, {
      x: 'x',
      y: 'y',
      text: 'text',
      fill: 'dark',
      fontSize: 12,
      lineHeight: 1.25,
      lineAnchor: 'middle',
    }),
  ]
}

function headMarks({ quarters }: CompletenessGrid, grid: Grid, { direction }: ChartContext): Plot.Markish[] {
  const { across, columns, rows, cell, left, top, width } = grid
  const middle = (index: number) => left + (index + 0.5) * cell.width
  const years = across ? [...new Set(quarters.map((quarter) => quarter.slice(0, 4)))] : []
  const yearHeads = years.map((year) => {
    const inYear = quarters.flatMap((quarter, index) => (quarter.startsWith(year) ? [index] : []))
    return { x: middle(((inYear[0] ?? 0) + (inYear.at(-1) ?? 0)) / 2), text: year }
  })
  const heads = columns.map(({ label }, index) => ({ x: middle(index), text: label }))
  const small = { x: 'x', text: 'text', fontSize: 12, fill: ink.muted }
  return [
    Plot.text(heads, { ...small, y: () => top - 10 }),
    Plot.text(yearHeads, { ...small, y: () => top - 28 }),
    Plot.text(rows, {
      x: () => (direction === 'rtl' ? width : 0),
      y: (_, index) => top + (index + 0.5) * cell.height,
      text: 'label',
      textAnchor: direction === 'rtl' ? 'end' : 'start',
    }),
  ]
}

function keyItems({ cells, quarters, countries }: CompletenessGrid, { t, format }: ChartContext): FlowItem[] {
  const range = (from: number, to: number) =>
    t('chart.grid.range', { from: format.number(from), to: format.number(to) })
  const [half, threeQuarters, most, full] = steps
  const ranges = [
    range(0, half - 1),
    range(half, threeQuarters - 1),
    range(threeQuarters, most - 1),
    range(most, full - 1),
    format.number(full),
  ]
  const has = (test: (cell: Completeness) => boolean) => cells.some(test)
  return [
    { text: t('chart.grid.share') },
    ...ranges.map((text, index) => ({ shape: barShape(sequence[index] ?? sequence[0], ink.axis), text })),
    ...(has(({ daysLate }) => daysLate !== null && daysLate > 0)
      ? [{ text: t('chart.grid.lateKey', { example: t('chart.grid.late', { days: format.number(9) }) }) }]
      : []),
    ...(has(({ daysLate }) => daysLate === null)
      ? [{ shape: crossShape, text: t('chart.grid.missed') }]
      : []),
    ...(cells.length < quarters.length * countries.length
      ? [{ shape: notDueShape(16, 10, -8, -5), text: t('word.state.not_due') }]
      : []),
  ]
}
