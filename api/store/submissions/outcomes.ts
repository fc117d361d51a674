import type { State } from '../open-state.ts'

/** Remembers which imports an approval made. Call it inside the change that made them. */
export function linkImports({ db }: State, submission: string, imports: readonly number[]) {
  const link = db.prepare('INSERT INTO submission_import (submission, import) VALUES (?, ?)')
  for (const one of imports) link.run(submission, one)
}
