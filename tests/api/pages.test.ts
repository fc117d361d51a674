import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { releaseId, timesRendered, tinySite } from './tiny-release.ts'

const site = tinySite()
beforeAll(() => site.publish())
afterAll(() => site.remove())

const ask = (path: string, headers: Record<string, string> = {}) => site.public.request(path, { headers })

it.each([
  [undefined, '/en/'],
  ['ar-TN, fr;q=0.8', '/ar/'],
  ['de-DE', '/en/'],
  ['*', '/en/'],
])('leads a reader who prefers %s from / to %s', async (accepted, location) => {
  const response = await ask('/', accepted ? { 'accept-language': accepted } : {})
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe(location)
  expect(response.headers.get('vary')).toContain('Accept-Language')
})

it.each(['//evil.example', '/\\evil.example', '/%2f%2fevil.example', '//evil.example/en/'])(
  'never leads to another site from %s',
  async (path) => {
    const response = await site.public.request(`http://localhost${path}`)
    expect(response.headers.get('location')).toBeNull()
  },
)

it('keeps the query when it adds the language', async () => {
  expect((await ask(`/?v=${releaseId}`)).headers.get('location')).toBe(`/en/?v=${releaseId}`)
  expect((await ask('/fr?by=sex')).headers.get('location')).toBe('/fr/?by=sex')
})

it('renders an address once and keeps it in every compression', async () => {
  const before = timesRendered()
  const plain = await (await ask('/en/gender')).text()
  const brotli = await ask('/en/gender', { 'accept-encoding': 'br' })
  expect(brotli.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(plain)
  await ask('/en/gender?nobody-knows=this')
  expect(timesRendered()).toBe(before + 1)
})

it('renders once for readers who come together', async () => {
  const before = timesRendered()
  await Promise.all(Array.from({ length: 20 }, () => ask('/kk/gender')))
  expect(timesRendered()).toBe(before + 1)
})

it('never puts the name a reader used for the server into a kept page', async () => {
  const response = await site.public.request('http://evil.example/ru/gender', {
    headers: { host: 'evil.example' },
  })
  expect(await response.text()).not.toContain('evil')
})

it('has a tag and a cache rule on every page', async () => {
  const page = await ask('/en/')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  const again = await ask('/en/', { 'if-none-match': page.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  expect((await ask(`/en/?v=${releaseId}`)).headers.get('cache-control')).toContain('immutable')
})

it.each(['/en/nowhere', '/en/indicator/OP9.9.9'])(
  'shows %s as missing to a browser and as a problem to a program',
  async (path) => {
    const page = await ask(path, { accept: 'text/html' })
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(await page.text()).toContain('no such page')
    expect((await ask(path)).headers.get('content-type')).toBe('application/problem+json')
  },
)

it('shows a new release within a second of its publication', async () => {
  const next = '2021-10-31.1badcafe'
  site.publish(next)
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(await (await ask('/api/health')).json()).toMatchObject({ release: next })
  expect(await (await ask(`/api/release?v=${releaseId}`)).json()).toMatchObject({
    release: { id: releaseId },
  })
})
