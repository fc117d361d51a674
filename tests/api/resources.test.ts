import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../api/contract/all.ts'
import { mediaTypes } from '../../api/contract/endpoint.ts'
import { getValues } from '../../api/contract/get-values.ts'
import { startChecking } from '../../api/services/checking.ts'
import { cookieIn } from '../helpers/signed-in.ts'
import { releaseId, tinySite } from './tiny-release.ts'

const site = tinySite()
const checking = startChecking(site.context)
const cookie = cookieIn(site.context)
const taking = site.app('internal', checking)
beforeAll(() => site.publish())
afterAll(() => {
  checking.close()
  site.remove()
})

const queries: Record<string, string> = {
  '/api/cells': '?file=training.csv&ref=C7',
  '/api/check': '?name=training.csv',
}
const addressOf = (path: string) =>
  path.replace(':id', 'staff-trained').replace(':place', 'ALL').replace(':quarter', '2021-Q2') +
  (queries[path] ?? '')
const ask = (path: string, headers: Record<string, string> = {}, edition: 'public' | 'internal' = 'public') =>
  site[edition].request(path, { headers: { host: 'localhost:8081', ...cookie, ...headers } })
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

const send = (path: string, type: string) =>
  taking.request(path, {
    method: 'POST',
    body: 'a;b',
    headers: { host: 'localhost', origin: 'http://localhost', 'content-type': type, ...cookie },
  })

/** Those about figures: who signs in is the matter of tests/api/accounts. */
const open = endpoints.filter(
  ({ path, sends }) => !sends && !/\/(people|sessions|passkeys|submissions|releases|journal)/.test(path),
)
const offers = open.flatMap((endpoint) => endpoint.editions.map((edition) => ({ ...endpoint, edition })))

it.each(offers)(
  'answers $method $path of the $edition edition with what it promises',
  async ({ path, output, edition, body, formats }) => {
    const response = body ? await send(addressOf(path), body.type) : await ask(addressOf(path), {}, edition)
    expect(response.status).toBe(200)
    const [format = 'json'] = formats
    expect(response.headers.get('content-type')).toBe(mediaTypes[format])
    const answer = format === 'json' ? await response.json() : await response.text()
    expect(output.safeParse(answer).error).toBeUndefined()
  },
)

const endings = offers.flatMap(({ path, formats, edition }) =>
  formats.length > 1 ? formats.map((format) => ({ address: `${path}.${format}`, edition, format })) : [],
)

it.each(endings)(
  'answers $address of the $edition edition as its ending says',
  async ({ address, edition, format }) => {
    const response = await ask(address, {}, edition)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(mediaTypes[format])
  },
)

const files = [
  '/api/programme',
  '/api/indicators/staff-trained',
  '/api/values',
  '/api/values.csv',
  '/api/values.arrow',
  '/api/values.sdmx.csv',
  '/api/iati',
]

describe.each(files)('the release file %s', (path) => {
  it('is the same after decoding in every compression, each with its own tag', async () => {
    const plain = await ask(path)
    const zipped = await ask(path, { 'accept-encoding': 'gzip' })
    const brotli = await ask(path, { 'accept-encoding': 'gzip, deflate, br, zstd' })
    expect([plain, zipped, brotli].map(({ headers }) => headers.get('content-encoding'))).toEqual([
      null,
      'gzip',
      'br',
    ])
    const bytes = await bytesOf(plain)
    expect(gunzipSync(await bytesOf(zipped))).toEqual(bytes)
    expect(brotliDecompressSync(await bytesOf(brotli))).toEqual(bytes)
    expect(new Set([plain, zipped, brotli].map(({ headers }) => headers.get('etag'))).size).toBe(3)
  })

  it('is not sent again to a reader who has it', async () => {
    const first = await ask(path, { 'accept-encoding': 'br' })
    const etag = first.headers.get('etag') ?? ''
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const again = await ask(path, { 'accept-encoding': 'br', 'if-none-match': known })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('etag')).toBe(etag)
    }
    const other = await ask(path, { 'accept-encoding': 'gzip', 'if-none-match': etag })
    expect(other.status).toBe(200)
  })

  it('is kept for ever when pinned and asked about when not', async () => {
    const cacheOf = async (address: string) => (await ask(address)).headers.get('cache-control')
    expect(await cacheOf(path)).toBe('no-cache')
    expect(await cacheOf(`${path}?v=${releaseId}`)).toBe('public, max-age=31536000, immutable')
    expect((await ask(path, {}, 'internal')).headers.get('cache-control')).toBe('no-store')
  })

  it('says what its answer depends on', async () => {
    expect((await ask(path)).headers.get('vary')).toContain('Accept-Encoding')
  })

  it('ignores query keys nobody knows', async () => {
    expect((await ask(`${path}?utm=1&by=sex`)).status).toBe(200)
  })
})

it.each([
  ['text/csv', mediaTypes.csv],
  ['application/vnd.apache.arrow.file', mediaTypes.arrow],
  ['application/json;q=0.1, text/csv;q=0.9', mediaTypes.csv],
  ['text/html, */*;q=0.8', mediaTypes.json],
])('chooses the form of /api/values for Accept: %s', async (accept, type) => {
  const response = await ask('/api/values', { accept })
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('vary')).toContain('Accept')
})

it('links to what describes an answer, to its other forms and to its lasting address', async () => {
  const linksOf = async (address: string) => (await ask(address)).headers.get('link') ?? ''
  const links = [...(await linksOf('/api/values.csv')).matchAll(/<([^>]+)>; rel="(\w+)"/g)]
  const to = (kind: string) => links.filter(([, , rel]) => rel === kind).map(([, address]) => address ?? '')
  expect(to('describedby')).toEqual([`/api/datapackage?v=${releaseId}`])
  expect(to('bookmark')).toEqual([`/api/values.csv?v=${releaseId}`])
  expect(to('alternate')).toHaveLength(getValues.formats.length - 1)
  for (const address of [...to('describedby'), ...to('bookmark'), ...to('alternate')])
    expect([address, (await ask(address)).status]).toEqual([address, 200])
  expect(await linksOf('/api/values')).toContain(`</api/values.json?v=${releaseId}>; rel="bookmark"`)
  expect(await linksOf('/api/indicators/staff-trained')).toContain(
    `</api/indicators/staff-trained?v=${releaseId}>; rel="bookmark"`,
  )
})

it('names a downloaded table after its release', async () => {
  const response = await ask('/api/values.csv')
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="waymark-public-values-${releaseId}.csv"`,
  )
})

it('answers with nothing but headers to HEAD', async () => {
  const full = await ask('/api/values')
  const head = await site.public.request('/api/values', { method: 'HEAD' })
  expect(await head.text()).toBe('')
  for (const name of ['etag', 'content-type', 'content-length', 'cache-control']) {
    expect(head.headers.get(name)).toBe(full.headers.get(name))
  }
})
