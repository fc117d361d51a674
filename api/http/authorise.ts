import type { Context as Request } from 'hono'
import type { Right } from '../contract/rights.ts'
import { isFresh, resumeSession, type Signed } from '../services/accounts/sessions.ts'
import type { Context } from '../services/context.ts'
import { Problem } from '../services/problem.ts'
import { sessionToken } from './session-cookie.ts'

/**
 * Who asks, if they have the right; null where it is anyone's.
 *
 * Errors  `sign-in-needed`, `not-permitted`, `prove-again`
 */
export function authorise(c: Request, context: Context, right: Right | 'anyone'): Signed | null {
  if (right === 'anyone') return null
  const signed = resumeSession(context, sessionToken(c))
  if (!signed || signed.session.assurance < right.assurance) throw new Problem('sign-in-needed', {})
  if (!right.roles.includes(signed.account.role)) throw new Problem('not-permitted', {})
  if (right.fresh && !isFresh(context, signed)) throw new Problem('prove-again', {})
  return signed
}

/** Who is signed in with both factors; null where nobody is. */
export function signedInOf(c: Request, context: Context): Signed | null {
  const signed = resumeSession(context, sessionToken(c))
  return signed?.session.assurance === 2 ? signed : null
}
