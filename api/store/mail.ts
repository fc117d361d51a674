import type { State } from './open-state.ts'

export type Letter = {
  id: string
  account: string
  day: string
  about: string
  subject: string
  text: string
}
export type WaitingLetter = Letter & { email: string; tries: number }

/** What the newest letter to somebody told; undefined where there was none. */
export const lastToldTo = ({ db }: State, account: string) =>
  db.prepare('SELECT day, about FROM mail WHERE account = ? ORDER BY day DESC LIMIT 1').get(account) as
    | { day: string; about: string }
    | undefined

/** False where somebody has a letter of that day already. */
export function addLetter({ db }: State, letter: Letter, at: string): boolean {
  const { changes } = db
    .prepare(
      `INSERT INTO mail (id, account, day, about, subject, text, made_at)
       VALUES (:id, :account, :day, :about, :subject, :text, :at) ON CONFLICT DO NOTHING`,
    )
    .run({ ...letter, at })
  return changes === 1
}

/** Letters not sent yet, the oldest first; to nobody whose account was closed, and none tried too often. */
export const waitingLetters = ({ db }: State, mostTries: number) =>
  db
    .prepare(
      `SELECT mail.id, mail.account, mail.day, mail.about, mail.subject, mail.text, mail.tries, account.email
         FROM mail JOIN account ON account.id = mail.account
        WHERE mail.sent_at IS NULL AND mail.tries < ? AND account.disabled_at IS NULL
        ORDER BY mail.made_at, mail.id`,
    )
    .all(mostTries) as WaitingLetter[]

export function markSent({ db }: State, id: string, at: string) {
  db.prepare('UPDATE mail SET sent_at = ?, tries = tries + 1 WHERE id = ?').run(at, id)
}

export function markTried({ db }: State, id: string) {
  db.prepare('UPDATE mail SET tries = tries + 1 WHERE id = ?').run(id)
}
