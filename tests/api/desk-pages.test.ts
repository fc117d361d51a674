import { afterAll, expect, it } from 'vitest'
import { desks } from '../../api/contract/page.ts'
import { startWork } from '../../api/services/submissions/work.ts'
import { cookieIn } from '../helpers/signed-in.ts'
import { tinySite } from './tiny-release.ts'

const site = tinySite()
const work = startWork(site.context)
const internal = site.app('internal', undefined, work)
afterAll(() => {
  work.close()
  site.remove()
})

const headers = { ...cookieIn(site.context), host: 'localhost', accept: 'text/html' }
const pathOf = (desk: string) => (desk === 'submissions' ? '/fr/submissions/any' : `/fr/${desk}`)

it('needs no release to check a file, follow one, or publish', async () => {
  expect((await internal.request('/fr/', { headers })).status).not.toBe(200)
  for (const desk of desks) {
    const page = await internal.request(pathOf(desk), { headers })
    expect([desk, page.status, await page.text()]).toEqual([desk, 200, expect.stringContaining(`${desk} `)])
  }
})

it('has none of these pages in the public edition, and asks who somebody is in the internal one', async () => {
  for (const desk of desks) {
    expect([200, 303]).not.toContain((await site.public.request(pathOf(desk), { headers })).status)
    const stranger = await internal.request(pathOf(desk), {
      headers: { host: 'localhost', accept: 'text/html' },
    })
    expect(stranger.headers.get('location') ?? '').toContain('sign-in')
  }
})
