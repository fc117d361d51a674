import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { brokenFiles } from '../../fixtures/broken/broken-files.ts'
import { languages } from '../../indicators/model/text.ts'
import { lookedAt, objections } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { signInto } from '../helpers/signed-in.ts'

const site = inject('addresses')
const data = inject('data')
const broken = await brokenFiles()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

type Sent = { name: string; mimeType: string; buffer: Buffer }
const file = (name: string, content: string | Uint8Array): Sent => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})
function brokenFile(id: string) {
  const found = broken.find((one) => one.id === id)
  if (!found) throw new Error(`no broken file ${id}`)
  return file(found.name, found.bytes)
}
const demoFile = (pattern: RegExp) => {
  const files = readdirSync(join(data, 'demo', 'files'), { recursive: true, encoding: 'utf8' })
  const path = files.find((name) => pattern.test(name.normalize('NFC')))
  if (!path) throw new Error(`the demonstration holds no ${pattern}`)
  return file(path.split('/').at(-1) ?? '', readFileSync(join(data, 'demo', 'files', path)))
}
const unknown = file(
  'Prisons summary.csv',
  [
    'Prisons summary for Q4 FY 2020/21',
    'Region,Name of station,All inmates,Holding capacity,Vehicles',
    'Central region,Station UG-R1-01,352,400,2',
    'Central region,Station UG-R1-02,-,200,1',
  ].join('\n'),
)

/** Opens the page, with all that is asked of the server since it stood, and all it complained of. */
async function onPage<Result>(
  language: string,
  use: (page: Page, told: { asked: string[]; complaints: string[] }) => Promise<Result>,
  options: BrowserContextOptions = {},
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  try {
    await signInto(context, site.internal, data)
    const page = await context.newPage()
    const told = { asked: [] as string[], complaints: [] as string[] }
    page.on('console', (message) => message.type() === 'error' && told.complaints.push(message.text()))
    page.on('pageerror', (error) => told.complaints.push(error.message))
    await page.goto(`${site.internal}/${language}/check`, { waitUntil: 'networkidle' })
    page.on('request', (request) => told.asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
    const result = await use(page, told)
    expect(told.complaints).toEqual([])
    return result
  } finally {
    await context.close()
  }
}

/** Chooses a file and waits until the check has come to its end. */
async function check(page: Page, sent: Sent) {
  await page.setInputFiles('input[type=file]', sent)
  await page.locator('.check-form button').click()
  await page.locator('.check-result h2').waitFor()
}
const patient = { timeout: 30_000 }
const posts = (asked: readonly string[]) => asked.filter((one) => one.startsWith('POST'))

describe.each(['en', 'ar'])('in %s', (language) => {
  it('a list of persons is stopped in the browser, and nothing of it is sent', async () => {
    await onPage(language, async (page, { asked }) => {
      await check(page, brokenFile('case-list'))
      expect(asked.filter((one) => !one.includes('/assets/'))).toEqual([])
      expect(await page.locator('.check-stop').innerText()).not.toMatch(/Personne|\{|undefined/)
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
    })
  })

  it('a good file is said to be good', async () => {
    await onPage(language, async (page, { asked }) => {
      await check(page, demoFile(/Обучение 2022-06\.csv$/))
      expect(posts(asked)).toEqual(['POST /api/check'])
      expect(await page.locator('.check-result').innerText()).toContain('KAZ-training')
      expect(await page.locator('.check-repair.error').count()).toBe(0)
      expect(await page.locator('[role=status]').innerText()).toMatch(/0/)
    })
  })

  it('a wrong file has what is to be mended together, each with its cell and its value', async () => {
    await onPage(language, async (page) => {
      await check(page, brokenFile('text-in-number'))
      const repair = page.locator('.check-repair.error').first()
      expect(await repair.locator('summary').innerText()).toMatch(/[a-z]+-[a-z-]+/)
      expect(await repair.locator('li').first().innerText()).toMatch(/[A-Z]{1,3}[1-9]/)
      expect(await page.title()).toMatch(language === 'en' ? /^To mend: / : /^للتصحيح: /)
      const more = await repair.locator('a').getAttribute('href')
      expect((await page.request.get(`${site.internal}${more}`)).status()).toBe(200)
    })
  })

  it('a file nobody described is asked about until it is understood', async () => {
    await onPage(language, async (page, { asked }) => {
      await check(page, unknown)
      const choose = async (question: number, value: string) =>
        page.locator('.check-questions fieldset').nth(question).locator(`input[value="${value}"]`).check()
      expect(await page.locator('.check-questions fieldset').count()).toBe(3)
      expect(await page.locator('.check-readings dt').count()).toBe(5)
      expect(await page.locator('.check-questions input:checked').count()).toBe(0)
      await choose(0, 'accept')
      await choose(1, 'PP_STOCK')
      await choose(2, 'ignore')
      await page.locator('.check-questions button').click()
      await expect.poll(() => page.locator('.check-questions fieldset').count(), patient).toBe(1)
      await choose(0, 'missing')
      await page.locator('.check-questions button').click()
      await expect.poll(() => page.locator('.check-questions').count(), patient).toBe(0)
      await page.locator('.check-result h2').waitFor()
      expect(await page.locator('.check-result').innerText()).toContain('UGA-prisons-summary')
      expect(posts(asked)).toHaveLength(3)
    })
  })
})

describe('the page', () => {
  it('is not there in the edition for everyone, nor is a way to it', async () => {
    const page = await browser.newPage()
    expect((await page.goto(`${site.public}/en/check`))?.status()).toBe(404)
    await page.goto(`${site.public}/en/`)
    expect(await page.locator('a[href$="/check"]').count()).toBe(0)
    await signInto(page.context(), site.internal, data)
    await page.goto(`${site.internal}/en/`)
    expect(await page.locator('a[href$="/check"]').count()).toBe(1)
    await page.close()
  })

  it.each(languages)('says in %s that it needs a script where there is none', async (language) => {
    await onPage(
      language,
      async (page) => expect(await page.locator('main').innerText()).toContain('JavaScript'),
      {
        javaScriptEnabled: false,
      },
    )
  })

  it('is worked with the keyboard alone, and asks for a file where none was chosen', async () => {
    await onPage('en', async (page) => {
      await page.locator('input[type=file]').focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.locator('#check-missing').innerText()).toBe('Choose a file first.')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file')
    })
  })

  it('shows what a newer version of a report changes', async () => {
    await onPage('en', async (page) => {
      const sent = demoFile(/Обучение 2022-06\.csv$/)
      const text = new TextDecoder('windows-1251').decode(sent.buffer)
      const line = text.split('\r\n').findIndex((one) => one.startsWith('Регион;')) + 1
      const changed = text.split('\r\n').flatMap((one, index) => (index === line ? [] : [one]))
      await check(page, file('Обучение 2022-06.csv', `\uFEFF${changed.join('\r\n')}`))
      expect(await page.locator('.check-differences .removed').innerText()).toMatch(/Removed: [1-9]/)
    })
  })

  it.each(lookedAt)('in %s, %s, has nothing axe objects to, and fits 320', async (language, colorScheme) => {
    await onPage(
      language,
      async (page) => {
        for (const sent of [unknown, brokenFile('text-in-number'), brokenFile('case-list')]) {
          await check(page, sent)
          expect(await objections(page, colorScheme)).toEqual([])
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
        }
      },
      { colorScheme, viewport: { width: 320, height: 800 } },
    )
  })
})
