import type { Role } from './accounts/account.ts'

/**
 * Who may ask for something, and how surely they must have shown who they are: 1 with the password, 2 with the second
 * factor too. `fresh` asks for a proof of the last ten minutes.
 */
export type Right = { roles: readonly Role[]; assurance: 1 | 2; fresh?: true }

const everyone = ['donor', 'focal_point', 'coordinator', 'administrator'] as const
const senders = ['focal_point', 'coordinator'] as const
const insiders = ['focal_point', 'coordinator', 'administrator'] as const
const inCharge = ['coordinator', 'administrator'] as const

/** Endpoints for people who have signed in, by id. What is not here is for anyone. */
export const rights: Readonly<Record<string, Right>> = {
  'propose-second-factor': { roles: everyone, assurance: 1 },
  'give-code': { roles: everyone, assurance: 1 },
  'give-recovery-code': { roles: everyone, assurance: 1 },
  'sign-out': { roles: everyone, assurance: 1 },
  'get-sessions': { roles: everyone, assurance: 2 },
  'end-sessions': { roles: everyone, assurance: 2 },
  'get-people': { roles: inCharge, assurance: 2 },
  'invite-person': { roles: inCharge, assurance: 2, fresh: true },
  'revoke-invitation': { roles: inCharge, assurance: 2 },
  'disable-account': { roles: ['administrator'], assurance: 2, fresh: true },
  'send-submission': { roles: senders, assurance: 2 },
  'get-submissions': { roles: insiders, assurance: 2 },
  'get-submission': { roles: insiders, assurance: 2 },
  'compare-versions': { roles: insiders, assurance: 2 },
  'comment-on-submission': { roles: senders, assurance: 2 },
  'take-submission': { roles: ['coordinator'], assurance: 2 },
  'return-submission': { roles: ['coordinator'], assurance: 2 },
  'approve-submission': { roles: ['coordinator'], assurance: 2, fresh: true },
  'submit-submission': { roles: senders, assurance: 2 },
  'undo-submission': { roles: senders, assurance: 2 },
  'withdraw-submission': { roles: senders, assurance: 2 },
  'get-releases': { roles: insiders, assurance: 2 },
  'get-publishing': { roles: ['coordinator'], assurance: 2 },
  'publish-release': { roles: ['coordinator'], assurance: 2, fresh: true },
  'withdraw-release': { roles: ['coordinator'], assurance: 2, fresh: true },
}

/** Pages for people who have signed in, by the first word of their address after the language. */
export const pageRights: Readonly<Record<'account' | 'people', Right>> = {
  account: { roles: everyone, assurance: 2 },
  people: { roles: inCharge, assurance: 2 },
}

/** Whom each role may invite: nobody makes an account that may do more than their own. */
export const mayInvite: Readonly<Record<Role, readonly Role[]>> = {
  donor: [],
  focal_point: [],
  coordinator: ['donor', 'focal_point'],
  administrator: everyone,
}
