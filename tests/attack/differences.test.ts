import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Answer, Crawled } from './crawl.ts'
import { differences } from './differences.ts'

const answer = (path: string, text: string, headers: Record<string, string> = {}): Answer => ({
  path,
  status: 200,
  type: 'text/html',
  headers,
  bytes: new TextEncoder().encode(text),
})
const crawled = (...answers: Answer[]): Crawled => new Map(answers.map((one) => [one.path, one]))

it('finds a channel that tells two publications apart, and no difference in the name of the release', () => {
  const here = crawled(
    answer('/en/', '<ol><li>North<li>South</ol> 2021-02-01.0a894193'),
    answer('/api/values', 'same', { 'content-length': '4' }),
    answer('/en/?v=2021-02-01.0a894193', 'pinned', { etag: 'one' }),
  )
  const there = crawled(
    answer('/en/', '<ol><li>South<li>North</ol> 2021-02-01.ffffffff'),
    answer('/api/values', 'same', { 'content-length': '5' }),
    answer('/en/?v=2021-02-01.ffffffff', 'pinned', { etag: 'other' }),
  )
  expect(differences(here, there).map(({ path, part }) => [path, part])).toEqual([
    ['/en/', 'body'],
    ['/api/values', 'content-length'],
  ])
})

it('knows a hash for that of an answer, and no other', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const described = (...hashes: string[]) => answer('/api/datapackage', hashes.join(' '))
  const here = '2021-02-01.0a894193'
  const there = '2021-02-01.ffffffff'
  const told = (own: string, said: string) => crawled(answer('/api/values.xlsx', own), described(said))
  expect(differences(told(here, hash(here)), told(there, hash(there)))).toEqual([])
  expect(differences(told(here, hash('1')), told(there, hash('2'))).map(({ path }) => path)).toEqual([
    '/api/datapackage',
  ])
})
