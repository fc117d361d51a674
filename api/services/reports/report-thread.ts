import { parentPort, workerData } from 'node:worker_threads'
import type { MakeReport } from '../../contract/report.ts'
import { parse } from '../edition-source.ts'
import type { ReportTask, WrittenReport } from './report-writer.ts'
import { wordOf } from './word.ts'

// Safe: the module is web's built server entry, or in tests one that exports the same.
const { makeReport } = (await import(workerData.module)) as { makeReport: MakeReport }

/** Writes the reports it is asked for, one after another. What goes wrong ends it, and whoever began it learns of it. */
parentPort?.on('message', async ({ language, choice, files }: ReportTask) => {
  const report = makeReport({
    language,
    choice,
    programme: parse(files.programme),
    indicators: files.indicators.map(parse),
    before: parse(files.before),
  })
  const bytes = await wordOf(report)
  const toWrite = report.blocks.filter((block) => block.kind === 'text' && block.as === 'write').length
  parentPort?.postMessage({ bytes, toWrite } satisfies WrittenReport, [bytes.buffer])
})
