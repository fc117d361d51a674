import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWork } from '../../api/services/submissions/work.ts'
import { cookieIn } from '../helpers/signed-in.ts'
import { tinySite } from './tiny-release.ts'

const site = tinySite()
const work = startWork(site.context)
const internal = site.app('internal', undefined, work)
beforeAll(() => site.publish())
afterAll(() => {
  work.close()
  site.remove()
})

const headersOf = (who?: Parameters<typeof cookieIn>[1]) => ({
  ...cookieIn(site.context, who),
  host: 'localhost',
})
const coordinator = headersOf()
const get = (path: string, headers: Record<string, string> = coordinator) =>
  internal.request(path, { headers })
async function journal(query = '') {
  const response = await get(`/api/journal?${query}`)
  return { status: response.status, ...(await response.json()) }
}
const looks = async (about: string) =>
  (await journal(`kind=looked&about=${encodeURIComponent(about)}`)).entries as { body: { address: string } }[]

it('writes down who looked at what readers are not shown, once for each look', async () => {
  for (let times = 0; times < 3; times += 1) await get('/api/indicators/staff-trained')
  await get('/api/indicators/staff-trained?v=2021-07-31.0badcafe')
  expect((await looks('staff-trained')).map(({ body }) => body.address)).toEqual([
    '/api/indicators/staff-trained?v=2021-07-31.0badcafe',
    '/api/indicators/staff-trained',
  ])
})

it('writes down no look of somebody who is shown what everybody is', async () => {
  expect((await get('/api/programme', headersOf({ role: 'donor' }))).status).toBe(200)
  expect(await looks('/api/programme')).toEqual([])
  await get('/api/programme', headersOf({ role: 'focal_point', country: 'KAZ' }))
  expect(await looks('/api/programme')).toHaveLength(1)
})

it('keeps of an address only which figures were asked for', async () => {
  await get('/api/cells?file=Zwetschgenbaum.csv&sheet=Mirabella&ref=C7')
  await get('/api/indicators/staff-trained?name=Zwetschgenbaum')
  expect(await looks('Zwetschgenbaum')).toEqual([])
  expect(await looks('Mirabella')).toEqual([])
  expect(await looks('/api/cells')).toHaveLength(1)
})

it('is a look too where a submission, two versions of one, or what a release would be is read', async () => {
  await get('/api/submissions/of-somebody')
  await get('/api/submissions/of-somebody/differences?from=1&to=2')
  await get('/api/releases/publishing')
  await get('/api/submissions')
  expect((await looks('/api/submissions')).map(({ body }) => body.address)).toEqual([
    '/api/submissions/of-somebody/differences?from=1&to=2',
    '/api/submissions/of-somebody',
  ])
  expect(await looks('/api/releases/publishing')).toHaveLength(1)
})

it('tells whose doing it was, newest first, and that nobody has changed the record', async () => {
  const told = await journal()
  expect(told).toMatchObject({ status: 200, broken: null, more: false })
  expect(told.seal).toBe(told.entries[0].hash)
  const numbers = told.entries.map(({ id }: { id: number }) => id)
  expect(numbers).toEqual([...numbers].sort((a: number, b: number) => b - a))
  expect((await journal('kind=looked')).entries[0].by.name).toBe('Test coordinator')
})

it('finds by a part of what is named, by kind, by days and before a number, and says what it cannot read', async () => {
  const all = (await journal()).entries
  expect((await journal('about=STAFF-')).entries.length).toBeGreaterThan(0)
  expect((await journal('about=nowhere')).entries).toEqual([])
  expect((await journal(`before=${all[1].id}`)).entries).toEqual(all.slice(2))
  expect((await journal('until=2001-01-01')).entries).toEqual([])
  expect((await journal('since=2001-01-01')).entries.length).toBe(all.length)
  for (const wrong of ['kind=nonsense', 'since=yesterday', 'before=x'])
    expect((await journal(wrong)).status).toBe(400)
})

it('gives all that was asked for as a table in which nothing is a formula', async () => {
  const response = await get('/api/journal.csv?kind=looked')
  expect(response.headers.get('content-type')).toContain('text/csv')
  const lines = (await response.text()).trim().split('\r\n')
  expect(lines[0]).toBe('number,at,kind,by,about,hash')
  expect(lines.length).toBe(1 + (await journal('kind=looked')).entries.length)
  expect(lines.some((line) => /,[=+@]/.test(line))).toBe(false)
  expect((await get('/api/journal.csv', { host: 'localhost' })).status).toBe(401)
})

it('shows that an entry was changed', async () => {
  site.context.state.db.exec('DROP TRIGGER journal_stays')
  site.context.state.db.exec("UPDATE journal SET kind = 'withdraw-release' WHERE id = 2")
  expect((await journal()).broken).toBe(2)
})
