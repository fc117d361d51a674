import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Chart } from '../../../web/charts/chart.ts'
import { chartSvg } from '../../../web/charts/draw.ts'
import { gallery } from '../../../web/charts/gallery.ts'
import { summarise } from '../../../web/charts/summarise.ts'
import { tableOf } from '../../../web/charts/table-of.ts'
import { valueChart, withSecrets } from './arbitrary.ts'
import { contextIn } from './contexts.ts'

const english = contextIn('en')
const everything = (chart: Chart) => [
  chartSvg(chart, english, 720),
  chartSvg(chart, english, 340),
  summarise(chart, english),
  JSON.stringify(tableOf(chart, english)),
]

it.each(gallery(english))('never lets a hidden number into $name', ({ chart }) => {
  const canary = 98_765.4
  const told = everything(withSecrets(chart, canary))
  expect(told).toEqual(everything(chart))
  expect(told.join('')).not.toMatch(/98[,.]?765/)
})

it('gives the same drawing, summary, table and axis whatever number a hidden value holds', () => {
  fc.assert(
    fc.property(valueChart, fc.integer({ min: -10, max: 1_000_000 }), (chart, secret) => {
      expect(everything(withSecrets(chart, secret))).toEqual(everything(chart))
    }),
    { numRuns: 25 },
  )
})

const behind = gallery(english).find(({ name }) => name === 'trajectory-behind')?.chart
if (behind?.kind !== 'trajectory') throw new Error('no such example')
const hide = (index: number): Chart => ({
  ...behind,
  points: behind.points.map((point, at) =>
    at === index ? { ...point, state: 'suppressed' as const, value: null } : point,
  ),
})

it('tells no pace and no status where the latest value is hidden, since both would tell it', () => {
  const latest = behind.points.findLastIndex(({ state }) => state === 'observed')
  const told = everything(hide(latest)).join('')
  const pace = /needed|At risk|"raw":288/i
  expect(everything(behind).join('')).toMatch(pace)
  expect(told).not.toMatch(pace)
})

it('tells no mean of the last quarters where any value is hidden', () => {
  expect(everything(behind).join('')).toContain('averaged 71')
  const told = everything(hide(3)).join('')
  expect(told).not.toMatch(/averaged|last four quarters/i)
  expect(told).toContain('needed: 288 a quarter<')
})

it('tells no status of a bullet whose value is hidden', () => {
  const bullets = gallery(english).find(({ name }) => name === 'bullets-countries')?.chart
  if (bullets?.kind !== 'bullets') throw new Error('no such example')
  expect(bullets.rows.map(({ status }) => status)).toContain('off_track')
  expect(everything(bullets).join('')).not.toContain('Off track')
})

it('sorts a row with a hidden side to the end, whatever its gap', () => {
  const gaps = gallery(english).find(({ name }) => name === 'gender-gap')?.chart
  if (gaps === undefined) throw new Error('no such example')
  const states = tableOf(gaps, english).rows.map(({ cells }) => cells.slice(1, 3).map(({ state }) => state))
  const firstUnseen = states.findIndex((pair) => pair.some((state) => state !== 'observed'))
  expect(firstUnseen).toBe(4)
  expect(states.slice(firstUnseen).every((pair) => pair.some((state) => state !== 'observed'))).toBe(true)
})
