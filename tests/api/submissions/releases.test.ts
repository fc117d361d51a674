import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Publishing } from '../../../api/contract/releases/get-publishing.ts'
import type { Context } from '../../../api/services/context.ts'
import { loadDefinitions } from '../../../api/services/definitions.ts'
import { publish as makeRelease } from '../../../api/services/publish.ts'
import { readJournal } from '../../../api/services/read-journal.ts'
import { rebuildAll } from '../../../api/services/rebuild-all.ts'
import { addImports, allImports } from '../../../api/store/imports.ts'
import { sha256 } from '../../../api/store/raw-files.ts'
import { currentReleaseId, recordPublication } from '../../../api/store/releases.ts'
import { linkImports } from '../../../api/store/submissions/outcomes.ts'
import { smallReturn } from '../small-return.ts'
import { type Desk, enterDesk, openDesk, type Person } from './desk.ts'

let desk: Desk
let amina: Person
let carl: Person
beforeAll(async () => {
  desk = await openDesk()
  amina = await enterDesk(desk, 'amina', 'focal_point', 'UGA')
  carl = await enterDesk(desk, 'carl', 'coordinator')
})
afterAll(() => desk.close())

const problem = (code: string, status: number) => ({ status, body: { type: `/problems/${code}` } })

/** A release of no content beside the real one. */
function earlier(id: string) {
  const folder = join('releases', id)
  mkdirSync(join(desk.folder, folder), { recursive: true })
  const manifest = JSON.stringify({ files: {} })
  writeFileSync(join(desk.folder, folder, 'manifest.json'), manifest)
  recordPublication(
    desk.context.state,
    { id, folder, dataAsOf: '2021-07-31', manifestHash: sha256(Buffer.from(manifest)) },
    '2021-08-01T00:00:00.000Z',
  )
}

const publish = (notes: string) => begin('publish', { notes })
const preview = async () => (await begin('preview', {})).previewed

async function begin(task: 'publish' | 'preview', sent: object): Promise<Publishing> {
  const began = await carl.post(`/api/releases/${task}`, sent)
  expect(began).toMatchObject({ status: 200, body: { state: 'running' } })
  let stands: Publishing = began.body
  while (stands.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 50))
    stands = (await carl.get('/api/releases/publishing')).body
  }
  return stands
}

it('says why nothing could be published', async () => {
  expect(await publish('too early')).toMatchObject({ state: 'failed', problem: 'nothing-imported' })
  expect(await begin('preview', {})).toMatchObject({ state: 'failed', task: 'preview', previewed: null })
})

it('makes a release of what is approved, and withdraws it in one step', async () => {
  earlier('2021-07-31.0badcafe')
  const { body: sent } = await amina.send('small.csv', smallReturn(['15', '5'], ['20', '10']))
  await carl.post('/api/submissions/take', { id: sent.id, version: 1 })
  await carl.post('/api/submissions/approve', { id: sent.id, version: 1 })
  expect((await carl.get('/api/releases')).body.waiting).toBe(1)
  const running = publish('The first return of Uganda.')
  await expect
    .poll(async () => (await carl.get('/api/releases/publishing')).body.step?.doing ?? '')
    .toMatch(/^Release|^Building/)
  expect(await carl.post('/api/releases/publish', {})).toMatchObject(problem('publishing-already', 409))
  const { state, published } = await running
  expect([state, published?.changed]).toEqual(['done', true])
  const id = published?.id ?? ''
  expect(currentReleaseId(desk.context.state)).toBe(id)
  const { body } = await amina.get('/api/releases')
  expect(body).toMatchObject({
    waiting: 0,
    releases: [
      { id, current: true, notes: 'The first return of Uganda.', by: { name: 'carl' }, withdrawnAt: null },
      { id: '2021-07-31.0badcafe', current: false, by: null },
    ],
  })
  expect((await amina.get(`/api/submissions/${sent.id}`)).body.release).toBe(id)
  expect((await carl.get(`/api/release?v=${id}`)).status).toBe(200)

  expect(await amina.post('/api/releases/withdraw', { id, reason: 'wrong' })).toMatchObject(
    problem('not-permitted', 403),
  )
  const withdrawn = await carl.post('/api/releases/withdraw', { id, reason: 'a wrong file' })
  expect(withdrawn.body.releases).toMatchObject([
    { id: '2021-07-31.0badcafe', current: true },
    { id, current: false, reason: 'a wrong file' },
  ])
  await expect.poll(async () => (await carl.get('/api/health')).body.release).toBe('2021-07-31.0badcafe')
  expect((await rebuildAll(desk.context)).release).toBe(id)
  expect(await carl.get(`/api/release?v=${id}`)).toMatchObject(problem('no-such-release', 404))
  expect(await carl.post('/api/releases/withdraw', { id, reason: 'again' })).toMatchObject(
    problem('no-such-release', 404),
  )
  expect(
    await carl.post('/api/releases/withdraw', { id: '2021-07-31.0badcafe', reason: 'all' }),
  ).toMatchObject(problem('no-earlier-release', 409))

  expect((await publish('It was right.')).published).toMatchObject({ id, changed: true })
  await expect.poll(async () => (await carl.get(`/api/release?v=${id}`)).status).toBe(200)
  const told = readJournal(desk.context, { about: id })
  expect([told.broken, told.entries.map(({ kind }) => kind)]).toEqual([
    null,
    ['publish', 'submission-published', 'withdraw-release', 'publish'],
  ])
  expect(desk.logged).toEqual([])
})

it('leaves what is approved while a release is being made for the next one', async () => {
  const { body: first } = await amina.send('small.csv', smallReturn(['16', '5'], ['20', '10']))
  await carl.post('/api/submissions/take', { id: first.id, version: 1 })
  expect((await carl.post('/api/submissions/approve', { id: first.id, version: 1 })).status).toBe(200)
  const releases = (await carl.get('/api/releases')).body
  const previewed = await preview()
  expect(previewed).toMatchObject({ same: false, counts: { new: 0, gone: 0 }, unproven: [] })
  expect((await carl.get('/api/releases')).body).toEqual(releases)
  const { body: second } = await amina.send('small.csv', smallReturn(['17', '5'], ['20', '10']))
  const { state } = desk.context
  const approveMeanwhile = () =>
    state.together(() => {
      const last = allImports(state).at(-1)
      if (!last) throw new Error('nothing counts')
      const { id: _, supersededBy: __, ...row } = last
      linkImports(
        state,
        second.id,
        addImports(state, [{ ...row, fileHash: 'b'.repeat(64) }]).map(({ id }) => id),
      )
    })
  let approved = false
  const context: Context = {
    ...desk.context,
    report({ doing }) {
      if (approved || !doing.startsWith('Release')) return
      approved = true
      approveMeanwhile()
    },
  }
  const published = await makeRelease(context, () => loadDefinitions(context.paths.mappings))
  expect([approved, published.changed]).toEqual([true, true])
  expect((await amina.get(`/api/submissions/${first.id}`)).body.release).toBe(published.id)
  expect((await amina.get(`/api/submissions/${second.id}`)).body.release).toBeNull()
  expect((await carl.get('/api/releases')).body.waiting).toBe(1)
})
