import type { SubmissionAction, SubmissionState } from '../../contract/submissions/states.ts'
import { appendToJournal } from '../journal.ts'
import type { State } from '../open-state.ts'
import { judgementOf } from './judgements.ts'
import { submissionOf, versionOf } from './submissions.ts'

export type NewStep = {
  submission: string
  version: number
  action: SubmissionAction
  from: SubmissionState | null
  to: SubmissionState
  /** Null where it follows from something else that was done. */
  account: string | null
  at: string
  words: string
}
export type Step = NewStep & { id: number }

/** Writes one step and what the journal says of it. Call it inside the change that found it may be taken. */
export function addStep(state: State, step: NewStep) {
  state.db
    .prepare(
      `INSERT INTO submission_step (submission, version, action, from_state, to_state, account, at, words)
       VALUES (:submission, :version, :action, :from, :to, :account, :at, :words)`,
    )
    .run({ ...step })
  const { submission, version, action, from, to, account, at, words } = step
  const fileHash = versionOf(state, submission, version)?.fileHash ?? null
  const country = submissionOf(state, submission)?.country ?? null
  const reports: { mapping: string; quarter: string }[] = JSON.parse(
    judgementOf(state, submission, version)?.reports ?? '[]',
  )
  const alone = reports.length === 1 ? reports[0] : undefined
  appendToJournal(state, {
    at,
    kind: `submission-${action}`,
    body: {
      submission,
      version,
      country,
      fileHash,
      mapping: alone?.mapping ?? null,
      quarter: alone?.quarter ?? null,
      from,
      to,
      by: account,
      words: words === '' ? null : words,
    },
  })
}

/** Oldest first. */
export const stepsOf = ({ db }: State, submission: string) =>
  db
    .prepare(
      `SELECT id, submission, version, action, from_state AS "from", to_state AS "to", account, at, words
         FROM submission_step WHERE submission = ? ORDER BY id`,
    )
    .all(submission) as Step[]

/** What was approved and of which nothing counts any more, because newer reports took its place. */
export const outdatedSubmissions = ({ db }: State) =>
  db
    .prepare(
      `SELECT last.submission, last.version
         FROM submission_step AS last
        WHERE last.id = (SELECT max(id) FROM submission_step AS step WHERE step.submission = last.submission)
          AND last.to_state = 'approved'
          AND EXISTS (SELECT 1 FROM submission_import AS made WHERE made.submission = last.submission)
          AND NOT EXISTS (
            SELECT 1
              FROM submission_import AS made
              JOIN import_with_successor AS import ON import.id = made.import
             WHERE made.submission = last.submission AND import.superseded_by IS NULL)`,
    )
    .all() as { submission: string; version: number }[]
