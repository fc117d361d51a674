import type { State } from '../open-state.ts'

/** 1: the password was right; 2: the second factor too, or a proof that is both. */
export type Assurance = 1 | 2

export type Session = {
  id: string
  account: string
  assurance: Assurance
  /** What the browser calls itself, for the list of one's own sessions. */
  agent: string
  madeAt: string
  /** When the person last proved who they are. */
  provenAt: string
  seenAt: string
}

const columns = 'id, account, assurance, agent, made_at AS madeAt, proven_at AS provenAt, seen_at AS seenAt'

export function addSession({ db }: State, session: Session, tokenHash: string) {
  db.prepare(
    `INSERT INTO session (id, token_hash, account, assurance, agent, made_at, proven_at, seen_at)
     VALUES (:id, :tokenHash, :account, :assurance, :agent, :madeAt, :provenAt, :seenAt)`,
  ).run({ ...session, tokenHash })
}

/** A session that nobody has ended; whether it is too old is the caller's to judge. */
export const openSessionOf = ({ db }: State, tokenHash: string) =>
  db.prepare(`SELECT ${columns} FROM session WHERE token_hash = ? AND ended_at IS NULL`).get(tokenHash) as
    | Session
    | undefined

/** Newest first. */
export const openSessionsOf = ({ db }: State, account: string) =>
  db
    .prepare(
      `SELECT ${columns} FROM session WHERE account = ? AND ended_at IS NULL ORDER BY seen_at DESC, rowid DESC`,
    )
    .all(account) as Session[]

export function markSeen({ db }: State, id: string, at: string) {
  db.prepare('UPDATE session SET seen_at = ? WHERE id = ?').run(at, id)
}

/** False where it is not this account's, or has ended. */
export function endSession({ db }: State, account: string, id: string, at: string): boolean {
  const { changes } = db
    .prepare('UPDATE session SET ended_at = ? WHERE id = ? AND account = ? AND ended_at IS NULL')
    .run(at, id, account)
  return changes === 1
}

/** Ends every session of an account but one. */
export function endOtherSessions({ db }: State, account: string, but: string | null, at: string) {
  db.prepare('UPDATE session SET ended_at = ? WHERE account = ? AND id IS NOT ? AND ended_at IS NULL').run(
    at,
    account,
    but,
  )
}
