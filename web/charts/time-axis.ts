import * as Plot from '@observablehq/plot'
import { type Quarter, quarterEnd, quarterOf, quarterStart } from '../../indicators/model/period.ts'
import { ink } from './ink.ts'
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

export const timeDomain = ({ quarters }: TimeFrame): [number, number] => [-0.5, quarters.length - 0.5]

/** The x pixel of a position. Time runs left to right in every language. */
export function timePixel(frame: TimeFrame, position: number) {
  const { quarters, width, left, right } = frame
  return left + ((position + 0.5) / quarters.length) * (width - left - right)
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
  const y = height - bottom + below
  const room = textWidth('2020', 12) + 4
  const fitting = years
    .toSorted((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
    .reduce<typeof years>(
      (kept, year) => (kept.every(({ x }) => Math.abs(x - year.x) >= room) ? [...kept, year] : kept),
      [],
    )
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
