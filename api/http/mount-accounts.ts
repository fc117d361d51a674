import type { Context as Request } from 'hono'
import { acceptInvitation } from '../contract/accounts/accept-invitation.ts'
import { addPasskey } from '../contract/accounts/add-passkey.ts'
import { askForPasskey } from '../contract/accounts/ask-for-passkey.ts'
import { disableAccount } from '../contract/accounts/disable-account.ts'
import { endSessions } from '../contract/accounts/end-sessions.ts'
import { getPasskeys } from '../contract/accounts/get-passkeys.ts'
import { getPeople } from '../contract/accounts/get-people.ts'
import { getSessions } from '../contract/accounts/get-sessions.ts'
import { giveCode } from '../contract/accounts/give-code.ts'
import { giveRecoveryCode } from '../contract/accounts/give-recovery-code.ts'
import { invitePerson } from '../contract/accounts/invite-person.ts'
import { proposePasskey } from '../contract/accounts/propose-passkey.ts'
import { proposeSecondFactor } from '../contract/accounts/propose-second-factor.ts'
import { removePasskey } from '../contract/accounts/remove-passkey.ts'
import { revokeInvitation } from '../contract/accounts/revoke-invitation.ts'
import { signIn } from '../contract/accounts/sign-in.ts'
import { signInByPasskey } from '../contract/accounts/sign-in-by-passkey.ts'
import { signOut } from '../contract/accounts/sign-out.ts'
import type { NewSession } from '../services/accounts/beyond-password.ts'
import { joinByInvitation } from '../services/accounts/invite.ts'
import * as passkeys from '../services/accounts/passkeys.ts'
import {
  closeAccount,
  inviteAs,
  ownSessions,
  peopleOf,
  told,
  withdrawInvitation,
} from '../services/accounts/people.ts'
import { proposeFactor, takeCode, takeRecoveryCode } from '../services/accounts/second-factor.ts'
import type { Signed } from '../services/accounts/sessions.ts'
import { closeSessions, type HalfSignedIn, leave, startSignIn } from '../services/accounts/sign-in.ts'
import type { Context } from '../services/context.ts'
import { siteOf } from './hosts.ts'
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
  take(app, context, askForPasskey, ({ client, c }) => passkeys.askForPasskey(context, client, siteOf(c)))
  take(app, context, signInByPasskey, async ({ sent, client, c }) => {
    const { account, token } = await passkeys.signInByPasskey(context, sent.used, client, siteOf(c))
    return whole(c, { account }, { token, recoveryCodes: null })
  })
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

/** What people sign in with besides password and authenticator. */
export function mountPasskeys(app: App, context: Context) {
  take(app, context, proposePasskey, ({ signed, c }) => passkeys.proposePasskey(context, signed, siteOf(c)))
  take(app, context, addPasskey, async ({ sent, signed, c }) =>
    whole(c, signed, await passkeys.keepPasskey(context, signed, sent.made, siteOf(c))),
  )
  take(app, context, getPasskeys, ({ signed }) => ({ passkeys: passkeys.ownPasskeys(context, signed) }))
  take(app, context, removePasskey, ({ sent, signed }) => {
    passkeys.dropPasskey(context, signed, sent.id)
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

function whole(c: Request, { account }: Pick<Signed, 'account'>, { token, recoveryCodes }: NewSession) {
  giveSession(c, token)
  return { account: told(account), recoveryCodes }
}
