import type { Account } from '../../contract/accounts/account.ts'
import { mayInvite } from '../../contract/rights.ts'
import { accountOf, allAccounts, disableAccount } from '../../store/accounts/accounts.ts'
import { openInvitations, revokeInvitation } from '../../store/accounts/invitations.ts'
import { openSessionsOf } from '../../store/accounts/sessions.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { type Invited, invite } from './invite.ts'
import type { Signed } from './sessions.ts'

/** Nothing of how they sign in. */
export const peopleOf = ({ state, now }: Context) => ({
  accounts: allAccounts(state),
  invitations: openInvitations(state, now().toISOString()),
})

/**
 * Errors  `not-permitted` where the role is not the inviting one's to give, `account-exists`
 */
export function inviteAs(context: Context, { account }: Signed, invited: Invited) {
  if (!mayInvite[account.role].includes(invited.role)) throw new Problem('not-permitted', {})
  return invite(context, invited, account.id)
}

/** Errors  `invitation-over` where there is none to take back */
export function withdrawInvitation({ state, now }: Context, { account }: Signed, id: string) {
  if (!revokeInvitation(state, id, account.id, now().toISOString())) throw new Problem('invitation-over', {})
}

/** Errors  `no-such-account`; `not-permitted` for one's own, so that somebody is left who may */
export function closeAccount({ state, now }: Context, { account }: Signed, id: string) {
  if (id === account.id) throw new Problem('not-permitted', {})
  state.together(() => {
    if (!accountOf(state, id)) throw new Problem('no-such-account', {})
    disableAccount(state, id, account.id, now().toISOString())
  })
}

/** Where a person is signed in. */
export const ownSessions = ({ state }: Context, { account, session }: Signed) => ({
  account: told(account),
  sessions: openSessionsOf(state, account.id)
    .filter(({ assurance }) => assurance === 2)
    .map(({ id, agent, madeAt, seenAt }) => ({ id, own: id === session.id, agent, madeAt, seenAt })),
})

/** An account as its person sees it. */
export const told = ({ id, email, name, role, country, language, demonstration }: Account): Account => ({
  id,
  email,
  name,
  role,
  country,
  language,
  demonstration,
})
