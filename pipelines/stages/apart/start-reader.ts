import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { findTools, isolatedCommand, type Program } from './isolation.ts'
import type { Limits } from './limits.ts'
import { type Usage, usageOf } from './process-usage.ts'
import { ReaderStopped, type StopReason } from './reader-stopped.ts'
import { lineSplitter, requestHead } from './wire.ts'

/** A process that reads files apart from the program. */
export type Reader = {
  isAlive(): boolean
  usage(): Usage | null
  /**
   * Sends one question with its bytes; `take` is given every line of the answer and says when it was the last.
   *
   * Errors  `ReaderStopped`
   */
  ask(question: unknown, bytes: Uint8Array, take: (line: string) => boolean): Promise<void>
  stop(): void
}

const WATCH_EVERY_MS = 20
const START_MS = 60_000

/**
 * Starts a program apart and waits until it says it is ready.
 *
 * Errors  `Error` where it does not start
 */
export async function startReader(program: Program, limits: Limits, tools = findTools()): Promise<Reader> {
  const { command, args, tellsProcess } = isolatedCommand(program, limits, tools)
  const child = spawn(command, args, {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore', tellsProcess ? 'pipe' : 'ignore'],
  })
  const stdin = child.stdin as Writable
  const stdout = child.stdout as Readable
  let pid = child.pid ?? 0
  let take: (line: string) => void = () => undefined
  let died: () => void = () => undefined
  stdout.on(
    'data',
    lineSplitter((line) => take(line)),
  )
  child.on('error', () => died()).on('close', () => died())
  stdin.on('error', () => undefined)
  if (tellsProcess)
    (child.stdio[3] as Readable).on(
      'data',
      lineSplitter((line) => {
        pid = JSON.parse(line)['child-pid'] ?? pid
      }),
    )
  letProgramEnd(child)
  const isAlive = () =>
    !child.killed && child.exitCode === null && child.signalCode === null && child.pid !== undefined
  const stop = () => void child.kill('SIGKILL')

  /** Does not end before `isLast`; ends early where the process dies or goes beyond a limit. */
  const until = (isLast: (line: string) => boolean, watched: Limits | null, begin: () => void) =>
    new Promise<void>((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearInterval(watch)
        take = died = () => undefined
        finish()
      }
      const fail = (reason: StopReason) => settle(() => reject(new ReaderStopped(reason)))
      const over = watched ? overLimits(watched, () => usageOf(pid)) : startingTooLong()
      const watch = setInterval(() => {
        const reason = over()
        if (reason === null) return
        stop()
        fail(reason)
      }, WATCH_EVERY_MS)
      take = (line) => isLast(line) && settle(resolve)
      died = () => fail('memory')
      if (isAlive()) begin()
      else died()
    })

  await until(
    (line) => line === '"ready"',
    null,
    () => undefined,
  ).catch(() => {
    throw new Error('The reading process does not start.')
  })
  return {
    isAlive,
    usage: () => usageOf(pid),
    stop,
    ask: (question, bytes, isLast) =>
      until(isLast, limits, () => {
        stdin.write(requestHead(question, bytes))
        stdin.write(bytes)
      }),
  }
}

/** A process waiting for the next file keeps no program from ending. */
function letProgramEnd(child: ChildProcess) {
  child.unref()
  for (const stream of child.stdio) (stream as { unref?: () => void } | null)?.unref?.()
}

/** Time when this process was too busy to look is not held against the other. */
function clock() {
  let elapsed = 0
  let before = performance.now()
  return () => {
    const now = performance.now()
    elapsed += Math.min(now - before, 5 * WATCH_EVERY_MS)
    before = now
    return elapsed
  }
}

function startingTooLong() {
  const elapsed = clock()
  return (): StopReason | null => (elapsed() > START_MS ? 'time' : null)
}

function overLimits({ cpuMs, wallMs, residentMebibytes }: Limits, usage: () => Usage | null) {
  const elapsed = clock()
  const before = usage()
  return (): StopReason | null => {
    const now = usage()
    if ((now?.residentMebibytes ?? 0) > residentMebibytes) return 'memory'
    if (now && before && now.cpuMs - before.cpuMs > cpuMs) return 'time'
    return elapsed() > wallMs ? 'time' : null
  }
}
