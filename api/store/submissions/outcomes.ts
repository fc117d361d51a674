import { appendToJournal } from '../journal.ts'
import type { State } from '../open-state.ts'

/** Remembers which imports an approval made. Call it inside the change that made them. */
export function linkImports({ db }: State, submission: string, imports: readonly number[]) {
  const link = db.prepare('INSERT INTO submission_import (submission, import) VALUES (?, ?)')
  for (const one of imports) link.run(submission, one)
}

/** The release a submission was in first. */
export const firstReleaseOf = ({ db }: State, submission: string) =>
  (
    db
      .prepare('SELECT release FROM submission_release WHERE submission = ? ORDER BY at LIMIT 1')
      .get(submission) as { release: string } | undefined
  )?.release

/**
 * What counts by approval, is among the imports a release was made of and was in none before, is in this one. What was
 * approved since they were read is not. Call it inside the change that publishes it.
 */
export function linkSubmissions(state: State, release: string, imports: readonly number[], at: string) {
  const made = state.db.prepare(
    `SELECT DISTINCT submission
       FROM submission_import AS made
      WHERE import IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM submission_release AS known WHERE known.submission = made.submission)
      ORDER BY submission`,
  )
  const link = state.db.prepare('INSERT INTO submission_release (submission, release, at) VALUES (?, ?, ?)')
  for (const { submission: id } of made.all(JSON.stringify(imports))) {
    const submission = String(id)
    link.run(submission, release, at)
    appendToJournal(state, { at, kind: 'submission-published', body: { submission, release } })
  }
}

/** Approved submissions of which something counts that is in no release yet. */
export const unreleased = ({ db }: State): string[] =>
  db
    .prepare(
      `SELECT DISTINCT made.submission AS id
         FROM submission_import AS made
         JOIN import_with_successor AS import ON import.id = made.import
        WHERE import.superseded_by IS NULL
          AND NOT EXISTS (SELECT 1 FROM submission_release AS known WHERE known.submission = made.submission)
        ORDER BY made.submission`,
    )
    .all()
    .map(({ id }) => String(id))
