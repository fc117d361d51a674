import * as Plot from '@observablehq/plot'
import type { Bullets, ChartContext } from './chart.ts'
import { flow, flowMarks } from './flow.ts'
import { ink } from './ink.ts'
import { stateKey } from './key.ts'
import { fontSize } from './plot-svg.ts'
import { fittingAxis, fromStart, type RowFrame, rowFrame, rowPlot } from './rows.ts'
import { valueAxis } from './scale.ts'
import { barShape, baselineShape, hatchSwatch, milestoneShape, statusShape, tickShape } from './shapes.ts'
import { widest } from './text-size.ts'
import { isHidden, isProvisional, shown, valueText } from './values.ts'

type BulletRow = Bullets['rows'][number]
const band = 36
const seen = ({ baseline, milestone, target, actual }: BulletRow) =>
  [baseline, milestone, target, shown(actual)].filter((number) => number !== null)

/** Baseline, milestone, target and the reported value of each row, with value and status in their own column. */
export function drawBullets(chart: Bullets, context: ChartContext, width: number) {
  const { rows } = chart
  const key = flow(keyItems(chart, context), width - 16)
  const words = rows.map((row) => rowWords(row, context))
  const endColumn = Math.max(
    ...words.map(([value, status]) =>
      Math.max(
        widest([value.text], 14) + ('shape' in value ? 24 : 0),
        24 + widest([status?.text ?? ''], fontSize),
      ),
    ),
  )
  const lines = width < 520 ? rows.map(() => 20) : []
  const labels = rows.map(({ label }) => label)
  const frame = rowFrame({ labels, width, top: key.height + 10, band, endColumn, lines, context })
  const unit = rows[0]?.unit ?? 'number'
  const shared = chart.scale === 'shared'
  const axis = shared
    ? fittingAxis(rows.flatMap(seen), frame.span, unit, context)
    : { min: 0, max: 1, ticks: [] }
  const positions = rows.map((row, index) => positionsOf(row, frame.boxes[index]?.middle ?? 0, shared))
  return rowPlot({
    frame,
    axis,
    tickText: shared ? (tick) => context.format.value(tick, unit) : null,
    inset: [6, 6],
    marks: [
      ...barMarks(positions),
      ...words.flatMap((items, index) => wordMarks(items, index, frame)),
      ...flowMarks(key, { x: fromStart(frame, 8), y: 0, direction: context.direction }),
    ],
  })
}

/** A row's marks on the axis: as they are, or each row from its own lowest to its own highest number. */
function positionsOf(row: BulletRow, y: number, shared: boolean) {
  const own = valueAxis(seen(row), 4, false)
  const low = Math.min(0, ...seen(row))
  const high = Math.max(...seen(row), low)
  const place = (number: number | null) => {
    if (number === null || shared) return number
    return high === low ? own.min : (number - low) / (high - low)
  }
  return {
    y,
    zero: place(0),
    from: place(row.baseline ?? 0),
    baseline: place(row.baseline),
    milestone: place(row.milestone),
    target: place(row.target),
    actual: place(shown(row.actual)),
    hollow: isProvisional(row.actual),
  }
}

function barMarks(positions: readonly ReturnType<typeof positionsOf>[]): Plot.Markish[] {
  const band = (half: number) => ({
    y1: ({ y }: { y: number }) => y - half,
    y2: ({ y }: { y: number }) => y + half,
  })
  const having = (name: 'target' | 'actual' | 'milestone' | 'baseline') =>
    positions.filter((row) => row[name] !== null)
  const outline = { fill: ink.surface, stroke: ink.text, strokeWidth: 1.5 }
  return [
    Plot.rect(having('target'), { x1: 'zero', x2: 'target', ...band(13), fill: ink.track }),
    Plot.rect(
      having('actual').filter(({ hollow }) => !hollow),
      { x1: 'from', x2: 'actual', ...band(6), fill: ink.data },
    ),
    Plot.rect(
      having('actual').filter(({ hollow }) => hollow),
      { x1: 'from', x2: 'actual', ...band(5), fill: ink.surface, stroke: ink.data, strokeWidth: 2 },
    ),
    Plot.ruleX(having('target'), { x: 'target', ...band(17), stroke: ink.text, strokeWidth: 3 }),
    Plot.dot(having('milestone'), { x: 'milestone', y: 'y', symbol: 'diamond', r: 5, ...outline }),
    Plot.dot(having('baseline'), { x: 'baseline', y: 'y', symbol: 'circle', r: 4, ...outline }),
  ]
}

/** The value and, where the value is seen, the status: a status would tell of a hidden value. */
function rowWords({ actual, unit, status }: BulletRow, context: ChartContext) {
  const value = {
    text: valueText(actual, unit, context),
    strong: true,
    ...(isHidden(actual) && { shape: hatchSwatch }),
  }
  if (shown(actual) === null) return [value] as const
  return [value, { text: context.t(`word.status.${status}`), shape: statusShape(status) }] as const
}

function wordMarks(items: ReturnType<typeof rowWords>, index: number, frame: RowFrame): Plot.Markish[] {
  const box = frame.boxes[index]
  if (box === undefined) return []
  const direction = frame.rtl ? ('rtl' as const) : ('ltr' as const)
  if (frame.above)
    return flowMarks(flow(items, frame.width), { x: fromStart(frame, 8), y: box.lineY, direction })
  const x = fromStart(frame, frame.width - frame.end + 14)
  const top = box.middle - items.length * 10
  return items.flatMap((item, line) =>
    flowMarks(flow([item], frame.width), { x, y: top + line * 20, direction }),
  )
}

function keyItems({ rows }: Bullets, context: ChartContext) {
  const has = (name: 'baseline' | 'milestone' | 'target') => rows.some((row) => row[name] !== null)
  const word = (name: string) => context.t(`chart.key.${name}`)
  return [
    { shape: barShape(ink.data), text: word('reported') },
    ...(has('baseline') ? [{ shape: baselineShape, text: word('baseline') }] : []),
    ...(has('milestone') ? [{ shape: milestoneShape, text: word('milestoneDue') }] : []),
    ...(has('target') ? [{ shape: tickShape(), text: word('target') }] : []),
    ...stateKey(
      rows.map(({ actual }) => actual),
      context,
    ),
  ]
}
