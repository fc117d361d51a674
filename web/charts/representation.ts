import * as Plot from '@observablehq/plot'
import type { ChartContext, Representation } from './chart.ts'
import { type FlowItem, flow, flowMarks } from './flow.ts'
import { ink } from './ink.ts'
import { stateKey } from './key.ts'
import { shapesMark } from './plot-svg.ts'
import { fittingAxis, fromStart, type RowFrame, rowFrame, rowPlot, xPixel } from './rows.ts'
import { hatchSwatch, parityShape, symbolShape, thinTickShape, tickShape } from './shapes.ts'
import { widest } from './text-size.ts'
import { isHidden, isProvisional, shown, valueText } from './values.ts'

type ShareRow = Representation['rows'][number]
const inset = [8, 8] as const

/** Women's share of each row, with the share aimed at and the share among the people the row draws from. */
export function drawRepresentation(chart: Representation, context: ChartContext, width: number) {
  const { rows, parity } = chart
  const key = flow(keyItems(chart, context), width - 16)
  const items = rows.map(({ share }): FlowItem => {
    const text = valueText(share, 'percentage', context)
    return { text, strong: true, ...(isHidden(share) && { shape: hatchSwatch }) }
  })
  const endColumn = Math.max(...items.map(({ text, shape }) => widest([text], 14) + (shape ? 24 : 0)))
  const frame = rowFrame({
    labels: rows.map(({ label }) => label),
    width,
    top: key.height + 10,
    band: 30,
    endColumn,
    lines: width < 520 ? rows.map(() => 20) : [],
    context,
  })
  const numbers = rows.flatMap(({ share, target, base }) => [shown(share), target, base && shown(base)])
  const drawn = [...numbers.filter((number) => number !== null), ...(parity ? [50] : [])]
  const axis = fittingAxis(drawn, frame.span - 16, 'percentage', context)
  const dots = rows.flatMap(({ share }, index) => {
    const value = shown(share)
    if (value === null) return []
    const [x, y] = [xPixel(frame, axis, value, inset), frame.boxes[index]?.middle ?? 0]
    return [{ x, y, shape: symbolShape('women', isProvisional(share)) }]
  })
  return rowPlot({
    frame,
    axis,
    tickText: (tick) => context.format.value(tick, 'percentage'),
    inset,
    marks: [
      ...(parity ? [Plot.ruleX([50], { stroke: ink.muted, strokeDasharray: '6 4' })] : []),
      ...tickMarks(rows, frame),
      shapesMark(dots),
      ...items.flatMap((item, index) => valueMarks(item, index, frame, context)),
      ...flowMarks(key, { x: fromStart(frame, 8), y: 0, direction: context.direction }),
    ],
  })
}

function tickMarks(rows: readonly ShareRow[], { boxes }: RowFrame): Plot.Markish[] {
  const placed = rows.map(({ target, base }, index) => ({
    target,
    base: base && shown(base),
    y: boxes[index]?.middle ?? 0,
  }))
  const span = (half: number) => ({
    y1: ({ y }: { y: number }) => y - half,
    y2: ({ y }: { y: number }) => y + half,
  })
  return [
    Plot.ruleY(placed, { y: 'y', stroke: ink.track, strokeWidth: 3 }),
    Plot.ruleX(
      placed.filter(({ base }) => base !== null),
      {
        x: 'base',
        ...span(13),
        stroke: ink.muted,
        strokeWidth: 1.5,
      },
    ),
    Plot.ruleX(
      placed.filter(({ target }) => target !== null),
      {
        x: 'target',
        ...span(10),
        stroke: ink.text,
        strokeWidth: 3,
      },
    ),
  ]
}

function valueMarks(item: FlowItem, index: number, frame: RowFrame, { direction }: ChartContext) {
  const box = frame.boxes[index]
  if (box === undefined) return []
  const at = frame.above
    ? { x: fromStart(frame, 8), y: box.lineY }
    : { x: fromStart(frame, frame.width - frame.end + 14), y: box.middle - 10 }
  return flowMarks(flow([item], frame.width), { ...at, direction })
}

function keyItems({ rows, parity }: Representation, context: ChartContext): FlowItem[] {
  const { t } = context
  return [
    { shape: symbolShape('women', false), text: t('chart.key.womensShare') },
    ...(rows.some(({ target }) => target !== null)
      ? [{ shape: tickShape(), text: t('chart.key.target') }]
      : []),
    ...(rows.some(({ base }) => base !== null) ? [{ shape: thinTickShape, text: t('chart.key.base') }] : []),
    ...(parity ? [{ shape: parityShape, text: t('chart.key.parity') }] : []),
    ...stateKey(
      rows.map(({ share }) => share),
      context,
    ),
  ]
}
