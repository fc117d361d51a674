import type { Publishing } from '../../contract/releases/get-publishing.ts'
import { Problem } from '../problem.ts'
import type { Work } from '../submissions/tasks.ts'

/** Makes one release at a time, and says how far it has come. */
export type PublishingDesk = {
  /** Errors: `publishing-already` */
  begin(account: string, notes: string): Publishing
  now(): Publishing
}

const idle: Publishing = { state: 'idle', step: null, published: null, problem: null }

/** `failed` is told what went wrong where nobody could have expected it. */
export function publishingDesk(work: Work, failed: (error: unknown) => void): PublishingDesk {
  let stands = idle
  return {
    now: () => stands,
    begin(account, notes) {
      if (stands.state === 'running') throw new Problem('publishing-already', {})
      stands = { ...idle, state: 'running' }
      work
        .do('publish', account, { notes }, ({ doing, done, of }) => {
          stands = { ...stands, step: { doing, done, of } }
        })
        .then(({ id, quarter, changed, unproven }) => {
          stands = { ...idle, state: 'done', published: { id, quarter, changed, unproven } }
        })
        .catch((error: unknown) => {
          if (!(error instanceof Problem)) failed(error)
          const problem = error instanceof Problem ? error.code : 'internal-error'
          stands = { ...idle, state: 'failed', problem }
        })
      return stands
    },
  }
}
