import { type ChildProcess, fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Sheet } from '../decode/sheet.ts'
import type { TextStyle } from '../decode/sniff-text.ts'
import { Unreadable, type UnreadableCode } from '../decode/unreadable.ts'

export type DecodeRequest = { id: number; bytes: Uint8Array; text: TextStyle | null }
export type DecodeAnswer = {
  id: number
  sheets?: Sheet[]
  unreadable?: { code: UnreadableCode; reason: string }
}

const TIMEOUT_MS = 60_000
const MEMORY_MEBIBYTES = 768
const project = join(import.meta.dirname, '..', '..', '..')
const readable = [project, realpathSync(join(project, 'node_modules'))]

let child: ChildProcess | null = null
let last: Promise<unknown> = Promise.resolve()
let lastId = 0

/**
 * Reads a file in a process without environment, which may read the program's own files and nothing else, with a
 * memory and a time limit. One file at a time; the process is kept for the next file and replaced where one broke it.
 *
 * Errors  `Unreadable`; `reading-stopped` where the process died or took too long
 */
export function decodeApart(bytes: Buffer, text: TextStyle | null, limitMs = TIMEOUT_MS): Promise<Sheet[]> {
  const result = last.then(() => ask(bytes, text, limitMs))
  last = result.catch(() => undefined)
  return result
}

function ask(bytes: Buffer, text: TextStyle | null, limitMs: number): Promise<Sheet[]> {
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
      if (child === process) child = null
      settle(() => reject(new Unreadable('reading-stopped', 'time')))
      process.kill('SIGKILL')
    }, limitMs)
    process.on('message', answered).on('exit', died)
    process.send(request, (error) => error && died())
  })
}

/** The reading process; it never keeps the program from ending. */
function started(): ChildProcess {
  if (child) return child
  const fresh = fork(join(import.meta.dirname, 'decode-child.ts'), {
    env: {},
    execArgv: [
      `--max-old-space-size=${MEMORY_MEBIBYTES}`,
      '--permission',
      ...readable.map((folder) => `--allow-fs-read=${folder}`),
    ],
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
