import type { Step } from '../services/context.ts'

export type Stream = {
  write(text: string): unknown
  isTTY?: boolean | undefined
  columns?: number | undefined
}
export type ResultStream = { write(bytes: Uint8Array | string): unknown }

/** Where a command's words go: results and sentences to `out`, progress to `err`, nothing but one JSON text with `--json`. */
export type Terminal = {
  /** A sentence for a person. */
  say(text: string): void
  /** A sentence for a person that must not mix with data on `out`. */
  note(text: string): void
  /** What the command found: the value as JSON, or the lines a person reads. */
  result(value: unknown, lines: () => string[]): void
  /** Bytes of an export. */
  bytes(bytes: Uint8Array): void
  progress(step: Step): void
}

/** What would move a terminal's cursor, change its title or turn its text around; names and cells come from strangers. */
const printable = (text: string) => text.replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '�')
const oneLine = (text: string) => printable(text).replace(/\s/g, ' ')

const BAR = 24
const REDRAW_MS = 80

export function createTerminal(out: ResultStream, err: Stream, json: boolean): Terminal {
  const progress = json ? { step: () => {}, end: () => {} } : err.isTTY ? bar(err) : milestones(err)
  const line = (stream: ResultStream, text: string) => {
    progress.end()
    stream.write(`${text}\n`)
  }
  return {
    say: (text) => json || line(out, printable(text)),
    note: (text) => json || line(err, printable(text)),
    result: (value, lines) =>
      line(out, json ? JSON.stringify(value, null, 2) : printable(lines().join('\n'))),
    bytes: (bytes) => out.write(bytes),
    progress: progress.step,
  }
}

type Progress = { step(step: Step): void; end(): void }

/** One line that is drawn over: `Importing files ███████·······  45 of 160  T2 2021.xlsx`. */
function bar(stream: Stream): Progress {
  let doing = ''
  let drawn = 0
  const end = () => {
    if (doing) stream.write('\n')
    doing = ''
  }
  return {
    end,
    step(step) {
      if (step.doing !== doing) end()
      const now = performance.now()
      const finished = step.done >= step.of
      if (!finished && step.doing === doing && now - drawn < REDRAW_MS) return
      doing = step.doing
      drawn = now
      const filled = step.of === 0 ? BAR : Math.round((step.done / step.of) * BAR)
      const text = `${step.doing} ${'█'.repeat(filled)}${'·'.repeat(BAR - filled)} ${step.done} of ${step.of}  ${finished ? '' : (step.what ?? '')}`
      stream.write(`\r\u001b[K${oneLine(text).slice(0, (stream.columns ?? 100) - 1)}`)
      if (finished) end()
    },
  }
}

/** Plain lines, about five for each thing done, for logs and screen readers. */
function milestones(stream: Stream): Progress {
  let said = ''
  return {
    end: () => {},
    step({ doing, done, of }) {
      const quarter = of === 0 ? 4 : Math.floor((done / of) * 4)
      const mark = `${doing} ${quarter}`
      if (mark === said) return
      said = mark
      stream.write(`${doing}: ${done} of ${of}\n`)
    },
  }
}
