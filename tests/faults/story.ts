import type { SubmissionState } from '../../api/contract/submissions/states.ts'
import { sha256 } from '../../api/store/raw-files.ts'
import { smallReturn } from '../api/small-return.ts'
import { personAt } from '../api/submissions/desk.ts'
import { cookieAt } from '../helpers/signed-in.ts'

/** What the server has said is done. */
export type Acknowledged =
  | { kind: 'send'; id: string; version: number; hash: string }
  | { kind: 'take' | 'return' | 'approve'; id: string; version: number }
  | { kind: 'publish'; release: string }

/** What a story is doing, so that it can be struck there. */
export type Moment = 'send' | 'take' | 'approve' | 'publish'
export const moments: readonly Moment[] = ['send', 'take', 'approve', 'publish']

type Told = { id: string; version: number; state: SubmissionState }
type Answer = { status: number; body: Record<string, unknown> }

/**
 * A return is sent, taken, approved and published; whatever the server acknowledges is told at once. Ends early where
 * the server does.
 */
export async function tellStory(
  { site, data, people }: { site: string; data: string; people: number },
  comesTo: (moment: Moment) => void,
  acknowledge: (done: Acknowledged) => void,
): Promise<void> {
  const at = (role: 'focal_point' | 'coordinator') =>
    personAt(site, cookieAt(data, { role, country: role === 'focal_point' ? 'UGA' : null }).cookie)
  const [sender, reviewer] = [at('focal_point'), at('coordinator')]
  const step = async (kind: 'take' | 'return' | 'approve', { id, version }: Told) => {
    const { body } = refused(
      await reviewer.post(`/api/submissions/${kind}`, {
        id,
        version,
        ...(kind === 'take' ? {} : { words: 'tried' }),
      }),
    )
    acknowledge({ kind, id, version })
    return body as Told // safe: the contract of these endpoints
  }
  try {
    const { body } = await sender.get('/api/submissions')
    const waiting = (body.submissions as Told[]).find(({ state }) => state === 'in_review')
    if (waiting) await step('return', waiting)
    const bytes = smallReturn([String(people), '5'], ['20', '10'])
    comesTo('send')
    const sent = refused(await sender.send('small.csv', bytes)).body as Told
    acknowledge({ kind: 'send', id: sent.id, version: sent.version, hash: sha256(bytes) })
    comesTo('take')
    const taken = await step('take', sent)
    comesTo('approve')
    await step('approve', taken)
    comesTo('publish')
    refused(await reviewer.post('/api/releases/publish', { notes: 'tried' }))
    for (;;) {
      const { body: stands } = await reviewer.get('/api/releases/publishing')
      if (stands.state === 'done') acknowledge({ kind: 'publish', release: stands.published.id })
      if (stands.state !== 'running') return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error
  }
}

/** Errors  what a story meets on its way has to be let through */
function refused(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer.body)}`)
  return answer
}
