// Runs in a process of its own, so that a server that has it check files goes on answering.
import { readFile } from 'node:fs/promises'
import type { Finding } from '../../indicators/model/finding.ts'
import { decodeApart } from '../../pipelines/stages/apart/decode-apart.ts'
import type { CheckSummary, ToldFinding } from '../contract/check-file.ts'
import { summaryOf } from './check-file.ts'
import { checkSentFile } from './check-sent-file.ts'
import type { Asked } from './checking.ts'
import { openContext } from './context.ts'
import { openIntakeForOne } from './intake.ts'
import { keptDefinitions } from './kept-definitions.ts'
import { Problem } from './problem.ts'
import { tellFinding } from './tell-finding.ts'

export type ChildRequest = Asked & { path: string }
export type ChildMessage =
  | { findings: ToldFinding[] }
  | { checked: CheckSummary }
  | { problem: Pick<Problem, 'code' | 'params'> }
  | { failed: string }

/** Beyond these a file is counted only: nobody reads on, and the sender has to be answered. */
const MOST_TOLD = 20_000
const BATCH = 200

const context = openContext({ env: process.env })
const definitions = keptDefinitions(context.paths.mappings)
const send = (message: ChildMessage) => process.send?.(message)

process.on('message', async (request: ChildRequest) => send(await answer(request)))
process.on('disconnect', () => process.exit())
await warm()

async function answer(request: ChildRequest): Promise<ChildMessage> {
  const { path, name, country, only, language, answers } = request
  try {
    const intake = await openIntakeForOne(context, definitions())
    try {
      const bytes = await readFile(path)
      const { heard, end } = teller((one) => tellFinding(one, language, intake.definitions))
      const sent = { name, bytes, answers, ...(country ? { country } : {}), ...(only ? { only } : {}) }
      const judged = await checkSentFile(intake, sent, heard)
      end()
      return { checked: summaryOf(judged, language, intake.definitions) }
    } finally {
      intake.close()
    }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, params: error.params } }
    return { failed: (error as Error).stack ?? String(error) }
  }
}

/** The first finding goes at once, the others in batches. */
function teller(tell: (finding: Finding) => ToldFinding) {
  let batch: ToldFinding[] = []
  let count = 0
  const end = () => {
    if (batch.length > 0) send({ findings: batch })
    batch = []
  }
  return {
    end,
    heard(finding: Finding) {
      count += 1
      if (count > MOST_TOLD) return
      batch.push(tell(finding))
      if (count === 1 || batch.length >= BATCH) end()
    },
  }
}

/** What the first file would otherwise wait for; what is wrong with it is said to whoever asks. */
async function warm() {
  try {
    definitions()
    await decodeApart(Buffer.from('a;b\n1;2\n'), null)
  } catch {
    return
  }
}
