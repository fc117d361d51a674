import { existsSync, readFileSync, statSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from '../../../api/cli/run.ts'
import { showInvented } from '../../../api/cli/show-invented.ts'
import { Role } from '../../../api/contract/accounts/account.ts'
import {
  closeInvented,
  codeNow,
  type Invented,
  inventedAt,
  inventPeople,
} from '../../../api/services/accounts/demonstration.ts'
import { accountByEmail, allAccounts } from '../../../api/store/accounts/accounts.ts'
import { browserIn, enter, openOffice, PASSWORD } from './office.ts'

const office = openOffice()
const { context } = office
let people: Invented[]
beforeAll(async () => {
  await enter(office, 'kazakhstan@example.org', 'donor')
  people = await inventPeople(context)
})
afterAll(() => office.close())

const signIn = async ({ email, password }: Pick<Invented, 'email' | 'password'>) => {
  const browser = browserIn(office)
  return { browser, ...(await browser.ask('POST', '/api/sign-in', { email, password })) }
}
const serve = async (...words: string[]) => {
  let said = ''
  const write = (text: string | Uint8Array) => {
    said += text
  }
  const code = await run(words, { WAYMARK_DATA: office.folder }, { write }, { write })
  return { code, said }
}

it('makes one of each role, who come in with what is printed', async () => {
  expect(new Set(people.map(({ role }) => role))).toEqual(new Set(Role.options))
  const printed = showInvented(context, people).join('\n')
  for (const one of people) {
    const { browser, status } = await signIn(one)
    const { body } = await browser.ask('POST', '/api/sign-in/code', { code: codeNow(context, one) })
    expect([status, body.account]).toEqual([
      200,
      expect.objectContaining({ email: one.email, role: one.role, demonstration: true }),
    ])
    for (const word of [one.email, one.password, one.seed, codeNow(context, one)])
      expect(printed).toContain(word)
  }
  expect(printed).toContain('--close-people')
  expect(statSync(inventedAt(context)).mode & 0o077).toBe(0)
})

it('takes over nobody’s account, and makes nobody a second time', async () => {
  expect(people.some(({ email }) => email === 'kazakhstan@example.org')).toBe(false)
  expect((await signIn({ email: 'kazakhstan@example.org', password: PASSWORD })).status).toBe(200)
  const before = readFileSync(inventedAt(context), 'utf8')
  expect(await inventPeople(context)).toEqual(people)
  expect(readFileSync(inventedAt(context), 'utf8')).toBe(before)
})

it('keeps a server that is used in earnest from starting until all are closed, those they let in too', async () => {
  const guest = await invitationBy('administrator', 'guest@example.net')
  const late = await invitationBy('coordinator', 'late@example.net')
  expect((await join(guest)).status).toBe(200)
  const refused = await serve('serve', '--edition', 'internal', '--port', '0')
  expect([refused.code, refused.said]).toEqual([3, expect.stringContaining('--close-people')])

  expect((await serve('demo', '--close-people')).code).toBe(0)
  expect(allAccounts(context.state).filter(({ disabledAt }) => !disabledAt)).toEqual([
    expect.objectContaining({ email: 'kazakhstan@example.org' }),
  ])
  expect(existsSync(inventedAt(context))).toBe(false)
  for (const one of people) expect((await signIn(one)).status).toBe(401)
  expect((await signIn({ email: 'guest@example.net', password: PASSWORD })).status).toBe(401)
  expect((await join(late)).status).toBe(410)
  expect(closeInvented(context)).toBe(0)
})

it('lets nobody back in who was closed', async () => {
  expect(await inventPeople(context)).toEqual([])
  expect(showInvented(context, [])).toEqual(['The accounts of the invented people are closed.'])
  expect(accountByEmail(context.state, 'donor@example.org')?.disabledAt).not.toBeNull()
})

async function invitationBy(word: string, email: string): Promise<string> {
  const one = people.find((person) => person.email.startsWith(word)) as Invented
  office.pass(1)
  const { browser } = await signIn(one)
  await browser.ask('POST', '/api/sign-in/code', { code: codeNow(context, one) })
  const invited = { email, role: 'donor', country: null, language: 'en' }
  return (await browser.ask('POST', '/api/invitations', invited)).body.token
}
const join = (token: string) =>
  browserIn(office).ask('POST', '/api/invitations/accept', { token, name: 'Guest', password: PASSWORD })
