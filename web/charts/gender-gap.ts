import * as Plot from '@observablehq/plot'
import type { ChartContext, GenderGap } from './chart.ts'
import { type FlowItem, flow, flowMarks } from './flow.ts'
import { ink } from './ink.ts'
import { stateKey, stateWords } from './key.ts'
import { shapesMark } from './plot-svg.ts'
import { fittingAxis, fromStart, type RowFrame, rowFrame, rowPlot, xPixel } from './rows.ts'
import type { ValueAxis } from './scale.ts'
import { hatchSwatch, symbolShape, tickShape } from './shapes.ts'
import { widest } from './text-size.ts'
import { inGapOrder, isHidden, isProvisional, shown, valueText } from './values.ts'

type GapRow = GenderGap['rows'][number]
const band = 46
/** Least room beside the outermost marks: value labels stand on the outer side of theirs. */
const leastRoom = 34

/** Women's and men's value of each row on one axis; a row with a side that is not seen is words. */
export function drawGenderGap(chart: GenderGap, context: ChartContext, width: number) {
  const rows = inGapOrder(chart)
  const { unit } = chart
  const key = flow(keyItems(chart, context), width - 16)
  const labels = rows.map(({ label }) => label)
  const frame = rowFrame({ labels, width, top: key.height + 10, band, endColumn: 0, context })
  const texts = rows.flatMap(({ women, men }) => [women, men].map((value) => valueText(value, unit, context)))
  const room = Math.max(leastRoom, widest(texts, 13))
  const inset = [room, room] as const
  const numbers = rows.flatMap(({ women, men, reference }) => [shown(women), shown(men), reference])
  const axis = fittingAxis(
    numbers.filter((number) => number !== null),
    frame.span - 2 * room,
    unit,
    context,
  )
  return rowPlot({
    frame,
    axis,
    tickText: (tick) => context.format.value(tick, unit),
    inset,
    marks: [
      ...rows.flatMap((row, index) =>
        rowMarks(row, frame.boxes[index]?.middle ?? 0, { frame, axis, inset, unit, context }),
      ),
      ...flowMarks(key, { x: fromStart(frame, 8), y: 0, direction: context.direction }),
    ],
  })
}

interface Setting {
  frame: RowFrame
  axis: ValueAxis
  inset: readonly [number, number]
  unit: GenderGap['unit']
  context: ChartContext
}

function rowMarks(row: GapRow, middle: number, setting: Setting): Plot.Markish[] {
  const { frame, context } = setting
  const y = middle + 10
  const tick =
    row.reference === null
      ? []
      : [Plot.ruleX([row.reference], { y1: y - 10, y2: y + 10, stroke: ink.text, strokeWidth: 3 })]
  if (shown(row.women) !== null && shown(row.men) !== null) return [...tick, ...pairMarks(row, y, setting)]
  const at = { x: fromStart(frame, frame.start + 4), y: middle - 10, direction: context.direction }
  return flowMarks(flow(wordItems(row, setting), frame.span), at)
}

function pairMarks(
  { women, men }: GapRow,
  y: number,
  { frame, axis, inset, unit, context }: Setting,
): Plot.Markish[] {
  const [w, m] = [shown(women) ?? 0, shown(men) ?? 0]
  const [womenX, menX] = [xPixel(frame, axis, w, inset), xPixel(frame, axis, m, inset)]
  const womenLeft = frame.rtl ? womenX <= menX && w !== m : womenX <= menX
  const distance = Math.abs(womenX - menX)
  const inward = Math.min(5, distance / 2 - 3)
  const apart = distance < 10 ? 5 : 0
  const label = (x: number, left: boolean, text: string) =>
    Plot.text([text], {
      x: { value: () => x + (left ? inward : -inward), scale: null },
      y: { value: () => y - 16 - apart, scale: null },
      textAnchor: left ? 'end' : 'start',
      fontWeight: 600,
      fontSize: 12,
    })
  return [
    Plot.link([y], { x1: () => w, x2: () => m, y1: () => y, y2: () => y, stroke: ink.track, strokeWidth: 5 }),
    shapesMark([
      { x: womenX, y: y - apart, shape: symbolShape('women', isProvisional(women)) },
      { x: menX, y: y + apart, shape: symbolShape('men', isProvisional(men)) },
    ]),
    label(womenX, womenLeft, valueText(women, unit, context)),
    label(menX, !womenLeft, valueText(men, unit, context)),
  ]
}

function wordItems({ women, men }: GapRow, { unit, context }: Setting): FlowItem[] {
  if (isHidden(women) || isHidden(men))
    return [{ shape: hatchSwatch, text: stateWords('suppressed', context) }]
  return [
    {
      shape: symbolShape('women', isProvisional(women)),
      text: valueText(women, unit, context),
      strong: true,
    },
    { shape: symbolShape('men', isProvisional(men)), text: valueText(men, unit, context), strong: true },
  ]
}

function keyItems({ rows }: GenderGap, context: ChartContext): FlowItem[] {
  const { t } = context
  return [
    { shape: symbolShape('women', false), text: t('chart.series.women') },
    { shape: symbolShape('men', false), text: t('chart.series.men') },
    ...(rows.some(({ reference }) => reference !== null)
      ? [{ shape: tickShape(), text: t('chart.key.target') }]
      : []),
    ...stateKey(
      rows.flatMap(({ women, men }) => [women, men]).filter((value) => !isHidden(value)),
      context,
    ),
  ]
}
