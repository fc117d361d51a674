import { type ChildProcess, fork } from 'node:child_process'
import type { Context } from './context.ts'

/** `heap` in mebibytes; `threads` are those that read and write files. */
export type ChildOf = { module: string; heap: number; threads: number }

/** A process beside the server, which does not keep it from ending. It knows of the environment only where the data lie. */
export function begunChild(
  { WAYMARK_DATA, WAYMARK_KEY_FILE }: Context['env'],
  { module, heap, threads }: ChildOf,
): ChildProcess {
  const child = fork(module, {
    env: {
      ...(WAYMARK_DATA ? { WAYMARK_DATA } : {}),
      ...(WAYMARK_KEY_FILE ? { WAYMARK_KEY_FILE } : {}),
      UV_THREADPOOL_SIZE: String(threads),
    },
    execArgv: [`--max-old-space-size=${heap}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => undefined)
  child.unref()
  child.channel?.unref()
  return child
}
