import type { State } from '../open-state.ts'

export type Judgement = {
  submission: string
  version: number
  judgedAt: string
  verdict: 'acceptable' | 'has-errors' | 'has-questions'
  /** The last import its reports were compared with; 0 where there was none. */
  basis: number
  observations: number
  errors: number
  warnings: number
  notes: number
  added: number
  changed: number
  removed: number
  suspicious: number
  /** What it reports, as JSON: `{mapping, quarter}` of each. */
  reports: string
  /** The gravest of its findings, as JSON. */
  findings: string
  /** The gravest of its differences from what counted, as JSON; null in it where nothing did. */
  differences: string
}

const columns = `submission, version, judged_at AS judgedAt, verdict, basis, observations, errors, warnings, notes,
  added, changed, removed, suspicious, reports, findings, differences`

export function addJudgement({ db }: State, judgement: Judgement) {
  db.prepare(
    `INSERT INTO submission_judgement (submission, version, judged_at, verdict, basis, observations, errors, warnings,
       notes, added, changed, removed, suspicious, reports, findings, differences)
     VALUES (:submission, :version, :judgedAt, :verdict, :basis, :observations, :errors, :warnings,
       :notes, :added, :changed, :removed, :suspicious, :reports, :findings, :differences)`,
  ).run({ ...judgement })
}

/** The one that holds. */
export const judgementOf = ({ db }: State, submission: string, version: number) =>
  db
    .prepare(
      `SELECT ${columns} FROM submission_judgement WHERE submission = ? AND version = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(submission, version) as Judgement | undefined

/** Whether any of the reports was imported after `basis`: what was compared then is not what counts now. */
export const lastImportOf = ({ db }: State, reports: string): number =>
  (
    db
      .prepare(
        `SELECT coalesce(max(import.id), 0) AS last
           FROM import
           JOIN json_each(?) AS report
             ON import.mapping = report.value ->> 'mapping' AND import.quarter = report.value ->> 'quarter'`,
      )
      .get(reports) as { last: number }
  ).last
