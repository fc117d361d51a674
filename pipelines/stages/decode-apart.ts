import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TextStyle } from './decode-text.ts'
import type { Sheet } from './sheet.ts'
import { Unreadable, type UnreadableCode } from './unreadable.ts'

export type DecodeRequest = { id: number; bytes: Uint8Array; text: TextStyle | null }
export type DecodeAnswer = {
  id: number
  sheets?: Sheet[]
  unreadable?: { code: UnreadableCode; reason: string }
}

const TIMEOUT_MS = 60_000
const MEMORY_MEBIBYTES = 768

let child: ChildProcess | null = null
let last: Promise<unknown> = Promise.resolve()
let lastId = 0

/**
 * Reads a file in a process without environment, with a memory and a time limit. One file at a time; the process
 * is kept for the next file and replaced where one broke it.
 *
 * Errors  `Unreadable`; `reading-stopped` where the process died or took too long
 */
export function decodeApart(bytes: Buffer, text: TextStyle | null): Promise<Sheet[]> {
  const result = last.then(() => ask(bytes, text))
  last = result.catch(() => undefined)
  return result
}

function ask(bytes: Buffer, text: TextStyle | null): Promise<Sheet[]> {
  const process = started()
  lastId += 1
  const request: DecodeRequest = { id: lastId, bytes, text }
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      process.off('message', answered).off('exit', died)
      finish()
    }
    const died = () => settle(() => reject(new Unreadable('reading-stopped', 'memory')))
    const answered = ({ id, sheets, unreadable }: DecodeAnswer) => {
      if (id !== request.id) return
      settle(() =>
        unreadable ? reject(new Unreadable(unreadable.code, unreadable.reason)) : resolve(sheets ?? []),
      )
    }
    const timer = setTimeout(() => {
      settle(() => reject(new Unreadable('reading-stopped', 'time')))
      process.kill('SIGKILL')
    }, TIMEOUT_MS)
    process.on('message', answered).on('exit', died)
    process.send(request)
  })
}

/** The reading process; it never keeps the program from ending. */
function started(): ChildProcess {
  if (child) return child
  const fresh = fork(fileURLToPath(new URL('./decode-child.ts', import.meta.url)), {
    env: {},
    execArgv: [`--max-old-space-size=${MEMORY_MEBIBYTES}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  fresh.once('exit', () => {
    if (child === fresh) child = null
  })
  fresh.on('error', () => undefined)
  fresh.unref()
  fresh.channel?.unref()
  child = fresh
  return fresh
}
