import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveEditions } from '../../api/http/serve-editions.ts'
import { openContext } from '../../api/services/context.ts'
import { importFile } from '../../api/services/import-file.ts'
import { openIntake } from '../../api/services/intake.ts'
import { publish } from '../../api/services/publish.ts'
import { readJournal } from '../../api/services/read-journal.ts'
import arabicCheck from '../../web/i18n/messages/ar/check.json'
import arabicDesk from '../../web/i18n/messages/ar/desk.json'
import englishCheck from '../../web/i18n/messages/en/check.json'
import englishDesk from '../../web/i18n/messages/en/desk.json'
import { smallFolder, smallReturn } from '../api/small-return.ts'
import { lookedAt, objections } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { signInto } from '../helpers/signed-in.ts'

const folder = smallFolder()
const context = openContext({ env: { WAYMARK_DATA: folder } })
const people = {
  amina: { role: 'focal_point', country: 'UGA' },
  carl: { role: 'coordinator' },
} as const
const says = {
  en: { desk: englishDesk, check: englishCheck },
  ar: { desk: arabicDesk, check: arabicCheck },
}
const patient = { timeout: 60_000 }
let browser: Browser
let site = ''
let open = ''
let close: () => Promise<unknown>

/** The pages stand in a release: what was known before anybody sends anything. */
async function publishEarlier() {
  const intake = await openIntake(context)
  try {
    const bytes = Buffer.from(smallReturn(['10', '4'], ['12', '6']))
    await importFile(intake, { name: 'small.csv', bytes, receivedOn: '2021-03-01', origin: 'person' })
  } finally {
    intake.close()
  }
  await publish(context)
}

beforeAll(async () => {
  await publishEarlier()
  const served = await serveEditions(
    context,
    [
      { edition: 'internal', port: 0 },
      { edition: 'public', port: 0 },
    ],
    () => {},
  )
  const [internal, shown] = served.map(({ port }) => `http://localhost:${port}`)
  site = internal ?? ''
  open = shown ?? ''
  close = () => Promise.all(served.map((one) => one.close()))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  context.close()
  rmSync(folder, { recursive: true })
})

/** Everybody's own browser, and one page of it; whatever it complains of is wrong. */
async function personAt(who: keyof typeof people, options: BrowserContextOptions = {}) {
  const own = await browser.newContext(options)
  await signInto(own, site, folder, people[who])
  const page = await own.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  return { page, complaints, close: () => own.close() }
}

const pictures = process.env.WAYMARK_PICTURES
async function look(page: Page, name: string) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

type Counts = [people: string, women: string]
const file = (...counts: Counts[]) => ({
  name: 'small.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(smallReturn(...counts)),
})
async function check(page: Page, sent: ReturnType<typeof file>, language = 'en') {
  await page.goto(`${site}/${language}/check`)
  await page.setInputFiles('input[type=file]', sent)
  await page.locator('.check-form button').click()
  await page.locator('.check-result h2').waitFor(patient)
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const standing = (page: Page) => page.locator('.desk-standing')

/** What is sent first and has to be mended, what is asked about, and what is sent in answer. */
type Story = { language: 'en' | 'ar'; wrong: Counts; asked: Counts; answer: Counts }
const stories: Story[] = [
  { language: 'en', wrong: ['20', 'many'], asked: ['20', '10'], answer: ['24', '10'] },
  { language: 'ar', wrong: ['30', 'many'], asked: ['31', '12'], answer: ['33', '12'] },
]

it.each(stories)(
  'a report is mended, sent, asked about, answered, approved and published in $language',
  async (story) => {
    const { language, wrong, asked, answer } = story
    const { desk, check: checking } = says[language]
    const amina = await personAt('amina', { viewport: { width: 390, height: 844 } })
    const carl = await personAt('carl', { viewport: { width: 1280, height: 900 } })
    const picture = (page: Page, name: string) => look(page, `${name}-${language}`)

    await check(amina.page, file(['15', '5'], wrong), language)
    expect(await amina.page.locator('.check-repair.error').count()).toBeGreaterThan(0)
    expect(await amina.page.getByRole('button', { name: checking['send.go'], exact: true }).count()).toBe(0)

    await check(amina.page, file(['15', '5'], asked), language)
    await press(amina.page, checking['send.go'])
    await amina.page.locator('.check-receipt').waitFor(patient)
    await picture(amina.page, 'receipt')
    await amina.page.getByRole('link', { name: checking['send.open'] }).click()
    await standing(amina.page).waitFor()
    const id = new URL(amina.page.url()).pathname.split('/').at(-1) ?? ''
    expect(await standing(amina.page).innerText()).toContain(desk['stands.submitted'])
    await picture(amina.page, 'submission')

    await carl.page.goto(`${site}/${language}/tasks`)
    await carl.page.locator(`a[href="/${language}/submissions/${id}"]`).click()
    await press(carl.page, desk['act.take'])
    await expect.poll(() => standing(carl.page).innerText()).toContain(desk['stands.in_review'])
    await press(carl.page, desk['act.return'])
    await carl.page.locator('#act-words').fill('Is it 20, or 24?')
    await carl.page.locator('.desk-form button.first').click()
    await expect.poll(() => standing(carl.page).innerText()).toContain(desk['stands.returned'])

    await amina.page.goto(`${site}/${language}/tasks`)
    await picture(amina.page, 'tasks')
    await amina.page.locator(`a[href="/${language}/submissions/${id}"]`).click()
    expect(await standing(amina.page).innerText()).toContain('Is it 20, or 24?')
    await check(amina.page, file(['15', '5'], answer), language)
    await press(amina.page, checking['send.go'])
    await amina.page.locator('.check-receipt').waitFor(patient)

    await carl.page.goto(`${site}/${language}/submissions/${id}`)
    await press(carl.page, desk['act.take'])
    await expect.poll(() => standing(carl.page).innerText()).toContain(desk['stands.in_review'])
    await picture(carl.page, 'review')
    await press(carl.page, desk['act.approve'])
    await carl.page.locator('#act-words').fill('Asked and answered.')
    await carl.page.locator('.desk-form button.first').click()
    await expect.poll(() => standing(carl.page).innerText(), patient).toContain(desk['stands.approved'])

    const before = await releaseAt(open)
    await carl.page.goto(`${site}/${language}/publish`)
    await carl.page.locator(`a[href="/${language}/submissions/${id}"]`).waitFor()
    await carl.page.locator('#notes').fill('Uganda has reported.')
    await press(carl.page, desk['publish.start'])
    await carl.page.locator('.desk-tag.current').waitFor(patient)
    await expect.poll(() => releaseAt(open), patient).not.toBe(before)
    const release = (await releaseAt(open)) ?? ''
    await carl.page.getByText(release).first().waitFor(patient)
    await picture(carl.page, 'publish')
    const donor = await browser.newPage()
    await donor.goto(`${open}/${language}/`)
    expect(await donor.locator('main').innerText()).toMatch(/\S/)
    await donor.close()

    const told = readJournal(context, { about: id }).entries.map(({ kind }) => kind)
    expect(told).toEqual([
      'submission-send',
      'submission-take',
      'submission-return',
      'submission-send',
      'submission-take',
      'submission-approve',
      'submission-published',
    ])
    expect([amina.complaints, carl.complaints]).toEqual([[], []])
    await Promise.all([amina.close(), carl.close()])
  },
  240_000,
)

async function releaseAt(address: string): Promise<string | null> {
  const { release } = await (await fetch(`${address}/api/health`)).json()
  return release
}

it.each(lookedAt)(
  'nothing in the way of anybody on the pages, in %s and in the %s',
  async (language, scheme) => {
    const { page, close: leave } = await personAt('carl', { colorScheme: scheme })
    for (const path of ['tasks', 'publish', 'audit']) {
      await page.goto(`${site}/${language}/${path}`, { waitUntil: 'networkidle' })
      expect(await objections(page, scheme)).toEqual([])
    }
    await page.goto(`${site}/${language}/tasks`, { waitUntil: 'networkidle' })
    await page.locator('.desk-card a').first().click()
    await standing(page).waitFor()
    expect(await objections(page, scheme)).toEqual([])
    await leave()
  },
)

it('brings what is refused into sight, where the keyboard goes on from', async () => {
  const carl = await personAt('carl')
  const { page } = carl
  try {
    await page.goto(`${site}/en/publish`)
    const refused = page.locator('[role=alert]', { hasText: /\S/ })
    const withdrawing = page.locator('form', { has: page.locator('[id^=reason-]') })
    // As many releases as there are: the last of them cannot be withdrawn.
    for (let tries = 0; tries < 4 && (await refused.count()) === 0; tries += 1) {
      await page.locator('.desk-card > p > button').first().click()
      await withdrawing.locator('textarea, input').fill('A wrong file')
      const answered = page.waitForResponse(/releases\/withdraw/)
      await withdrawing.locator('[type=submit]').click()
      const { status } = await answered.then((response) => ({ status: response.status() }))
      if (status === 200) await withdrawing.waitFor({ state: 'detached' })
      else await refused.waitFor()
    }
    expect(await refused.evaluate((one) => document.activeElement === one)).toBe(true)
    expect(await refused.innerText()).not.toBe('')
  } finally {
    await carl.close()
  }
}, 60_000)
