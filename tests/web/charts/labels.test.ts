import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Language, languages } from '../../../indicators/model/text.ts'
import type { Chart } from '../../../web/charts/chart.ts'
import { chartSvg } from '../../../web/charts/draw.ts'
import { gallery } from '../../../web/charts/gallery.ts'
import { launchBrowser } from '../../helpers/browser.ts'
import { valueChart } from './arbitrary.ts'
import { contextIn } from './contexts.ts'

const faces = [
  ['Noto Sans', 'noto-sans', 'latin', 'U+0000-02FF, U+2000-206F'],
  ['Noto Sans', 'noto-sans', 'cyrillic', 'U+0400-045F, U+04B0-04B1'],
  ['Noto Sans', 'noto-sans', 'cyrillic-ext', 'U+0460-04AF, U+04B2-052F'],
  ['Noto Sans Arabic', 'noto-sans-arabic', 'arabic', 'U+0600-06FF'],
].flatMap(([family, pack, subset, range]) =>
  [400, 600].map((weight) => {
    const file = `node_modules/@fontsource/${pack}/files/${pack}-${subset}-${weight}-normal.woff2`
    const data = readFileSync(file).toString('base64')
    return `@font-face { font-family: '${family}'; font-weight: ${weight}; unicode-range: ${range}; src: url(data:font/woff2;base64,${data}) }`
  }),
)
const styles = ['web/style/tokens.css', 'web/charts/charts.css'].map((file) => readFileSync(file, 'utf8'))

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.setContent(`<style>${[...faces, ...styles].join('\n')}</style><main></main>`)
  await page.evaluate(async () => void (await Promise.all([...document.fonts].map((face) => face.load()))))
})
afterAll(() => browser.close())

/** Labels of the page's drawings that leave their drawing or lie on another one. */
function faultsInPage(): string[] {
  return [...document.querySelectorAll('section')].flatMap((section) => {
    const frame = section.querySelector('svg')?.getBoundingClientRect() ?? section.getBoundingClientRect()
    const labels = [...section.querySelectorAll('svg text')].map((label) => ({
      words: label.textContent,
      box: label.getBoundingClientRect(),
    }))
    const clipped = labels.filter(
      ({ box }) =>
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 3,
    )
    const touching = labels.flatMap((one, index) =>
      labels.slice(index + 1).filter(({ box }) => {
        const across = Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left)
        const down = Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top)
        return across > 1 && down > 5
      }),
    )
    return [
      ...clipped.map(({ words }) => `${section.title}: "${words}" is clipped`),
      ...touching.map(({ words }) => `${section.title}: "${words}" lies on another label`),
    ]
  })
}

/** Draws charts into the page in one language and width, and finds what is wrong with their labels. */
async function faultsOf(
  charts: readonly { name: string; chart: Chart }[],
  language: Language,
  width: number,
) {
  const context = contextIn(language)
  const drawings = charts.map(
    ({ name, chart }) => `<section title="${name}">${chartSvg(chart, context, width)}</section>`,
  )
  await page.setViewportSize({ width: width + 20, height: 600 })
  await page.evaluate(
    ({ direction, html }) => {
      document.documentElement.dir = direction
      document.querySelector('main')?.replaceChildren(document.createRange().createContextualFragment(html))
    },
    { direction: context.direction, html: drawings.join('') },
  )
  expect(await page.locator('svg text').count()).toBeGreaterThan(charts.length)
  return page.evaluate(faultsInPage)
}

describe.each([720, 340])('at %i pixels', (width) => {
  it.each(languages)('no label is clipped or lies on another in %s', async (language) => {
    expect(await faultsOf(gallery(contextIn(language)), language, width)).toEqual([])
  })

  it.each(['en', 'ar'] as const)('nor for any other values in %s', async (language) => {
    const charts = fc
      .sample(valueChart, { numRuns: 40, seed: 7 })
      .map((chart) => ({ name: chart.kind, chart }))
    expect(await faultsOf(charts, language, width)).toEqual([])
  })
})
