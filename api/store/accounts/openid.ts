import type { State } from '../open-state.ts'

/** A person as a provider knows them. */
export type Identity = { issuer: string; subject: string }

/** What a person takes along to a provider, and what has to come back. */
export type Visit = { state: string; nonce: string; verifier: string }

export const accountIdOf = ({ db }: State, { issuer, subject }: Identity) =>
  (
    db.prepare('SELECT account FROM openid_identity WHERE issuer = ? AND subject = ?').get(issuer, subject) as
      | { account: string }
      | undefined
  )?.account

export function addIdentity({ db }: State, { issuer, subject }: Identity, account: string, at: string) {
  db.prepare('INSERT INTO openid_identity (issuer, subject, account, made_at) VALUES (?, ?, ?, ?)').run(
    issuer,
    subject,
    account,
    at,
  )
}

/** Older ones are forgotten on the way. */
export function addVisit(
  { db }: State,
  tokenHash: string,
  visit: Visit,
  { at, oldest }: { at: string; oldest: string },
) {
  db.prepare('DELETE FROM openid_visit WHERE made_at < ?').run(oldest)
  db.prepare(
    `INSERT INTO openid_visit (token_hash, state, nonce, verifier, made_at)
     VALUES (:tokenHash, :state, :nonce, :verifier, :at)`,
  ).run({ ...visit, tokenHash, at })
}

/** Ends a visit; undefined where there is none, it has ended before, or it is too old. */
export const takeVisit = ({ db }: State, tokenHash: string, oldest: string) =>
  db
    .prepare(
      'DELETE FROM openid_visit WHERE token_hash = ? AND made_at >= ? RETURNING state, nonce, verifier',
    )
    .get(tokenHash, oldest) as Visit | undefined
