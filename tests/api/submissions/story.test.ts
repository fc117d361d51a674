import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadDefinitions } from '../../../api/services/definitions.ts'
import { readJournal } from '../../../api/services/read-journal.ts'
import { readAgain } from '../../../api/services/rebuild-all.ts'
import { allImports, recordImports } from '../../../api/store/imports.ts'
import { smallReturn } from '../small-return.ts'
import { type Desk, enterDesk, openDesk, type Person } from './desk.ts'

let desk: Desk
let amina: Person
let uganda: Person
let tunisia: Person
let carl: Person
let dora: Person
beforeAll(async () => {
  desk = await openDesk()
  amina = await enterDesk(desk, 'amina', 'focal_point', 'UGA')
  uganda = await enterDesk(desk, 'uganda', 'focal_point', 'UGA')
  tunisia = await enterDesk(desk, 'tunisia', 'focal_point', 'TUN')
  carl = await enterDesk(desk, 'carl', 'coordinator')
  dora = await enterDesk(desk, 'dora', 'coordinator')
})
afterAll(() => desk.close())

const problem = (code: string, status: number) => ({ status, body: { type: `/problems/${code}` } })
const decide = (person: Person, action: string, id: string, version: number, words?: string) =>
  person.post(`/api/submissions/${action}`, { id, version, ...(words ? { words } : {}) })

it('takes a return from its sender to what counts, with a question on the way', async () => {
  const sent = await amina.send('small.csv', smallReturn(['15', '5'], ['20', '10']))
  expect(sent).toMatchObject({
    status: 200,
    body: {
      country: 'UGA',
      state: 'submitted',
      version: 1,
      verdict: 'acceptable',
      values: 4,
      counts: { error: 0 },
      changes: { new: 4, changed: 0, removed: 0, suspicious: 0 },
      sentBy: { name: 'amina' },
      allowed: ['send', 'undo', 'withdraw'],
    },
  })
  const { id } = sent.body
  expect(allImports(desk.context.state)).toEqual([])
  expect((await amina.send('small.csv', smallReturn(['15', '5'], ['20', '10']))).body.version).toBe(1)

  expect((await decide(carl, 'take', id, 1)).body).toMatchObject({
    state: 'in_review',
    allowed: ['return', 'approve'],
  })
  expect(await amina.send('small.csv', smallReturn(['16', '5'], ['20', '10']))).toMatchObject(
    problem('submission-state', 409),
  )
  expect(await decide(amina, 'undo', id, 1)).toMatchObject(problem('submission-state', 409))
  expect((await decide(carl, 'return', id, 1)).status).toBe(400)
  const said = { id, version: 1, sheet: '', cell: 'C5', words: 'All of them?' }
  expect((await carl.post('/api/submissions/comment', said)).status).toBe(200)
  expect((await decide(carl, 'return', id, 1, 'Are 15 all?')).body.state).toBe('returned')

  const again = await amina.send('small.csv', smallReturn(['17', '5'], ['20', '10']), { remark: '17 were' })
  expect(again.body).toMatchObject({ id, version: 2, state: 'submitted' })
  expect(await decide(carl, 'take', id, 1)).toMatchObject(problem('submission-changed', 409))
  await decide(carl, 'take', id, 2)
  const compared = await carl.get(`/api/submissions/${id}/differences?from=1&to=2`)
  expect(compared.body.differences).toMatchObject({ new: 0, changed: 1, removed: 0 })
  expect(compared.body.differences.listed).toMatchObject([{ was: 15, now: 17 }])

  const approvals = await Promise.all(
    Array.from({ length: 8 }, (_, n) => decide(n % 2 ? carl : dora, 'approve', id, 2)),
  )
  expect(approvals.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(approvals.filter(({ status }) => status === 409)).toHaveLength(7)
  const [counts, ...others] = allImports(desk.context.state)
  expect(others).toEqual([])
  expect(counts).toMatchObject({ mapping: 'UGA-small', observations: 4, origin: 'person' })

  const { body } = await amina.get(`/api/submissions/${id}?lang=fr`)
  expect(body.state).toBe('approved')
  expect(body.versions).toHaveLength(2)
  expect(body.said).toMatchObject([{ cell: 'C5', by: { name: 'carl' }, words: 'All of them?' }])
  expect(body.steps.map(({ action }: { action: string }) => action)).toEqual([
    'send',
    'take',
    'return',
    'send',
    'take',
    'approve',
  ])
  const journal = readJournal(desk.context, { about: id })
  expect([journal.broken, journal.entries.map(({ kind }) => kind)]).toEqual([
    null,
    [
      'submission-send',
      'submission-take',
      'submission-comment',
      'submission-return',
      'submission-send',
      'submission-take',
      'submission-approve',
    ],
  ])
  expect(
    readJournal(desk.context, { about: counts?.fileHash ?? '' }).entries.map(({ kind }) => kind),
  ).toEqual(['submission-send', 'submission-take', 'submission-approve', 'import'])
})

it('lets nobody decide about what they have sent, and asks for a reason where something is passed over', async () => {
  const { body } = await carl.send('small 2.csv', smallReturn(['90', '5'], ['20', '10']))
  expect(body).toMatchObject({ country: 'UGA', version: 1, changes: { changed: 1, suspicious: 1 } })
  expect(await decide(carl, 'take', body.id, 1)).toMatchObject(problem('own-submission', 403))
  await decide(dora, 'take', body.id, 1)
  expect(await decide(carl, 'approve', body.id, 1)).toMatchObject(problem('own-submission', 403))
  expect(await decide(dora, 'approve', body.id, 1)).toMatchObject(problem('reason-needed', 422))
  expect((await decide(dora, 'approve', body.id, 1, 'a new wing opened')).body.state).toBe('approved')
  const { body: all } = await uganda.get('/api/submissions')
  expect(all.submissions.map(({ state }: { state: string }) => state)).toEqual(['approved', 'superseded'])
})

it('knows what is said again, what would go, and what another country sends', async () => {
  const known = await amina.send('small 3.csv', smallReturn(['90', '5'], ['20', '10']))
  expect(known).toMatchObject(problem('file-known', 409))
  const fewer = smallReturn(['90', '5'], ['20', ''])
  expect(await amina.send('small.csv', fewer)).toMatchObject(problem('file-removes-values', 422))
  expect(await tunisia.send('small.csv', fewer)).toMatchObject(problem('file-has-errors', 422))
  const sent = await amina.send('small.csv', fewer, { removes: 'yes' })
  expect(sent.body).toMatchObject({ state: 'submitted', changes: { removed: 1 } })
  const { id } = sent.body
  expect((await uganda.get(`/api/submissions/${id}`)).status).toBe(200)
  const theirs = await tunisia.get(`/api/submissions/${id}`)
  const missing = await tunisia.get('/api/submissions/none')
  for (const answer of [theirs, missing]) {
    expect(answer).toMatchObject(problem('no-such-submission', 404))
    delete answer.body.instance
    delete answer.body.requestId
  }
  expect(theirs).toEqual(missing)
  expect((await tunisia.get('/api/submissions')).body.submissions).toEqual([])
  for (const action of ['withdraw', 'undo'])
    expect(await decide(tunisia, action, id, 1)).toMatchObject(problem('no-such-submission', 404))
  expect(await decide(uganda, 'take', id, 1)).toMatchObject(problem('not-permitted', 403))
  expect((await decide(uganda, 'undo', id, 1)).body.state).toBe('draft')
  expect((await decide(uganda, 'submit', id, 1)).body.state).toBe('submitted')
  expect((await decide(uganda, 'withdraw', id, 1, 'sent in error')).body).toMatchObject({
    state: 'withdrawn',
    allowed: [],
  })
})

it('compares again where something else has come in since, and tells so before anything is decided', async () => {
  const { body: one } = await amina.send('small.csv', smallReturn(['91', '5'], ['20', '10']))
  await decide(carl, 'take', one.id, 1)
  await decide(carl, 'return', one.id, 1, 'Sure?')
  const { body: two } = await dora.send('small 4.csv', smallReturn(['92', '5'], ['20', '10']))
  expect(two.id).toBe(one.id)
  await decide(carl, 'take', two.id, 2)
  const { state } = desk.context
  const last = allImports(state).at(-1)
  if (!last) throw new Error('nothing counts')
  const { id: _, supersededBy: __, ...row } = last
  recordImports(state, [row])
  expect(await decide(carl, 'approve', two.id, 2)).toMatchObject(problem('submission-outdated', 409))
  expect((await decide(carl, 'approve', two.id, 2)).body.state).toBe('approved')
})

it('is read again from the original files to the same slices', async () => {
  const definitions = loadDefinitions(desk.context.paths.mappings)
  const folder = join(desk.folder, 'again')
  const again = await readAgain(desk.context, definitions, { folder, anew: false })
  expect(again.map(({ sliceHash }) => sliceHash)).toEqual([allImports(desk.context.state).at(-1)?.sliceHash])
  expect(desk.logged).toEqual([])
})
