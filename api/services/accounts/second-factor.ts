import {
  confirmSecondFactor,
  proposedSeedOf,
  proposeSecondFactor,
  secondFactorOf,
  takeStep,
  useRecoveryCode,
} from '../../store/accounts/factors.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { maySetUp, type NewSession, openWhole, refuseToSetUp, renewRecoveryCodes } from './beyond-password.ts'
import { note } from './note.ts'
import { hashOf } from './secrets.ts'
import { newSeed, openSeed, sealSeed, stepOf, tellSeed } from './seeds.ts'
import type { Signed } from './sessions.ts'
import { countTry, forgiveTries } from './throttle.ts'

/**
 * Proposes an authenticator to a person who has none, or who changes it. It counts when its first code has come.
 *
 * Errors  `prove-again` where there is another way already and the person has not shown lately who they are
 */
export async function proposeFactor(context: Context, signed: Signed) {
  refuseToSetUp(context, signed)
  const { id, email } = signed.account
  const seed = newSeed()
  const sealed = await sealSeed(context, id, seed)
  context.state.together(() => {
    proposeSecondFactor(context.state, id, sealed)
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
  const stepWith = async (sealed: Uint8Array | undefined) =>
    sealed ? stepOf(await openSeed(context, id, sealed), code, now()) : null
  const proposed = maySetUp(context, signed) ? proposedSeedOf(state, id) : undefined
  const first = await stepWith(proposed)
  const step = await stepWith(secondFactorOf(state, id)?.sealedSeed)
  return signInWhere(context, signed, () => {
    const at = now().toISOString()
    if (
      proposed &&
      first !== null &&
      // Another way may have been set up while the code was looked at.
      maySetUp(context, signed) &&
      confirmSecondFactor(state, id, { sealedSeed: proposed, step: first, at })
    )
      return { by: 'code', recoveryCodes: renewRecoveryCodes(context, id) }
    return step !== null && takeStep(state, id, step) ? { by: 'code', recoveryCodes: null } : null
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

function signInWhere(
  context: Context,
  signed: Signed,
  proves: () => { by: string; recoveryCodes: string[] | null } | null,
): NewSession {
  const { id } = signed.account
  const signedIn = context.state.together(() => {
    const proof = proves()
    return proof && { token: openWhole(context, signed, proof.by), recoveryCodes: proof.recoveryCodes }
  })
  if (signedIn) {
    forgiveTries(context, 'code', id)
    return signedIn
  }
  note(context, 'code-refused', { account: id })
  throw new Problem('code-wrong', {})
}
