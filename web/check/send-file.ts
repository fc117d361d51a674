import type { CheckLine } from '../../api/contract/check-file.ts'
import type { ProblemBody } from '../../api/contract/problem.ts'
import type { sendSubmission } from '../../api/contract/submissions/send-submission.ts'
import type { Language } from '../../indicators/model/text.ts'
import { type AskWords, answered } from '../doors/ask.ts'

export interface ToSend {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  country: string
  language: Language
  /** By question. */
  answers: Readonly<Record<string, string>>
}

/** What its sender says of a file that is to be reviewed. */
export interface Remarks {
  remark: string
  /** Whether values that count now and are not in the file are to go. */
  removes: boolean
}

/** Asked of the check and of the sending alike, so that what is sent is what was checked. */
function queryOf({ name, country, answers }: ToSend) {
  const query = new URLSearchParams({ name, ...(country === '' ? {} : { country }) })
  for (const [question, answer] of Object.entries(answers)) query.append('answer', `${question}=${answer}`)
  return query
}

/** Sends a file to be reviewed; answered when it is safely kept. */
export function sendToReview(file: ToSend, { remark, removes }: Remarks, says: AskWords) {
  const query = queryOf(file)
  query.set('remark', remark)
  if (removes) query.set('removes', 'yes')
  return answered<typeof sendSubmission>(says, `/api/submissions/send?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file.bytes,
  })
}

/** Sends a file and hands on what is said of it, line by line. What goes wrong is a line too. */
export async function* sendFile(file: ToSend, signal: AbortSignal): AsyncGenerator<CheckLine> {
  const query = queryOf(file)
  query.set('lang', file.language)
  const response = await fetch(`/api/check?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', accept: 'application/x-ndjson' },
    body: file.bytes,
    signal,
  })
  if (!response.ok || !response.body) {
    yield { problem: (await response.json()) as ProblemBody }
    return
  }
  let rest = ''
  for await (const text of piecesOf(response.body.pipeThrough(new TextDecoderStream()))) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as CheckLine
  }
}

/** Not every browser can go through a stream by itself. */
async function* piecesOf(stream: ReadableStream<string>) {
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
