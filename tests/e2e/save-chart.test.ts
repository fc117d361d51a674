import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Language } from '../../indicators/model/text.ts'
import { launchBrowser } from '../helpers/browser.ts'

const site = inject('addresses').public
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The first chart of a page, saved: the file, and the words the page says of the chart. */
async function saved(language: Language, as: 'png' | 'svg', width = 1280) {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  try {
    await page.goto(`${site}/${language}/indicator/OP1.2.1`)
    const figure = page.locator('figure.frame').first()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.locator(`[data-as=${as}]`).click(),
    ])
    return {
      name: download.suggestedFilename(),
      bytes: readFileSync(await download.path()),
      id: (await figure.getAttribute('id')) ?? '',
      title: (await figure.locator('h3').innerText()).trim(),
      about: (await page.locator('main h1').innerText()).trim(),
      badge: (await page.locator('.scope .badge').innerText()).trim(),
      version: (await figure.locator('.source-words bdi').innerText()).trim(),
      donors: (await figure.getAttribute('data-donors')) ?? '',
    }
  } finally {
    await page.close()
  }
}

describe.each(['en', 'ar'] as const)('a chart saved from a page in %s', (language) => {
  it.each([1280, 360])('stands by itself as SVG, from a page %s wide', async (width) => {
    const { name, bytes, id, ...words } = await saved(language, 'svg', width)
    const text = bytes.toString()
    const said = [...text.matchAll(/<text[^>]*>([^<]*)/g)].map(([, part]) => part).join(' ')
    expect(name).toBe(`${id}.svg`)
    for (const word of Object.values(words)) expect(said).toContain(word.split(' ')[0])
    expect(said).toContain(words.version.split(' ').at(-1))
    expect(text).not.toMatch(/var\(|href="(?!#)|url\((?!(?:&quot;)?#)|class=/)
    expect(text).toContain(language === 'ar' ? 'direction="rtl"' : 'direction="ltr"')
  })

  it('is a picture twice as fine as PNG', async () => {
    const { name, bytes, id } = await saved(language, 'png')
    expect(name).toBe(`${id}.png`)
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(2 * 768)
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(400)
    expect(bytes.length).toBeGreaterThan(10_000)
  })
})
