import * as Plot from '@observablehq/plot'
import type { ChartContext, Trajectory } from './chart.ts'
import { type FlowItem, flow, flowMarks } from './flow.ts'
import { ink } from './ink.ts'
import { stateKey } from './key.ts'
import { fontSize, plot } from './plot-svg.ts'
import { fittingAxis } from './rows.ts'
import { seriesMarks, stretches } from './series-marks.ts'
import { baselineShape, dashShape, lineShape, milestoneShape, tintShape } from './shapes.ts'
import { stateStrip } from './state-strip.ts'
import { widest } from './text-size.ts'
import { datePosition, type TimeFrame, timeDomain, timePixel, yearMarks } from './time-axis.ts'
import { latestDue, paceOf, shown } from './values.ts'

const narrow = 520

/** Reported values over time against the plan, and the pace still needed to the target. */
export function drawTrajectory(chart: Trajectory, context: ChartContext, width: number) {
  const { quarters, points, plan, target, unit } = chart
  const numbers = [...points.map(shown), ...plan.map(({ value }) => value), target?.value ?? null]
  const seen = numbers.filter((number) => number !== null)
  const inner = width < narrow ? 200 : 260
  const axis = fittingAxis(seen, inner * 1.6, unit, context)
  const ticks = axis.ticks.map((tick) => context.format.value(tick, unit))
  const targetText = target && [context.t('chart.key.target'), context.format.value(target.value, unit)]
  const key = flow(keyItems(chart, context), width - 16)
  const sides = { left: widest(ticks, 12) + 12, right: targetText ? widest(targetText, fontSize) + 14 : 24 }
  const strip = stateStrip([{ key: 'total', points }], { quarters, width, ...sides })
  const top = key.height + 24
  const bottom = strip.height + 24
  const frame: TimeFrame = { quarters, width, height: top + inner + bottom, top, bottom, ...sides }
  return plot({
    width,
    height: frame.height,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: sides.left,
    marginRight: sides.right,
    x: { domain: timeDomain(frame), axis: null },
    y: { domain: [axis.min, axis.max], axis: null },
    marks: [
      ...openMarks(chart),
      Plot.gridY(axis.ticks, { stroke: ink.grid, strokeOpacity: 1 }),
      Plot.axisY(axis.ticks, {
        tickFormat: (tick: number) => context.format.value(tick, unit),
        tickSize: 0,
        fontSize: 12,
        color: ink.muted,
        label: null,
      }),
      Plot.ruleY([0], { stroke: ink.axis }),
      ...planMarks(chart),
      ...seriesMarks(points, quarters, {
        stroke: ink.data,
        dash: undefined,
        symbol: 'circle',
        shape: chart.shape,
        width: 2.5,
      }),
      ...latestMarks(chart, frame, context),
      ...(target && targetText ? targetMarks(target.value, targetText) : []),
      ...yearMarks(frame, strip.height + 2),
      ...strip.marks(frame),
      ...flowMarks(key, {
        x: context.direction === 'rtl' ? width - 8 : 8,
        y: 0,
        direction: context.direction,
      }),
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

function planMarks({ plan, quarters, target }: Trajectory): Plot.Markish[] {
  const path = plan
    .map(({ date, value }, index) => ({ x: datePosition(quarters, date), y: value, index }))
    .filter(({ x }) => x >= -0.5 && x <= quarters.length - 0.5)
  const last = target === null ? -1 : plan.length - 1
  const outline = { x: 'x', y: 'y', fill: ink.surface, stroke: ink.text, strokeWidth: 1.5 }
  return [
    Plot.line(path, {
      x: 'x',
      y: 'y',
      stroke: ink.muted,
      strokeWidth: 2,
      strokeDasharray: '1 5',
      strokeLinecap: 'round',
    }),
    Plot.dot(
      path.filter(({ index }) => index === 0),
      { ...outline, symbol: 'circle', r: 4 },
    ),
    Plot.dot(
      path.filter(({ index }) => index > 0 && index !== last),
      { ...outline, symbol: 'diamond', r: 4.5 },
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

/** The last seen value, and from it the line to the target. */
function latestMarks(chart: Trajectory, frame: TimeFrame, context: ChartContext): Plot.Markish[] {
  const last = stretches(chart.points, chart.quarters).at(-1)?.at(-1)
  if (last === undefined) return []
  const end =
    chart.target === null
      ? null
      : { x: datePosition(chart.quarters, chart.target.date), y: chart.target.value }
  const needed = paceOf(chart) !== null && end !== null && end.x > last.x ? [last, end] : []
  const atEdge = frame.width - frame.right - timePixel(frame, last.x) < 30
  return [
    Plot.line(needed, { x: 'x', y: 'y', stroke: ink.data, strokeWidth: 2, strokeDasharray: '7 4' }),
    Plot.text([last], {
      x: 'x',
      y: 'y',
      text: ({ y }) => context.format.value(y, chart.unit),
      dy: -14,
      textAnchor: atEdge ? 'end' : 'middle',
      fontWeight: 600,
      stroke: ink.surface,
      strokeWidth: 4,
      fill: ink.text,
    }),
  ]
}

function keyItems(chart: Trajectory, context: ChartContext): FlowItem[] {
  const { t, format } = context
  const pace = paceOf(chart)
  const number = (value: number) => format.number(value, chart.unit === 'number' ? 0 : 1)
  const paceItem = (words: { needed: number; recent: number | null }): FlowItem => {
    const args = { needed: number(words.needed) }
    const text =
      words.recent === null
        ? t('chart.key.needed', args)
        : t('chart.key.neededRecent', { ...args, recent: number(words.recent) })
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
    ...(isOpen(chart) ? [{ shape: tintShape, text: t('chart.key.notDue') }] : []),
    ...stateKey(chart.points, context),
    ...(pace === null ? [] : [paceItem(pace)]),
  ]
}
