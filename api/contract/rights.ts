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

/** Endpoints for those who sign in, by id. What is not here nobody may ask; an open public edition asks nobody. */
export const rights: Readonly<Record<string, Right | 'anyone'>> = {
  'sign-in': 'anyone',
  'begin-openid': 'anyone',
  'ask-for-passkey': 'anyone',
  'sign-in-by-passkey': 'anyone',
  'accept-invitation': 'anyone',
  'get-health': 'anyone',
  'get-openapi': 'anyone',
  'get-release': { roles: everyone, assurance: 2 },
  'get-programme': { roles: everyone, assurance: 2 },
  'get-indicator': { roles: everyone, assurance: 2 },
  'get-values': { roles: everyone, assurance: 2 },
  'get-data-package': { roles: everyone, assurance: 2 },
  'get-catalogue': { roles: everyone, assurance: 2 },
  'get-iati': { roles: everyone, assurance: 2 },
  'get-iati-nl': { roles: everyone, assurance: 2 },
  'get-report': { roles: everyone, assurance: 2 },
  'get-explanation': { roles: everyone, assurance: 2 },
  'get-windows': { roles: inCharge, assurance: 2 },
  'get-lineage': { roles: insiders, assurance: 2 },
  'get-cell': { roles: insiders, assurance: 2 },
  'get-first-look': { roles: insiders, assurance: 2 },
  'check-file': { roles: insiders, assurance: 2 },
  'propose-second-factor': { roles: everyone, assurance: 1 },
  'give-code': { roles: everyone, assurance: 1 },
  'give-recovery-code': { roles: everyone, assurance: 1 },
  'propose-passkey': { roles: everyone, assurance: 1 },
  'add-passkey': { roles: everyone, assurance: 1 },
  'get-passkeys': { roles: everyone, assurance: 2 },
  'remove-passkey': { roles: everyone, assurance: 2, fresh: true },
  'sign-out': { roles: everyone, assurance: 1 },
  'get-sessions': { roles: everyone, assurance: 2 },
  'end-sessions': { roles: everyone, assurance: 2 },
  'get-people': { roles: inCharge, assurance: 2 },
  'invite-person': { roles: inCharge, assurance: 2, fresh: true },
  'revoke-invitation': { roles: inCharge, assurance: 2 },
  'disable-account': { roles: ['administrator'], assurance: 2, fresh: true },
  'get-journal': { roles: inCharge, assurance: 2 },
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
  'preview-release': { roles: ['coordinator'], assurance: 2 },
  'publish-release': { roles: ['coordinator'], assurance: 2, fresh: true },
  'withdraw-release': { roles: ['coordinator'], assurance: 2, fresh: true },
}

/** What tells figures no reader of the public edition sees, besides a release: each look at it is written down. */
export const tellsInside: readonly string[] = ['get-submission', 'compare-versions', 'get-publishing']

/** What it takes to sign in and out; offered wherever people may have to. */
export const waysIn: readonly string[] = [
  ...['sign-in', 'accept-invitation', 'propose-second-factor', 'give-code', 'give-recovery-code'],
  ...['begin-openid', 'ask-for-passkey', 'sign-in-by-passkey', 'propose-passkey', 'add-passkey'],
  ...['get-passkeys', 'remove-passkey', 'sign-out', 'get-sessions', 'end-sessions'],
]

/** Errors  what is in no table is a mistake of ours: nobody gets past it */
export function rightTo(endpoint: string): Right | 'anyone' {
  const right = rights[endpoint]
  if (right === undefined) throw new Error(`nobody has a right to ${endpoint}`)
  return right
}

/** Pages of the internal edition that are not for everyone who has signed in, by the first word of their address. */
export const pageRights: Readonly<Record<string, Right | 'anyone'>> = {
  'sign-in': 'anyone',
  join: 'anyone',
  people: { roles: inCharge, assurance: 2 },
  check: { roles: insiders, assurance: 2 },
  cell: { roles: insiders, assurance: 2 },
  tasks: { roles: senders, assurance: 2 },
  submissions: { roles: insiders, assurance: 2 },
  publish: { roles: ['coordinator'], assurance: 2 },
  audit: { roles: inCharge, assurance: 2 },
}

/** Of whatever else there is. */
export const ofSignedIn: Right = { roles: everyone, assurance: 2 }

export const pageRight = (name: string): Right | 'anyone' =>
  Object.hasOwn(pageRights, name) ? (pageRights[name] ?? ofSignedIn) : ofSignedIn

const holds = (role: Role, right: Right | 'anyone' | undefined) =>
  right === 'anyone' || (right?.roles.includes(role) ?? false)

/** Whether a page should offer a role something at all; what counts is what the server lets through. */
export const mayAsk = (role: Role, endpoint: string) => holds(role, rights[endpoint])
export const mayOpen = (role: Role, page: string) => holds(role, pageRight(page))

/** How much of the internal edition each role is shown. What is not shown in full is shown as the public edition has it. */
export const sees: Readonly<Record<Role, 'all' | 'own-country' | 'public'>> = {
  donor: 'public',
  focal_point: 'own-country',
  coordinator: 'all',
  administrator: 'all',
}

/** Whom each role may invite: nobody makes an account that may do more than their own. */
export const mayInvite: Readonly<Record<Role, readonly Role[]>> = {
  donor: [],
  focal_point: [],
  coordinator: ['donor', 'focal_point'],
  administrator: everyone,
}
