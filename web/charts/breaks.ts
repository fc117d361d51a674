import * as Plot from '@observablehq/plot'
import { type Broken, breaksWithin } from './break-places.ts'
import type { ChartContext } from './chart.ts'
import type { FlowItem } from './flow.ts'
import { ink } from './ink.ts'
import { breakShape } from './shapes.ts'
import { textWidth } from './text-size.ts'
import { type TimeFrame, timePixel } from './time-axis.ts'

/** A rule where each new definition begins; `reach` pixels over the plot. */
export const breakRules = (chart: Broken, reach = 0): Plot.Markish =>
  Plot.ruleX(breaksWithin(chart), {
    x: ({ index }) => index - 0.5,
    insetTop: -reach,
    stroke: ink.text,
    strokeWidth: 1.5,
    strokeDasharray: '2 3',
  })

const size = 12

/** The room the labels need over a plot. */
export const breakRoom = (chart: Broken) => (breaksWithin(chart).length > 0 ? 18 : 0)

/** The version that begins, over each rule; the later one where two would touch. */
export function breakLabels(chart: Broken, frame: TimeFrame, { t, format }: ChartContext): Plot.Markish {
  const placed = breaksWithin(chart).map(({ index, version }) => {
    const text = t('chart.break', { version: format.number(version) })
    const half = textWidth(text, size) / 2
    const x = timePixel(frame, index - 0.5)
    return { text, half, x: Math.min(Math.max(x, half + 2), frame.width - half - 2) }
  })
  const free = placed.filter(({ x, half }, i) =>
    placed.slice(i + 1).every((later) => later.x - x > half + later.half + 8),
  )
  return Plot.text(free, {
    x: { value: 'x', scale: null },
    y: { value: () => frame.top - 31, scale: null },
    text: 'text',
    fontSize: size,
    fill: ink.text,
    stroke: ink.surface,
    strokeWidth: 4,
  })
}

export const breakKey = (chart: Broken, { t }: ChartContext): FlowItem[] =>
  breaksWithin(chart).length === 0 ? [] : [{ shape: breakShape, text: t('chart.key.break') }]
