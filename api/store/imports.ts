import { appendToJournal } from './journal.ts'
import type { State } from './open-state.ts'

export type NewImport = {
  fileHash: string
  file: string
  country: string
  mapping: string
  /** Of the mapping it was read by. */
  version: number
  quarter: string
  receivedOn: string
  importedAt: string
  origin: 'demonstration' | 'person'
  sliceHash: string
  observations: number
  warnings: number
  notes: number
  /** What its sender answered about it, by question, as JSON. */
  answers: string
}
export type Import = NewImport & { id: number; supersededBy: number | null }

const columns = `id, file_hash AS fileHash, file, country, mapping, version, quarter, received_on AS receivedOn,
  imported_at AS importedAt, origin, slice_hash AS sliceHash, observations, warnings, notes, answers,
  superseded_by AS supersededBy`

/** Writes the imports of one file and their journal entries, all or none. Earlier imports of the same reports are superseded. */
export const recordImports = (state: State, rows: readonly NewImport[]): Import[] =>
  state.together(() => addImports(state, rows))

/** The same inside a change that writes more. */
export const addImports = (state: State, rows: readonly NewImport[]): Import[] =>
  rows.map((row) => {
    const { lastInsertRowid } = state.db
      .prepare(
        `INSERT INTO import (file_hash, file, country, mapping, version, quarter, received_on, imported_at, origin,
           slice_hash, observations, warnings, notes, answers)
         VALUES (:fileHash, :file, :country, :mapping, :version, :quarter, :receivedOn, :importedAt, :origin,
           :sliceHash, :observations, :warnings, :notes, :answers)`,
      )
      .run({ ...row })
    const { importedAt, ...body } = row
    appendToJournal(state, { at: importedAt, kind: 'import', body })
    return { ...row, id: Number(lastInsertRowid), supersededBy: null }
  })

/** In the order they came. */
export const allImports = ({ db }: State) =>
  db.prepare(`SELECT ${columns} FROM import_with_successor ORDER BY id`).all() as Import[]

/** The imports that count: the latest of each report, in the order of report and quarter. */
export const currentImports = ({ db }: State) =>
  db
    .prepare(
      `SELECT ${columns} FROM import_with_successor WHERE superseded_by IS NULL ORDER BY mapping, quarter`,
    )
    .all() as Import[]

/** The imports of exactly this file that still count. */
export const currentImportsOf = ({ db }: State, fileHash: string) =>
  db
    .prepare(`SELECT ${columns} FROM import_with_successor WHERE file_hash = ? AND superseded_by IS NULL`)
    .all(fileHash) as Import[]
