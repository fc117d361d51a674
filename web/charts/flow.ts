import * as Plot from '@observablehq/plot'
import { ink } from './ink.ts'
import { fontSize, shapesMark } from './plot-svg.ts'
import type { Shape } from './shapes.ts'
import { textWidth, wrap } from './text-size.ts'

/** A shape with its words: one entry of a key, or one direct label. */
export interface FlowItem {
  shape?: Shape
  text: string
  strong?: boolean
}

const lineHeight = 20
/** Room over the first line for letters with marks above them. */
const lead = 2
const shapeRoom = 24
const gap = 16

interface FlowText {
  text: string
  strong: boolean
  x: number
  y: number
}

export interface Flow {
  height: number
  texts: FlowText[]
  shapes: { x: number; y: number; shape: Shape }[]
}

/** Items in lines no wider than asked, as words flow; x runs from the side a reader starts at. */
export function flow(items: readonly FlowItem[], width: number): Flow {
  const placed: Flow = { height: 0, texts: [], shapes: [] }
  let x = 0
  let line = 0
  for (const { shape, text, strong = false } of items) {
    const room = shape === undefined ? 0 : shapeRoom
    const full = room + textWidth(text, fontSize) * (strong ? 1.05 : 1)
    if (x > 0 && x + full > width) {
      line += 1
      x = 0
    }
    const lines = wrap(text, width - room, fontSize)
    if (shape !== undefined) placed.shapes.push({ x: x + 10, y: lead + (line + 0.5) * lineHeight, shape })
    lines.forEach((words, index) => {
      placed.texts.push({ text: words, strong, x: x + room, y: lead + (line + index + 0.5) * lineHeight })
    })
    x = lines.length > 1 ? width : x + full + gap
    line += lines.length - 1
  }
  placed.height = items.length === 0 ? 0 : lead + (line + 1) * lineHeight
  return placed
}

interface FlowPlace {
  x: number
  y: number
  direction: 'ltr' | 'rtl'
  /** Keeps grid lines off the letters. */
  halo?: boolean
}

/** The marks of a flow whose first line starts at (`x`, `y`); right to left it runs to the left from `x`. */
export function flowMarks(placed: Flow, at: FlowPlace): Plot.Markish[] {
  const side = at.direction === 'rtl' ? -1 : 1
  const textAnchor = side === 1 ? 'start' : 'end'
  const texts = placed.texts.map((text) => ({ ...text, x: at.x + side * text.x, y: at.y + text.y }))
  const written = (strong: boolean) =>
    Plot.text(
      texts.filter((text) => text.strong === strong),
      {
        x: { value: 'x', scale: null },
        y: { value: 'y', scale: null },
        text: 'text',
        textAnchor,
        fill: strong ? ink.text : ink.muted,
        ...(strong && { fontWeight: 600 }),
        ...(at.halo && { stroke: ink.surface, strokeWidth: 4 }),
      },
    )
  return [
    shapesMark(placed.shapes.map(({ x, y, shape }) => ({ x: at.x + side * x, y: at.y + y, shape }))),
    ...[false, true].filter((strong) => texts.some((text) => text.strong === strong)).map(written),
  ]
}
