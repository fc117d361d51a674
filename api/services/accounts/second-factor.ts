import {
  proposeSecondFactor,
  secondFactorOf,
  setRecoveryCodes,
  takeStep,
  useRecoveryCode,
} from '../../store/accounts/factors.ts'
import { endSession } from '../../store/accounts/sessions.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { note } from './note.ts'
import { hashOf, newRecoveryCode } from './secrets.ts'
import { newSeed, openSeed, sealSeed, stepOf, tellSeed } from './seeds.ts'
import { isFresh, type Signed, startSession } from './sessions.ts'
import { countTry, forgiveTries } from './throttle.ts'

const RECOVERY_CODES = 10

/** What opens the session, and the codes for the day the authenticator is lost, where they are new. */
export type NewSession = { token: string; recoveryCodes: string[] | null }

/**
 * Proposes a second factor to a person who has none, or who changes it. It counts when its first code has come.
 *
 * Errors  `prove-again` where there is one already and the person has not shown lately who they are
 */
export async function proposeFactor(context: Context, signed: Signed) {
  const { state } = context
  const { id, email } = signed.account
  const has = secondFactorOf(state, id)?.confirmedAt
  if (has && !(signed.session.assurance === 2 && isFresh(context, signed)))
    throw new Problem('prove-again', {})
  const seed = newSeed()
  const sealed = await sealSeed(context, id, seed)
  state.together(() => {
    proposeSecondFactor(state, id, sealed)
    note(context, 'second-factor-proposed', { account: id })
  })
  return tellSeed(seed, email)
}

/**
 * Takes the six digits an authenticator shows. With the first code of a new seed come recovery codes.
 *
 * Errors  `too-many-tries`, `code-wrong`
 */
export async function takeCode(context: Context, signed: Signed, code: string): Promise<NewSession> {
  const { state, now } = context
  const { id } = signed.account
  countTry(context, 'code', id)
  const factor = secondFactorOf(state, id)
  const step = factor ? stepOf(await openSeed(context, id, factor.sealedSeed), code, now()) : null
  return signInWhere(context, signed, () => {
    if (step === null || !takeStep(state, id, step, now().toISOString())) return null
    return { by: 'code', recoveryCodes: factor?.confirmedAt ? null : renewRecoveryCodes(context, id) }
  })
}

/**
 * Takes one of the recovery codes; each opens once.
 *
 * Errors  `too-many-tries`, `code-wrong`
 */
export function takeRecoveryCode(context: Context, signed: Signed, code: string): NewSession {
  const { id } = signed.account
  countTry(context, 'code', id)
  const plain = code.replaceAll(/[^a-z0-9]/gi, '').toLowerCase()
  return signInWhere(context, signed, () =>
    useRecoveryCode(context.state, id, hashOf(plain), context.now().toISOString())
      ? { by: 'recovery-code', recoveryCodes: null }
      : null,
  )
}

/** The session before ends, so that a token someone has put into a browser beforehand opens nothing. */
function signInWhere(
  context: Context,
  { account: { id }, session }: Signed,
  proves: () => { by: string; recoveryCodes: string[] | null } | null,
): NewSession {
  const { state, now } = context
  const signedIn = state.together(() => {
    const proof = proves()
    if (!proof) return null
    endSession(state, id, session.id, now().toISOString())
    note(context, 'signed-in', { account: id, by: proof.by })
    return { token: startSession(context, id, 2, session.agent), recoveryCodes: proof.recoveryCodes }
  })
  if (signedIn) {
    forgiveTries(context, 'code', id)
    return signedIn
  }
  note(context, 'code-refused', { account: id })
  throw new Problem('code-wrong', {})
}

function renewRecoveryCodes({ state }: Context, account: string): string[] {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  setRecoveryCodes(
    state,
    account,
    codes.map((code) => hashOf(code.replaceAll('-', ''))),
  )
  return codes
}
