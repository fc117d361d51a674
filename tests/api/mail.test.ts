import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../api/contract/accounts/account.ts'
import { newId } from '../../api/services/accounts/secrets.ts'
import { type Context, openContext } from '../../api/services/context.ts'
import { loadDefinitions } from '../../api/services/definitions.ts'
import { postOfficeOf } from '../../api/services/mail/post-office.ts'
import { sendMail } from '../../api/services/mail/send-mail.ts'
import { startMail } from '../../api/services/mail/start-mail.ts'
import { type Waiting, waitingFor } from '../../api/services/mail/waiting-for.ts'
import { writeLetter } from '../../api/services/mail/write-letter.ts'
import { addAccount, disableAccount } from '../../api/store/accounts/accounts.ts'
import type { Country } from '../../indicators/model/place.ts'
import { type Language, languages } from '../../indicators/model/text.ts'
import { openPostOffice, textOf } from '../helpers/post-office.ts'
import { smallFolder } from './small-return.ts'

let folder: string
let context: Context
let post: Awaited<ReturnType<typeof openPostOffice>>
/** Nobody has reported: the first quarter is long due, and the next one is not. */
let today = new Date('2019-02-20T09:00:00Z')
const open = () => {
  const env = { WAYMARK_DATA: folder, WAYMARK_SMTP: post.url, WAYMARK_MAIL_FROM: 'waymark@example.org' }
  return openContext({ env, now: () => today })
}
beforeEach(async () => {
  folder = smallFolder()
  post = await openPostOffice()
  today = new Date('2019-02-20T09:00:00Z')
  context = open()
})
afterEach(async () => {
  context.close()
  await post.close()
  rmSync(folder, { recursive: true })
})

function person(
  role: Role,
  country: Country | null = null,
  more: { language?: Language; demonstration?: boolean } = {},
) {
  const id = newId()
  const account = { id, email: `${id}@example.org`, name: 'Amina B.', role, country }
  return context.state.together(() =>
    addAccount(
      context.state,
      { language: 'en', demonstration: false, ...account, ...more },
      null,
      today.toISOString(),
    ),
  )
}
const round = async (of = context) => {
  const office = postOfficeOf(of.env)
  if (!office) throw new Error('no post office')
  return sendMail(of, loadDefinitions(of.paths.mappings), office)
}

it('tells a focal point what her country has still to report, once until it is time again', async () => {
  const amina = person('focal_point', 'UGA')
  expect(await round()).toEqual({ written: 1, sent: 1, left: 0, failures: [] })
  const [letter] = post.received
  expect([letter?.to, letter?.from]).toEqual([[amina.email], 'waymark@example.org'])
  expect(letter && textOf(letter)).toMatch(/Uganda, Q4 2018: the report (was|is) due/)
  expect(letter?.raw).toMatch(/^Auto-Submitted: auto-generated/m)
  expect(await round()).toEqual({ written: 0, sent: 0, left: 0, failures: [] })
  today = new Date('2019-02-21T09:00:00Z')
  expect((await round()).written).toBe(0)
  today = new Date('2019-03-20T09:00:00Z')
  expect((await round()).written).toBe(1)
})

it('writes to nobody for whom nothing waits, nor to invented people, nor to those who are gone', async () => {
  person('donor')
  person('administrator')
  person('coordinator')
  person('focal_point', 'UGA', { demonstration: true })
  const gone = person('focal_point', 'TUN')
  context.state.together(() => disableAccount(context.state, gone.id, null, today.toISOString()))
  expect(await round()).toEqual({ written: 0, sent: 0, left: 0, failures: [] })
})

it('sends later what could not be sent, also when the server has stopped in between', async () => {
  person('focal_point', 'UGA')
  post.state.refusing = true
  expect(await round()).toEqual({ written: 1, sent: 0, left: 1, failures: ['EMESSAGE 450'] })
  context.close()
  context = open()
  post.state.refusing = false
  expect(await round()).toEqual({ written: 0, sent: 1, left: 0, failures: [] })
  expect(post.received).toHaveLength(1)
})

it('tells whoever runs the server why letters are left, and not to whom they are', async () => {
  const amina = person('focal_point', 'UGA')
  post.state.refusing = true
  const said = await new Promise<string>((resolve) => {
    const mail = startMail(context, (error) => {
      mail.close()
      resolve(String(error))
    })
  })
  expect(said).toBe('1 not sent: EMESSAGE 450')
  expect(said).not.toContain(amina.email)
})

const waiting: Waiting[] = [
  { kind: 'due', country: 'KAZ', quarters: ['2021-Q1'], due: '2021-04-30', days: 3, stage: 'soon' },
  { kind: 'due', country: 'TUN', quarters: ['2021-Q1'], due: '2021-04-30', days: 0, stage: 'today' },
  { kind: 'due', country: 'UGA', quarters: ['2020-Q4'], due: '2021-01-30', days: -90, stage: 'late 12' },
  ...(['question', 'review', 'publish'] as const).map(
    (kind): Waiting => ({ kind, country: 'UGA', quarters: ['2020-Q3', '2020-Q4'], stage: 'x 1' }),
  ),
]

describe.each(languages)('a letter in %s', (language) => {
  const { subject, text } = writeLetter({ name: 'Amina B.', language }, waiting, 'https://desk.example.org')
  it('has a line of its own for each thing that waits, and nothing left to fill in', () => {
    expect(text.split('\n').filter((line) => line.startsWith('• '))).toHaveLength(waiting.length)
    expect(subject + text).not.toMatch(/[{}°]|undefined/)
    expect(text).toContain(`https://desk.example.org/${language}/tasks`)
  })
  it('holds no number but those of quarters and dates', () => {
    const numbers = text.replaceAll(/https?:\S+/g, '').match(/\d+/g) ?? []
    expect(
      numbers.filter((number) => !['1', '3', '4', '30', '2020', '2021', '01', '04'].includes(number)),
    ).toEqual([])
  })
})

it('has for coordinators what others have sent, and never what is theirs', () => {
  const carl = person('coordinator')
  expect(waitingFor(context, carl, loadDefinitions(context.paths.mappings))).toEqual([])
})

it.each([
  { WAYMARK_SMTP: 'post.example.org', WAYMARK_MAIL_FROM: 'a@example.org' },
  { WAYMARK_SMTP: 'smtp://post.example.org' },
])('says which setting is wrong in %o', (env) => {
  expect(() => postOfficeOf(env)).toThrow(/WAYMARK_/)
})
