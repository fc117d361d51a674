import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Role } from '../../../api/contract/accounts/account.ts'
import { endpoints } from '../../../api/contract/all.ts'
import { mayInvite, rights } from '../../../api/contract/rights.ts'
import { invite } from '../../../api/services/accounts/invite.ts'
import { brokenJournalEntry } from '../../../api/store/journal.ts'
import { browserIn, enter, type Office, openOffice, PASSWORD } from './office.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.close())

const guest = { email: 'guest@example.org', role: 'donor', country: null, language: 'fr' } as const

it('opens an invitation once, even to twenty at the same time', async () => {
  const { token } = invite(office.context, guest, null)
  const accepted = await Promise.all(
    Array.from({ length: 20 }, () =>
      browserIn(office).ask('POST', '/api/invitations/accept', { token, name: 'G', password: PASSWORD }),
    ),
  )
  expect(accepted.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(accepted.filter(({ status }) => status === 410)).toHaveLength(19)
})

it('opens an invitation for three days', async () => {
  const { token } = invite(office.context, guest, null)
  office.pass(72 * 60)
  const late = await browserIn(office).ask('POST', '/api/invitations/accept', {
    token,
    name: 'G',
    password: PASSWORD,
  })
  expect(late).toMatchObject({ status: 410, body: { type: '/problems/invitation-over' } })
})

it.each([
  ['short', 'fourteen chars', 'password-short'],
  ['long', 'é'.repeat(257), 'password-long'],
  ['the person’s own address', 'guest@example.org', 'password-guessable'],
  ['one letter', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'password-guessable'],
  ['a row of keys', 'qwertyuiopasdfgh', 'password-guessable'],
  ['this program', 'waymarkwaymarkwaymark', 'password-guessable'],
])('refuses a password that is %s', async (_, password, code) => {
  const { token } = invite(office.context, guest, null)
  const answer = await browserIn(office).ask('POST', '/api/invitations/accept', {
    token,
    name: 'G',
    password,
  })
  expect(answer).toMatchObject({ status: 422, body: { type: `/problems/${code}` } })
})

it('asks for no particular signs', async () => {
  const { token } = invite(office.context, guest, null)
  const sent = { token, name: 'G', password: 'жеті қоян тауда биледі' }
  expect((await browserIn(office).ask('POST', '/api/invitations/accept', sent)).status).toBe(200)
})

it.each(Role.options.flatMap((by) => Role.options.map((role) => ({ by, role }))))(
  'lets a $by invite a $role as the table says',
  async ({ by, role }) => {
    const { browser } = await enter(office, 'host@example.org', by, by === 'focal_point' ? 'UGA' : null)
    const sent = { ...guest, role, country: role === 'focal_point' ? 'KAZ' : null }
    const { status } = await browser.ask('POST', '/api/invitations', sent)
    expect(status).toBe(mayInvite[by].includes(role) ? 200 : 403)
  },
)

it('has every endpoint in the rights table and no other, and few of them for anyone', () => {
  expect(Object.keys(rights).sort()).toEqual(endpoints.map(({ id }) => id).sort())
  const open = Object.keys(rights).filter((id) => rights[id] === 'anyone')
  expect(open.sort()).toEqual([
    'accept-invitation',
    'ask-for-passkey',
    'begin-openid',
    'get-health',
    'get-openapi',
    'sign-in',
    'sign-in-by-passkey',
  ])
})

it('wants a sign-in of the last ten minutes for inviting', async () => {
  const { browser } = await enter(office, 'host@example.org', 'administrator')
  office.pass(11)
  expect(await browser.ask('POST', '/api/invitations', guest)).toMatchObject({
    status: 403,
    body: { type: '/problems/prove-again' },
  })
})

it('wants a country for a focal point, and for nobody else', async () => {
  const { browser } = await enter(office, 'host@example.org', 'administrator')
  for (const wrong of [
    { role: 'focal_point', country: null },
    { role: 'donor', country: 'KAZ' },
  ])
    expect((await browser.ask('POST', '/api/invitations', { ...guest, ...wrong })).status).toBe(400)
})

it('ends all sessions of a disabled account at once, and lets nobody in with it', async () => {
  const { browser } = await enter(office, 'host@example.org', 'administrator')
  const { browser: other, account } = await enter(office, guest.email, 'coordinator')
  expect((await browser.ask('POST', '/api/people/disable', { id: account.id })).status).toBe(200)
  expect((await other.ask('GET', '/api/sessions')).status).toBe(401)
  const again = await other.ask('POST', '/api/sign-in', { email: guest.email, password: PASSWORD })
  expect(again.body.type).toBe('/problems/sign-in-wrong')
})

it('lets nobody disable their own account', async () => {
  const { browser, account } = await enter(office, 'host@example.org', 'administrator')
  expect((await browser.ask('POST', '/api/people/disable', { id: account.id })).status).toBe(403)
})

it('takes an invitation back', async () => {
  const { browser } = await enter(office, 'host@example.org', 'coordinator')
  const { body } = await browser.ask('POST', '/api/invitations', guest)
  const { body: people } = await browser.ask('GET', '/api/people')
  expect(people.invitations).toMatchObject([{ email: guest.email, role: 'donor' }])
  await browser.ask('POST', '/api/invitations/revoke', { id: people.invitations[0].id })
  const sent = { token: body.token, name: 'G', password: PASSWORD }
  expect((await browserIn(office).ask('POST', '/api/invitations/accept', sent)).status).toBe(410)
})

it('writes down who did what, and no secret anywhere', async () => {
  const { browser, seed, recoveryCodes } = await enter(office, 'host@example.org', 'administrator')
  const { body } = await browser.ask('POST', '/api/invitations', guest)
  const cookie = browser.cookie?.split('=')[1] ?? ''
  const kinds = office.context.state.db.prepare('SELECT kind FROM journal ORDER BY id').all()
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'invited',
    'account-made',
    'second-factor-proposed',
    'signed-in',
    'invited',
  ])
  expect(brokenJournalEntry(office.context.state)).toBeNull()
  office.context.state.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const stored = readFileSync(join(office.folder, 'state.sqlite'), 'latin1')
  expect(stored).toContain('host@example.org')
  for (const secret of [PASSWORD, seed, cookie, body.token, ...recoveryCodes]) {
    expect(secret.length).toBeGreaterThan(10)
    expect(stored).not.toContain(secret)
  }
})
