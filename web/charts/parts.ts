import * as Plot from '@observablehq/plot'
import type { ChartContext, Unit } from './chart.ts'
import { type FlowItem, flow, flowMarks } from './flow.ts'
import { shapesMark } from './plot-svg.ts'
import { fittingAxis, fromStart, rowFrame, rowPlot, xPixel } from './rows.ts'
import { hatch, type Shape } from './shapes.ts'

export interface Part {
  /** Null where there is no number to draw. */
  value: number | null
  hidden: boolean
  fill: string
  stroke: string
  item: FlowItem
}

export interface PartsRow {
  label: string
  parts: readonly Part[]
}

interface PartsOptions {
  rows: readonly PartsRow[]
  key: readonly FlowItem[]
  unit: Unit
  axis: boolean
}

const bar = 20
const stub = 24
/** The end keeps room for the stub, which stands after the bar and outside the scale. */
const inset = [0, stub + 8] as const

/** One bar per row, its parts in order, each named above the bar; a hidden part is a stub of one length. */
export function drawParts(
  { rows, key, unit, axis: withAxis }: PartsOptions,
  context: ChartContext,
  width: number,
) {
  const { direction } = context
  const keyFlow = flow(key, width - 16)
  const options = {
    labels: rows.map(({ label }) => label),
    width,
    top: keyFlow.height + 8,
    band: bar,
    endColumn: 0,
    context,
  }
  const { span } = rowFrame(options)
  const flows = rows.map(({ parts }) =>
    flow(
      parts.map(({ item }) => item),
      span,
    ),
  )
  const frame = rowFrame({ ...options, lines: flows.map(({ height }) => height + 4) })
  const placed = rows.map(({ parts }, index) => placeParts(parts, frame.boxes[index]?.middle ?? 0))
  const axis = fittingAxis(
    placed.map(({ end }) => end),
    span - inset[1],
    unit,
    context,
  )
  const stubs = placed.flatMap(({ hidden, end, y }) =>
    hidden
      ? [
          {
            x: xPixel(frame, axis, end, inset) + (frame.rtl ? -stub - 3 : 3),
            y: y - bar / 2,
            shape: stubShape,
          },
        ]
      : [],
  )
  return rowPlot({
    frame,
    axis,
    tickText: withAxis ? (tick) => context.format.value(tick, unit) : null,
    inset,
    marks: [
      Plot.rect(
        placed.flatMap(({ segments }) => segments),
        {
          x1: 'from',
          x2: 'to',
          y1: ({ y }) => y - bar / 2,
          y2: ({ y }) => y + bar / 2,
          fill: 'fill',
          stroke: 'stroke',
        },
      ),
      shapesMark(stubs),
      ...flows.flatMap((items, index) =>
        flowMarks(items, {
          x: fromStart(frame, frame.above ? 8 : frame.start),
          y: frame.boxes[index]?.lineY ?? 0,
          direction,
        }),
      ),
      ...flowMarks(keyFlow, { x: fromStart(frame, 8), y: 0, direction }),
    ],
  })
}

const stubShape: Shape = hatch(stub, bar)

function placeParts(parts: readonly Part[], y: number) {
  let end = 0
  const segments = parts.flatMap(({ value, fill, stroke }) => {
    if (value === null || value === 0) return []
    const from = end
    end += value
    return [{ from, to: end, y, fill, stroke }]
  })
  return { segments, end, y, hidden: parts.some(({ hidden }) => hidden) }
}
