import * as Plot from '@observablehq/plot'
import { breakKey, breakLabels, breakRoom, breakRules } from './breaks.ts'
import type { ChartContext, Trajectory } from './chart.ts'
import { type FlowItem, flow, flowMarks } from './flow.ts'
import { ink } from './ink.ts'
import { stateKey } from './key.ts'
import { fontSize } from './plot-svg.ts'
import { fittingAxis } from './rows.ts'
import type { ValueAxis } from './scale.ts'
import { seriesMarks, stretches } from './series-marks.ts'
import { baselineShape, dashShape, lineShape, milestoneShape, tintShape } from './shapes.ts'
import { stateStrip } from './state-strip.ts'
import { widest } from './text-size.ts'
import { datePosition, type TimeFrame, timePixel, timePlot, valuePixel, yearMarks } from './time-axis.ts'
import { latestDue, paceOf, shown, stepText } from './values.ts'

const narrow = 520

/** Reported values over time against the plan, and the pace still needed to the target. */
export function drawTrajectory(chart: Trajectory, context: ChartContext, width: number) {
  const { quarters, points, plan, target, unit } = chart
  const numbers = [...points.map(shown), ...plan.map(({ value }) => value), target?.value ?? null]
  const seen = numbers.filter((number) => number !== null)
  const inner = seen.length === 0 ? 60 : width < narrow ? 200 : 260
  const axis = fittingAxis(seen, inner * 1.6, unit, context)
  const ticks = axis.ticks.map((tick) => context.format.value(tick, unit))
  const targetText = target && [context.t('chart.column.target'), context.format.value(target.value, unit)]
  const key = flow(keyItems(chart, context), width - 16)
  const sides = { left: widest(ticks, 12) + 12, right: targetText ? widest(targetText, fontSize) + 14 : 24 }
  const strip = stateStrip([{ key: 'total', points }], { quarters, width, ...sides }, context)
  const top = key.height + 24 + breakRoom(chart)
  const bottom = strip.height + 28
  const frame: TimeFrame = { quarters, width, height: top + inner + bottom, top, bottom, ...sides }
  const style = {
    stroke: ink.data,
    dash: undefined,
    symbol: 'circle' as const,
    shape: chart.shape,
    width: 2.5,
  }
  const direction = context.direction
  return timePlot(frame, axis, (tick) => context.format.value(tick, unit), {
    behind: openMarks(chart),
    front: [
      planLine(chart),
      ...neededMarks(chart),
      breakRules(chart, breakRoom(chart)),
      ...seriesMarks(points, chart, style),
      ...planDots(chart),
      breakLabels(chart, frame, context),
      ...latestMarks(chart, frame, axis, context),
      ...(target && targetText ? targetMarks(target.value, targetText) : []),
      ...yearMarks(frame, strip.height + 2),
      ...strip.marks(frame),
      ...flowMarks(key, { x: direction === 'rtl' ? width - 8 : 8, y: 0, direction }),
    ],
  })
}

/** The position of the last quarter due, or -1. */
function lastDue({ points, quarters }: Trajectory) {
  const latest = latestDue(points)
  return latest === undefined ? -1 : quarters.indexOf(latest.quarter)
}

const isOpen = (chart: Trajectory) => lastDue(chart) < chart.quarters.length - 1

function openMarks(chart: Trajectory): Plot.Markish[] {
  if (!isOpen(chart)) return []
  const from = lastDue(chart) + 0.5
  return [Plot.rect([from], { x1: from, x2: chart.quarters.length - 0.5, fill: ink.track, fillOpacity: 0.5 })]
}

const onAxis = ({ plan, quarters }: Trajectory) =>
  plan
    .map(({ date, value }, index) => ({ x: datePosition(quarters, date), y: value, index }))
    .filter(({ x }) => x >= -0.5 && x <= quarters.length - 0.5)

const planLine = (chart: Trajectory) =>
  Plot.line(onAxis(chart), {
    x: 'x',
    y: 'y',
    stroke: ink.muted,
    strokeWidth: 2,
    strokeDasharray: '1 5',
    strokeLinecap: 'round',
  })

/** The plan's baseline and milestones, open so that a reported value on the same spot stays seen. */
function planDots(chart: Trajectory): Plot.Markish[] {
  const last = chart.target === null ? -1 : chart.plan.length - 1
  const outline = { x: 'x', y: 'y', stroke: ink.text, strokeWidth: 1.5 }
  const dots = onAxis(chart)
  return [
    Plot.dot(
      dots.filter(({ index }) => index === 0),
      { ...outline, symbol: 'circle', r: 6 },
    ),
    Plot.dot(
      dots.filter(({ index }) => index > 0 && index !== last),
      { ...outline, symbol: 'diamond', r: 6 },
    ),
  ]
}

const targetMarks = (value: number, text: readonly string[]): Plot.Markish[] => [
  Plot.ruleY([value], { stroke: ink.text, strokeWidth: 2 }),
  Plot.text([text.join('\n')], {
    y: [value],
    frameAnchor: 'right',
    textAnchor: 'start',
    lineAnchor: 'middle',
    lineHeight: 1.25,
    dx: 8,
    fontWeight: 600,
  }),
]

const lastSeen = ({ points, quarters }: Trajectory) => stretches(points, quarters).at(-1)?.at(-1)

/** From the last seen value to the target. */
function neededMarks(chart: Trajectory): Plot.Markish[] {
  const last = lastSeen(chart)
  if (last === undefined || chart.target === null || paceOf(chart) === null) return []
  const end = { x: datePosition(chart.quarters, chart.target.date), y: chart.target.value }
  if (end.x <= last.x) return []
  return [
    Plot.line([last, end], { x: 'x', y: 'y', stroke: ink.data, strokeWidth: 2, strokeDasharray: '7 4' }),
  ]
}

/** The last value, above every mark near its own. */
function latestMarks(chart: Trajectory, frame: TimeFrame, axis: ValueAxis, { format }: ChartContext) {
  const last = lastSeen(chart)
  if (last === undefined) return []
  const x = timePixel(frame, last.x)
  const near = stretches(chart.points, chart.quarters)
    .flat()
    .filter((point) => Math.abs(timePixel(frame, point.x) - x) < 34)
    .map((point) => valuePixel(frame, axis, point.y))
  const atEdge = frame.width - frame.right - x < 30
  return [
    Plot.text([format.value(last.y, chart.unit)], {
      x: { value: () => x, scale: null },
      y: { value: () => Math.min(...near) - 15, scale: null },
      textAnchor: atEdge ? 'end' : 'middle',
      fontWeight: 600,
      stroke: ink.surface,
      strokeWidth: 4,
      fill: ink.text,
    }),
  ]
}

function keyItems(chart: Trajectory, context: ChartContext): FlowItem[] {
  const { t } = context
  const pace = paceOf(chart)
  const paceItem = ({ needed, recent }: { needed: number; recent: number | null }): FlowItem => {
    const args = { needed: stepText(needed, chart.unit, context) }
    const text =
      recent === null
        ? t('chart.key.needed', args)
        : t('chart.key.neededRecent', { ...args, recent: stepText(recent, chart.unit, context) })
    return { shape: dashShape(ink.data, '7 4'), text, strong: true }
  }
  return [
    { shape: lineShape('total', ink.data), text: t('chart.key.reported') },
    ...(chart.plan.length > 0
      ? [
          { shape: dashShape(ink.muted, '1 4'), text: t('chart.key.plan') },
          { shape: baselineShape, text: t('chart.key.baseline') },
        ]
      : []),
    ...(chart.plan.length > 2 ? [{ shape: milestoneShape, text: t('chart.key.milestone') }] : []),
    ...breakKey(chart, context),
    ...(isOpen(chart) ? [{ shape: tintShape, text: t('word.state.not_due') }] : []),
    ...stateKey(chart.points, context),
    ...(pace === null ? [] : [paceItem(pace)]),
  ]
}
