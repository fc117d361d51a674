import type { Sheet } from '../decode/sheet.ts'
import type { TextStyle } from '../decode/sniff-text.ts'
import { Unreadable } from '../decode/unreadable.ts'
import { type AnswerLine, collectAnswer, type Outcome } from './answer.ts'
import { readingProgram } from './isolation.ts'
import { type Limits, limitsFor } from './limits.ts'
import { ReaderStopped } from './reader-stopped.ts'
import { readingQueue } from './reading-queue.ts'
import { type Reader, startReader } from './start-reader.ts'

const inTurn = readingQueue()
let kept: Reader | null = null

/**
 * Reads a file in a process apart, which has the program's own files and nothing else, within limits of time and memory.
 * One file at a time; the process is kept for the next small file and replaced where one left it large.
 *
 * Errors  `Unreadable`, of which `reading-stopped` where the process died or went beyond a limit; `ReadersBusy`
 */
export async function decodeApart(bytes: Uint8Array, text: TextStyle | null): Promise<Sheet[]> {
  const { sheets } = await decodeMeasured(bytes, text)
  if (sheets instanceof Unreadable) throw sheets
  return sheets
}

/** The same, told with what it cost. Errors: `ReadersBusy` */
export const decodeMeasured = (bytes: Uint8Array, text: TextStyle | null): Promise<Outcome> =>
  inTurn(() => decodeWithin(limitsFor(bytes.length), bytes, text))

async function decodeWithin(limits: Limits, bytes: Uint8Array, text: TextStyle | null): Promise<Outcome> {
  const wasKept = limits.kept && kept?.isAlive() ? kept : null
  const reader = wasKept ?? (await startReader(readingProgram, limits))
  try {
    return await askReader(reader, bytes, text)
  } catch (error) {
    reader.stop()
    if (!(error instanceof ReaderStopped)) throw error
    // What files before it left behind must not count against this one.
    if (wasKept && error.reason === 'memory') return await decodeWithin(limits, bytes, text)
    // Which of the two ran out first depends on the day; the same file has the same finding.
    const cost = { cpuMs: limits.cpuMs, peakMebibytes: limits.residentMebibytes }
    return { sheets: new Unreadable('reading-stopped', 'time or memory'), cost }
  } finally {
    keepOrStop(reader, limits)
  }
}

async function askReader(reader: Reader, bytes: Uint8Array, text: TextStyle | null): Promise<Outcome> {
  const answer = collectAnswer()
  await reader.ask({ text }, bytes, (line) => answer.take(JSON.parse(line) as AnswerLine))
  return answer.result()
}

/** A process that has grown, or whose allowance of processor time is half used, is not used again. */
function keepOrStop(reader: Reader, { kept: reusable, residentMebibytes, cpuMs }: Limits) {
  const usage = reader.usage()
  const worn = usage && (usage.residentMebibytes > 0.6 * residentMebibytes || usage.cpuMs > 30 * cpuMs)
  if (reusable && !worn && reader.isAlive()) kept = reader
  else reader.stop()
}
