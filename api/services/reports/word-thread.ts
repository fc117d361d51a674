import { parentPort } from 'node:worker_threads'
import type { Report } from '../../contract/report.ts'
import { wordOf } from './word.ts'

/** Writes the reports it is sent, one after another. What goes wrong ends it, and whoever began it learns of it. */
parentPort?.on('message', async (report: Report) => {
  const bytes = await wordOf(report)
  parentPort?.postMessage(bytes, [bytes.buffer])
})
