import type { ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Country } from '../../indicators/model/place.ts'
import type { Answers } from '../../indicators/model/question.ts'
import type { Language } from '../../indicators/model/text.ts'
import { explainFinding } from '../../pipelines/stages/findings/findings.ts'
import { reportOn } from '../../pipelines/stages/findings/report-finding.ts'
import type { CheckSummary, ToldFinding } from '../contract/check-file.ts'
import { begunChild } from './begun-child.ts'
import type { ChildMessage, ChildRequest } from './checking-child.ts'
import type { Context } from './context.ts'
import { Problem, retold } from './problem.ts'
import { type Received, receiveFile } from './receive-file.ts'
import { told } from './tell-finding.ts'

export type Asked = {
  name: string
  country?: Country | undefined
  /** The one country whose files whoever sends may send. */
  only?: Country | undefined
  language: Language
  answers: Answers
}
export type Said = { finding: ToldFinding } | { checked: CheckSummary }

/** Checks files that are sent, one after another, in a process of its own: the server goes on answering. */
export type Checking = {
  /**
   * What is found, as it is found, and the summary last. The file is removed when all is said, or nobody listens.
   *
   * Errors  `checking-busy` before anything is received; `body-too-large`, `definitions-wrong`, `slice-missing`
   */
  check(asked: Asked, sent: AsyncIterable<Uint8Array> | null, maxBytes: number): AsyncGenerator<Said>
  close(): void
}

const MOST_WAITING = 20
const LIMIT_MS = 120_000
/** It keeps its definitions and its reader warm. */
const CHILD = { module: join(import.meta.dirname, 'checking-child.ts'), heap: 1024, threads: 8 }

export function startChecking(context: Pick<Context, 'env' | 'paths'>, limitMs = LIMIT_MS): Checking {
  const { env } = context
  let child = begunChild(env, CHILD)
  let present = 0
  let last: Promise<unknown> = Promise.resolve()

  const turn = async () => {
    const before = last
    const { promise, resolve } = Promise.withResolvers<void>()
    last = promise
    await before
    return resolve
  }
  const replaced = () => {
    child.kill('SIGKILL')
    child = begunChild(env, CHILD)
  }
  return {
    close: () => child.kill(),
    async *check(asked, sent, maxBytes) {
      if (present > MOST_WAITING) throw new Problem('checking-busy', { waiting: MOST_WAITING })
      present += 1
      let received: Received | undefined
      try {
        received = await receiveFile(context, sent, maxBytes)
        const leave = await turn()
        try {
          if (child.exitCode !== null || child.signalCode !== null) replaced()
          yield* answers(child, { ...asked, path: received.path }, limitMs, replaced)
        } finally {
          leave()
        }
      } finally {
        present -= 1
        if (received) await rm(received.path, { force: true })
      }
    },
  }
}

async function* answers(
  child: ChildProcess,
  request: ChildRequest,
  limitMs: number,
  replace: () => void,
): AsyncGenerator<Said> {
  const messages = new Readable({ objectMode: true, read() {} })
  let ended = false
  const take = (message: ChildMessage) => messages.push(message)
  const die = (reason: 'memory' | 'time') => messages.push({ died: reason })
  const died = () => die('memory')
  const timer = setTimeout(() => die('time'), limitMs)
  child.on('message', take).on('exit', died)
  child.send(request, (error) => error && died())
  try {
    for await (const message of messages as AsyncIterable<ChildMessage | { died: 'memory' | 'time' }>) {
      ended = !('findings' in message)
      if ('findings' in message) for (const finding of message.findings) yield { finding }
      else if ('problem' in message) throw retold(message.problem)
      else if ('failed' in message) throw new Error(message.failed)
      else if ('checked' in message) return yield { checked: message.checked }
      else {
        ended = false
        return yield* stopped(request, message.died)
      }
    }
  } finally {
    clearTimeout(timer)
    child.off('message', take).off('exit', died)
    if (!ended) replace()
  }
}

/** What breaks or stalls the reading is a fact about the file, as any other. */
function* stopped({ name, country, language }: Asked, reason: string): Generator<Said> {
  const report = reportOn(name)
  report.add('reading-stopped', {}, '', { reason })
  for (const one of report.findings) yield { finding: told(one, explainFinding(one, language) ?? '') }
  yield {
    checked: {
      file: name,
      verdict: 'has-errors',
      mapping: null,
      country: country ?? null,
      quarters: [],
      values: 0,
      counts: { error: 1, warning: 0, info: 0 },
      questions: [],
      readings: [],
      solved: null,
      differences: null,
    },
  }
}
