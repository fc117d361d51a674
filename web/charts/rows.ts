import * as Plot from '@observablehq/plot'
import type { ChartContext, Unit } from './chart.ts'
import { ink } from './ink.ts'
import { fontSize, plot } from './plot-svg.ts'
import { type ValueAxis, valueAxis } from './scale.ts'
import { widest, wrap } from './text-size.ts'

const lineHeight = 17
/** Under this width labels stand above their bars. */
export const narrowest = 520

export interface RowBox {
  label: string
  labelY: number
  /** Where an extra line of words starts, above the bar. */
  lineY: number
  middle: number
}

/**
 * Rows of horizontal bars: where each label and bar goes. `start` and `end` are the sides of reading, so the
 * drawing mirrors right to left while numbers keep their place on the axis.
 */
export interface RowFrame {
  above: boolean
  width: number
  start: number
  end: number
  top: number
  /** Under the last row. */
  bottom: number
  boxes: RowBox[]
  rtl: boolean
  /** Pixels of the value axis. */
  span: number
}

interface RowOptions {
  labels: readonly string[]
  width: number
  top: number
  /** Height of what is drawn in a row. */
  band: number
  /** Width of the column after the bars; left out where labels stand above. */
  endColumn: number
  /** Height of each row's extra line of words. */
  lines?: readonly number[]
  context: ChartContext
}

export function rowFrame({ labels, width, top, band, endColumn, lines = [], context }: RowOptions): RowFrame {
  const above = width < narrowest
  const column = above ? width - 16 : Math.min(widest(labels, fontSize), Math.round(width * 0.34))
  const start = above ? 12 : column + 14
  const end = above ? 20 : Math.max(24, endColumn + 14)
  let y = top
  const boxes = labels.map((label, index) => {
    const words = wrap(label, column, fontSize)
    const line = lines[index] ?? 0
    const labelHeight = words.length * lineHeight
    const height = above ? labelHeight + line + band + 10 : Math.max(line + band, labelHeight) + 10
    const labelY = above ? y : y + height / 2
    const lineY = above ? y + labelHeight : y + (height - line - band) / 2
    const middle = lineY + line + band / 2
    y += height
    return { label: words.join('\n'), labelY, lineY, middle }
  })
  const rtl = context.direction === 'rtl'
  return { above, width, start, end, top, bottom: y, boxes, rtl, span: width - start - end }
}

/** The x pixel `offset` pixels from the side reading starts at. */
export const fromStart = ({ rtl, width }: RowFrame, offset: number) => (rtl ? width - offset : offset)

/** Ticks whose texts fit, for numbers a reader may see. */
export function fittingAxis(
  numbers: readonly number[],
  pixels: number,
  unit: Unit,
  context: ChartContext,
): ValueAxis {
  if (numbers.length === 0) return { min: 0, max: 1, ticks: [] }
  const whole = unit === 'number' || unit === 'stage'
  for (let steps = Math.max(2, Math.min(6, Math.floor(pixels / 60))); ; steps -= 1) {
    const axis = valueAxis(numbers, steps, whole)
    const texts = axis.ticks.map((tick) => context.format.value(tick, unit))
    const room = pixels / (axis.ticks.length - 1)
    if (steps === 1 || widest(texts, 12) + 12 <= room) return axis
  }
}

/** Words of the rows, at the side reading starts. */
export const labelMark = (frame: RowFrame) =>
  Plot.text(frame.boxes, {
    x: { value: () => fromStart(frame, frame.above ? 8 : 0), scale: null },
    y: { value: 'labelY', scale: null },
    text: 'label',
    textAnchor: frame.rtl ? 'end' : 'start',
    lineAnchor: frame.above ? 'top' : 'middle',
    lineHeight: lineHeight / fontSize,
    ...(frame.above && { fontWeight: 600, stroke: ink.surface, strokeWidth: 4, fill: ink.text }),
  })

const noInset = [0, 0] as const

/** The x pixel of a number on the axis. */
export function xPixel(
  frame: RowFrame,
  axis: ValueAxis,
  value: number,
  inset: readonly [number, number] = noInset,
) {
  const share = (value - axis.min) / (axis.max - axis.min)
  return fromStart(frame, frame.start + inset[0] + share * (frame.span - inset[0] - inset[1]))
}

interface RowPlot {
  frame: RowFrame
  axis: ValueAxis
  /** Null leaves the axis out. */
  tickText: ((tick: number) => string) | null
  /** Pixels kept free at the start and the end of the axis. */
  inset?: readonly [start: number, end: number]
  marks: Plot.Markish[]
}

/** The rows as one plot. y is in pixels; x is the value axis, mirrored right to left. */
export function rowPlot({ frame, axis, tickText, inset = noInset, marks }: RowPlot) {
  const { rtl, start, end, top, bottom, width } = frame
  const marginBottom = tickText === null ? 4 : 28
  const ticks =
    tickText === null
      ? []
      : [
          Plot.gridX(axis.ticks, { stroke: ink.grid, strokeOpacity: 1 }),
          Plot.axisX(axis.ticks, {
            tickFormat: tickText,
            tickSize: 0,
            fontSize: 12,
            color: ink.muted,
            label: null,
          }),
        ]
  return plot({
    width,
    height: bottom + marginBottom,
    marginTop: top,
    marginBottom,
    marginLeft: rtl ? end : start,
    marginRight: rtl ? start : end,
    x: {
      domain: [axis.min, axis.max],
      reverse: rtl,
      axis: null,
      insetLeft: inset[rtl ? 1 : 0],
      insetRight: inset[rtl ? 0 : 1],
    },
    y: { type: 'identity', axis: null },
    marks: [...ticks, labelMark(frame), ...marks],
  })
}
