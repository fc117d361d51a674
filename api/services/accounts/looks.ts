import type { Context } from '../context.ts'
import { note } from './note.ts'
import type { Signed } from './sessions.ts'

/** Looks at one thing within this time are one look: a page asks for what it shows more than once. */
const SAME_LOOK_MS = 10 * 60_000
const LONGEST = 300
const MOST_KNOWN = 10_000

/**
 * Writes down who looked at what no reader of the public edition sees; the entry is written before the answer is
 * given. `address` says at what: the page or endpoint with what it was asked.
 */
export function looksOver(context: Context) {
  const known = new Map<string, number>()
  return ({ account, session }: Signed, address: string) => {
    const at = context.now().getTime()
    const look = `${session.id} ${address}`
    const before = known.get(look)
    if (before !== undefined && at - before < SAME_LOOK_MS) return
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(look, at)
    context.state.together(() =>
      note(context, 'looked', { account: account.id, address: address.slice(0, LONGEST) }),
    )
  }
}
