import * as Plot from '@observablehq/plot'
import { type ChartContext, type ChartValue, type SeriesKey, type SplitBars, seriesOrder } from './chart.ts'
import { type FlowItem, flow, flowMarks } from './flow.ts'
import { ink, sequence, seriesInk } from './ink.ts'
import { stateKey } from './key.ts'
import { drawParts } from './parts.ts'
import { shapesMark } from './plot-svg.ts'
import { fittingAxis, fromStart, type RowFrame, rowFrame, rowPlot } from './rows.ts'
import { barShape, hatch, type Shape, symbolShape } from './shapes.ts'
import { isHidden, isProvisional, shown, valueText } from './values.ts'

const mostParts = 5

/** Parts of a whole as one bar a row; rates, and wholes of more than five parts, as one bar a category. */
export function drawSplitBars(chart: SplitBars, context: ChartContext, width: number) {
  const { categories, rows, unit } = chart
  const key = stateKey(
    rows.flatMap(({ values }) => Object.values(values)),
    context,
  )
  if (chart.measure === 'rates' || categories.length > mostParts) return drawRates(chart, key, context, width)
  const parts = rows.map(({ label, values }) => ({
    label,
    parts: categories.flatMap((category, index) => {
      const value = values[category.key]
      if (value === undefined) return []
      const item = itemOf(chart, index, value, context)
      return [
        {
          value: shown(value),
          hidden: isHidden(value),
          hollow: isProvisional(value),
          ...paint(chart, index),
          item,
        },
      ]
    }),
  }))
  return drawParts({ rows: parts, key, unit, axis: true }, context, width)
}

const isSeries = (key: string): key is SeriesKey => (seriesOrder as readonly string[]).includes(key)

/** Ordered categories take blues from dark to light, spread over the five there are. */
function paint({ tone, categories }: SplitBars, index: number) {
  const key = categories[index]?.key ?? ''
  if (tone === 'sex' && isSeries(key)) return { fill: seriesInk[key], stroke: ink.surface }
  const step = categories.length < 2 ? 4 : 4 - Math.round((index * 4) / (categories.length - 1))
  return { fill: sequence[step] ?? sequence[4], stroke: ink.axis }
}

function itemOf(chart: SplitBars, index: number, value: ChartValue, context: ChartContext): FlowItem {
  const { key = '', label = '' } = chart.categories[index] ?? {}
  const text = context.t('chart.pair', { label, value: valueText(value, chart.unit, context) })
  const shape: Shape =
    chart.tone === 'sex' && isSeries(key)
      ? symbolShape(key, isProvisional(value))
      : barShape(paint(chart, index).fill)
  return { shape, text }
}

const lineHeight = 20
const bar = 9
const pitch = lineHeight + bar + 5

function drawRates(chart: SplitBars, keyItems: readonly FlowItem[], context: ChartContext, width: number) {
  const { rows, categories, unit } = chart
  const key = flow(keyItems, width - 16)
  const frame = rowFrame({
    labels: rows.map(({ label }) => label),
    width,
    top: key.height + 8,
    band: categories.length * pitch,
    endColumn: 0,
    context,
  })
  const bars = rows.flatMap((row, index) => placeRates(chart, row, frame.boxes[index]?.middle ?? 0))
  const numbers = bars.map(({ number }) => number).filter((number) => number !== null)
  const axis = fittingAxis(numbers, frame.span, unit, context)
  const ranges = bars.filter(({ number }) => number !== null)
  const band = { y1: ({ y }: { y: number }) => y, y2: ({ y }: { y: number }) => y + bar }
  return rowPlot({
    frame,
    axis,
    tickText: (tick) => context.format.value(tick, unit),
    marks: [
      Plot.ruleX([0], { stroke: ink.axis }),
      Plot.rect(
        ranges.filter(({ hollow }) => !hollow),
        { x1: 0, x2: 'number', ...band, fill: 'fill', stroke: 'stroke' },
      ),
      Plot.rect(
        ranges.filter(({ hollow }) => hollow),
        {
          x1: 0,
          x2: 'number',
          ...band,
          fill: ink.surface,
          stroke: 'fill',
          strokeWidth: 2,
        },
      ),
      ...wordMarks(chart, bars, frame, context),
      ...flowMarks(key, { x: fromStart(frame, 8), y: 0, direction: context.direction }),
    ],
  })
}

interface RateBar {
  value: ChartValue
  index: number
  number: number | null
  hollow: boolean
  fill: string
  stroke: string
  y: number
}

function placeRates(chart: SplitBars, { values }: SplitBars['rows'][number], middle: number): RateBar[] {
  const top = middle - (chart.categories.length * pitch) / 2
  return chart.categories.flatMap(({ key }, index) => {
    const value = values[key]
    if (value === undefined) return []
    const y = top + index * pitch + lineHeight
    return [{ value, index, number: shown(value), hollow: isProvisional(value), ...paint(chart, index), y }]
  })
}

const stubWidth = 24

function wordMarks(chart: SplitBars, bars: readonly RateBar[], frame: RowFrame, context: ChartContext) {
  const x = fromStart(frame, frame.start)
  const stubs = bars
    .filter(({ value }) => isHidden(value))
    .map(({ y }) => ({ x: frame.rtl ? x - stubWidth : x, y, shape: hatch(stubWidth, bar) }))
  return [
    shapesMark(stubs),
    ...bars.flatMap(({ value, index, y }) =>
      flowMarks(flow([itemOf(chart, index, value, context)], frame.span), {
        x,
        y: y - lineHeight,
        direction: context.direction,
        halo: true,
      }),
    ),
  ]
}
