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
