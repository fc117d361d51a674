import type { State } from '../open-state.ts'

export type SecondFactor = { sealedSeed: Uint8Array; lastStep: number }

export const passwordHashOf = ({ db }: State, account: string) =>
  (db.prepare('SELECT hash FROM password WHERE account = ?').get(account) as { hash: string } | undefined)
    ?.hash

export function setPassword({ db }: State, account: string, hash: string, at: string) {
  db.prepare(
    `INSERT INTO password (account, hash, set_at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at`,
  ).run(account, hash, at)
}

export const secondFactorOf = ({ db }: State, account: string) =>
  db
    .prepare('SELECT sealed_seed AS sealedSeed, last_step AS lastStep FROM second_factor WHERE account = ?')
    .get(account) as SecondFactor | undefined

export const proposedSeedOf = ({ db }: State, account: string) =>
  (
    db.prepare('SELECT sealed_seed AS seed FROM proposed_factor WHERE account = ?').get(account) as
      | { seed: Uint8Array }
      | undefined
  )?.seed

/** A new seed counts when its first code has come: until then the one before does, where there is one. */
export function proposeSecondFactor({ db }: State, account: string, sealedSeed: Uint8Array) {
  db.prepare(
    `INSERT INTO proposed_factor (account, sealed_seed) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET sealed_seed = excluded.sealed_seed`,
  ).run(account, sealedSeed)
}

/** Makes the proposed seed the second factor, its first code taken. False where another was proposed since. */
export function confirmSecondFactor(
  { db }: State,
  account: string,
  { sealedSeed, step, at }: { sealedSeed: Uint8Array; step: number; at: string },
): boolean {
  const { changes } = db
    .prepare('DELETE FROM proposed_factor WHERE account = ? AND sealed_seed = ?')
    .run(account, sealedSeed)
  if (changes === 0) return false
  db.prepare(
    `INSERT INTO second_factor (account, sealed_seed, confirmed_at, last_step) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET sealed_seed = excluded.sealed_seed, confirmed_at = excluded.confirmed_at,
                               last_step = excluded.last_step`,
  ).run(account, sealedSeed, at, step)
  return true
}

/** Takes the code of one step of time, and none of it or an earlier one again. False where it was taken already. */
export function takeStep({ db }: State, account: string, step: number): boolean {
  const { changes } = db
    .prepare('UPDATE second_factor SET last_step = :step WHERE account = :account AND last_step < :step')
    .run({ account, step })
  return changes === 1
}

/** New codes take the place of all earlier ones. */
export function setRecoveryCodes({ db }: State, account: string, hashes: readonly string[]) {
  db.prepare('DELETE FROM recovery_code WHERE account = ?').run(account)
  const insert = db.prepare('INSERT INTO recovery_code (account, hash) VALUES (?, ?)')
  for (const hash of hashes) insert.run(account, hash)
}

/** Uses a code up. False where there is no such code, or it was used before. */
export function useRecoveryCode({ db }: State, account: string, hash: string, at: string): boolean {
  const { changes } = db
    .prepare('UPDATE recovery_code SET used_at = ? WHERE account = ? AND hash = ? AND used_at IS NULL')
    .run(at, account, hash)
  return changes === 1
}
