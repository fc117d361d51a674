import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../api/cli/run.ts'
import { Role } from '../../api/contract/accounts/account.ts'
import { endpoints } from '../../api/contract/all.ts'
import { rights, waysIn } from '../../api/contract/rights.ts'
import { createApp } from '../../api/http/app.ts'
import { inventPeople } from '../../api/services/accounts/demonstration.ts'
import { openShelf } from '../../api/services/read-release.ts'
import { type Readers, readersOf } from '../../api/services/readers.ts'
import { cookieIn } from '../helpers/signed-in.ts'
import { releaseId, renderer, SECRET, tinySite } from './tiny-release.ts'

const site = tinySite()
const appFor = (readers: Readers) =>
  createApp({
    ...{ shelf: openShelf(site.context, 'public'), accounts: site.context, readers },
    ...{ renderer, files: new Map(), log: () => {} },
  })
const ADDRESS = 'https://waymark.example.org'
const app = appFor({ who: 'invited', address: ADDRESS })
beforeAll(() => site.publish())
afterAll(() => site.remove())

const shown = endpoints.filter(({ method, editions }) => method === 'GET' && editions.includes('public'))
const addressOf = (path: string) =>
  path.replace(':id', 'staff-trained').replace(':place', 'ALL').replace(':quarter', '2021-Q2')
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://waymark.example.org${path}`, { headers })

describe('a public edition for invited people', () => {
  it('answers nobody who has not signed in, and nothing it answers is kept', async () => {
    const half = cookieIn(site.context, { role: 'coordinator', assurance: 1 })
    for (const { id, path } of shown.filter(({ id }) => rights[id] !== 'anyone'))
      for (const headers of [{}, half]) {
        const response = await ask(addressOf(path), headers)
        expect([id, response.status, response.headers.get('cache-control')]).toEqual([id, 401, 'no-store'])
      }
    const page = await ask('/en/gender')
    expect([page.status, page.headers.get('location')]).toEqual([303, '/en/sign-in?back=%2Fen%2Fgender'])
    expect((await ask('/en/sign-in')).status).toBe(200)
  })

  it('shows whoever has signed in the same, and nobody the inside or the people', async () => {
    for (const role of Role.options) {
      const cookie = cookieIn(site.context, { role, country: role === 'focal_point' ? 'KAZ' : null })
      for (const { path } of shown) {
        const response = await ask(`${addressOf(path)}?v=${releaseId}`, cookie)
        expect([path, response.status]).toEqual([path, 200])
        expect(response.headers.get('cache-control')).toBe('no-store')
        expect(await response.text()).not.toContain(String(SECRET))
      }
      for (const path of ['/api/people', '/api/cells', '/api/submissions', '/api/releases'])
        expect([path, (await ask(path, cookie)).status]).toEqual([path, 404])
      expect([403, 404]).toContain((await ask('/en/people', cookie)).status)
    }
  })

  it('takes what it needs to sign people in, from its own address, and nothing else', async () => {
    for (const { id, method, path } of endpoints.filter((one) => one.method !== 'GET')) {
      const send = (origin: string) =>
        app.request(`http://waymark.example.org${path}`, {
          ...{ method, body: '[]' },
          headers: { origin, 'content-type': 'application/json' },
        })
      const codes = [(await send(ADDRESS)).status, (await send('http://waymark.example.org')).status]
      if (waysIn.includes(id)) expect([id, ...codes]).toEqual([id, expect.toBeOneOf([400, 401]), 403])
      else expect([id, ...codes]).toEqual([id, 405, 405])
    }
  })

  it('does not start while invented people could sign in', async () => {
    await inventPeople(site.context)
    let said = ''
    const write = (text: string | Uint8Array) => {
      said += text
    }
    const env = { WAYMARK_DATA: site.data, WAYMARK_READERS: 'invited' }
    expect(await run(['serve', '--port', '0'], env, { write }, { write })).toBe(3)
    expect(said).toContain('--close-people')
  })
})

it('is for anyone where nothing is said', async () => {
  expect(readersOf({})).toEqual({ who: 'anyone', address: null })
  const response = await appFor(readersOf({})).request('http://localhost/api/programme')
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache'])
})

it.each([
  { WAYMARK_READERS: 'donors' },
  { WAYMARK_READERS: '' },
  { WAYMARK_ADDRESS: 'waymark.example.org' },
  { WAYMARK_ADDRESS: 'https://waymark.example.org/' },
])('refuses to guess what is meant by %j', (env) => {
  expect(() => readersOf(env)).toThrow(Object.keys(env)[0])
})
