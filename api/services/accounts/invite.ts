import type { Account } from '../../contract/accounts/account.ts'
import { accountByEmail, accountOf, addAccount, type StoredAccount } from '../../store/accounts/accounts.ts'
import { setPassword } from '../../store/accounts/factors.ts'
import {
  addInvitation,
  type Invitation,
  openInvitationOf,
  useInvitation,
} from '../../store/accounts/invitations.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { after, lifetimes } from './lifetimes.ts'
import { hashPassword, judgePassword } from './passwords.ts'
import { hashOf, newId, newToken } from './secrets.ts'
import type { Client } from './sessions.ts'
import { type HalfSignedIn, halfSignIn } from './sign-in.ts'
import { countTry } from './throttle.ts'

export type Invited = Pick<Account, 'email' | 'role' | 'country' | 'language'>

/**
 * Invites a person to one role. The token is given once and kept nowhere; it opens once, within three days.
 * `by` is the inviting account; null for the command line.
 *
 * Errors  `account-exists`
 */
export function invite(context: Context, invited: Invited, by: string | null) {
  const { state, now } = context
  if (accountByEmail(state, invited.email)) throw new Problem('account-exists', { email: invited.email })
  const at = now()
  const token = newToken()
  const expiresAt = after(at, lifetimes.invitation)
  addInvitation(
    state,
    { ...invited, id: newId(), invitedBy: by, madeAt: at.toISOString(), expiresAt },
    hashOf(token),
  )
  return { token, expiresAt }
}

/**
 * Makes the account an invitation is for, with a password of the person's own; a second factor comes next. Whoever an
 * invented person invited is closed with the invented people.
 *
 * Errors  `invitation-over`, `too-many-tries`, `password-short`, `password-long`, `password-guessable`
 */
export async function joinByInvitation(
  context: Context,
  { token, name, password }: { token: string; name: string; password: string },
  { address, agent }: Client,
): Promise<HalfSignedIn> {
  const { state, now } = context
  countTry(context, 'address', address)
  const invitation = openInvitationOf(state, hashOf(token), now().toISOString())
  if (!invitation || !standsFor(context, invitation)) throw new Problem('invitation-over', {})
  judgePassword(password, [invitation.email, name])
  const hash = await hashPassword(password)
  const account = state.together(() => {
    const made = makeInvited(context, invitation, name)
    if (made) setPassword(state, made.id, hash, now().toISOString())
    return made
  })
  if (!account) throw new Problem('invitation-over', {})
  return halfSignIn(context, account.id, agent)
}

/** Whoever invited still may. */
const standsFor = ({ state }: Context, { invitedBy }: Invitation) =>
  invitedBy === null || !accountOf(state, invitedBy)?.disabledAt

/** The account an invitation is for, the invitation used up; undefined where it is over. Call it inside a change. */
export function makeInvited(
  context: Context,
  invitation: Invitation,
  name: string,
): StoredAccount | undefined {
  const { state, now } = context
  const at = now().toISOString()
  const { email, role, country, language, invitedBy } = invitation
  // Two invitations to one address make one account.
  if (accountByEmail(state, email) || !standsFor(context, invitation)) return undefined
  if (!useInvitation(state, invitation.id, at)) return undefined
  const demonstration = invitedBy !== null && (accountOf(state, invitedBy)?.demonstration ?? false)
  return addAccount(
    state,
    { id: newId(), email, name, role, country, language, demonstration },
    invitedBy,
    at,
  )
}
