import { secondFactorOf, setRecoveryCodes } from '../../store/accounts/factors.ts'
import { passkeysOf } from '../../store/accounts/passkeys.ts'
import { endSession } from '../../store/accounts/sessions.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { note } from './note.ts'
import { hashOf, newRecoveryCode } from './secrets.ts'
import { isFresh, type Signed, startSession } from './sessions.ts'

const RECOVERY_CODES = 10

/** What opens the session, and the codes for the day all else is lost, where they are new. */
export type NewSession = { token: string; recoveryCodes: string[] | null }

/** What a person shows who they are with, besides the password. */
export type Beyond = 'code' | 'passkey'

/** The authenticator where there is one, because it works on every device; null before the first sign-in. */
export function beyondPassword({ state }: Context, account: string): Beyond | null {
  if (secondFactorOf(state, account)) return 'code'
  return passkeysOf(state, account).length > 0 ? 'passkey' : null
}

/** Whether somebody may set up another way to show who they are: the first one freely, others having shown it lately. */
export const maySetUp = (context: Context, signed: Signed) =>
  beyondPassword(context, signed.account.id) === null ||
  (signed.session.assurance === 2 && isFresh(context, signed))

/** Errors  `prove-again` */
export function refuseToSetUp(context: Context, signed: Signed) {
  if (!maySetUp(context, signed)) throw new Problem('prove-again', {})
}

/**
 * Opens the whole session of somebody who has shown who they are; call it inside the change that proves it. The
 * session before ends, so that a token someone has put into a browser beforehand opens nothing.
 *
 * Errors  `sign-in-needed` where it has ended meanwhile, so that one half session never opens two
 */
export function openWhole(context: Context, { account: { id }, session }: Signed, by: string): string {
  const { state, now } = context
  if (!endSession(state, id, session.id, now().toISOString())) throw new Problem('sign-in-needed', {})
  note(context, 'signed-in', { account: id, by })
  return startSession(context, id, 2, session.agent)
}

/** New codes take the place of all earlier ones. */
export function renewRecoveryCodes({ state }: Context, account: string): string[] {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  setRecoveryCodes(
    state,
    account,
    codes.map((code) => hashOf(code.replaceAll('-', ''))),
  )
  return codes
}
