import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { answersOf, checkFile } from '../contract/check-file.ts'
import { LINES, mediaTypes } from '../contract/endpoint.ts'
import type { Checking, Said } from '../services/checking.ts'
import { Problem } from '../services/problem.ts'
import { gravestFirst } from '../services/tell-finding.ts'
import { refuseOtherOrigins, siteOf } from './hosts.ts'
import { choose, preferences } from './preferences.ts'
import { type Log, problemOf } from './problem-response.ts'
import { type App, inputOf } from './serve.ts'
import type { Sight } from './sight.ts'
import { refuseOtherBodies } from './take-body.ts'

const { path, body } = checkFile

/** Takes a file, says what an import would say of it, and keeps nothing: all at once, or line by line as it is found. */
export function mountCheck(app: App, sight: Sight, checking: Checking, log: Log) {
  app.post(path, async (c) => {
    if (!body) throw new Error(`${path} takes nothing.`)
    refuseOtherOrigins(siteOf(c).origin, c.req.header('origin'), c.req.header('sec-fetch-site'))
    const { viewer } = sight.endpoint(c, checkFile.id)
    refuseOtherBodies(c, body)
    const { name, country, lang, answer } = inputOf(c, checkFile)
    const form = choose(['application/json', LINES], preferences(c.req.header('accept')), (offer) => [
      `${offer.split('/')[0]}/*`,
      '*/*',
    ])
    if (!form) throw new Problem('not-acceptable', { offered: ['application/json', LINES].join(', ') })
    const said = checking.check(
      {
        ...{ name, language: lang, answers: answersOf(answer) },
        country: viewer?.country ?? country,
        only: viewer?.country ?? undefined,
      },
      c.req.raw.body,
      body.maxBytes,
    )
    return form === LINES ? inLines(c, said, log) : atOnce(said)
  })
}

async function atOnce(said: AsyncGenerator<Said>) {
  const findings = []
  for await (const one of said) {
    if ('finding' in one) findings.push(one.finding)
    else
      return answer(
        JSON.stringify(checkFile.output.parse({ ...one.checked, findings: gravestFirst(findings) })),
        mediaTypes.json,
      )
  }
  throw new Error('The check ended without a summary.')
}

/**
 * The first line decides the status; what goes wrong after it is told in a line of its own. A check nobody waits for
 * any more ends, also where its answer was never begun: the next file has its turn.
 */
async function inLines(c: Context, said: AsyncGenerator<Said>, log: Log) {
  const end = () => void said.return(undefined)
  const { signal } = c.req.raw
  signal.addEventListener('abort', end)
  const first = await said.next()
  if (signal.aborted) end()
  const lines = async function* () {
    try {
      if (!first.done) yield line(first.value)
      for await (const one of said) yield line(one)
    } catch (error) {
      yield line({ problem: problemOf(error, c, c.get('requestId'), log).body })
    }
  }
  return answer(Readable.toWeb(Readable.from(lines())) as ReadableStream, LINES)
}

const encoder = new TextEncoder()
const line = (said: unknown) => encoder.encode(`${JSON.stringify(said)}\n`)

const answer = (content: string | ReadableStream, type: string) =>
  new Response(content, { headers: { 'content-type': type, 'cache-control': 'no-store' } })
