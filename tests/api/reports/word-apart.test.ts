import { expect, it } from 'vitest'
import type { Report } from '../../../api/contract/report.ts'
import { wordOf } from '../../../api/services/reports/word.ts'
import { wordApart } from '../../../api/services/reports/word-apart.ts'

const report = (title: string): Report => ({
  language: 'en',
  direction: 'ltr',
  day: '2022-11-04',
  title,
  about: [],
  foot: 'Waymark',
  words: { contents: 'Contents', table: 'Table', figure: 'Figure', page: 'Page' },
  isLong: true,
  blocks: [{ kind: 'text', as: 'body', text: `About ${title}` }],
})
const same = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(other)

it('writes what is asked for at once one after another, and turns away who would wait too long', async () => {
  const write = wordApart()
  const titles = Array.from({ length: 12 }, (_, nth) => `Report ${nth}`)
  const answers = await Promise.allSettled(titles.map((title) => write(report(title))))
  for (const [nth, answer] of answers.entries()) {
    if (nth > 8) expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'reports-busy' } })
    else if (answer.status === 'rejected') expect.unreachable(String(answer.reason))
    else expect(same(answer.value, await wordOf(report(titles[nth] ?? '')))).toBe(true)
  }
})

it('writes the next one after one that could not be written', async () => {
  const write = wordApart()
  // Safe: what the writer cannot read is what is tested.
  const wrong = { ...report('Wrong'), blocks: [{ kind: 'table' }] } as unknown as Report
  const [first, next] = await Promise.allSettled([write(wrong), write(report('Next'))])
  expect([first.status, next.status]).toEqual(['rejected', 'fulfilled'])
})
