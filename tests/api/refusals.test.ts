import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProblemBody } from '../../api/contract/problem.ts'
import { createApp } from '../../api/http/app.ts'
import { cookieIn } from '../helpers/signed-in.ts'
import { renderer, tinySite } from './tiny-release.ts'

const site = tinySite()
const empty = tinySite()
const cookie = cookieIn(site.context)
beforeAll(() => site.publish())
afterAll(() => {
  site.remove()
  empty.remove()
})

const refusals: [string, RequestInit, number, string][] = [
  ['/nowhere', {}, 404, 'not-found'],
  ['/api/nowhere', {}, 404, 'not-found'],
  ['/en/nowhere', {}, 404, 'not-found'],
  ['/api/indicators/nowhere', {}, 404, 'no-such-indicator'],
  ['/api/indicators/staff-trained/explanation/ALL/2030-Q1', {}, 404, 'no-such-quarter'],
  ['/api/indicators/staff-trained/explanation/KAZ/2021-Q2', {}, 404, 'no-such-place'],
  ['/api/indicators/staff-trained/explanation/ALL/2021-Q2?cell=sex%3Dmale', {}, 404, 'no-such-breakdown'],
  ['/api/indicators/staff-trained/explanation/ALL/2021-Q2?cell=sex', {}, 400, 'input-invalid'],
  ['/api/indicators/staff-trainde/explanation/ALL/2021-Q2', {}, 404, 'no-such-indicator'],
  ['/api/cells?file=training.csv&ref=C7', {}, 404, 'not-found'],
  ['/api/indicators/Not_An_Id', {}, 400, 'input-invalid'],
  ['/api/programme?v=latest', {}, 400, 'input-invalid'],
  ['/api/programme?v=2021-07-31.ffffffff', {}, 404, 'no-such-release'],
  ['/en/?v=2021-07-31.ffffffff', {}, 404, 'no-such-release'],
  ['/api/values', { headers: { accept: 'image/png' } }, 406, 'not-acceptable'],
  ['/api/values', { headers: { 'accept-encoding': 'identity;q=0, deflate' } }, 406, 'not-acceptable'],
  ['/api/values', { method: 'POST' }, 405, 'method-not-allowed'],
  ['/en/', { method: 'DELETE' }, 405, 'method-not-allowed'],
  ['/nowhere', { method: 'OPTIONS' }, 405, 'method-not-allowed'],
]

it.each(refusals)('answers %s %o with %i %s', async (path, init, status, code) => {
  const response = await site.public.request(path, init)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = ProblemBody.parse(await response.json())
  expect(body).toMatchObject({ status, type: `/problems/${code}`, instance: path.split('?')[0] })
})

it.each([
  ['/api/indicators/nowhere/windows', 404, 'no-such-indicator', 'nowhere'],
  ['/api/cells?file=trainings.csv&ref=C7', 404, 'no-such-file', 'training.csv'],
  ['/api/cells?file=training.csv&ref=C8', 404, 'no-such-cell', 'C8'],
  ['/api/cells?file=training.csv&ref=7', 400, 'input-invalid', 'ref'],
  ['/api/indicators/staff-trained/lineage/2030-Q1', 404, 'no-such-lineage', '2030-Q1'],
])('answers %s of the internal edition with %i %s that names %s', async (path, status, code, named) => {
  const response = await site.internal.request(path, { headers: { host: 'localhost', ...cookie } })
  const body = ProblemBody.parse(await response.json())
  expect(body).toMatchObject({ status, type: `/problems/${code}` })
  expect(body.detail).toContain(named)
})

it('says which methods there are when one is refused', async () => {
  const response = await site.public.request('/api/values', { method: 'PUT' })
  expect(response.headers.get('allow')).toBe('GET, HEAD')
})

it('names every wrong part of an address', async () => {
  const response = await site.internal.request('/api/indicators/A/lineage/soon?v=x', {
    headers: { host: 'localhost', ...cookie },
  })
  const { errors, detail } = ProblemBody.parse(await response.json())
  expect(errors.map(({ path }) => path).sort()).toEqual(['id', 'quarter', 'v'])
  expect(detail).toContain('quarter')
})

it('says what is wrong with an input in the language of whoever sent it', async () => {
  const told = async (language: string) => {
    const response = await site.public.request('/api/report?outline=long', {
      headers: { 'accept-language': language },
    })
    return ProblemBody.parse(await response.json()).errors[0]?.message
  }
  expect(await told('en')).toMatch(/^Invalid option: .*"interim"/)
  expect(await told('fr')).toMatch(/^Option invalide : .*"interim"/)
  expect(await told('ru')).toMatch(/^\p{Script=Cyrillic}.*"interim"/u)
  expect(await told('ar')).toMatch(/^\p{Script=Arabic}.*"interim"/u)
})

it.each(['/api/programme', '/api/release', '/en/'])(
  'says of %s that nothing is published yet',
  async (path) => {
    const response = await empty.public.request(path)
    expect(response.status).toBe(503)
    expect(ProblemBody.parse(await response.json()).type).toBe('/problems/nothing-published')
    expect(response.headers.get('retry-after')).toBe('30')
  },
)

describe('language', () => {
  const titleOf = async (path: string, accepted?: string) => {
    const headers = accepted ? { 'accept-language': accepted } : {}
    const response = await site.public.request(path, { headers })
    const { title } = ProblemBody.parse(await response.json())
    return [response.headers.get('content-language'), title]
  }
  it('follows the browser', async () => {
    expect(await titleOf('/api/nowhere')).toEqual(['en', 'Nothing at this address'])
    expect(await titleOf('/api/nowhere', 'fr-TN, en;q=0.5')).toEqual(['fr', 'Rien à cette adresse'])
    expect(await titleOf('/api/nowhere', 'de, kk;q=0.4')).toEqual(['kk', 'Бұл мекенжайда ештеңе жоқ'])
  })
  it('follows the address before the browser', async () => {
    expect(await titleOf('/ru/nowhere', 'fr')).toEqual(['ru', 'По этому адресу ничего нет'])
  })
})

describe('a bug', () => {
  const failing = () => {
    const logged: Record<string, unknown>[] = []
    const shelf = {
      edition: 'public' as const,
      find: () => null,
      before: () => null,
      current: () => {
        throw new Error('password is swordfish')
      },
    }
    const app = createApp({ shelf, renderer, files: new Map(), log: (entry) => logged.push(entry) })
    return { app, logged }
  }
  it('is answered with one fixed sentence and the number under which it was logged', async () => {
    const { app, logged } = failing()
    const response = await app.request('/api/programme')
    const text = await response.text()
    const body = ProblemBody.parse(JSON.parse(text))
    expect(body).toMatchObject({ status: 500, type: '/problems/internal-error' })
    expect(text).not.toContain('swordfish')
    expect(logged).toEqual([expect.objectContaining({ requestId: body.requestId, level: 'error' })])
    expect(String(logged[0]?.error)).toContain('swordfish')
  })
  it('is answered to a browser as a short page without scripts', async () => {
    const { app } = failing()
    const response = await app.request('/ar/', { headers: { accept: 'text/html' } })
    const html = await response.text()
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).not.toContain('swordfish')
    expect(html).not.toContain('<script')
  })
})

it('shows an address of a page as text, never as markup', async () => {
  const response = await site.public.request('/en/?v=<script>alert(1)</script>', {
    headers: { accept: 'text/html' },
  })
  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain('<script>')
})
