import { appendToJournal } from '../journal.ts'
import type { State } from '../open-state.ts'

/** Something said about a submission; `sheet` and `cell` are empty where it is about no cell. */
export type NewComment = {
  submission: string
  version: number
  account: string
  at: string
  sheet: string
  cell: string
  words: string
}
export type Comment = NewComment & { id: number }

/** The journal says that something was said, and where; what was said stays here. */
export function addComment(state: State, comment: NewComment) {
  state.db
    .prepare(
      `INSERT INTO submission_comment (submission, version, account, at, sheet, cell, words)
       VALUES (:submission, :version, :account, :at, :sheet, :cell, :words)`,
    )
    .run({ ...comment })
  const { submission, version, account: by, at, sheet, cell } = comment
  const body = { submission, version, sheet: sheet || null, cell: cell || null, by }
  appendToJournal(state, { at, kind: 'submission-comment', body })
}

/** Oldest first. */
export const commentsOn = ({ db }: State, submission: string) =>
  db
    .prepare(
      `SELECT id, submission, version, account, at, sheet, cell, words
         FROM submission_comment WHERE submission = ? ORDER BY id`,
    )
    .all(submission) as Comment[]
