import { accountOf, type StoredAccount } from '../../store/accounts/accounts.ts'
import { openInvitationFor } from '../../store/accounts/invitations.ts'
import { accountIdOf, addIdentity, addVisit, takeVisit } from '../../store/accounts/openid.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { beyondPassword } from './beyond-password.ts'
import { makeInvited } from './invite.ts'
import { before, lifetimes } from './lifetimes.ts'
import { note } from './note.ts'
import type { Provider, Vouched } from './provider.ts'
import { hashOf, newToken } from './secrets.ts'
import { type Client, startSession } from './sessions.ts'
import type { HalfSignedIn } from './sign-in.ts'
import { countTry } from './throttle.ts'

/** `next` is null where the provider has asked for a second factor already. */
export type Vouchsafed = { token: string; next: HalfSignedIn['next'] | null }

const oldest = ({ now }: Context) => before(now(), lifetimes.visit)

/**
 * Sends a person to the provider; the token is their browser's, and shows on the way back that it is the same one.
 *
 * Errors  `too-many-tries`, `openid-unreachable`
 */
export async function visitProvider(
  context: Context,
  provider: Provider,
  { address }: Client,
  returnTo: string,
) {
  countTry(context, 'address', address)
  const { address: there, visit } = await provider.begin(returnTo)
  const token = newToken()
  const at = context.now().toISOString()
  context.state.together(() => addVisit(context.state, hashOf(token), visit, { at, oldest: oldest(context) }))
  return { there, token }
}

/**
 * Signs in who came back from the provider. Who is new there needs an open invitation for the e-mail address the
 * provider has made sure of; nobody takes over an account that is there already.
 *
 * Errors  `openid-failed`, `openid-unknown`, `openid-unreachable`
 */
export async function returnFromProvider(
  context: Context,
  provider: Provider,
  { token, address }: { token: string | undefined; address: URL },
  { agent }: Client,
): Promise<Vouchsafed> {
  const { state } = context
  const visit = token === undefined ? undefined : takeVisit(state, hashOf(token), oldest(context))
  if (!visit) throw new Problem('openid-failed', {})
  const vouched = await provider.finish(address, visit)
  return (
    state.together(() => {
      const account = knownTo(context, vouched)
      if (!account || account.disabledAt) {
        note(context, 'sign-in-refused', { account: account?.id ?? null, by: 'openid' })
        return null
      }
      if (vouched.strong) note(context, 'signed-in', { account: account.id, by: 'openid' })
      return {
        token: startSession(context, account.id, vouched.strong ? 2 : 1, agent),
        next: vouched.strong ? null : (beyondPassword(context, account.id) ?? 'second-factor'),
      }
    }) ?? refuseUnknown()
  )
}

const refuseUnknown = (): never => {
  throw new Problem('openid-unknown', {})
}

/** The account of who is vouched for, made where an invitation is open. */
function knownTo(context: Context, { email, name, ...identity }: Vouched): StoredAccount | undefined {
  const { state, now } = context
  const known = accountIdOf(state, identity)
  if (known) return accountOf(state, known)
  const at = now().toISOString()
  const invitation = email === null ? undefined : openInvitationFor(state, email, at)
  const made = invitation && makeInvited(context, invitation, name)
  if (made) addIdentity(state, identity, made.id, at)
  return made
}
