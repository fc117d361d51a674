import type { CheckLine } from '../../api/contract/check-file.ts'
import type { ProblemBody } from '../../api/contract/problem.ts'
import type { Language } from '../../indicators/model/text.ts'

export interface ToSend {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  country: string
  language: Language
  /** By question. */
  answers: Readonly<Record<string, string>>
}

/** Sends a file and hands on what is said of it, line by line. What goes wrong is a line too. */
export async function* sendFile(
  { name, bytes, country, language, answers }: ToSend,
  signal: AbortSignal,
): AsyncGenerator<CheckLine> {
  const query = new URLSearchParams({ name, lang: language, ...(country === '' ? {} : { country }) })
  for (const [question, answer] of Object.entries(answers)) query.append('answer', `${question}=${answer}`)
  const response = await fetch(`/api/check?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', accept: 'application/x-ndjson' },
    body: bytes,
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
