import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invite } from '../../api/services/accounts/invite.ts'
import { openContext } from '../../api/services/context.ts'
import { accountByEmail, disableAccount } from '../../api/store/accounts/accounts.ts'
import { objections } from '../helpers/axe.ts'
import { type InnerSite, openInnerSite } from '../helpers/inner-site.ts'

const PASSWORD = 'tall lemons whisper at night'
const folder = mkdtempSync(join(tmpdir(), 'waymark-passkeys-'))
let later = 0
const context = openContext({ env: { WAYMARK_DATA: folder }, now: () => new Date(Date.now() + later) })
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

/** A page on a device that keeps passkeys and knows its person; `never` is one that does not. */
async function onDevice(
  use: (page: Page, device: { knowsPerson(is: boolean): Promise<void> }) => Promise<void>,
) {
  await inner.somebody(async (page) => {
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    const knowsPerson = async (isUserVerified: boolean) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    }
    await use(page, { knowsPerson })
  })
}

/** Somebody who joined with a password and a passkey, and no authenticator. */
async function joinWith(page: Page, email: string) {
  const { token } = invite(context, { email, role: 'administrator', country: null, language: 'en' }, null)
  await page.goto(`${site}/en/join#${token}`)
  await page.locator('[name=name]').fill('Amina B.')
  await page.locator('[name=password]').fill(PASSWORD)
  await page.locator('.door-form button').click()
  await page.getByRole('button', { name: 'Use a passkey of this device instead' }).click()
  await page.locator('.door-codes li').first().waitFor()
  return page.locator('.door-codes code').allInnerTexts()
}

const enter = (page: Page) => page.getByRole('button', { name: 'Sign in with a passkey' }).click()
const lastKinds = (count: number) =>
  context.state.db
    .prepare('SELECT kind FROM journal ORDER BY id DESC LIMIT ?')
    .all(count)
    .map(({ kind }) => kind)
    .reverse()

it('brings a person in without an authenticator, and in again without a password', async () => {
  await onDevice(async (page, { knowsPerson }) => {
    expect(await joinWith(page, 'amina@example.org')).toHaveLength(10)
    expect(lastKinds(2)).toEqual(['passkey-added', 'signed-in'])
    await page.goto(`${site}/en/account`)
    await page.locator('.door-list').nth(1).waitFor()
    expect(await objections(page, 'light')).toEqual([])
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${site}/en/sign-in`, { waitUntil: 'networkidle' })
    expect(await objections(page, 'light')).toEqual([])
    await page.goto(`${site}/ar/sign-in?back=/ar/people`)
    await page.getByRole('button', { name: 'الدخول بمفتاح مرور' }).click()
    await page.waitForURL(`${site}/ar/people`)
    await page.context().clearCookies()
    await page.goto(`${site}/en/sign-in`)
    await knowsPerson(false)
    await enter(page)
    await page.getByText('The device did not give a passkey.').waitFor()
  })
})

it('takes a signed answer once, for this site, and not when it is old', async () => {
  await onDevice(async (page) => {
    await joinWith(page, 'once@example.org')
    await page.context().clearCookies()
    await page.goto(`${site}/en/sign-in`)
    const sent: string[] = []
    await page.route('**/api/sign-in/passkey', (route) => {
      sent.push(route.request().postData() ?? '')
      return route.abort()
    })
    const caught = async () => {
      const before = sent.length
      await enter(page)
      await expect.poll(() => sent.length).toBe(before + 1)
      return sent.at(-1) ?? ''
    }
    const post = async (body: string, origin = site) =>
      (
        await fetch(`${site}/api/sign-in/passkey`, {
          method: 'POST',
          headers: { origin, 'content-type': 'application/json' },
          body,
        })
      ).status
    const used = await caught()
    expect(await post(used, 'http://localhost:1')).toBe(403)
    const other = JSON.parse(used)
    other.used.response.clientDataJSON = Buffer.from(
      Buffer.from(other.used.response.clientDataJSON, 'base64url')
        .toString()
        .replace(site, 'http://localhost:1'),
    ).toString('base64url')
    expect(await post(JSON.stringify(other))).toBe(401)
    expect(await post(used)).toBe(401)
    const again = await caught()
    expect(await post(again)).toBe(200)
    expect(await post(again)).toBe(401)
    const old = await caught()
    later += 6 * 60_000
    expect(await post(old)).toBe(401)
    const account = accountByEmail(context.state, 'once@example.org')
    const late = await caught()
    context.state.together(() =>
      disableAccount(context.state, account?.id ?? '', null, new Date().toISOString()),
    )
    expect(await post(late)).toBe(401)
  })
})

it('asks for the passkey where the password alone was given, and never lets it set up another way', async () => {
  await onDevice(async (page) => {
    const [code = ''] = await joinWith(page, 'beata@example.org')
    await page.context().clearCookies()
    await page.goto(`${site}/en/sign-in?back=/en/account`)
    await page.locator('[name=email]').fill('beata@example.org')
    await page.locator('[name=password]').fill(PASSWORD)
    await page.locator('.door-form button').click()
    await page.getByText('You have set up a passkey.').waitFor()
    const refused = await page.evaluate(async () => {
      const ask = (path: string) =>
        fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
      const answers = await Promise.all([ask('/api/second-factor'), ask('/api/passkeys/propose')])
      return Promise.all(answers.map(async (answer) => (await answer.json()).type))
    })
    expect(refused).toEqual(['/problems/prove-again', '/problems/prove-again'])
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await page.locator('[name=code]').fill(code)
    await page.locator('.door-form button').click()
    await page.waitForURL(`${site}/en/account`)
    await page.getByRole('button', { name: 'Remove it' }).click()
    await page.getByText('Without this passkey only the password would be left').waitFor()
    later += 11 * 60_000
    await page.getByRole('button', { name: 'Add a passkey of this device' }).click()
    await page.getByRole('link', { name: 'Sign in again' }).waitFor()
  })
})
