import { accountByEmail } from '../../store/accounts/accounts.ts'
import { passwordHashOf, setPassword } from '../../store/accounts/factors.ts'
import { endOtherSessions, endSession } from '../../store/accounts/sessions.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { type Beyond, beyondPassword } from './beyond-password.ts'
import { note } from './note.ts'
import { hashPassword, isOutdated, passwordMatches } from './passwords.ts'
import { hashOf } from './secrets.ts'
import { type Client, type Signed, startSession } from './sessions.ts'
import { countTry, forgiveTries } from './throttle.ts'

/** `next` is what is still missing: what a person has besides the password, or a second factor to be set up. */
export type HalfSignedIn = { token: string; next: Beyond | 'second-factor' }

/**
 * Takes an e-mail address and a password. Nobody can tell from the answer or from its time whether there is such an
 * account.
 *
 * Errors  `too-many-tries`, `sign-in-wrong`, `sign-in-busy`
 */
export async function startSignIn(
  context: Context,
  { email, password }: { email: string; password: string },
  { address, agent }: Client,
): Promise<HalfSignedIn> {
  const { state, now } = context
  countTry(context, 'address', address)
  countTry(context, 'password', email)
  const account = accountByEmail(state, email)
  const hash = account && passwordHashOf(state, account.id)
  const matches = await passwordMatches(password, hash)
  if (!account || !hash || !matches || account.disabledAt) {
    note(context, 'sign-in-refused', { account: account?.id ?? null, email: hashOf(email.toLowerCase()) })
    throw new Problem('sign-in-wrong', {})
  }
  forgiveTries(context, 'password', email)
  if (isOutdated(hash)) setPassword(state, account.id, await hashPassword(password), now().toISOString())
  return halfSignIn(context, account.id, agent)
}

export const halfSignIn = (context: Context, account: string, agent: string): HalfSignedIn => ({
  token: context.state.together(() => startSession(context, account, 1, agent)),
  next: beyondPassword(context, account) ?? 'second-factor',
})

export function leave(context: Context, { account, session }: Signed) {
  context.state.together(() => {
    endSession(context.state, account.id, session.id, context.now().toISOString())
    note(context, 'signed-out', { account: account.id })
  })
}

/** Ends one of a person's own sessions, or with `others` all but the one this is asked in. */
export function closeSessions(context: Context, { account, session }: Signed, which: string | 'others') {
  const { state, now } = context
  state.together(() => {
    if (which === 'others') endOtherSessions(state, account.id, session.id, now().toISOString())
    else if (!endSession(state, account.id, which, now().toISOString()))
      throw new Problem('no-such-session', {})
    note(context, 'sessions-ended', { account: account.id, which })
  })
}
