import type { Publishing } from '../../contract/releases/get-publishing.ts'
import type { Step } from '../context.ts'
import { Problem } from '../problem.ts'
import type { Work } from '../submissions/tasks.ts'

/** Makes one release at a time, or what one would be, and says how far it has come. */
export type PublishingDesk = {
  /** Errors: `publishing-already` */
  publish(account: string, notes: string): Publishing
  /** Errors: `publishing-already` */
  preview(account: string): Publishing
  now(): Publishing
}

const idle: Publishing = {
  ...{ state: 'idle', task: null, step: null, published: null, previewed: null, problem: null },
}

/** `failed` is told what went wrong where nobody could have expected it. */
export function publishingDesk(work: Work, failed: (error: unknown) => void): PublishingDesk {
  let stands = idle
  const begin = (
    task: 'publish' | 'preview',
    make: (heard: (step: Step) => void) => Promise<Partial<Publishing>>,
  ) => {
    if (stands.state === 'running') throw new Problem('publishing-already', {})
    stands = { ...idle, task, state: 'running' }
    make(({ doing, done, of }) => {
      stands = { ...stands, step: { doing, done, of } }
    })
      .then((made) => {
        stands = { ...idle, task, state: 'done', ...made }
      })
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) failed(error)
        const problem = error instanceof Problem ? error.code : 'internal-error'
        stands = { ...idle, task, state: 'failed', problem }
      })
    return stands
  }
  return {
    now: () => stands,
    publish: (account, notes) =>
      begin('publish', async (heard) => {
        const { id, quarter, changed, unproven } = await work.do('publish', account, { notes }, heard)
        return { published: { id, quarter, changed, unproven } }
      }),
    preview: (account) =>
      begin('preview', async (heard) => ({ previewed: await work.do('preview', account, {}, heard) })),
  }
}
