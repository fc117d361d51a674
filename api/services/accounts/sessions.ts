import { accountOf, type StoredAccount } from '../../store/accounts/accounts.ts'
import {
  type Assurance,
  addSession,
  endSession,
  markSeen,
  openSessionOf,
  openSessionsOf,
  type Session,
} from '../../store/accounts/sessions.ts'
import type { Context } from '../context.ts'
import { before, lifetimes } from './lifetimes.ts'
import { hashOf, newId, newToken } from './secrets.ts'

/** Where a request comes from, as the connection and the browser say. */
export type Client = { address: string; agent: string }
/** Somebody who has shown who they are, as far as `session.assurance` says. */
export type Signed = { account: StoredAccount; session: Session }

const MOST = 5
const LONGEST_AGENT = 200

/** A new session, and the token that alone opens it. Of a person's sessions the least used give way to the sixth. */
export function startSession({ state, now }: Context, account: string, assurance: Assurance, agent: string) {
  const at = now().toISOString()
  const token = newToken()
  const session = { id: newId(), account, assurance, agent: agent.slice(0, LONGEST_AGENT) }
  for (const old of openSessionsOf(state, account).slice(MOST - 1)) endSession(state, account, old.id, at)
  addSession(state, { ...session, madeAt: at, provenAt: at, seenAt: at }, hashOf(token))
  return token
}

/** Whose session a token opens; null where there is none, or it is too old, or the account is disabled. */
export function resumeSession({ state, now }: Context, token: string | undefined): Signed | null {
  const session = token === undefined ? undefined : openSessionOf(state, hashOf(token))
  const account = session && accountOf(state, session.account)
  if (!session || !account || account.disabledAt) return null
  const at = now()
  if (session.seenAt <= before(at, lifetimes.idle) || session.madeAt <= before(at, lifetimes.session)) {
    endSession(state, account.id, session.id, at.toISOString())
    return null
  }
  if (session.seenAt <= before(at, lifetimes.seen)) markSeen(state, session.id, at.toISOString())
  return { account, session }
}

/** Whether the person has shown who they are lately enough for what cannot be undone. */
export const isFresh = ({ now }: Context, { session }: Signed) =>
  session.provenAt > before(now(), lifetimes.fresh)
