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
