import * as Plot from '@observablehq/plot'
import { type Country, countries } from '../../indicators/model/place.ts'
import { type ChartContext, type SeriesKey, type SmallMultiples, seriesOrder } from './chart.ts'
import { flow, flowMarks } from './flow.ts'
import { countryInk, ink, seriesDash, seriesInk, seriesSymbol } from './ink.ts'
import { stateKey } from './key.ts'
import { compose, plot } from './plot-svg.ts'
import { fittingAxis } from './rows.ts'
import type { ValueAxis } from './scale.ts'
import { type SeriesStyle, seriesMarks, stretches } from './series-marks.ts'
import { dashShape, lineShape } from './shapes.ts'
import { stateStrip } from './state-strip.ts'
import { widest } from './text-size.ts'
import { type TimeFrame, timeDomain, timePixel, yearMarks } from './time-axis.ts'
import { shown } from './values.ts'

type Facet = SmallMultiples['facets'][number]
const sideBySide = 600
const gap = 20
const inner = 150

/** One panel per country, in the programme's order; panels take the reading direction, their time axes never. */
export function drawSmallMultiples(chart: SmallMultiples, context: ChartContext, width: number) {
  const facets = countries.flatMap((country) => chart.facets.filter((facet) => facet.country === country))
  const wide = width >= sideBySide && facets.length > 1
  const panelWidth = wide ? Math.floor((width - gap * (facets.length - 1)) / facets.length) : width
  const all = facets.flatMap(numbersOf)
  const axisOf = (facet: Facet) =>
    fittingAxis(chart.scale === 'shared' ? all : numbersOf(facet), inner * 1.4, chart.unit, context)
  const key = flow(keyItems(chart, context), width - 16)
  const panels = facets.map((facet) => drawPanel(chart, facet, axisOf(facet), context, panelWidth))
  const heights = panels.map(({ height }) => height)
  const places = panels.map(({ plot: panel }, index) => {
    const place = context.direction === 'rtl' ? facets.length - 1 - index : index
    const before = heights.slice(0, index).reduce((sum, height) => sum + height + gap, 0)
    return { x: wide ? place * (panelWidth + gap) : 0, y: key.height + 10 + (wide ? 0 : before), plot: panel }
  })
  const height = wide ? Math.max(...heights) : heights.reduce((sum, one) => sum + one + gap, -gap)
  const legend = plot({
    width,
    height: key.height,
    margin: 0,
    axis: null,
    marks: flowMarks(key, {
      x: context.direction === 'rtl' ? width - 8 : 8,
      y: 0,
      direction: context.direction,
    }),
  })
  return compose(width, key.height + 10 + height, [{ x: 0, y: 0, plot: legend }, ...places])
}

const numbersOf = ({ series, target }: Facet) =>
  [...series.flatMap(({ points }) => points.map(shown)), target].filter((number) => number !== null)

const hasSexes = ({ facets }: SmallMultiples) =>
  facets.some(({ series }) => series.some(({ key }) => key !== 'total'))

/** A country's colour and symbol only where no sex is drawn: the two palettes never meet. */
function styleOf(chart: SmallMultiples, country: Country, key: SeriesKey): SeriesStyle {
  const { shape } = chart
  if (key === 'total' && !hasSexes(chart))
    return { ...countryInk[country], dash: undefined, shape, width: 2.5 }
  const width = key === 'total' ? 3 : 2
  return { stroke: seriesInk[key], symbol: seriesSymbol[key], dash: seriesDash[key], shape, width }
}

function drawPanel(
  chart: SmallMultiples,
  facet: Facet,
  axis: ValueAxis,
  context: ChartContext,
  width: number,
) {
  const { quarters, unit } = chart
  const { t, format, direction } = context
  const series = seriesOrder.flatMap((key) => facet.series.filter((one) => one.key === key))
  const ends = series.flatMap(({ key, points }) => {
    const last = stretches(points, quarters).at(-1)?.at(-1)
    return last === undefined ? [] : [{ key, text: format.value(last.y, unit), value: last.y }]
  })
  const sides = {
    left:
      widest(
        axis.ticks.map((tick) => format.value(tick, unit)),
        12,
      ) + 12,
    right:
      widest(
        ends.map(({ text }) => text),
        12,
      ) + 12,
  }
  const heading = flow(
    [{ text: facet.label, strong: true }, ...headingNotes(chart, facet, axis, context)],
    width - 8,
  )
  const strip = stateStrip(series, { quarters, width, ...sides })
  const top = heading.height + 14
  const bottom = strip.height + 24
  const frame: TimeFrame = { quarters, width, height: top + inner + bottom, top, bottom, ...sides }
  const marks = [
    Plot.gridY(axis.ticks, { stroke: ink.grid, strokeOpacity: 1 }),
    Plot.axisY(axis.ticks, {
      tickFormat: (tick: number) => format.value(tick, unit),
      tickSize: 0,
      fontSize: 12,
      color: ink.muted,
      label: null,
    }),
    Plot.ruleY([0], { stroke: ink.axis }),
    ...(facet.target === null
      ? []
      : [Plot.ruleY([facet.target], { stroke: ink.text, strokeDasharray: '5 3' })]),
    ...series.flatMap(({ key, points }) => seriesMarks(points, quarters, styleOf(chart, facet.country, key))),
    endMarks(ends, axis, frame),
    ...yearMarks(frame, strip.height + 2),
    ...strip.marks(frame),
    ...flowMarks(heading, { x: direction === 'rtl' ? width : 0, y: 0, direction }),
  ]
  const panel = plot({
    width,
    height: frame.height,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: sides.left,
    marginRight: sides.right,
    x: { domain: timeDomain(frame), axis: null },
    y: { domain: [axis.min, axis.max], axis: null },
    marks,
  })
  return { plot: panel, height: frame.height, t }
}

/** The last value of each series beside its end, pushed apart where they would touch. */
function endMarks(ends: readonly { text: string; value: number }[], axis: ValueAxis, frame: TimeFrame) {
  const y = (value: number) => frame.top + (1 - (value - axis.min) / (axis.max - axis.min)) * inner
  const placed = ends.map(({ text, value }) => ({ text, y: y(value) })).toSorted((a, b) => a.y - b.y)
  placed.forEach((label, index) => {
    const above = placed[index - 1]
    if (above !== undefined) label.y = Math.max(label.y, above.y + 15)
  })
  return Plot.text(placed, {
    x: { value: () => timePixel(frame, frame.quarters.length - 0.5) + 6, scale: null },
    y: { value: 'y', scale: null },
    text: 'text',
    textAnchor: 'start',
    fontSize: 12,
    fontWeight: 600,
  })
}

function headingNotes(
  { scale, unit }: SmallMultiples,
  { target }: Facet,
  axis: ValueAxis,
  { t, format }: ChartContext,
) {
  return [
    ...(target === null ? [] : [{ text: t('chart.facet.target', { target: format.value(target, unit) }) }]),
    ...(scale === 'own' ? [{ text: t('chart.facet.scale', { max: format.value(axis.max, unit) }) }] : []),
  ]
}

function keyItems(chart: SmallMultiples, context: ChartContext) {
  const { facets } = chart
  const drawn = seriesOrder.filter((key) =>
    facets.some(({ series }) => series.some((one) => one.key === key)),
  )
  const points = facets.flatMap(({ series }) => series.flatMap((one) => one.points))
  return [
    ...(hasSexes(chart)
      ? drawn.map((key) => ({ shape: lineShape(key), text: context.t(`chart.series.${key}`) }))
      : []),
    ...(facets.some(({ target }) => target !== null)
      ? [{ shape: dashShape(ink.text, '5 3', 1), text: context.t('chart.key.target') }]
      : []),
    ...stateKey(points, context),
  ]
}
