import { createSignal } from 'solid-js'
import type { CheckSummary, ToldFinding } from '../../api/contract/check-file.ts'
import type { FirstLook } from '../../api/contract/get-first-look.ts'
import type { Language } from '../../indicators/model/text.ts'
import type { AskWords } from '../doors/ask.ts'
import { lookApart } from './look-apart.ts'
import type { Looked } from './look-at.ts'
import { type Remarks, sendFile, sendToReview } from './send-file.ts'

/** Where the check of one file stands. */
export type Stage =
  | { at: 'idle' | 'looking' }
  | { at: 'unready' }
  | { at: 'sending'; found: number }
  | { at: 'stopped'; file: string; looked: Extract<Looked, { fit: false }> }
  | { at: 'failed'; detail: string }
  | { at: 'checked'; summary: CheckSummary; findings: readonly ToldFinding[] }

type Ready = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** How often the count of what was found is told while more comes. */
const TOLD_EVERY = 200

/** Checks files one after another; a new one ends the check of the last. */
export function createCheck(language: Language, first: Promise<FirstLook>) {
  const [stage, setStage] = createSignal<Stage>({ at: 'idle' })
  let running = new AbortController()
  let ready: Ready | null = null
  let answers: Record<string, string> = {}

  async function send(file: Ready, country: string, { signal }: AbortController) {
    setStage({ at: 'sending', found: 0 })
    const findings: ToldFinding[] = []
    for await (const line of sendFile({ ...file, country, language, answers }, signal)) {
      if ('problem' in line) return setStage({ at: 'failed', detail: line.problem.detail })
      if ('checked' in line) return setStage({ at: 'checked', summary: line.checked, findings })
      findings.push(line.finding)
      if (findings.length % TOLD_EVERY === 1) setStage({ at: 'sending', found: findings.length })
    }
    setStage({ at: 'failed', detail: '' })
  }

  async function guarded(run: (own: AbortController) => Promise<unknown>) {
    running.abort()
    const own = new AbortController()
    running = own
    try {
      await run(own)
    } catch (error) {
      if (!own.signal.aborted) setStage({ at: 'failed', detail: (error as Error).message })
    }
  }

  return {
    stage,
    /** Looks at a file here, and sends it only where it is fit to be sent. */
    start: (file: File, country: string) =>
      guarded(async (own) => {
        setStage({ at: 'looking' })
        ;[ready, answers] = [null, {}]
        const known = await first.catch(() => null)
        if (!known) return setStage({ at: 'unready' })
        const bytes = new Uint8Array(await file.arrayBuffer())
        const looked = await lookApart(bytes, known.places)
        if (own.signal.aborted) return
        if (!looked.fit) return setStage({ at: 'stopped', file: file.name, looked })
        ready = { name: file.name, bytes }
        return send(ready, country, own)
      }),
    /** Sends what was checked, with the same answers. */
    send(remarks: Remarks, country: string, says: AskWords) {
      if (!ready) throw new Error('Nothing was checked.')
      return sendToReview({ ...ready, country, language, answers }, remarks, says)
    },
    /** Of the file that was checked, as the receipt says it. Null where the address is not a safe one. */
    async hash(): Promise<string | null> {
      if (!ready || !globalThis.crypto.subtle) return null
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', ready.bytes))
      return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    },
    /** Checks the same file with more answers. */
    answer: (more: Readonly<Record<string, string>>, country: string) =>
      guarded(async (own) => {
        answers = { ...answers, ...more }
        if (ready) await send(ready, country, own)
      }),
  }
}
