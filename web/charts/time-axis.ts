import * as Plot from '@observablehq/plot'
import { type Quarter, quarterEnd, quarterOf, quarterStart } from '../../indicators/model/period.ts'
import { ink } from './ink.ts'
import { plot } from './plot-svg.ts'
import type { ValueAxis } from './scale.ts'
import { textWidth } from './text-size.ts'

/** Position 0 is the end of the first quarter, 1 the end of the second; the axis runs half a quarter beyond both. */
export interface TimeFrame {
  quarters: readonly Quarter[]
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

/** The x pixel of a position. Time runs left to right in every language. */
export function timePixel(frame: TimeFrame, position: number) {
  const { quarters, width, left, right } = frame
  return left + ((position + 0.5) / quarters.length) * (width - left - right)
}

/** The y pixel of a value. */
export function valuePixel({ height, top, bottom }: TimeFrame, { min, max }: ValueAxis, value: number) {
  return top + (1 - (value - min) / (max - min)) * (height - top - bottom)
}

/** Where a date lies, between the ends of two quarters. */
export function datePosition(quarters: readonly Quarter[], date: string): number {
  const quarter = quarterOf(date)
  const [start, end] = [Date.parse(quarterStart(quarter)), Date.parse(quarterEnd(quarter))]
  const first = quarters[0] ?? quarter
  const distance = (+quarter.slice(0, 4) - +first.slice(0, 4)) * 4 + +quarter.slice(6) - +first.slice(6)
  const day = 86_400_000
  return distance - 1 + (Date.parse(date) - start + day) / (end - start + day)
}

/** Ticks between years and the year under its quarters; a year without room for its number goes without. */
export function yearMarks(frame: TimeFrame, below: number): Plot.Markish[] {
  const { quarters, height, bottom } = frame
  const years = [...new Set(quarters.map((quarter) => quarter.slice(0, 4)))].map((year) => {
    const first = quarters.findIndex((quarter) => quarter.startsWith(year))
    const last = quarters.findLastIndex((quarter) => quarter.startsWith(year))
    return { year, first, last, x: timePixel(frame, (first + last) / 2) }
  })
  const y = height - bottom + below + 6
  const room = textWidth('2020', 12) + 4
  const fitting = years
    .toSorted((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
    .filter((year, index, ordered) => ordered.slice(0, index).every(({ x }) => Math.abs(x - year.x) >= room))
  return [
    Plot.ruleX(years.slice(1), {
      x: { value: ({ first }) => timePixel(frame, first - 0.5), scale: null },
      y1: { value: () => y, scale: null },
      y2: { value: () => y + 16, scale: null },
      stroke: ink.grid,
    }),
    Plot.text(fitting, {
      x: { value: 'x', scale: null },
      y: { value: () => y + 10, scale: null },
      text: 'year',
      fontSize: 12,
      fill: ink.muted,
    }),
  ]
}

/** A plot of values over time, with its value axis at the left in every language. */
export function timePlot(
  frame: TimeFrame,
  axis: ValueAxis,
  tickText: (tick: number) => string,
  marks: TimeMarks,
) {
  const { width, height, top, bottom, left, right } = frame
  return plot({
    width,
    height,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: left,
    marginRight: right,
    x: { domain: [-0.5, frame.quarters.length - 0.5], axis: null },
    y: { domain: [axis.min, axis.max], axis: null },
    marks: [
      ...marks.behind,
      Plot.gridY(axis.ticks, { stroke: ink.grid, strokeOpacity: 1 }),
      Plot.axisY(axis.ticks, {
        tickFormat: tickText,
        tickSize: 0,
        fontSize: 12,
        color: ink.muted,
        label: null,
      }),
      Plot.ruleY([0], { stroke: ink.axis }),
      ...marks.front,
    ],
  })
}

interface TimeMarks {
  behind: readonly Plot.Markish[]
  front: readonly Plot.Markish[]
}
