import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '../../api/contract/accounts/account.ts'
import { invite } from '../../api/services/accounts/invite.ts'
import { openContext } from '../../api/services/context.ts'
import { type Language, languages } from '../../indicators/model/text.ts'
import { lookedAt, objections } from '../helpers/axe.ts'
import { codeOf } from '../helpers/codes.ts'
import { type InnerSite, openInnerSite } from '../helpers/inner-site.ts'

const PASSWORD = 'tall lemons whisper at night'
const folder = mkdtempSync(join(tmpdir(), 'waymark-doors-'))
/** Codes open once, and a test does not wait half a minute for the next one. */
let ahead = 0
const now = () => new Date(Date.now() + ahead)
const context = openContext({ env: { WAYMARK_DATA: folder }, now })
let inner: InnerSite
let site = ''

beforeAll(async () => {
  inner = await openInnerSite(context)
  site = inner.address
})
afterAll(async () => {
  await inner.close()
  rmSync(folder, { recursive: true })
})

const invited = (email: string, role: Role = 'donor', language: Language = 'en') =>
  invite(context, { email, role, country: role === 'focal_point' ? 'TUN' : null, language }, null).token

const type = (page: Page, name: string, text: string) => page.locator(`[name=${name}]`).fill(text)
const go = (page: Page) => page.locator('.door-form button').click()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))

/** Brings a person in through the pages; gives what only that person knows afterwards. */
async function enter(page: Page, email: string, role?: Role, language: Language = 'en') {
  await page.goto(`${site}/${language}/join#${invited(email, role, language)}`)
  await type(page, 'name', 'Amina B.')
  await type(page, 'password', PASSWORD)
  await go(page)
  const seed = (await page.locator('.door-factor code').innerText()).replaceAll(' ', '')
  expect(
    await page.locator('.door-factor img').evaluate((img) => (img as HTMLImageElement).naturalWidth),
  ).toBeGreaterThan(0)
  await type(page, 'code', codeOf(seed, now().getTime()))
  await go(page)
  await page.locator('.door-codes li').first().waitFor()
  return { seed, recovery: await page.locator('.door-codes code').allInnerTexts() }
}

async function signIn(page: Page, email: string, seed: string) {
  ahead += 60_000
  await type(page, 'email', email)
  await type(page, 'password', PASSWORD)
  await go(page)
  await type(page, 'code', codeOf(seed, now().getTime()))
  await go(page)
}

it('brings an invited person in, out, and in again, back to the page that was asked for', async () => {
  await inner.somebody(async (page) => {
    const { seed, recovery } = await enter(page, 'amina@example.org', 'focal_point')
    expect(recovery).toHaveLength(10)
    await page.goto(`${site}/en/account`)
    expect(await page.locator('.door-facts').innerText()).toContain('focal point, Tunisia')
    expect(await page.locator('.masthead').innerText()).toContain('Amina B.')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${site}/en/sign-in`)
    await page.goto(`${site}/fr/account`)
    expect(page.url()).toBe(`${site}/fr/sign-in?back=%2Ffr%2Faccount`)
    await signIn(page, 'amina@example.org', seed)
    // What is still being answered could bring the session back.
    await page.waitForURL(`${site}/fr/account`, { waitUntil: 'networkidle' })
    await page.context().clearCookies()
    await page.goto(`${site}/en/sign-in?back=/en/account`)
    await type(page, 'email', 'amina@example.org')
    await type(page, 'password', PASSWORD)
    await go(page)
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await type(page, 'code', recovery[0]?.toUpperCase() ?? '')
    await go(page)
    await page.waitForURL(`${site}/en/account`)
    await page.locator('.door-list li').nth(1).getByRole('button').click()
    await expect.poll(() => page.locator('.door-list li').count()).toBe(1)
  })
})

it('says what is wrong beside its field, in the page’s language, and goes there', async () => {
  await inner.somebody(async (page) => {
    await page.goto(`${site}/ru/sign-in`)
    await go(page)
    expect(await page.locator('#wrong-email').innerText()).toBe('Введите адрес электронной почты.')
    expect(await focused(page)).toBe('email')
    await type(page, 'email', 'nobody@example.org')
    await type(page, 'password', 'wrong words entirely')
    await go(page)
    await expect
      .poll(() => page.locator('#wrong-password').innerText())
      .toMatch(/^Адрес электронной почты и пароль/)
    expect(await focused(page)).toBe('password')
    expect(await page.locator('[name=password]').getAttribute('aria-invalid')).toBe('true')
  })
})

it('is worked with the keyboard alone, and says to the browser what each field is for', async () => {
  await inner.somebody(async (page) => {
    await page.goto(`${site}/en/sign-in`)
    await page.locator('[name=email]').focus()
    await page.keyboard.type('nobody@example.org')
    await page.keyboard.press('Tab')
    await page.keyboard.type('wrong words entirely')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#wrong-password').innerText()).not.toBe('')
    const purposes = await page
      .locator('.door-form input')
      .evaluateAll((all) => all.map((one) => one.getAttribute('autocomplete')))
    expect(purposes.filter(Boolean)).toEqual(['username', 'current-password'])
  })
})

it('lets an administrator invite, withdraw and close, and shows a donor nothing of it', async () => {
  await inner.somebody(async (page) => {
    await enter(page, 'chief@example.org', 'administrator')
    await inner.somebody((other) => enter(other, 'giver@example.org', 'donor'))
    await page.goto(`${site}/en/people`)
    await type(page, 'email', 'new@example.org')
    await page.locator('select').first().selectOption('focal_point')
    await page.locator('select').nth(1).selectOption('UGA')
    await go(page)
    const address = await page.locator('.notice code').innerText()
    expect(address).toMatch(/\/en\/join#[\w-]{43}$/)
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByText('Nobody is invited at the moment.').waitFor()
    const giver = page.locator('.door-list li', { hasText: 'giver@example.org' })
    await giver.getByRole('button').click()
    await giver.getByRole('button').click()
    await expect.poll(() => giver.innerText()).toContain('closed')
    await inner.somebody(async (late) => {
      await late.goto(address)
      await type(late, 'name', 'Late')
      await type(late, 'password', PASSWORD)
      await go(late)
      await expect.poll(() => late.locator('#wrong-password').innerText()).toContain('invitation')
    })
  })
  await inner.somebody(async (page) => {
    await enter(page, 'reader@example.org', 'donor')
    expect((await page.goto(`${site}/en/people`))?.status()).toBe(403)
    expect(await objections(page, 'light')).toEqual([])
    expect(await page.locator('.masthead').evaluate((one) => getComputedStyle(one).backgroundColor)).not.toBe(
      'rgba(0, 0, 0, 0)',
    )
    await page.goto(`${site}/en/account`)
    expect(await page.locator('a[href="/en/people"]').count()).toBe(0)
  })
})

it.each([
  ['//evil.example/', '/en/'],
  ['/\\evil.example', '/en/'],
  ['https://evil.example/en/', '/en/'],
  ['/.//evil.example', '/en/'],
  ['/en/..//evil.example', '/en/'],
  ['javascript:alert(1)', '/en/'],
  ['/fr/country/KAZ?by=sex', '/fr/country/KAZ?by=sex'],
])('after %s goes to %s', async (back, to) => {
  const text = await (await fetch(`${site}/en/sign-in?back=${encodeURIComponent(back)}`)).text()
  expect(JSON.parse(/id="door-words">(.*?)<\/script>/.exec(text)?.[1] ?? '').back).toBe(to)
})

it.each(languages)('names nothing of the programme to nobody, and needs a script in %s', async (language) => {
  await inner.somebody(
    async (page) => {
      await page.goto(`${site}/${language}/sign-in`)
      const text = await page.locator('body').innerText()
      expect(text).toContain('JavaScript')
      expect(text).not.toMatch(/SO1|FA2|\d{4}-\d{2}-\d{2}|undefined|\{/)
    },
    { javaScriptEnabled: false },
  )
})

it.each(lookedAt)('in %s, %s, has nothing axe objects to, and fits 320', async (language, colorScheme) => {
  const looks = async (page: Page) => {
    expect(await objections(page, colorScheme)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  }
  await inner.somebody(
    async (page) => {
      await page.goto(`${site}/${language}/sign-in`)
      await page.locator('.door-form').waitFor()
      await go(page)
      await looks(page)
      const email = `${language}-${colorScheme}@example.org`
      await page.goto(`${site}/${language}/join#${invited(email, 'administrator', language)}`)
      await type(page, 'name', 'A')
      await type(page, 'password', PASSWORD)
      await go(page)
      const seed = await page.locator('.door-factor code').innerText()
      await looks(page)
      await type(page, 'code', codeOf(seed.replaceAll(' ', ''), now().getTime()))
      await go(page)
      await page.locator('.door-codes').waitFor()
      await looks(page)
      for (const door of ['account', 'people']) {
        await page.goto(`${site}/${language}/${door}`)
        await page.locator('.door-list').first().waitFor()
        await looks(page)
      }
    },
    { colorScheme, viewport: { width: 320, height: 800 } },
  )
})
