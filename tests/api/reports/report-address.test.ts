import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mediaTypes } from '../../../api/contract/endpoint.ts'
import { releaseId, tinySite } from '../tiny-release.ts'

const site = tinySite()
beforeAll(() => site.publish())
afterAll(() => site.remove())

it('gives the report of a release as a Word file, the same again, and for ever where the release is named', async () => {
  const address = `/api/report?lang=ar&v=${releaseId}`
  const [first, again] = [await site.public.request(address), await site.public.request(address)]
  expect([first.status, first.headers.get('content-type')]).toEqual([200, mediaTypes.docx])
  expect(first.headers.get('content-disposition')).toBe(
    `attachment; filename="waymark-public-report-${releaseId}.docx"`,
  )
  expect(first.headers.get('cache-control')).toContain('immutable')
  const bytes = new Uint8Array(await first.arrayBuffer())
  expect(strFromU8(unzipSync(bytes)['word/styles.xml'] ?? new Uint8Array())).toContain('ar-SA')
  expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true)
})

it('says what is wrong with a language or a release it does not have, and asks who reads the internal one', async () => {
  expect((await site.public.request('/api/report?lang=xx')).status).toBe(400)
  expect((await site.public.request('/api/report?v=2020-01-01.00000000')).status).toBe(404)
  expect((await site.internal.request('/api/report', { headers: { host: 'localhost' } })).status).toBe(401)
})
