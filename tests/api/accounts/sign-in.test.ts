import { createHook } from 'node:async_hooks'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { invite } from '../../../api/services/accounts/invite.ts'
import { takeCode } from '../../../api/services/accounts/second-factor.ts'
import { resumeSession } from '../../../api/services/accounts/sessions.ts'
import { disableAccount } from '../../../api/store/accounts/accounts.ts'
import { addPasskey } from '../../../api/store/accounts/passkeys.ts'
import { codeOf } from '../../helpers/codes.ts'
import { browserIn, enter, type Office, ORIGIN, openOffice, PASSWORD } from './office.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.close())

const who = { email: 'amina@example.org', password: PASSWORD }
const problem = (code: string, status: number) => ({ status, body: { type: `/problems/${code}` } })

it('brings an invited person in with password and second factor', async () => {
  const { browser, account, recoveryCodes } = await enter(office, 'amina@example.org', 'focal_point', 'TUN')
  expect(account).toMatchObject({ email: 'amina@example.org', role: 'focal_point', country: 'TUN' })
  expect(new Set(recoveryCodes).size).toBe(10)
  const { body } = await browser.ask('GET', '/api/sessions')
  expect(body.account).toEqual(account)
  expect(body.sessions).toHaveLength(1)
})

it('gives the token in a cookie that no script and no other site can use, and nowhere else', async () => {
  await enter(office, who.email, 'donor')
  const browser = browserIn(office)
  const { headers, body } = await browser.ask('POST', '/api/sign-in', who)
  const cookie = headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^__Host-waymark=[\w-]{43}; /)
  for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict'])
    expect(cookie).toContain(attribute)
  expect(cookie).not.toContain('Domain')
  expect(body).toEqual({ next: 'code' })
})

it('lets nobody do anything with the password alone but give the code', async () => {
  const { seed } = await enter(office, who.email, 'administrator')
  const browser = browserIn(office)
  await browser.ask('POST', '/api/sign-in', who)
  expect(await browser.ask('GET', '/api/people')).toMatchObject(problem('sign-in-needed', 401))
  expect(await browser.ask('POST', '/api/second-factor')).toMatchObject(problem('prove-again', 403))
  office.pass(1)
  const half = browser.cookie
  expect((await browser.ask('POST', '/api/sign-in/code', { code: codeOf(seed, office.now()) })).status).toBe(
    200,
  )
  expect((await browser.ask('GET', '/api/people')).status).toBe(200)
  browser.cookie = half
  expect(await browser.ask('GET', '/api/sessions')).toMatchObject(problem('sign-in-needed', 401))
})

it('keeps the authenticator that counts until the first code of the next one has come', async () => {
  const { browser, seed } = await enter(office, who.email, 'donor')
  const proposed = (await browser.ask('POST', '/api/second-factor')).body.seed
  office.pass(1)
  const half = browserIn(office)
  expect((await half.ask('POST', '/api/sign-in', who)).body).toEqual({ next: 'code' })
  const withNew = () => ({ code: codeOf(proposed, office.now()) })
  expect(await half.ask('POST', '/api/sign-in/code', withNew())).toMatchObject(problem('code-wrong', 401))
  const withOld = { code: codeOf(seed, office.now()) }
  expect((await half.ask('POST', '/api/sign-in/code', withOld)).status).toBe(200)
  const changed = await browser.ask('POST', '/api/sign-in/code', withNew())
  expect(changed.body.recoveryCodes).toHaveLength(10)
  office.pass(1)
  await half.ask('POST', '/api/sign-in', who)
  const old = { code: codeOf(seed, office.now()) }
  expect(await half.ask('POST', '/api/sign-in/code', old)).toMatchObject(problem('code-wrong', 401))
  expect((await half.ask('POST', '/api/sign-in/code', withNew())).status).toBe(200)
})

it('opens one session for one password, whichever right answers come at once', async () => {
  const { seed, recoveryCodes } = await enter(office, who.email, 'donor')
  office.pass(1)
  const half = browserIn(office)
  await half.ask('POST', '/api/sign-in', who)
  const { cookie } = half
  const answers = [
    ['/api/sign-in/code', { code: codeOf(seed, office.now()) }],
    ...recoveryCodes.slice(0, 3).map((code) => ['/api/sign-in/recovery-code', { code }] as const),
  ] as const
  const told = await Promise.all(
    answers.map(([path, sent]) => {
      const browser = browserIn(office)
      browser.cookie = cookie
      return browser.ask('POST', path, sent)
    }),
  )
  expect(told.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401])
})

it('confirms no first authenticator where a passkey has come while its code was looked at', async () => {
  const { token } = invite(
    office.context,
    { email: who.email, role: 'donor', country: null, language: 'en' },
    null,
  )
  const browser = browserIn(office)
  await browser.ask('POST', '/api/invitations/accept', { token, name: 'Amina B.', password: PASSWORD })
  const { seed } = (await browser.ask('POST', '/api/second-factor')).body
  const signed = resumeSession(office.context, browser.cookie?.split('=')[1])
  if (!signed) return expect.unreachable()
  const answer = takeCode(office.context, signed, codeOf(seed, office.now()))
  const made = { publicKey: new Uint8Array(), uses: 0, agent: '', madeAt: '', usedAt: null }
  addPasskey(office.context.state, { id: 'of-somebody', account: signed.account.id, ...made })
  await expect(answer).rejects.toMatchObject({ code: 'code-wrong' })
})

it('takes a code once, and one that is a step early or late', async () => {
  const { seed } = await enter(office, who.email, 'donor')
  office.pass(5)
  const code = codeOf(seed, office.now() - 30_000)
  const first = browserIn(office)
  await first.ask('POST', '/api/sign-in', who)
  expect((await first.ask('POST', '/api/sign-in/code', { code })).status).toBe(200)
  const second = browserIn(office)
  await second.ask('POST', '/api/sign-in', who)
  expect(await second.ask('POST', '/api/sign-in/code', { code })).toMatchObject(problem('code-wrong', 401))
  const late = codeOf(seed, office.now() - 90_000)
  expect(await second.ask('POST', '/api/sign-in/code', { code: late })).toMatchObject(
    problem('code-wrong', 401),
  )
  const early = codeOf(seed, office.now() + 30_000)
  expect((await second.ask('POST', '/api/sign-in/code', { code: early })).status).toBe(200)
})

it('takes each recovery code once, however it is typed', async () => {
  const { recoveryCodes } = await enter(office, who.email, 'donor')
  const [code = ''] = recoveryCodes
  const first = browserIn(office)
  await first.ask('POST', '/api/sign-in', who)
  const typed = code.replaceAll('-', ' ').toUpperCase()
  expect((await first.ask('POST', '/api/sign-in/recovery-code', { code: typed })).status).toBe(200)
  const second = browserIn(office)
  await second.ask('POST', '/api/sign-in', who)
  expect(await second.ask('POST', '/api/sign-in/recovery-code', { code })).toMatchObject(
    problem('code-wrong', 401),
  )
})

it('answers the same for a wrong password and for nobody’s address', async () => {
  await enter(office, who.email, 'donor')
  const answers = await Promise.all(
    [who.email, 'nobody@example.org'].map((email) =>
      browserIn(office).ask('POST', '/api/sign-in', { email, password: 'not the right words at all' }),
    ),
  )
  expect(answers[0]?.body).toEqual(answers[1]?.body)
  expect(answers[0]).toMatchObject(problem('sign-in-wrong', 401))
})

it('does the same work for everybody who does not come in, known or not', async () => {
  const { account } = await enter(office, who.email, 'donor')
  const begun: string[] = []
  const watch = createHook({ init: (_, type) => begun.push(type) })
  const workFor = async (email: string, password: string) => {
    begun.length = 0
    watch.enable()
    const { status, body, headers } = await browserIn(office).ask('POST', '/api/sign-in', { email, password })
    watch.disable()
    const hashes = begun.filter((type) => type === 'ARGON2REQUEST').length
    return { status, type: body.type, names: [...headers.keys()].sort(), hashes }
  }
  const unknown = await workFor('nobody@example.org', 'not the right words at all')
  expect(unknown).toMatchObject({ status: 401, hashes: 1 })
  expect(await workFor(who.email, 'not the right words at all')).toEqual(unknown)
  expect(await workFor(who.email, 'short')).toEqual(unknown)
  disableAccount(office.context.state, account.id, null, office.context.now().toISOString())
  expect(await workFor(who.email, PASSWORD)).toEqual(unknown)
})

it('stops guessing at an account, whatever a header says of the address, and forgets it after a quarter of an hour', async () => {
  await enter(office, who.email, 'donor')
  const guess = (n: number) =>
    browserIn(office).ask(
      'POST',
      '/api/sign-in',
      { email: who.email.toUpperCase(), password: `wrong ${n}` },
      { 'x-forwarded-for': `10.0.0.${n}`, forwarded: `for=10.0.0.${n}` },
    )
  const tries = await Promise.all(Array.from({ length: 20 }, (_, n) => guess(n)))
  expect(tries.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(tries.filter(({ status }) => status === 429)).toHaveLength(10)
  expect(await browserIn(office).ask('POST', '/api/sign-in', who)).toMatchObject(
    problem('too-many-tries', 429),
  )
  office.pass(15)
  expect((await browserIn(office).ask('POST', '/api/sign-in', who)).status).toBe(200)
})

it('stops guessing at codes', async () => {
  await enter(office, who.email, 'donor')
  const browser = browserIn(office)
  await browser.ask('POST', '/api/sign-in', who)
  const statuses = []
  for (let n = 0; n < 7; n += 1)
    statuses.push((await browser.ask('POST', '/api/sign-in/code', { code: `00000${n}` })).status)
  expect(statuses.slice(5)).toEqual([429, 429])
  expect(statuses.slice(0, 5)).not.toContain(429)
})

it.each([
  ['after half an hour without use', [31]],
  ['after eight hours, however much it is used', Array.from({ length: 20 }, () => 24)],
])('ends a session %s', async (_, pauses) => {
  const { browser } = await enter(office, who.email, 'donor')
  for (const minutes of pauses.slice(0, -1)) {
    office.pass(minutes)
    expect((await browser.ask('GET', '/api/sessions')).status).toBe(200)
  }
  office.pass(pauses.at(-1) ?? 0)
  expect(await browser.ask('GET', '/api/sessions')).toMatchObject(problem('sign-in-needed', 401))
})

it('ends a session for the server too when its person signs out', async () => {
  const { browser } = await enter(office, who.email, 'donor')
  const { cookie } = browser
  const { headers } = await browser.ask('POST', '/api/sign-out')
  expect(headers.get('clear-site-data')).toContain('cache')
  browser.cookie = cookie
  expect((await browser.ask('GET', '/api/sessions')).status).toBe(401)
})

it('keeps five sessions of a person and ends what the person wants ended', async () => {
  const { browser, recoveryCodes } = await enter(office, who.email, 'donor')
  const others = []
  for (const code of recoveryCodes.slice(0, 6)) {
    office.pass(2)
    const other = browserIn(office)
    await other.ask('POST', '/api/sign-in', who)
    await other.ask('POST', '/api/sign-in/recovery-code', { code })
    others.push(other)
  }
  expect((await browser.ask('GET', '/api/sessions')).status).toBe(401)
  const [first, second] = others.slice(-2)
  const { body } = await (first ?? browser).ask('GET', '/api/sessions')
  const strange = body.sessions.find(({ own }: { own: boolean }) => !own)
  await first?.ask('POST', '/api/sessions/end', { which: strange.id })
  await first?.ask('POST', '/api/sessions/end', { which: 'others' })
  expect((await second?.ask('GET', '/api/sessions'))?.status).toBe(401)
  expect((await first?.ask('GET', '/api/sessions'))?.body.sessions).toHaveLength(1)
})

it.each([
  ['another origin', { origin: 'http://localhost:9999' }],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ['another site of the same domain', { 'sec-fetch-site': 'same-site' }],
  ['an origin that hides', { origin: 'null' }],
])('refuses what comes from %s', async (_, headers) => {
  await enter(office, who.email, 'donor')
  const answer = await browserIn(office).ask('POST', '/api/sign-in', who, headers)
  expect(answer).toMatchObject(problem('origin-not-allowed', 403))
})

it('refuses what a form of another page could send', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const answer = await browserIn(office).ask('POST', '/api/sign-in', who, { 'content-type': type })
    expect(answer).toMatchObject(problem('body-type-wrong', 415))
  }
  const { status } = await office.app.request(`${ORIGIN}/api/sign-in`, { method: 'POST', body: '{}' })
  expect(status).toBe(403)
})

it('refuses fields nobody asked for', async () => {
  const answer = await browserIn(office).ask('POST', '/api/sign-in', { ...who, role: 'administrator' })
  expect(answer).toMatchObject(problem('input-invalid', 400))
})
