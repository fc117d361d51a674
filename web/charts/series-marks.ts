import * as Plot from '@observablehq/plot'
import type { Quarter } from '../../indicators/model/period.ts'
import { isBroken } from './break-places.ts'
import type { LineShape, SeriesBreak, TrajectoryPoint } from './chart.ts'
import { ink } from './ink.ts'
import { isProvisional, shown } from './values.ts'

export interface SeriesStyle {
  stroke: string
  dash: string | undefined
  symbol: Plot.SymbolType
  shape: LineShape
  width: number
}

interface SeenPoint {
  x: number
  y: number
  hollow: boolean
}

/**
 * Stretches of seen points. A line breaks at a value that is not seen and where the definition changes; quarters not
 * due are passed over.
 */
export function stretches(
  points: readonly TrajectoryPoint[],
  quarters: readonly Quarter[],
  breaks: readonly SeriesBreak[] = [],
): SeenPoint[][] {
  const found: SeenPoint[][] = []
  let open: SeenPoint[] | null = null
  let last: Quarter | undefined
  for (const point of points) {
    if (point.state === 'not_due') continue
    if (last !== undefined && isBroken(breaks, last, point.quarter)) open = null
    last = point.quarter
    const y = shown(point)
    const x = quarters.indexOf(point.quarter)
    if (y === null || x < 0) open = null
    else {
      if (open === null) {
        open = []
        found.push(open)
      }
      open.push({ x, y, hollow: isProvisional(point) })
    }
  }
  return found
}

/** A series as line and symbols; where it is provisional the line is dashed and the symbol hollow. */
export function seriesMarks(
  points: readonly TrajectoryPoint[],
  { quarters, breaks }: { quarters: readonly Quarter[]; breaks: readonly SeriesBreak[] },
  style: SeriesStyle,
): Plot.Markish[] {
  const lines = stretches(points, quarters, breaks)
  const segments = lines.flatMap((line) =>
    line.slice(1).map((to, index) => ({ from: line[index] ?? to, to, dashed: to.hollow })),
  )
  const ends = segments.flatMap(({ from, to, dashed }, z) => [
    { ...from, z, dashed },
    { ...to, z, dashed },
  ])
  const curve = style.shape === 'steps' ? ('step-after' as const) : ('linear' as const)
  const stroke = { x: 'x', y: 'y', curve, stroke: style.stroke, strokeWidth: style.width }
  const dots = (hollow: boolean) =>
    Plot.dot(
      lines.flat().filter((point) => point.hollow === hollow),
      {
        x: 'x',
        y: 'y',
        symbol: style.symbol,
        r: style.width + 1.5,
        fill: hollow ? ink.surface : style.stroke,
        stroke: style.stroke,
        strokeWidth: 2,
      },
    )
  const dashes = (dash: string | undefined) => (dash === undefined ? {} : { strokeDasharray: dash })
  return [
    ...(style.dash === undefined
      ? [
          Plot.line(joined(segments), { ...stroke, z: 'z' }),
          Plot.line(
            ends.filter(({ dashed }) => dashed),
            { ...stroke, z: 'z', strokeDasharray: '4 3' },
          ),
        ]
      : [
          Plot.line(
            lines.flatMap((line, z) => line.map((point) => ({ ...point, z }))),
            { ...stroke, z: 'z', ...dashes(style.dash) },
          ),
        ]),
    dots(false),
    dots(true),
  ]
}

/** Solid segments that follow each other, as one line. */
function joined(segments: readonly { from: SeenPoint; to: SeenPoint; dashed: boolean }[]) {
  const line: (SeenPoint & { z: number })[] = []
  let z = 0
  let last: SeenPoint | null = null
  for (const { from, to, dashed } of segments) {
    if (dashed) continue
    if (from !== last) line.push({ ...from, z: ++z })
    line.push({ ...to, z })
    last = to
  }
  return line
}
