import type { Status } from '../../indicators/model/released.ts'
import type { SeriesKey } from './chart.ts'
import { ink, seriesDash, seriesInk, seriesSymbol, statusInk } from './ink.ts'

type Attributes = Record<string, string | number>
/** Elements around the origin, in a box of 12 × 12 pixels unless said. */
export type Shape = readonly (readonly [tag: string, attributes: Attributes])[]

const path = (d: string, attributes: Attributes): Shape[number] => ['path', { d, ...attributes }]
const outline = { fill: 'none', 'stroke-width': 1.5 }

/** A field of 45° lines in a frame, from its own corner. Drawn line by line, since a pattern would need an id. */
export function hatch(width: number, height: number): Shape {
  const lines: string[] = []
  for (let offset = 4 - height; offset < width; offset += 4) {
    const from = Math.max(0, offset)
    const to = Math.min(width, offset + height)
    lines.push(`M${from},${height - (from - offset)}L${to},${height - (to - offset)}`)
  }
  return [
    ['rect', { width, height, fill: ink.surface, stroke: ink.hatch }],
    path(lines.join(''), { fill: 'none', stroke: ink.hatch }),
  ]
}

const moved = (shape: Shape, x: number, y: number): Shape =>
  shape.map(([tag, attributes]) => [tag, { ...attributes, transform: `translate(${x},${y})` }])

export const hatchSwatch = moved(hatch(16, 10), -8, -5)

/** A rule across a series where its definition changes. */
export const breakShape: Shape = [
  ['line', { y1: -8, y2: 8, stroke: ink.text, 'stroke-width': 1.5, 'stroke-dasharray': '2 3' }],
]

/** The mark of a place's value: filled, or hollow where provisional. */
export function symbolShape(key: SeriesKey, hollow: boolean, stroke = seriesInk[key]): Shape {
  const paint = { fill: hollow ? ink.surface : stroke, stroke, 'stroke-width': 2 }
  const symbol = seriesSymbol[key]
  if (symbol === 'circle') return [['circle', { r: 4.5, ...paint }]]
  if (symbol === 'square') return [['rect', { x: -4, y: -4, width: 8, height: 8, ...paint }]]
  return [path('M0,-5L5,4L-5,4Z', paint)]
}

/** A stretch of a series' line with its symbol. */
export function lineShape(key: SeriesKey, stroke = seriesInk[key]): Shape {
  const dash = seriesDash[key]
  const line = { x1: -9, x2: 9, stroke, 'stroke-width': 2, ...(dash && { 'stroke-dasharray': dash }) }
  return [['line', line], ...symbolShape(key, false, stroke)]
}

export const dashShape = (stroke: string, dash: string, width = 2): Shape => [
  ['line', { x1: -9, x2: 9, stroke, 'stroke-width': width, 'stroke-dasharray': dash }],
]

export const barShape = (fill: string, stroke = fill): Shape => [
  ['rect', { x: -8, y: -5, width: 16, height: 10, fill, stroke }],
]
export const tickShape = (width = 3): Shape => [
  ['line', { y1: -7, y2: 7, stroke: ink.text, 'stroke-width': width }],
]
export const hollowShape: Shape = [
  ['line', { x1: -9, x2: 9, stroke: ink.muted, 'stroke-width': 2, 'stroke-dasharray': '4 3' }],
  ['circle', { r: 4, fill: ink.surface, stroke: ink.muted, 'stroke-width': 2 }],
]
export const parityShape: Shape = [['line', { y1: -8, y2: 8, stroke: ink.muted, 'stroke-dasharray': '4 3' }]]
export const thinTickShape: Shape = [['line', { y1: -8, y2: 8, stroke: ink.muted, 'stroke-width': 1.5 }]]
export const baselineShape: Shape = [
  ['circle', { r: 4, fill: ink.surface, stroke: ink.text, 'stroke-width': 1.5 }],
]
export const milestoneShape: Shape = [
  path('M0,-6L5,0L0,6L-5,0Z', { fill: ink.surface, stroke: ink.text, 'stroke-width': 1.5 }),
]
export const crossShape: Shape = [
  path('M-4,-4L4,4M4,-4L-4,4', { ...outline, stroke: ink.late, 'stroke-width': 2 }),
]
export const tintShape: Shape = [
  ['rect', { x: -8, y: -5, width: 16, height: 10, fill: ink.track, 'fill-opacity': 0.6, stroke: ink.grid }],
]

/** Cells of the completeness grid, from their own corner. */
export const missedShape = (width: number, height: number): Shape => [
  [
    'rect',
    {
      x: 2,
      y: 2,
      width: width - 4,
      height: height - 4,
      fill: ink.surface,
      stroke: ink.late,
      'stroke-width': 2,
    },
  ],
]
export const notDueShape = (width: number, height: number, x = 1, y = 1): Shape => [
  [
    'rect',
    {
      x,
      y,
      width: width - (x > 0 ? 2 : 0),
      height: height - (y > 0 ? 2 : 0),
      fill: ink.track,
      'fill-opacity': 0.4,
      stroke: ink.grid,
    },
  ],
]

const octagon = 'M-2.5,-6L2.5,-6L6,-2.5L6,2.5L2.5,6L-2.5,6L-6,2.5L-6,-2.5Z'

/** Each status has its own shape, so that neither colour nor print is needed to tell them apart. */
export function statusShape(status: Status): Shape {
  const { mark, tint } = statusInk[status]
  const thin = { ...outline, stroke: mark }
  const inner = { ...outline, stroke: tint }
  const shapes: Record<Status, Shape> = {
    met: [['circle', { r: 6, fill: mark }], path('M-3,0L-1,2.5L3,-2.5', inner)],
    on_track: [['circle', { r: 5.5, ...thin }], path('M-3,0L3,0M0.5,-2.5L3,0L0.5,2.5', thin)],
    at_risk: [
      path('M0,-6L6,5L-6,5Z', { ...thin, 'stroke-linejoin': 'round' }),
      path('M0,-2.5L0,1.5M0,2.5L0,4', thin),
    ],
    off_track: [path(octagon, { fill: mark }), path('M-3,0L3,0', inner)],
    reversed: [path(octagon, { fill: mark }), path('M0,-3L0,3M-2.5,0.5L0,3L2.5,0.5', inner)],
    not_due: [['circle', { r: 5.5, ...thin }], path('M0,-3L0,0L2.5,1.5', thin)],
    not_rated: [['circle', { r: 5.5, ...thin, 'stroke-dasharray': '2.5 2' }]],
    no_data: [['circle', { r: 5.5, ...thin, 'stroke-dasharray': '2.5 2' }], path('M-2.5,-2.5L2.5,2.5', thin)],
  }
  return shapes[status]
}
