import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invite } from '../../api/services/accounts/invite.ts'
import { openContext } from '../../api/services/context.ts'
import { accountByEmail, disableAccount } from '../../api/store/accounts/accounts.ts'
import { objections } from '../helpers/axe.ts'
import { type InnerSite, openInnerSite } from '../helpers/inner-site.ts'
import { type Known, startProvider } from '../helpers/oidc-provider.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-openid-'))
const secretFile = join(folder, 'secret')
writeFileSync(secretFile, 'a secret between the two\n')
let provider: Awaited<ReturnType<typeof startProvider>>
let context: ReturnType<typeof openContext>
let inner: InnerSite
let site = ''

beforeAll(async () => {
  provider = await startProvider({ id: 'waymark', secret: 'a secret between the two' })
  context = openContext({
    env: {
      WAYMARK_DATA: join(folder, 'data'),
      WAYMARK_OPENID_ISSUER: provider.issuer,
      WAYMARK_OPENID_CLIENT: 'waymark',
      WAYMARK_OPENID_SECRET_FILE: secretFile,
      WAYMARK_OPENID_NAME: 'Office Login',
    },
  })
  inner = await openInnerSite(context)
  site = inner.address
  provider.sendsBackTo([`${site}/sign-in/openid`])
})
afterAll(async () => {
  await inner.close()
  await provider.close()
  rmSync(folder, { recursive: true })
})

const person = (changes: Partial<Known> = {}): Known => ({
  sub: 'p-1',
  email: 'amina@example.org',
  emailVerified: true,
  name: 'Amina B.',
  amr: ['pwd', 'mfa'],
  ...changes,
})
const invited = (email: string) =>
  invite(context, { email, role: 'administrator', country: null, language: 'en' }, null)

/** Somebody who goes by way of the provider, in a browser of their own. */
async function coming(
  who: Known | null,
  then: (page: Page) => Promise<void>,
  at = '/en/sign-in?back=/en/account',
) {
  provider.now.person = who
  await inner.somebody(async (page) => {
    await page.goto(`${site}${at}`)
    await page.getByRole('button', { name: /Office Login/ }).click()
    await then(page)
  })
}
const isRefused = (text: string) => async (page: Page) => {
  await page.getByText(text).waitFor()
  expect(new URL(page.url()).pathname).toMatch(/\/sign-in$/)
}

it('brings in who was invited to the address the provider has made sure of, and again without an invitation', async () => {
  invited('amina@example.org')
  const isIn = async (page: Page) => {
    await page.waitForURL(`${site}/en/account`)
    await page.locator('.door-facts').waitFor()
    expect(await page.locator('.door-facts').innerText()).toContain('Amina B.')
  }
  await coming(person(), isIn)
  await coming(person({ email: 'another@example.org' }), isIn)
  await coming(
    person(),
    async (page) => {
      await page.waitForURL(`${site}/ar/account`)
    },
    '/ar/sign-in?back=/ar/account',
  )
})

it('lets nobody in whom nobody invited, whose address is not made sure of, or who broke off', async () => {
  const unknown = isRefused('no open invitation for your e-mail address')
  await coming(person({ sub: 'p-2', email: 'stranger@example.org' }), unknown)
  invited('bea@example.org')
  await coming(person({ sub: 'p-3', email: 'bea@example.org', emailVerified: false }), unknown)
  await coming(null, async (page) => {
    await isRefused('The sign-in elsewhere was broken off')(page)
    expect(await objections(page, 'light')).toEqual([])
  })
})

it('takes over no account that has a password, and none that was closed', async () => {
  const unknown = isRefused('no open invitation for your e-mail address')
  const amina = accountByEmail(context.state, 'amina@example.org')
  await coming(person({ sub: 'p-4' }), unknown)
  context.state.together(() => disableAccount(context.state, amina?.id ?? '', null, new Date().toISOString()))
  await coming(person(), unknown)
})

it('makes one account of two invitations to one address, and takes it over from nobody', async () => {
  const [first] = [invited('edda@example.org'), invited('edda@example.org')]
  const joined = await fetch(`${site}/api/invitations/accept`, {
    method: 'POST',
    headers: { origin: site, 'content-type': 'application/json' },
    body: JSON.stringify({ token: first.token, name: 'Edda', password: 'tall lemons whisper at night' }),
  })
  expect(joined.status).toBe(200)
  await coming(
    person({ sub: 'p-7', email: 'edda@example.org' }),
    isRefused('no open invitation for your e-mail address'),
  )
})

it('keeps no longer name than one may have here', async () => {
  invited('fay@example.org')
  await coming(person({ sub: 'p-8', email: 'fay@example.org', name: 'F'.repeat(300) }), async (page) => {
    await page.locator('.door-facts').waitFor()
    expect(await page.locator('.door-facts').innerText()).toMatch(/(?<!F)F{100}(?!F)/)
  })
})

it('asks for a second factor of its own where the provider has asked for none', async () => {
  invited('cara@example.org')
  await coming(
    person({ sub: 'p-5', email: 'cara@example.org', name: 'Cara', amr: ['pwd'] }),
    async (page) => {
      await page.locator('.door-factor img').waitFor()
      const asked = await page.evaluate(async () => (await fetch('/api/people')).status)
      expect(asked).toBe(401)
    },
  )
})

/** Goes to the provider without a page: what the browser of that person now holds, and the address it is sent back to. */
async function wayBack(who: Known) {
  provider.now.person = who
  const begun = await fetch(`${site}/api/sign-in/openid`, {
    method: 'POST',
    headers: { origin: site, 'content-type': 'application/json' },
    body: JSON.stringify({ language: 'en', back: '/en/account' }),
  })
  const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const jar = new Map<string, string>()
  let address: string = (await begun.json()).address
  while (!address.startsWith(site)) {
    const headers = { cookie: [...jar].map((one) => one.join('=')).join('; ') }
    const response = await fetch(address, { redirect: 'manual', headers })
    for (const given of response.headers.getSetCookie()) {
      const [name = '', value = ''] = given.split(';')[0]?.split('=') ?? []
      jar.set(name, value)
    }
    address = new URL(response.headers.get('location') ?? '', address).href
  }
  return { cookie, address }
}

/** What comes of an answer of the provider, in a browser that holds this cookie. */
async function comesTo(address: string, cookie: string) {
  const response = await fetch(address, { redirect: 'manual', headers: { cookie } })
  const { searchParams } = new URL(response.headers.get('location') ?? '', site)
  const opens = response.headers.getSetCookie().some((one) => one.startsWith('__Host-waymark='))
  return { opens, refused: searchParams.get('refused'), next: searchParams.get('next') }
}

it('takes an answer of the provider once, as it was asked for, and only in the browser that asked', async () => {
  invited('dora@example.org')
  const dora = person({ sub: 'p-6', email: 'dora@example.org', name: 'Dora' })
  const refused = { opens: false, refused: 'openid-failed', next: null }
  const first = await wayBack(dora)
  const second = await wayBack(dora)
  expect(await comesTo(first.address, '')).toEqual(refused)
  expect(await comesTo(first.address, second.cookie)).toEqual(refused)
  expect(await comesTo(second.address, second.cookie)).toEqual(refused)
  expect(await comesTo(first.address.replace(/state=[^&]+/, 'state=another'), first.cookie)).toEqual(refused)
  expect(await comesTo(first.address, first.cookie)).toEqual(refused)
  const third = await wayBack(dora)
  expect(
    await comesTo(third.address.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Felse.example'), third.cookie),
  ).toEqual(refused)
  const fourth = await wayBack(dora)
  expect(await comesTo(fourth.address, fourth.cookie)).toEqual({ opens: true, refused: null, next: 'done' })
  expect(await comesTo(fourth.address, fourth.cookie)).toEqual(refused)
})
