import type { State } from '../../store/open-state.ts'
import type { Context } from '../context.ts'
import { note } from './note.ts'
import type { Signed } from './sessions.ts'

/** Looks at one thing within this time are one look: a page asks for what it shows more than once. */
const SAME_LOOK_MS = 10 * 60_000
const LONGEST = 300
const MOST_KNOWN = 10_000

/** When each session last looked at each address, for every store there is. */
const looks = new WeakMap<State, Map<string, number>>()

/**
 * Writes down who looked at what no reader of the public edition sees; the entry is written before the answer is
 * given. `address` says at what: the page or endpoint with which figures it was asked for, and nothing else.
 */
export function noteLook(context: Context, { account, session }: Signed, address: string) {
  const { state, now } = context
  const known = looks.get(state) ?? new Map<string, number>()
  looks.set(state, known)
  const at = now().getTime()
  const look = `${session.id} ${address}`
  const before = known.get(look)
  if (before !== undefined && at - before < SAME_LOOK_MS) return
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(look, at)
  state.together(() => note(context, 'looked', { account: account.id, address: address.slice(0, LONGEST) }))
}
