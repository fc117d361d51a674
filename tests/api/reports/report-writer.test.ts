import { expect, it } from 'vitest'
import { type ReportTask, reportWriter } from '../../../api/services/reports/report-writer.ts'
import { wordOf } from '../../../api/services/reports/word.ts'
import type { ProgrammeView } from '../../../indicators/model/released.ts'
import { makeReport, plainReports } from '../../helpers/plain-report.ts'

// Safe: the plain report reads nothing but the release.
const programme = (id: string) => ({ release: { id, dataAsOf: '2022-11-04' } }) as ProgrammeView
const bytesOf = (text: string) => new TextEncoder().encode(text)
const task = (id: string): ReportTask => ({
  language: 'en',
  choice: { outline: 'interim' },
  files: { programme: bytesOf(JSON.stringify(programme(id))), indicators: [], before: null },
})
const expected = (id: string) =>
  wordOf(
    makeReport({
      language: 'en',
      choice: { outline: 'interim' },
      programme: programme(id),
      indicators: [],
      before: null,
    }),
  )

it('writes what is asked for at once one after another, and turns away who would wait too long', async () => {
  const write = reportWriter(plainReports)
  const ids = Array.from({ length: 12 }, (_, nth) => `release ${nth}`)
  const answers = await Promise.allSettled(ids.map((id) => write(task(id))))
  for (const [nth, answer] of answers.entries()) {
    if (nth > 8) expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'reports-busy' } })
    else if (answer.status === 'rejected') expect.unreachable(String(answer.reason))
    else expect(Buffer.from(answer.value.bytes).equals(await expected(ids[nth] ?? ''))).toBe(true)
  }
})

it('says of a time its release knows nothing of what there is, and writes on', async () => {
  const write = reportWriter(plainReports)
  const of = (from: string, to: string): ReportTask => ({
    ...task('1'),
    choice: { outline: 'interim', from, to },
    files: {
      programme: bytesOf(
        JSON.stringify({ release: { id: '1', dataAsOf: '2022-11-04', quarter: '2021-Q2' } }),
      ),
      indicators: [bytesOf(JSON.stringify({ quarters: ['2020-Q4', '2021-Q1', '2021-Q2'] }))],
      before: null,
    },
  })
  const outside = { code: 'no-such-period', params: { first: '2020-Q4', last: '2021-Q2' } }
  await expect(write(of('2021-Q3', '2030-Q4'))).rejects.toMatchObject(outside)
  await expect(write(of('2019-Q1', '2020-Q3'))).rejects.toMatchObject(outside)
  expect((await write(of('2021-Q2', '2022-Q4'))).toWrite).toBe(0)
})

it('writes the next one after one that could not be written', async () => {
  const write = reportWriter(plainReports)
  const wrong = { ...task('wrong'), files: { ...task('wrong').files, programme: bytesOf('{') } }
  const [first, next] = await Promise.allSettled([write(wrong), write(task('next'))])
  expect([first.status, next.status]).toEqual(['rejected', 'fulfilled'])
})
