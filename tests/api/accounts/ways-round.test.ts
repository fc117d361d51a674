import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '../../../api/contract/accounts/account.ts'
import { endpoints } from '../../../api/contract/all.ts'
import { rights } from '../../../api/contract/rights.ts'
import { cookieIn } from '../../helpers/signed-in.ts'
import { releaseId, SECRET, tinySite } from '../tiny-release.ts'

const site = tinySite()
const app = site.app('internal')
beforeAll(() => site.publish())
afterAll(() => site.remove())

const offered = endpoints.filter(({ editions }) => editions.includes('internal'))
const addressOf = (path: string) =>
  path.replace(':id', 'staff-trained').replace(':place', 'ALL').replace(':quarter', '2021-Q2')
const cookieOf = (role: Role) =>
  cookieIn(site.context, { role, country: role === 'focal_point' ? 'KAZ' : null })
const visit = (path: string, role: Role, cookie = cookieOf(role)) =>
  app.request(`http://localhost${path}`, { headers: { host: 'localhost', ...cookie } })

it('shows no number of the inside to a donor or another country’s focal point, in any answer', async () => {
  for (const who of [{ role: 'donor' }, { role: 'focal_point', country: 'TUN' }] as const) {
    const cookie = cookieIn(site.context, who)
    for (const { path, formats } of offered.filter(({ method }) => method === 'GET'))
      for (const ending of ['', ...formats.map((format) => `.${format}`)]) {
        const address = `${addressOf(path)}${ending}?file=training.csv&ref=C7`
        const response = await app.request(address, { headers: { host: 'localhost', ...cookie } })
        expect([who.role, path, (await response.text()).includes(String(SECRET))]).toEqual([
          who.role,
          path,
          false,
        ])
      }
  }
  const own = await visit('/api/cells?file=training.csv&ref=C7', 'focal_point')
  expect(await own.text()).toContain(String(SECRET))
  expect(await (await visit('/api/values.csv', 'coordinator')).text()).toContain(String(SECRET))
})

it('lets nobody in another way, and leaves nothing behind that others could be given', async () => {
  const reading = offered.filter(({ id, method }) => method === 'GET' && rights[id] !== 'anyone')
  const addresses = [...reading.map(({ path }) => addressOf(path)), '/api/values.csv', '/en/', '/en/check']
  for (const address of addresses)
    for (const { path = address, method = 'GET', headers = {} } of [
      { method: 'HEAD' },
      { headers: { 'if-none-match': '*' } },
      { headers: { cookie: '__Host-waymark=' } },
      { headers: { cookie: '__Host-waymark=%00; __Host-waymark=*' } },
      { headers: { authorization: 'Bearer admin', 'x-forwarded-user': 'administrator@example.org' } },
      { headers: { 'x-http-method-override': 'GET', 'x-original-url': '/api/health' } },
      { path: `${address}/` },
      { path: `/${address}` },
      { path: address.replace(/.$/, (last) => `%${last.charCodeAt(0).toString(16)}`) },
      { path: `${address}?v=${releaseId}` },
      { path: `${address}?v=../internal` },
      { path: `${address}%00` },
    ]) {
      const response = await app.request(`http://localhost${path}`, {
        method,
        headers: { host: 'localhost', ...headers },
      })
      const said = [path, response.status, response.headers.get('cache-control')]
      expect([...said, response.headers.get('etag')]).toEqual([path, expect.any(Number), 'no-store', null])
      expect([path, [303, 401, 404].includes(response.status)]).toEqual([path, true])
      expect(await response.text()).not.toContain(String(SECRET))
    }
})

it('answers a donor by what the public edition has, whatever tag they say they hold of the inside', async () => {
  const inside = await visit('/api/values.csv', 'coordinator')
  const tag = inside.headers.get('etag') ?? ''
  expect(tag).not.toBe('')
  const response = await app.request('http://localhost/api/values.csv', {
    headers: { host: 'localhost', 'if-none-match': tag, ...cookieIn(site.context, { role: 'donor' }) },
  })
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await response.text()).not.toContain(String(SECRET))
})

it('answers a failure of the guard itself with nothing', async () => {
  const cookie = cookieOf('administrator')
  const { db } = site.context.state
  const prepare = db.prepare.bind(db)
  db.prepare = (text: string) => {
    if (text.includes('FROM session')) throw new Error('the disk is gone')
    return prepare(text)
  }
  try {
    for (const path of ['/en/', '/api/values.csv', '/api/programme']) {
      const response = await visit(path, 'administrator', cookie)
      expect(response.status).toBe(500)
      expect(await response.text()).not.toContain(String(SECRET))
    }
  } finally {
    db.prepare = prepare
  }
})
