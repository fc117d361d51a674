import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '../../../api/contract/accounts/account.ts'
import {
  SubmissionAction,
  SubmissionState,
  stepFor,
  transitions,
} from '../../../api/contract/submissions/states.ts'
import { Problem } from '../../../api/services/problem.ts'
import { keepVersion } from '../../../api/services/submissions/keep-version.ts'
import { takeStep } from '../../../api/services/submissions/steps.ts'
import { accountOf, addAccount, type StoredAccount } from '../../../api/store/accounts/accounts.ts'
import { brokenJournalEntry } from '../../../api/store/journal.ts'
import { stepsOf } from '../../../api/store/submissions/steps.ts'
import { submissionOf, versionsOf } from '../../../api/store/submissions/submissions.ts'
import type { Country } from '../../../indicators/model/place.ts'
import { type Office, openOffice } from '../accounts/office.ts'

let office: Office
const people: StoredAccount[] = []
beforeAll(() => {
  office = openOffice()
  office.context.state.db.exec('PRAGMA synchronous = OFF')
  const person = (id: string, role: Role, country: Country | null = null) => {
    const account = { id, email: `${id}@example.org`, name: id, role, country, language: 'en' as const }
    addAccount(office.context.state, { ...account, demonstration: false }, null, at())
    people.push(accountOf(office.context.state, id) as StoredAccount)
  }
  person('tun-a', 'focal_point', 'TUN')
  person('tun-b', 'focal_point', 'TUN')
  person('uga', 'focal_point', 'UGA')
  person('coordinator-a', 'coordinator')
  person('coordinator-b', 'coordinator')
  person('administrator', 'administrator')
  person('donor', 'donor')
})
afterAll(() => office.close())

const at = () => new Date(office.now()).toISOString()
let files = 0
const sent = () => ({
  fileHash: createHash('sha256').update(String(files++)).digest('hex'),
  file: 'return.xlsx',
  bytes: 10,
  answers: '{}',
  allowRemoved: false,
  remark: '',
})
const judged = (quarter: string, warnings = 0) => ({
  verdict: 'acceptable' as const,
  basis: 0,
  observations: 3,
  errors: 0,
  warnings,
  notes: 0,
  added: 3,
  changed: 0,
  removed: 0,
  suspicious: 0,
  reports: JSON.stringify([{ mapping: 'TUN-training', quarter }]),
  findings: '[]',
  differences: 'null',
})

it('leads from every state somewhere or is an end', () => {
  const ends = SubmissionState.options.filter((state) => !transitions.some(({ from }) => from === state))
  expect(ends).toEqual(['superseded', 'withdrawn'])
  expect(new Set(transitions.map(({ to }) => to))).toEqual(new Set(SubmissionState.options))
  expect(new Set(transitions.map(({ action }) => action))).toEqual(new Set(SubmissionAction.options))
})

it('has one step at most for whoever asks, wherever it stands', () => {
  for (const action of SubmissionAction.options)
    for (const from of [null, ...SubmissionState.options])
      for (const by of ['donor', 'focal_point', 'coordinator', 'administrator', 'program'] as const)
        for (const hasSent of [true, false]) {
          const fits = transitions.filter(
            (one) =>
              one.action === action &&
              one.from === from &&
              one.by.includes(by) &&
              (one.whose === 'any' || (one.whose === 'own') === hasSent),
          )
          expect(fits.length).toBeLessThanOrEqual(1)
          const step = stepFor({ action, from, by, hasSent, days: 0 })
          expect(typeof step === 'string' ? [] : [step]).toEqual(fits)
        }
})

const asked = fc.record({
  who: fc.constantFrom(0, 0, 0, 1, 2, 3, 3, 3, 4, 4, 4, 5, 6),
  /** Any action, or one of those the table has where the submission stands. */
  any: fc.option(fc.constantFrom(...SubmissionAction.options), { freq: 2 }),
  likely: fc.nat(),
  days: fc.constantFrom(0, 0, 0, 0, 0, 4, 8),
  stale: fc.constantFrom(0, 0, 0, 0, 0, 0, 1),
  words: fc.constantFrom('', 'why?', 'why?'),
})

it('never leaves the table, whatever anybody asks, and nobody approves what they have sent', () => {
  const { state } = office.context
  let round = 0
  let approvals = 0
  fc.assert(
    fc.property(
      fc.array(asked, { minLength: 5, maxLength: 60, size: 'max' }),
      fc.boolean(),
      (all, warned) => {
        const quarter = `round ${round++}`
        const ids = new Set<string>()
        const mine = () => [...ids].flatMap((id) => submissionOf(state, id) ?? [])
        for (const { who, any, likely, days, stale, words } of all) {
          const person = people[who] as StoredAccount
          office.pass(days * 24 * 60)
          const found = mine().at(-1)
          const onwards = ['send', 'submit', 'take', 'approve', 'return']
          const here = transitions
            .filter(({ from }) => from === (found?.state ?? null))
            .filter(({ action }) => likely % 4 === 0 || onwards.includes(action))
          const action = any ?? here[likely % here.length]?.action ?? 'send'
          try {
            if (action === 'save' || action === 'send')
              ids.add(
                keepVersion(office.context, person, 'TUN', {
                  action,
                  sent: sent(),
                  judged: judged(quarter, warned ? 1 : 0),
                }).id,
              )
            else if (found)
              takeStep(office.context, person, {
                id: found.id,
                action,
                version: found.version - stale,
                words,
              })
          } catch (error) {
            if (!(error instanceof Problem)) throw error
          }
        }
        for (const { id } of mine()) {
          let stands: SubmissionState | null = null
          for (const step of stepsOf(state, id)) {
            expect(step.from).toBe(stands)
            expect(
              transitions.some(
                (one) => one.action === step.action && one.from === stands && one.to === step.to,
              ),
            ).toBe(true)
            stands = step.to
            const by = people.find((person) => person.id === step.account)
            expect(by?.country ?? 'TUN').toBe('TUN')
            expect(by?.role).not.toBe('donor')
            if (step.action !== 'approve') continue
            approvals += 1
            expect(versionsOf(state, id).map(({ sentBy }) => sentBy)).not.toContain(step.account)
            if (warned) expect(step.words).not.toBe('')
          }
        }
      },
    ),
    { numRuns: 200 },
  )
  expect(approvals).toBeGreaterThan(10)
  expect(brokenJournalEntry(state)).toBeNull()
})

it('changes nothing that was written down, and four eyes are a rule of the store too', () => {
  const { state } = office.context
  const [tun, , , , coordinator] = people
  if (!tun || !coordinator) throw new Error('nobody there')
  const { id } = keepVersion(office.context, coordinator, 'TUN', {
    action: 'send',
    sent: sent(),
    judged: judged('store'),
  })
  for (const table of ['submission', 'submission_version', 'submission_judgement', 'submission_step'])
    for (const change of [`DELETE FROM ${table}`, `UPDATE ${table} SET rowid = rowid + 1`])
      expect(() => state.db.exec(change)).toThrow(/never/)
  const approve = (account: string) =>
    state.db
      .prepare(
        `INSERT INTO submission_step (submission, version, action, from_state, to_state, account, at, words)
         VALUES (?, 1, 'approve', 'in_review', 'approved', ?, ?, '')`,
      )
      .run(id, account, at())
  expect(() => approve(coordinator.id)).toThrow(/nobody approves/)
})
