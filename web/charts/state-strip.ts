import * as Plot from '@observablehq/plot'
import type { Quarter } from '../../indicators/model/period.ts'
import type { ChartContext, SeriesKey, TrajectoryPoint } from './chart.ts'
import { ink } from './ink.ts'
import { type Placed, shapesMark } from './plot-svg.ts'
import { hatch, symbolShape } from './shapes.ts'
import { textWidth } from './text-size.ts'
import { type TimeFrame, timePixel } from './time-axis.ts'
import { shown, stateMark } from './values.ts'

const inset = 6
const hatchHeight = 8
const lineHeight = 14

interface Run {
  state: TrajectoryPoint['state']
  first: number
  last: number
}

/** Quarters without a number, neighbours of one state together. Quarters not due say nothing. */
function runsOf(points: readonly TrajectoryPoint[], quarters: readonly Quarter[]): Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  for (const point of points) {
    if (point.state === 'not_due') continue
    const index = quarters.indexOf(point.quarter)
    if (shown(point) !== null || point.state === 'observed' || index < 0) open = undefined
    else if (open?.state === point.state) open.last = index
    else {
      open = { state: point.state, first: index, last: index }
      runs.push(open)
    }
  }
  return runs
}

export interface Strip {
  height: number
  marks: (frame: TimeFrame) => Plot.Markish[]
}

/**
 * The strip under the value axis, where quarters without a number are marked: a hatch and `[c]` where hidden, a mark
 * alone where nothing was reported. It lies outside the scale, so nothing in it can be read as a value.
 */
export function stateStrip(
  series: readonly { key: SeriesKey; points: readonly TrajectoryPoint[] }[],
  frame: Pick<TimeFrame, 'quarters' | 'left' | 'right' | 'width'>,
  context: ChartContext,
): Strip {
  const whole = { ...frame, height: 0, top: 0, bottom: 0 }
  const lines = series
    .map(({ key, points }) => ({ key, runs: labelled(runsOf(points, frame.quarters), whole, context) }))
    .filter(({ runs }) => runs.length > 0)
  const heights = lines.map(
    ({ runs }) => hatchHeight + lineHeight * (1 + Math.max(...runs.map(({ line }) => line))) + 2,
  )
  const height = heights.reduce((sum, part) => sum + part, lines.length > 0 ? inset : 0)
  return { height, marks: (placed) => stripMarks(lines, heights, placed, series.length > 1) }
}

interface Label extends Run {
  x: number
  line: number
  text: string
}

/** Labels that would touch take the next line down. */
function labelled(runs: readonly Run[], frame: TimeFrame, context: ChartContext): Label[] {
  const ends: number[] = []
  return runs.map((run) => {
    const x = timePixel(frame, (run.first + run.last) / 2)
    const text = stateMark(run.state, context)
    const half = textWidth(text, 12) / 2 + 1
    const free = ends.findIndex((end) => end <= x - half)
    const line = free < 0 ? ends.length : free
    ends[line] = x + half
    return { ...run, x, line, text }
  })
}

function stripMarks(
  lines: readonly { key: SeriesKey; runs: readonly Label[] }[],
  heights: readonly number[],
  frame: TimeFrame,
  named: boolean,
): Plot.Markish[] {
  const shapes: Placed[] = []
  const texts: { x: number; y: number; text: string }[] = []
  let y = frame.height - frame.bottom + inset
  lines.forEach(({ key, runs }, index) => {
    if (named) shapes.push({ x: frame.left - 12, y: y + hatchHeight, shape: symbolShape(key, false) })
    for (const run of runs) {
      const from = timePixel(frame, run.first - 0.4)
      const width = timePixel(frame, run.last + 0.4) - from
      if (run.state === 'suppressed') shapes.push({ x: from, y, shape: hatch(width, hatchHeight) })
      texts.push({
        x: run.x,
        y: y + hatchHeight + lineHeight * (run.line + 0.5) + 1,
        text: run.text,
      })
    }
    y += heights[index] ?? 0
  })
  return [
    shapesMark(shapes),
    Plot.text(texts, {
      x: { value: 'x', scale: null },
      y: { value: 'y', scale: null },
      text: 'text',
      fontSize: 12,
      fill: ink.muted,
    }),
  ]
}
