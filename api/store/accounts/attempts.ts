import type { State } from '../open-state.ts'

/** How often something was tried since a moment. `subject` says what is counted, such as one account's passwords. */
export const attemptsSince = ({ db }: State, subject: string, since: string) =>
  (
    db.prepare('SELECT count(*) AS tries FROM attempt WHERE subject = ? AND at > ?').get(subject, since) as {
      tries: number
    }
  ).tries

export function addAttempt({ db }: State, subject: string, at: string) {
  db.prepare('INSERT INTO attempt (subject, at) VALUES (?, ?)').run(subject, at)
}

/** Attempts that can no longer count against any limit. */
export function forgetAttempts({ db }: State, before: string) {
  db.prepare('DELETE FROM attempt WHERE at <= ?').run(before)
}

export function clearAttempts({ db }: State, subject: string) {
  db.prepare('DELETE FROM attempt WHERE subject = ?').run(subject)
}
