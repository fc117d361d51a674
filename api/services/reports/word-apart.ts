import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Report } from '../../contract/report.ts'
import { Problem } from '../problem.ts'
import { queue } from '../queue.ts'

const MOST_WAITING = 8
/** Mebibytes; a report takes a fifth. */
const HEAP = 256

export type WriteReport = (report: Report) => Promise<Uint8Array<ArrayBuffer>>

/**
 * Writes reports in a thread of its own, one at a time, so that nobody who reads waits for them. The thread stays for
 * the next and keeps nothing from ending.
 *
 * Errors  `reports-busy` where many wait already
 */
export function wordApart(): WriteReport {
  const writing = queue(1, MOST_WAITING, () => new Problem('reports-busy', { waiting: MOST_WAITING }))
  let thread: Worker | undefined
  return (report) =>
    writing(async () => {
      thread ??= begun()
      thread.ref()
      thread.postMessage(report)
      try {
        const [bytes] = await once(thread, 'message')
        return bytes
      } catch (error) {
        await thread.terminate()
        thread = undefined
        throw error
      } finally {
        thread?.unref()
      }
    })
}

const begun = () =>
  new Worker(new URL('./word-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
    env: {},
  })
