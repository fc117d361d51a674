import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ciede2000, contrast, difference, rgbOf, seenBy, sights } from './colour.ts'

const sheet = readFileSync('web/style/tokens.css', 'utf8')
const tokensIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
const light = tokensIn(sheet.slice(0, sheet.indexOf('prefers-color-scheme: dark')))
const dark = { ...light, ...tokensIn(sheet.slice(sheet.indexOf('prefers-color-scheme: dark'))) }
const themes = [
  { theme: 'light', tokens: light, least: 20 },
  { theme: 'dark', tokens: dark, least: 19 },
]

const hexOf = (tokens: Record<string, string>, name: string) => {
  const hex = tokens[name]
  if (hex === undefined) throw new Error(`the style sheet has no token --${name}`)
  return rgbOf(hex)
}

it('measures colour differences as published', () => {
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4)
  expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4)
})

describe.each(themes)('the $theme palette', ({ tokens, least }) => {
  const pairs = [
    ['women', 'men'],
    ['kaz', 'tun'],
    ['kaz', 'uga'],
    ['tun', 'uga'],
  ] as const
  it.each(pairs)('tells %s from %s with every kind of colour vision', (one, other) => {
    const apart = Object.keys(sights).map((sight) => {
      const seen = (name: string) => seenBy(sight as keyof typeof sights, hexOf(tokens, name))
      return difference(seen(one), seen(other))
    })
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(least)
  })

  const marks = ['women', 'men', 'unknown', 'total', 'kaz', 'tun', 'uga', 'data', 'hatch', 'late', 'border']
  it.each(marks)('draws --%s with contrast 3 on the page', (name) => {
    expect(contrast(hexOf(tokens, name), hexOf(tokens, 'surface'))).toBeGreaterThanOrEqual(3)
  })

  it.each(['ink', 'muted'])('writes in --%s with contrast 4.5 on page, tint and track', (name) => {
    for (const ground of ['surface', 'ground', 'track']) {
      expect(contrast(hexOf(tokens, name), hexOf(tokens, ground))).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each(['met', 'on-track', 'at-risk', 'off-track', 'not-due', 'not-rated'])(
    'signs --%s with contrast 4.5 on its tint',
    (name) => {
      expect(contrast(hexOf(tokens, name), hexOf(tokens, `${name}-tint`))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each([1, 2, 3, 4, 5])('writes on step %i of the blues with contrast 4.5', (step) => {
    const ink = step <= 3 ? 'on-light' : 'on-dark'
    expect(contrast(hexOf(tokens, ink), hexOf(tokens, `seq-${step}`))).toBeGreaterThanOrEqual(4.5)
  })
})

it('falls back on the very colours of the light theme where a drawing leaves the page', () => {
  const sources = readdirSync('web/charts').filter((name) => name.endsWith('.ts'))
  const fallbacks = sources.flatMap((name) => [
    ...readFileSync(`web/charts/${name}`, 'utf8').matchAll(/token\('([\w-]+)', '(#[0-9a-f]{6})'\)/g),
  ])
  expect(fallbacks.length).toBeGreaterThan(20)
  for (const [, name = '', hex] of fallbacks) expect([name, light[name]]).toEqual([name, hex])
})

it('uses no colour of its own outside the palette', () => {
  const others = readdirSync('web/charts')
    .filter((name) => name.endsWith('.ts') && name !== 'ink.ts')
    .filter((name) => /#[0-9a-f]{3,6}\b/.test(readFileSync(`web/charts/${name}`, 'utf8')))
  expect(others).toEqual([])
})
