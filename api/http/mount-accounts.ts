import type { Context as Request } from 'hono'
import { acceptInvitation } from '../contract/accounts/accept-invitation.ts'
import { disableAccount } from '../contract/accounts/disable-account.ts'
import { endSessions } from '../contract/accounts/end-sessions.ts'
import { getPeople } from '../contract/accounts/get-people.ts'
import { getSessions } from '../contract/accounts/get-sessions.ts'
import { giveCode } from '../contract/accounts/give-code.ts'
import { giveRecoveryCode } from '../contract/accounts/give-recovery-code.ts'
import { invitePerson } from '../contract/accounts/invite-person.ts'
import { proposeSecondFactor } from '../contract/accounts/propose-second-factor.ts'
import { revokeInvitation } from '../contract/accounts/revoke-invitation.ts'
import { signIn } from '../contract/accounts/sign-in.ts'
import { signOut } from '../contract/accounts/sign-out.ts'
import { joinByInvitation } from '../services/accounts/invite.ts'
import {
  closeAccount,
  inviteAs,
  ownSessions,
  peopleOf,
  told,
  withdrawInvitation,
} from '../services/accounts/people.ts'
import {
  type NewSession,
  proposeFactor,
  takeCode,
  takeRecoveryCode,
} from '../services/accounts/second-factor.ts'
import type { Signed } from '../services/accounts/sessions.ts'
import { closeSessions, type HalfSignedIn, leave, startSignIn } from '../services/accounts/sign-in.ts'
import type { Context } from '../services/context.ts'
import type { App } from './serve.ts'
import { giveSession, takeSession } from './session-cookie.ts'
import { take } from './take.ts'

const done = { done: true } as const

/** How people come in, and who they are. Tokens of sessions leave in the cookie alone. */
export function mountComingIn(app: App, context: Context) {
  take(app, context, signIn, async ({ sent, client, c }) => half(c, await startSignIn(context, sent, client)))
  take(app, context, acceptInvitation, async ({ sent, client, c }) =>
    half(c, await joinByInvitation(context, sent, client)),
  )
  take(app, context, proposeSecondFactor, ({ signed }) => proposeFactor(context, signed))
  take(app, context, giveCode, async ({ sent, signed, c }) =>
    whole(c, signed, await takeCode(context, signed, sent.code)),
  )
  take(app, context, giveRecoveryCode, ({ sent, signed, c }) =>
    whole(c, signed, takeRecoveryCode(context, signed, sent.code)),
  )
  take(app, context, signOut, ({ signed, c }) => {
    leave(context, signed)
    takeSession(c)
    return done
  })
  take(app, context, getSessions, ({ signed }) => ownSessions(context, signed))
  take(app, context, endSessions, ({ sent, signed }) => {
    closeSessions(context, signed, sent.which)
    return done
  })
}

/** Who may use the internal edition. */
export function mountPeople(app: App, context: Context) {
  take(app, context, getPeople, () => peopleOf(context))
  take(app, context, invitePerson, ({ sent, signed }) => inviteAs(context, signed, sent))
  take(app, context, revokeInvitation, ({ sent, signed }) => {
    withdrawInvitation(context, signed, sent.id)
    return done
  })
  take(app, context, disableAccount, ({ sent, signed }) => {
    closeAccount(context, signed, sent.id)
    return done
  })
}

function half(c: Request, { token, next }: HalfSignedIn) {
  giveSession(c, token)
  return { next }
}

function whole(c: Request, { account }: Signed, { token, recoveryCodes }: NewSession) {
  giveSession(c, token)
  return { account: told(account), recoveryCodes }
}
