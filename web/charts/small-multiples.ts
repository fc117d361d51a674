import * as Plot from '@observablehq/plot'
import { type Country, countries } from '../../indicators/model/place.ts'
import { breakKey, breakRules } from './breaks.ts'
import { type ChartContext, type SeriesKey, type SmallMultiples, seriesOrder } from './chart.ts'
import { type FlowItem, flow, flowMarks } from './flow.ts'
import { countryInk, ink, seriesDash, seriesInk, seriesSymbol } from './ink.ts'
import { stateKey } from './key.ts'
import { compose, plot } from './plot-svg.ts'
import { fittingAxis } from './rows.ts'
import type { ValueAxis } from './scale.ts'
import { type SeriesStyle, seriesMarks, stretches } from './series-marks.ts'
import { dashShape, lineShape } from './shapes.ts'
import { stateStrip } from './state-strip.ts'
import { widest } from './text-size.ts'
import { type TimeFrame, timePixel, timePlot, valuePixel, yearMarks } from './time-axis.ts'
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
  const { direction } = context
  const key = flow(keyItems(chart, context), width - 16)
  const panels = panelsOf(chart, facets, facets.map(axisOf), context, panelWidth)
  const top = key.height + 10
  const places = panels.map(({ plot: panel, height }, index) => {
    const place = direction === 'rtl' ? facets.length - 1 - index : index
    return {
      x: wide ? place * (panelWidth + gap) : 0,
      y: top + (wide ? 0 : index * (height + gap)),
      plot: panel,
    }
  })
  const height = panels[0]?.height ?? 0
  const legend = plot({
    width,
    height: top,
    margin: 0,
    axis: null,
    marks: flowMarks(key, { x: direction === 'rtl' ? width - 8 : 8, y: 0, direction }),
  })
  const rows = wide ? 1 : facets.length
  return compose(width, top + rows * (height + gap) - gap, [{ x: 0, y: 0, plot: legend }, ...places])
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

const inOrder = ({ series }: Facet) => seriesOrder.flatMap((key) => series.filter((one) => one.key === key))

/** The panels, all of one size: margins, headings and state strips take the room of the largest. */
function panelsOf(
  chart: SmallMultiples,
  facets: readonly Facet[],
  axes: readonly ValueAxis[],
  context: ChartContext,
  width: number,
) {
  const { quarters, unit } = chart
  const tickText = (tick: number) => context.format.value(tick, unit)
  const ends = facets.map((facet) => endsOf(chart, facet, tickText))
  const sides = {
    left:
      widest(
        axes.flatMap(({ ticks }) => ticks.map(tickText)),
        12,
      ) + 12,
    right:
      widest(
        ends.flat().map(({ text }) => text),
        13,
      ) + 12,
  }
  const headings = facets.map((facet, index) =>
    flow(headingItems(chart, facet, axes[index], context), width - 4),
  )
  const strips = facets.map((facet) => stateStrip(inOrder(facet), { quarters, width, ...sides }, context))
  const stripHeight = Math.max(...strips.map(({ height }) => height))
  const top = Math.max(...headings.map(({ height }) => height)) + 14
  const bottom = stripHeight + 28
  const frame: TimeFrame = { quarters, width, height: top + inner + bottom, top, bottom, ...sides }
  const { direction } = context
  return facets.map((facet, index) => {
    const axis = axes[index] ?? { min: 0, max: 1, ticks: [] }
    const { target, country } = facet
    const front = [
      breakRules(chart),
      ...(target === null ? [] : [Plot.ruleY([target], { stroke: ink.text, strokeDasharray: '5 3' })]),
      ...inOrder(facet).flatMap(({ key, points }) =>
        seriesMarks(points, chart, styleOf(chart, country, key)),
      ),
      endMarks(ends[index] ?? [], axis, frame),
      ...yearMarks(frame, stripHeight + 2),
      ...(strips[index]?.marks(frame) ?? []),
      ...flowMarks(headings[index] ?? flow([], width), {
        x: direction === 'rtl' ? width : 0,
        y: 0,
        direction,
      }),
    ]
    return { plot: timePlot(frame, axis, tickText, { behind: [], front }), height: frame.height }
  })
}

const endsOf = ({ quarters }: SmallMultiples, facet: Facet, textOf: (value: number) => string) =>
  inOrder(facet).flatMap(({ points }) => {
    const last = stretches(points, quarters).at(-1)?.at(-1)
    return last === undefined ? [] : [{ text: textOf(last.y), value: last.y }]
  })

/** The last value of each series beside its end, pushed apart where they would touch. */
function endMarks(ends: readonly { text: string; value: number }[], axis: ValueAxis, frame: TimeFrame) {
  const placed = ends
    .map(({ text, value }) => ({ text, y: valuePixel(frame, axis, value) }))
    .toSorted((a, b) => a.y - b.y)
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

function headingItems(
  { scale, unit }: SmallMultiples,
  { label, target }: Facet,
  axis: ValueAxis | undefined,
  { t, format }: ChartContext,
): FlowItem[] {
  const scaled = scale === 'own' && axis !== undefined && axis.ticks.length > 0
  return [
    { text: label, strong: true },
    ...(target === null ? [] : [{ text: t('chart.facet.target', { target: format.value(target, unit) }) }]),
    ...(scaled ? [{ text: t('chart.facet.scale', { max: format.value(axis.max, unit) }) }] : []),
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
    ...breakKey(chart, context),
    ...stateKey(points, context),
  ]
}
