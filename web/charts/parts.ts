import * as Plot from '@observablehq/plot'
import type { ChartContext, Unit } from './chart.ts'
import { type FlowItem, flow, flowMarks } from './flow.ts'
import { ink } from './ink.ts'
import { type Placed, shapesMark } from './plot-svg.ts'
import { fittingAxis, fromStart, type RowFrame, rowFrame, rowPlot, xPixel } from './rows.ts'
import type { ValueAxis } from './scale.ts'
import { hatch, type Shape } from './shapes.ts'

export interface Part {
  /** Null where there is no number to draw. */
  value: number | null
  hidden: boolean
  /** Provisional: an outline without fill. */
  hollow: boolean
  fill: string
  stroke: string
  item: FlowItem
  /** Drawn in the bar where there is room. */
  sign?: Shape
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
export function drawParts(options: PartsOptions, context: ChartContext, width: number) {
  const { rows, unit, axis: withAxis } = options
  const { direction } = context
  const key = flow(options.key, width - 16)
  const room = {
    labels: rows.map(({ label }) => label),
    width,
    top: key.height + 8,
    band: bar,
    endColumn: 0,
    context,
  }
  const { span } = rowFrame(room)
  const flows = rows.map(({ parts }) => {
    const items = parts.map(({ item }) => item)
    return flow(items, span)
  })
  const frame = rowFrame({ ...room, lines: flows.map(({ height }) => height + 4) })
  const placed = rows.map(({ parts }, index) => placeParts(parts, frame.boxes[index]?.middle ?? 0))
  const ends = placed.map(({ end }) => end)
  const axis = fittingAxis(ends, span - inset[1], unit, context)
  const x = fromStart(frame, frame.above ? 8 : frame.start)
  return rowPlot({
    frame,
    axis,
    tickText: withAxis ? (tick) => context.format.value(tick, unit) : null,
    inset,
    marks: [
      segmentMark(placed),
      shapesMark([...stubShapes(placed, frame, axis), ...signShapes(placed, frame, axis)]),
      ...flows.flatMap((items, index) =>
        flowMarks(items, { x, y: frame.boxes[index]?.lineY ?? 0, direction, halo: withAxis }),
      ),
      ...flowMarks(key, { x: fromStart(frame, 8), y: 0, direction }),
    ],
  })
}

function placeParts(parts: readonly Part[], y: number) {
  let end = 0
  const segments = parts.flatMap(({ value, hollow, fill, stroke, sign }) => {
    if (value === null || value <= 0) return []
    const from = end
    end += value
    const paint = hollow ? { fill: ink.surface, stroke: fill, width: 2 } : { fill, stroke, width: 1 }
    return [{ from, to: end, y, ...paint, sign }]
  })
  return { segments, end, y, hidden: parts.some(({ hidden }) => hidden) }
}

type PlacedRow = ReturnType<typeof placeParts>

function segmentMark(placed: readonly PlacedRow[]) {
  const segments = placed.flatMap((row) => row.segments)
  return Plot.rect(segments, {
    x1: 'from',
    x2: 'to',
    y1: ({ y }) => y - bar / 2,
    y2: ({ y }) => y + bar / 2,
    fill: 'fill',
    stroke: 'stroke',
    strokeWidth: 'width',
    insetLeft: 0.5,
    insetRight: 0.5,
  })
}

const stubShape: Shape = hatch(stub, bar)

const stubShapes = (placed: readonly PlacedRow[], frame: RowFrame, axis: ValueAxis): Placed[] =>
  placed
    .filter(({ hidden }) => hidden)
    .map(({ end, y }) => {
      const x = xPixel(frame, axis, end, inset)
      return { x: frame.rtl ? x - stub - 3 : x + 3, y: y - bar / 2, shape: stubShape }
    })

const signShapes = (placed: readonly PlacedRow[], frame: RowFrame, axis: ValueAxis): Placed[] =>
  placed
    .flatMap(({ segments }) => segments)
    .flatMap(({ from, to, y, sign }) => {
      const [start, end] = [xPixel(frame, axis, from, inset), xPixel(frame, axis, to, inset)]
      const fits = Math.abs(end - start) >= 18
      return sign !== undefined && fits ? [{ x: (start + end) / 2, y, shape: sign }] : []
    })
