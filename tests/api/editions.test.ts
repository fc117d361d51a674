import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../api/contract/all.ts'
import { ProblemBody } from '../../api/contract/problem.ts'
import { Explanation } from '../../indicators/model/explanation.ts'
import { cookieIn } from '../helpers/signed-in.ts'
import { releaseId, SECRET, tinySite } from './tiny-release.ts'

const site = tinySite()
beforeAll(() => site.publish())
afterAll(() => site.remove())

const traversals = [
  '../internal/programme.json',
  '..%2finternal%2fprogramme.json',
  '..%2Finternal%2Findicators%2Fstaff-trained',
  '%2e%2e/internal/values.csv',
  '..%5cinternal%5cvalues.csv',
  '..%252finternal%252fvalues.csv',
  '....//internal/values.csv',
  'internal/values.csv',
  '%00internal',
  `releases/${releaseId}/internal/values.csv`,
]
const prefixes = ['/', '/api/', '/api/indicators/', '/assets/', '/problems/', '/en/', '/api/values/']

describe('the public edition', () => {
  it('has no path to a figure of the internal edition', async () => {
    const paths = [
      ...prefixes.flatMap((prefix) => traversals.map((path) => prefix + path)),
      ...endpoints.map(({ path }) =>
        path.replace(':id', 'staff-trained').replace(':place', 'ALL').replace(':quarter', '2021-Q2'),
      ),
      '/api/cells?file=training.csv&ref=C7',
      '/api/indicators/staff-trained/explanation/ALL/2021-Q2?edition=internal',
      '/api/indicators/..%2f..%2finternal%2fevidence%2fstaff-trained%2f1/explanation/ALL/2021-Q2',
      '/api/values.csv',
      '/api/values.arrow',
      '/api/values?edition=internal',
      '/en/?edition=internal',
    ]
    for (const path of paths) {
      const response = await site.public.request(`http://localhost${path}`)
      expect([path, await response.text()]).not.toEqual([path, expect.stringContaining(String(SECRET))])
      expect([path, response.status >= 500]).toEqual([path, false])
    }
  })

  it('explains its figures without a trace of what they were made of', async () => {
    const response = await site.public.request('/api/indicators/staff-trained/explanation/ALL/2021-Q2')
    const { value, sides, lineage, excluded } = Explanation.parse(await response.json())
    expect([value.value, lineage, excluded]).toEqual([120, null, []])
    expect(sides.flatMap(({ terms }) => terms.flatMap(({ parts }) => parts))).toEqual([])
    const cell = await site.public.request('/api/cells?file=training.csv&ref=C7')
    expect(ProblemBody.parse(await cell.json()).type).toBe('/problems/not-found')
  })

  it('offers no lineage and does not speak of it', async () => {
    const response = await site.public.request('/api/indicators/staff-trained/lineage/2021-Q2')
    expect(ProblemBody.parse(await response.json()).type).toBe('/problems/not-found')
    expect(await (await site.public.request('/api/openapi.json')).text()).not.toContain('/lineage')
  })
})

describe('the internal edition', () => {
  const cookie = cookieIn(site.context)
  const ask = (host?: string) =>
    site.internal.request('/api/values.csv', { headers: host === undefined ? cookie : { host, ...cookie } })

  it.each(['localhost', 'localhost:8081', 'LOCALHOST:8081', '127.0.0.1:8081', '[::1]:8081'])(
    'opens as %s',
    async (host) => {
      const response = await ask(host)
      expect(response.status).toBe(200)
      expect(await response.text()).toContain(String(SECRET))
    },
  )
  it.each([
    undefined,
    '',
    'waymark.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io:8081',
    '10.0.0.5',
    'localhost:8081@evil',
  ])('does not open as %s', async (host) => {
    const response = await ask(host)
    expect(response.status).toBe(421)
    expect(ProblemBody.parse(await response.json()).type).toBe('/problems/host-not-allowed')
  })
})
