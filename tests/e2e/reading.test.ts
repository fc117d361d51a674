import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { languages } from '../../indicators/model/text.ts'
import { lookedAt, objections } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { signInto } from '../helpers/signed-in.ts'

const site = inject('addresses')
const data = inject('data')
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function visit<Result>(
  address: string,
  look: (page: Page) => Promise<Result>,
  options: BrowserContextOptions = {},
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  try {
    if (address.startsWith(site.internal)) await signInto(context, site.internal, data)
    const page = await context.newPage()
    await page.goto(address)
    return await look(page)
  } finally {
    await context.close()
  }
}

const screens = [
  '',
  'objective/SO1',
  'area/FA2',
  'indicator/OP1.2.1',
  'indicator/SO1.3',
  'country/UGA',
  'gender',
  'methods',
]
/** In a demonstration just made nothing has changed yet; and what is explored has neither summary nor drawing. */
const allScreens = [
  ...screens,
  'changes',
  'report',
  'quality',
  'explore?i=SO1.1,OP1.2.1&split=sex&level=region',
]

describe('a reader without JavaScript', () => {
  it.each(screens)('reads /en/%s whole: a sentence, a summary, figures and drawings', async (screen) => {
    await visit(
      `${site.public}/en/${screen}`,
      async (page) => {
        expect((await page.locator('h1').innerText()).length).toBeGreaterThan(10)
        const text = await page.locator('main').innerText()
        expect(text.length).toBeGreaterThan(400)
        if (screen !== 'methods') {
          expect(await page.locator('main svg').count()).toBeGreaterThan(0)
          expect(await page.locator('main table').count()).toBeGreaterThan(0)
        }
        expect(await page.content()).toMatch(/Illustrative/i)
      },
      { javaScriptEnabled: false },
    )
  })
})

describe.each(languages)('in %s', (language) => {
  it('says its language and direction, and offers the others at the same place', async () => {
    await visit(`${site.public}/${language}/indicator/OP1.2.1?by=sex`, async (page) => {
      const html = page.locator('html')
      expect(await html.getAttribute('lang')).toMatch(new RegExp(`^${language}`))
      expect(await html.getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
      for (const other of languages.filter((code) => code !== language))
        expect(await page.locator(`a[hreflang^="${other}"]`).first().getAttribute('href')).toContain(
          `/${other}/indicator/OP1.2.1`,
        )
    })
  })
})

describe('every screen', () => {
  const cases = allScreens.flatMap((screen) =>
    lookedAt.map(([language, scheme]) => [screen, language, scheme] as const),
  )

  it.each(cases)('/%s in %s, %s, has nothing axe objects to', async (screen, language, colorScheme) => {
    const found = await visit(
      `${site.public}/${language}/${screen}`,
      (page) => objections(page, colorScheme),
      { colorScheme },
    )
    expect(found).toEqual([])
  })

  it.each(allScreens)('/%s fits a page 320 wide without scrolling sideways', async (screen) => {
    const width = await visit(
      `${site.public}/en/${screen}`,
      (page) => page.evaluate(() => document.documentElement.scrollWidth),
      { viewport: { width: 320, height: 800 } },
    )
    expect(width).toBeLessThanOrEqual(320)
  })

  it.each(allScreens)(
    '/%s asks nothing of other hosts and breaks no rule of its own policy',
    async (screen) => {
      const context = await browser.newContext()
      try {
        const page = await context.newPage()
        const hosts = new Set<string>()
        const complaints: string[] = []
        page.on('request', (request) => hosts.add(new URL(request.url()).host))
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
        page.on('pageerror', (error) => complaints.push(error.message))
        await page.goto(`${site.public}/en/${screen}`, { waitUntil: 'networkidle' })
        expect([...hosts]).toEqual([new URL(site.public).host])
        expect(complaints).toEqual([])
      } finally {
        await context.close()
      }
    },
  )
})

describe('a reader page', () => {
  it('needs at most 100 KB of compressed JavaScript', async () => {
    const context = await browser.newContext()
    try {
      const page = await context.newPage()
      const sizes: Promise<number>[] = []
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script')
          sizes.push(
            response
              .request()
              .sizes()
              .then(({ responseBodySize }) => responseBodySize),
          )
      })
      await page.goto(`${site.public}/en/indicator/OP1.2.1`, { waitUntil: 'networkidle' })
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
      expect(sizes.length).toBeGreaterThan(0)
      expect(total).toBeLessThanOrEqual(100_000)
    } finally {
      await context.close()
    }
  })

  it('steps through a chart with the arrow keys and says each value in the line below', async () => {
    await visit(`${site.public}/en/indicator/OP1.2.1`, async (page) => {
      const chart = page.locator('[aria-roledescription]').first()
      const readout = page.locator('figure', { has: chart }).locator('[role=status]').first()
      await chart.focus()
      await page.keyboard.press('Home')
      const first = await readout.innerText()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      expect(first.length).toBeGreaterThan(3)
      expect(await readout.innerText()).not.toBe(first)
    })
  })

  it('leads to the content with its first tab stop', async () => {
    await visit(`${site.public}/en/`, async (page) => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const { hash } = new URL(page.url())
      expect(await page.locator(`main${hash}`).count()).toBe(1)
    })
  })
})

describe('from a figure', () => {
  it('two clicks lead to definition, computation and coverage', async () => {
    await visit(`${site.public}/en/`, async (page) => {
      await page.locator('main a[href*="/indicator/"]:visible').first().click()
      await page.locator('main a[href*="/explain"]:visible').first().click()
      const text = await page.locator('main').innerText()
      for (const word of [/definition/i, /comput|calculat/i, /coverage|reported/i]) expect(text).toMatch(word)
    })
  })

  it('two clicks lead to file, sheet and cell in the internal edition, and to none in the public one', async () => {
    await visit(`${site.internal}/en/`, async (page) => {
      await page.locator('main a[href*="/indicator/SO1.2"]:visible').first().click()
      await page.locator('main a[href*="/explain"]:visible').first().click()
      expect(await page.locator('main').innerText()).toMatch(/\.xlsx|\.csv/)
    })
    await visit(`${site.public}/en/indicator/SO1.2/explain`, async (page) => {
      expect(await page.locator('main').innerText()).not.toMatch(/\.xlsx/)
    })
  })
})
