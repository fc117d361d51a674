import type { Account } from '../../contract/accounts/account.ts'
import { appendToJournal } from '../journal.ts'
import type { State } from '../open-state.ts'

export type Invitation = Pick<Account, 'email' | 'role' | 'country' | 'language'> & {
  id: string
  invitedBy: string | null
  madeAt: string
  expiresAt: string
}

const columns =
  'id, email, role, country, language, invited_by AS invitedBy, made_at AS madeAt, expires_at AS expiresAt'
const OPEN = 'accepted_at IS NULL AND revoked_at IS NULL AND expires_at > :now'

export function addInvitation(state: State, invitation: Invitation, tokenHash: string) {
  state.together(() => {
    state.db
      .prepare(
        `INSERT INTO invitation (id, token_hash, email, role, country, language, invited_by, made_at, expires_at)
         VALUES (:id, :tokenHash, :email, :role, :country, :language, :invitedBy, :madeAt, :expiresAt)`,
      )
      .run({ ...invitation, tokenHash })
    const { id, role, country, invitedBy: by, madeAt: at } = invitation
    appendToJournal(state, { at, kind: 'invited', body: { invitation: id, role, country, by } })
  })
}

export const openInvitations = ({ db }: State, now: string) =>
  db
    .prepare(`SELECT ${columns} FROM invitation WHERE ${OPEN} ORDER BY expires_at`)
    .all({ now }) as Invitation[]

export const openInvitationOf = ({ db }: State, tokenHash: string, now: string) =>
  db
    .prepare(`SELECT ${columns} FROM invitation WHERE token_hash = :tokenHash AND ${OPEN}`)
    .get({ tokenHash, now }) as Invitation | undefined

/** The newest one for an e-mail address. */
export const openInvitationFor = ({ db }: State, email: string, now: string) =>
  db
    .prepare(
      `SELECT ${columns} FROM invitation WHERE email = :email AND ${OPEN} ORDER BY made_at DESC LIMIT 1`,
    )
    .get({ email, now }) as Invitation | undefined

/** False where somebody was quicker. Call it inside the change that makes the account. */
export const useInvitation = ({ db }: State, id: string, now: string): boolean =>
  db.prepare(`UPDATE invitation SET accepted_at = :now WHERE id = :id AND ${OPEN}`).run({ id, now })
    .changes === 1

export function revokeInvitation(state: State, id: string, by: string, now: string): boolean {
  return state.together(() => {
    const { changes } = state.db
      .prepare(`UPDATE invitation SET revoked_at = :now WHERE id = :id AND ${OPEN}`)
      .run({ id, now })
    if (changes === 1)
      appendToJournal(state, { at: now, kind: 'invitation-revoked', body: { invitation: id, by } })
    return changes === 1
  })
}
