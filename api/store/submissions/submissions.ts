import type { SubmissionState } from '../../contract/submissions/states.ts'
import type { State } from '../open-state.ts'

export type NewVersion = {
  submission: string
  number: number
  fileHash: string
  file: string
  bytes: number
  /** By question, as JSON. */
  answers: string
  allowRemoved: boolean
  /** What its sender says about it, or why there is a newer one. */
  remark: string
  sentBy: string
  sentAt: string
}
export type Version = NewVersion

/** A submission as it stands now: its newest version, and where its last step led. */
export type Submission = {
  id: string
  country: string
  openedAt: string
  version: number
  state: SubmissionState
  /** When it came to stand so. */
  since: string
}

const versionColumns = `submission, number, file_hash AS fileHash, file, bytes, answers,
  allow_removed AS allowRemoved, remark, sent_by AS sentBy, sent_at AS sentAt`
const current = `SELECT submission.id, submission.country, submission.opened_at AS openedAt,
    (SELECT max(number) FROM submission_version WHERE submission = submission.id) AS version,
    last.to_state AS state, last.at AS since
  FROM submission
  JOIN submission_step AS last
    ON last.id = (SELECT max(id) FROM submission_step WHERE submission = submission.id)`

/** Call it, and what follows of it, inside a change that takes its first step too. */
export function openSubmission({ db }: State, id: string, country: string, at: string) {
  db.prepare('INSERT INTO submission (id, country, opened_at) VALUES (?, ?, ?)').run(id, country, at)
}

export function addVersion({ db }: State, version: NewVersion) {
  db.prepare(
    `INSERT INTO submission_version (submission, number, file_hash, file, bytes, answers, allow_removed, remark,
       sent_by, sent_at)
     VALUES (:submission, :number, :fileHash, :file, :bytes, :answers, :allowRemoved, :remark, :sentBy, :sentAt)`,
  ).run({ ...version, allowRemoved: version.allowRemoved ? 1 : 0 })
}

export const submissionOf = ({ db }: State, id: string) =>
  db.prepare(`${current} WHERE submission.id = ?`).get(id) as Submission | undefined

/** All, or those of a country; the oldest first. */
export const submissionsIn = ({ db }: State, country: string | null) =>
  db
    .prepare(`${current} WHERE :country IS NULL OR submission.country = :country ORDER BY last.id`)
    .all({ country }) as Submission[]

/** Oldest first. */
export const versionsOf = ({ db }: State, submission: string): Version[] =>
  db
    .prepare(`SELECT ${versionColumns} FROM submission_version WHERE submission = ? ORDER BY number`)
    .all(submission)
    .map(told)

export function versionOf({ db }: State, submission: string, number: number): Version | undefined {
  const row = db
    .prepare(`SELECT ${versionColumns} FROM submission_version WHERE submission = ? AND number = ?`)
    .get(submission, number)
  return row && told(row)
}

export const hasSent = ({ db }: State, submission: string, account: string): boolean =>
  db
    .prepare('SELECT 1 FROM submission_version WHERE submission = ? AND sent_by = ? LIMIT 1')
    .get(submission, account) !== undefined

const told = (row: Record<string, unknown>) => ({ ...row, allowRemoved: row.allowRemoved === 1 }) as Version // safe: the columns are those of a version
