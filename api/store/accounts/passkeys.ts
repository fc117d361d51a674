import type { State } from '../open-state.ts'

/** `id` is the device's own name for it; `uses` is how often the device says it was used. */
export type Passkey = {
  id: string
  account: string
  publicKey: Uint8Array
  uses: number
  agent: string
  madeAt: string
  usedAt: string | null
}

const columns = 'id, account, public_key AS publicKey, uses, agent, made_at AS madeAt, used_at AS usedAt'

export const passkeyOf = ({ db }: State, id: string) =>
  db.prepare(`SELECT ${columns} FROM passkey WHERE id = ?`).get(id) as Passkey | undefined

/** Oldest first. */
export const passkeysOf = ({ db }: State, account: string) =>
  db
    .prepare(`SELECT ${columns} FROM passkey WHERE account = ? ORDER BY made_at, id`)
    .all(account) as Passkey[]

/** False where there is one of this name already. */
export function addPasskey({ db }: State, { usedAt: _, ...passkey }: Passkey): boolean {
  const { changes } = db
    .prepare(
      `INSERT INTO passkey (id, account, public_key, uses, agent, made_at)
       VALUES (:id, :account, :publicKey, :uses, :agent, :madeAt) ON CONFLICT DO NOTHING`,
    )
    .run(passkey)
  return changes === 1
}

export function markUsed({ db }: State, id: string, uses: number, at: string) {
  db.prepare('UPDATE passkey SET uses = ?, used_at = ? WHERE id = ?').run(uses, at, id)
}

/** False where it is not this account's. */
export function removePasskey({ db }: State, account: string, id: string): boolean {
  const { changes } = db.prepare('DELETE FROM passkey WHERE id = ? AND account = ?').run(id, account)
  return changes === 1
}

/** Older ones are forgotten on the way. */
export function addChallenge(
  { db }: State,
  hash: string,
  account: string | null,
  { at, oldest }: { at: string; oldest: string },
) {
  db.prepare('DELETE FROM passkey_challenge WHERE made_at < ?').run(oldest)
  db.prepare('INSERT INTO passkey_challenge (hash, account, made_at) VALUES (?, ?, ?)').run(hash, account, at)
}

/** Takes a challenge, and never again. False where it was taken, is too old or was somebody else's. */
export function takeChallenge({ db }: State, hash: string, account: string | null, oldest: string): boolean {
  const { changes } = db
    .prepare('DELETE FROM passkey_challenge WHERE hash = ? AND account IS ? AND made_at >= ?')
    .run(hash, account, oldest)
  return changes === 1
}
