import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { objections } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { signInto } from '../helpers/signed-in.ts'

const site = inject('addresses')
const data = inject('data')
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A reader without JavaScript, because an explanation needs none. */
async function visit<Result>(
  address: string,
  look: (page: Page) => Promise<Result>,
  options: { width?: number; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean } = {},
) {
  const { width = 1280, ...rest } = options
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: false,
    ...rest,
  })
  try {
    if (address.startsWith(site.internal)) await signInto(context, site.internal, data)
    const page = await context.newPage()
    await page.goto(address)
    return await look(page)
  } finally {
    await context.close()
  }
}

const explained = 'indicator/SO1.2/explain?p=2021-Q2'

/** The address of the first cell the figure was read in. */
const firstCell = (language: string) =>
  visit(`${site.internal}/${language}/${explained}&place=KAZ`, async (page) => {
    const href = await page.locator('table.lineage a').first().getAttribute('href')
    return `${site.internal}${href}`
  })

describe('an explanation', () => {
  it('leads from the programme to a country, from there to a cell, and from the cell back to the figure', async () => {
    await visit(`${site.internal}/en/${explained}`, async (page) => {
      expect(await page.locator('#steps + ol').innerText()).toMatch(/100 × [\d,]+ ÷ [\d,]+ = [\d.]+/)
      await page.locator('section[aria-labelledby="countries"] a.value').first().click()
      const figure = page.url()
      await page.locator('table.lineage a').first().click()
      expect(page.url()).toContain('/en/cell?file=')
      await page.locator('summary', { hasText: 'SO1.2' }).first().click()
      const addresses = await page
        .locator('a.value')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
      expect(addresses).toContain(figure)
    })
  })

  it('shows the public edition its own figures alone, and leads to no cell', async () => {
    await visit(`${site.public}/en/${explained}`, async (page) => {
      expect(await page.locator('#steps + ol').innerText()).toContain('÷')
      expect(await page.locator('a[href*="/cell?"]').count()).toBe(0)
      expect(await page.locator('main').innerText()).not.toMatch(/\.xlsx|\.csv/)
    })
    const cell = new URL(await firstCell('en'))
    const { status } = await fetch(`${site.public}${cell.pathname}${cell.search}`, {
      headers: { accept: 'text/html' },
    })
    expect(status).toBe(404)
  })
})

describe.each(['en', 'ar'])('in %s', (language) => {
  const addresses = async () => [
    `${site.public}/${language}/${explained}`,
    `${site.internal}/${language}/${explained}&place=KAZ`,
    await firstCell(language),
  ]

  it.each(['light', 'dark'] as const)('has nothing axe objects to, %s', async (colorScheme) => {
    for (const address of await addresses()) {
      const found = await visit(address, (page) => objections(page, colorScheme), {
        colorScheme,
        javaScriptEnabled: true,
      })
      expect([address, found]).toEqual([address, []])
    }
  })

  it('fits a page 320 wide without scrolling sideways', async () => {
    for (const address of await addresses()) {
      const width = await visit(
        address,
        (page) => page.evaluate(() => document.documentElement.scrollWidth),
        {
          width: 320,
          javaScriptEnabled: true,
        },
      )
      expect([address, width <= 320]).toEqual([address, true])
    }
  })
})
