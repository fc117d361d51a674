import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { begunChild } from '../begun-child.ts'
import type { Context, Step } from '../context.ts'
import { Problem, retold } from '../problem.ts'
import type { Asked, Done, TaskName, Work } from './tasks.ts'

export type WorkRequest = { id: number; name: TaskName; account: string; asked: unknown }
export type WorkMessage = { id: number } & (
  | { step: Step }
  | { done: unknown }
  | { problem: Pick<Problem, 'code' | 'params' | 'errors'> }
  | { failed: string }
)
/** A release takes long to make; files need not wait for it. */
type Lane = 'files' | 'releases'
const laneOf = (name: TaskName): Lane => (name === 'publish' || name === 'preview' ? 'releases' : 'files')

type Waiting = {
  lane: Lane
  heard: (step: Step) => void
  resolve: (done: unknown) => void
  reject: (error: unknown) => void
}

const MOST_WAITING = 20
const CHILD = { module: join(import.meta.dirname, 'work-child.ts'), heap: 2048, threads: 16 }

/**
 * Does tasks in processes of their own, so that the server goes on answering. Where one dies, what it was doing
 * fails and nothing of it counts: a change is written whole or not at all.
 *
 * Errors  `checking-busy` where too many wait
 */
export function startWork({ env }: Pick<Context, 'env'>): Work {
  const children = new Map<Lane, ChildProcess>()
  let last = 0
  const waiting = new Map<number, Waiting>()

  const running = (lane: Lane) => {
    const there = children.get(lane)
    if (there?.connected) return there
    const started = begunChild(env, CHILD)
    started.on('message', ({ id, ...said }: WorkMessage) => {
      const one = waiting.get(id)
      if (!one) return
      if ('step' in said) return one.heard(said.step)
      waiting.delete(id)
      if ('done' in said) one.resolve(said.done)
      else one.reject('problem' in said ? retold(said.problem) : new Error(said.failed))
    })
    started.on('exit', () => {
      for (const [id, one] of waiting) {
        if (one.lane !== lane) continue
        waiting.delete(id)
        one.reject(new Error('The working process has ended.'))
      }
    })
    children.set(lane, started)
    return started
  }
  return {
    do<Name extends TaskName>(
      name: Name,
      account: string,
      asked: Asked<Name>,
      heard: Waiting['heard'] = () => {},
    ) {
      if (waiting.size >= MOST_WAITING)
        return Promise.reject(new Problem('checking-busy', { waiting: MOST_WAITING }))
      const lane = laneOf(name)
      last += 1
      const id = last
      const answered = new Promise((resolve, reject) => waiting.set(id, { lane, heard, resolve, reject }))
      running(lane).send({ id, name, account, asked } satisfies WorkRequest)
      return answered as Promise<Done<Name>> // safe: what comes back is what the task of that name gave
    },
    close() {
      for (const child of children.values()) child.kill()
    },
  }
}
