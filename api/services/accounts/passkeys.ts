import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { MadePasskey, UsedPasskey } from '../../contract/accounts/passkey.ts'
import { accountOf, type StoredAccount } from '../../store/accounts/accounts.ts'
import {
  addChallenge,
  addPasskey,
  markUsed,
  type Passkey,
  passkeyOf,
  passkeysOf,
  removePasskey,
  takeChallenge,
} from '../../store/accounts/passkeys.ts'
import { endOtherSessions } from '../../store/accounts/sessions.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import {
  beyondPassword,
  type NewSession,
  openWhole,
  refuseToSetUp,
  renewRecoveryCodes,
} from './beyond-password.ts'
import { before, lifetimes } from './lifetimes.ts'
import { note } from './note.ts'
import { hashOf } from './secrets.ts'
import { type Client, type Signed, startSession } from './sessions.ts'
import { countTry } from './throttle.ts'

/** Where browsers reach the server; a passkey is for this name alone. */
export type Site = { origin: string; name: string }

/** EdDSA, ES256, RS256: what devices make, and every runtime checks. */
const ALGORITHMS = [-8, -7, -257]

const oldest = ({ now }: Context) => before(now(), lifetimes.challenge)

function keepChallenge(context: Context, challenge: string, account: string | null) {
  const at = context.now().toISOString()
  context.state.together(() =>
    addChallenge(context.state, hashOf(challenge), account, { at, oldest: oldest(context) }),
  )
}

const taking = (context: Context, account: string | null) => (challenge: string) =>
  takeChallenge(context.state, hashOf(challenge), account, oldest(context))

/**
 * What a browser needs to make a passkey on its device.
 *
 * Errors  `prove-again` where there is another way to sign in and the person has not shown lately who they are
 */
export async function proposePasskey(context: Context, signed: Signed, { name }: Site) {
  refuseToSetUp(context, signed)
  const { account } = signed
  const options = await generateRegistrationOptions({
    rpName: 'Waymark',
    rpID: name,
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    userDisplayName: account.name,
    attestationType: 'none',
    excludeCredentials: passkeysOf(context.state, account.id).map(({ id }) => ({ id })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  keepChallenge(context, options.challenge, account.id)
  return { ...options }
}

/**
 * Keeps a passkey a device has made. The first way to sign in besides the password opens the whole session and comes
 * with recovery codes.
 *
 * Errors  `prove-again`, `passkey-wrong`
 */
export async function keepPasskey(
  context: Context,
  signed: Signed,
  made: MadePasskey,
  { origin, name }: Site,
): Promise<NewSession> {
  refuseToSetUp(context, signed)
  const { state, now } = context
  const { account, session } = signed
  const { registrationInfo } = await verifyRegistrationResponse({
    response: made,
    expectedChallenge: taking(context, account.id),
    supportedAlgorithmIDs: ALGORITHMS,
    expectedOrigin: origin,
    expectedRPID: name,
    requireUserVerification: true,
  }).catch(() => ({ registrationInfo: undefined }))
  if (!registrationInfo) throw new Problem('passkey-wrong', {})
  const { id, publicKey, counter } = registrationInfo.credential
  return state.together(() => {
    refuseToSetUp(context, signed)
    const isFirst = beyondPassword(context, account.id) === null
    const at = now().toISOString()
    const kept = { id, account: account.id, publicKey, uses: counter, agent: session.agent, madeAt: at }
    if (!addPasskey(state, { ...kept, usedAt: null })) throw new Problem('passkey-wrong', {})
    note(context, 'passkey-added', { account: account.id, passkey: hashOf(id) })
    // Whoever knows the password alone may be half signed in elsewhere, and could now set up a way of their own.
    if (isFirst) endOtherSessions(state, account.id, session.id, at)
    return {
      token: openWhole(context, signed, 'passkey'),
      recoveryCodes: isFirst ? renewRecoveryCodes(context, account.id) : null,
    }
  })
}

/** Errors  `no-such-passkey`; `last-way-in` where nothing but the password would be left */
export function dropPasskey(context: Context, { account }: Signed, id: string) {
  context.state.together(() => {
    if (!removePasskey(context.state, account.id, id)) throw new Problem('no-such-passkey', {})
    if (beyondPassword(context, account.id) === null) throw new Problem('last-way-in', {})
    note(context, 'passkey-removed', { account: account.id, passkey: hashOf(id) })
  })
}

/** A person's passkeys as they tell them apart. */
export const ownPasskeys = ({ state }: Context, { account }: Signed) =>
  passkeysOf(state, account.id).map(({ id, agent, madeAt, usedAt }) => ({ id, agent, madeAt, usedAt }))

/**
 * What a browser needs to ask its device for any passkey it has for this site. The same for everybody.
 *
 * Errors  `too-many-tries`
 */
export async function askForPasskey(context: Context, { address }: Client, { name }: Site) {
  countTry(context, 'address', address)
  const options = await generateAuthenticationOptions({ rpID: name, userVerification: 'required' })
  keepChallenge(context, options.challenge, null)
  return { ...options }
}

/**
 * Signs in with a passkey alone: the device was there, and has made sure of its person.
 *
 * Errors  `too-many-tries`; `passkey-wrong` for whatever is not in order, without saying what
 */
export async function signInByPasskey(
  context: Context,
  used: UsedPasskey,
  { address, agent }: Client,
  site: Site,
): Promise<{ token: string; account: StoredAccount }> {
  const { state, now } = context
  countTry(context, 'address', address)
  const passkey = passkeyOf(state, used.id)
  const account = passkey && accountOf(state, passkey.account)
  const uses = passkey && (await usesIfRight(context, used, passkey, site))
  if (!passkey || !account || account.disabledAt || uses === null || uses === undefined) {
    note(context, 'sign-in-refused', { account: account?.id ?? null, passkey: hashOf(used.id) })
    throw new Problem('passkey-wrong', {})
  }
  return state.together(() => {
    // It may have been removed while it was looked at.
    if (!passkeyOf(state, passkey.id)) throw new Problem('passkey-wrong', {})
    markUsed(state, passkey.id, uses, now().toISOString())
    note(context, 'signed-in', { account: account.id, by: 'passkey' })
    return { token: startSession(context, account.id, 2, agent), account }
  })
}

/** How often the device says it was used; null where the answer is not in order. */
async function usesIfRight(
  context: Context,
  used: UsedPasskey,
  { id, publicKey, uses }: Passkey,
  { origin, name }: Site,
): Promise<number | null> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: used,
    expectedChallenge: taking(context, null),
    expectedOrigin: origin,
    expectedRPID: name,
    requireUserVerification: true,
    credential: { id, publicKey: new Uint8Array(publicKey), counter: uses },
  }).catch(() => ({ verified: false, authenticationInfo: null }))
  return verified && authenticationInfo ? authenticationInfo.newCounter : null
}
