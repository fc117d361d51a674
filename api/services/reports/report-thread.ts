import { parentPort, workerData } from 'node:worker_threads'
import type { MakeReport } from '../../contract/report.ts'
import { parse } from '../edition-source.ts'
import { Problem } from '../problem.ts'
import { refusePeriodOutside } from './period-outside.ts'
import type { ReportAnswer, ReportTask } from './report-writer.ts'
import { wordOf } from './word.ts'

// Safe: the module is web's built server entry, or in tests one that exports the same.
const { makeReport } = (await import(workerData.module)) as { makeReport: MakeReport }

async function answerTo({ language, choice, files }: ReportTask): Promise<ReportAnswer> {
  const given = {
    programme: parse(files.programme),
    indicators: files.indicators.map(parse),
    before: parse(files.before),
  }
  refusePeriodOutside(choice, given)
  const report = makeReport({ language, choice, ...given })
  const bytes = await wordOf(report)
  const toWrite = report.blocks.filter((block) => block.kind === 'text' && block.as === 'write').length
  return { bytes, toWrite }
}

/** Writes the reports it is asked for, one after another. What nobody expected ends it, and whoever began it learns of it. */
parentPort?.on('message', async (task: ReportTask) => {
  try {
    parentPort?.postMessage(await answerTo(task))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { code, params } = error
    parentPort?.postMessage({ problem: { code, params } } satisfies ReportAnswer)
  }
})
