import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ReportRequest } from '../../contract/report.ts'
import { Problem, retold } from '../problem.ts'
import { queue } from '../queue.ts'
import type { ReportFiles } from './report-files.ts'

const MOST_WAITING = 8
/** Mebibytes. */
const HEAP = 512

export type ReportTask = Pick<ReportRequest, 'language' | 'choice'> & { files: ReportFiles }
/** A Word file, and how many of its places a person has still to write. */
export type WrittenReport = { bytes: Uint8Array<ArrayBuffer>; toWrite: number }
/** What the thread says. */
export type ReportAnswer = WrittenReport | { problem: Pick<Problem, 'code' | 'params'> }
export type WriteReport = (task: ReportTask) => Promise<WrittenReport>

/**
 * Writes reports in a thread of its own, one at a time, so that nobody who reads waits for them. The thread stays for
 * the next and keeps nothing from ending. `module` is the address of what exports `makeReport`.
 *
 * Errors  `reports-busy` where many wait already; `no-such-period`
 */
export function reportWriter(module: string): WriteReport {
  const writing = queue(1, MOST_WAITING, () => new Problem('reports-busy', { waiting: MOST_WAITING }))
  let thread: Worker | undefined
  return (task) =>
    writing(async () => {
      thread ??= begun(module)
      const answer = await answerOf(thread, task).catch(async (error) => {
        await thread?.terminate()
        thread = undefined
        throw error
      })
      if ('problem' in answer) throw retold(answer.problem)
      return answer
    })
}

/** Keeps the process from ending as long as the thread is at work. */
async function answerOf(thread: Worker, task: ReportTask): Promise<ReportAnswer> {
  thread.ref()
  thread.postMessage(task)
  try {
    const [answer] = await once(thread, 'message')
    return answer
  } finally {
    thread.unref()
  }
}

const begun = (module: string) =>
  new Worker(new URL('./report-thread.ts', import.meta.url), {
    workerData: { module },
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
    env: {},
  })
