import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chartSvg } from '../../../web/charts/draw.ts'
import { gallery } from '../../../web/charts/gallery.ts'
import { valueChart } from './arbitrary.ts'
import { contextIn } from './contexts.ts'

const english = contextIn('en')
const arabic = contextIn('ar')
const examples = gallery(english)

it.each(examples)('draws $name as approved, wide and in English', async ({ name, chart }) => {
  const svg = chartSvg(chart, english, 720)
  await expect(lines(svg)).toMatchFileSnapshot(`../../golden/charts/${name}.svg`)
})

it.each(gallery(arabic))('draws $name as approved, narrow and in Arabic', async ({ name, chart }) => {
  const svg = chartSvg(chart, arabic, 340)
  await expect(lines(svg)).toMatchFileSnapshot(`../../golden/charts/${name}.ar.svg`)
})

it.each(examples)('draws $name the same each time, as one named image without styles or ids', ({ chart }) => {
  const svg = chartSvg(chart, english, 720)
  expect(chartSvg(chart, english, 720)).toBe(svg)
  expect(svg).toMatch(/^<svg [^>]*role="img"/)
  expect(svg).toContain(`aria-labelledby="${chart.id}-title"`)
  expect(svg.match(/aria-[a-z]+=/g)).toEqual(['aria-labelledby='])
  expect(svg).not.toMatch(/<style|<script|<a | style=| id=|clip-path=/)
})

it.each(examples)('writes nothing under 12 pixels in $name', ({ chart }) => {
  for (const width of [720, 340]) {
    const svg = chartSvg(chart, contextIn('ru'), width)
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  }
})

it.each(examples)('draws the marks of $name right to left as left to right', ({ chart }) => {
  const marks = (svg: string) =>
    ['rect', 'circle', 'path', 'line', 'text'].map((tag) => count(svg, `<${tag} `))
  const mirrored = { ...english, direction: 'rtl' as const }
  expect(marks(chartSvg(chart, mirrored, 720))).toEqual(marks(chartSvg(chart, english, 720)))
})

it('keeps time and the value axis of lines in place right to left', () => {
  const { chart } = examples.find(({ name }) => name === 'trajectory-behind') ?? { chart: undefined }
  if (chart === undefined) throw new Error('no such example')
  const lineOf = (svg: string) => svg.match(/<path d="M[^"]+" ?\/>/g)
  const mirrored = { ...english, direction: 'rtl' as const }
  expect(lineOf(chartSvg(chart, mirrored, 720))).toEqual(lineOf(chartSvg(chart, english, 720)))
})

it('draws any values in any state, with numbers only', () => {
  fc.assert(
    fc.property(valueChart, fc.constantFrom(340, 720), (chart, width) => {
      for (const context of [english, arabic]) {
        const svg = chartSvg(chart, context, width)
        expect(svg).not.toMatch(/NaN|Infinity|undefined|\bnull\b/)
      }
    }),
    { numRuns: 60 },
  )
})

it('breaks the line where a value was not reported, and dashes it where one is provisional', () => {
  const { chart } = examples.find(({ name }) => name === 'trajectory-rate') ?? { chart: undefined }
  if (chart?.kind !== 'trajectory') throw new Error('no such example')
  const stretches = (svg: string) =>
    [...svg.matchAll(/<g [^>]*stroke-width="2.5"[^>]*>(.*?)<\/g>/g)].map(([, paths = '']) =>
      count(paths, 'M'),
    )
  const filled = chart.points.map((point) => ({
    ...point,
    state: 'observed' as const,
    value: point.value ?? 40,
  }))
  expect(stretches(chartSvg(chart, english, 720))).toEqual([4, 1])
  expect(stretches(chartSvg({ ...chart, points: filled }, english, 720))).toEqual([2, 1])
})

it('takes its numbers from the language, never from the server', () => {
  const { chart } = examples.find(({ name }) => name === 'trajectory-behind') ?? { chart: undefined }
  if (chart === undefined) throw new Error('no such example')
  expect(chartSvg(chart, english, 720)).toContain('>1,290<')
  expect(chartSvg(chart, arabic, 720)).toContain('1.290')
  expect(chartSvg(chart, contextIn('fr'), 720)).toMatch(/1\s290/)
})

/** One element a line, so that a changed drawing can be read. */
const lines = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`
const count = (text: string, part: string) => text.split(part).length - 1
