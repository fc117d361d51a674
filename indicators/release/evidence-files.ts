import { coded } from '../model/coded.ts'
import { IndicatorEvidence } from '../model/evidence.ts'
import type { Logframe } from '../model/logframe.ts'
import { FileCells, FileList, Readings, type Unit, UnitList } from '../model/readings.ts'
import type { RunSql } from '../model/run-sql.ts'
import { readingsOf } from './readings.ts'
import { unitRows } from './units.sql.ts'
import type { ReleaseFile } from './write-files.ts'

const QUICK = 5

/**
 * What the internal edition has besides its figures: what they were made of, down to file, sheet and cell.
 *
 * Shape   `evidence/<indicator>/<version>`, `readings/<element>/<country>`, `cells/<file's hash>`, `units`, `files`
 */
export async function evidenceFiles(
  db: RunSql,
  logframe: Logframe,
  evidence: readonly IndicatorEvidence[],
): Promise<ReleaseFile[]> {
  const readings: Readings[] = []
  for (const { id } of logframe.elements) readings.push(...(await readingsOf(db, id)))
  const cells = cellsByFile(readings)
  const files = cells.map(({ file, fileHash }) => ({ file, fileHash }))
  const units = await db.all<Unit>(unitRows)
  return [
    json('units', () => UnitList.parse(units)),
    json('files', () => FileList.parse(files)),
    ...evidence.map((one) =>
      json(`evidence/${one.indicator}/${one.version}`, () => IndicatorEvidence.parse(one)),
    ),
    ...readings.map((one) => json(`readings/${one.element}/${one.country}`, () => Readings.parse(one))),
    ...cells.map((one) => json(`cells/${one.fileHash}`, () => FileCells.parse(one))),
  ]
}

const json = (name: string, content: () => unknown): ReleaseFile => ({
  path: `internal/${name}.json`,
  bytes: () => JSON.stringify(content()),
  quality: QUICK,
})

type CellRow = { sheet: string; ref: string; element: string; row: number }

/** Turns readings round: for every file the rows each of its cells was read as, in order of sheet and cell. */
function cellsByFile(readings: readonly Readings[]): FileCells[] {
  const files = new Map<string, { head: Pick<FileCells, 'file' | 'fileHash' | 'country'>; rows: CellRow[] }>()
  for (const { element, country, sources, source, ref } of readings) {
    ref.forEach((text, row) => {
      const from = sources[source[row] ?? -1]
      if (!from) return
      const { file, fileHash, sheet } = from
      const known = files.get(fileHash) ?? { head: { file, fileHash, country }, rows: [] }
      files.set(fileHash, known)
      for (const cell of cellsIn(text)) known.rows.push({ sheet, ref: cell, element, row })
    })
  }
  return [...files.values()]
    .sort((a, b) => (a.head.file + a.head.fileHash < b.head.file + b.head.fileHash ? -1 : 1))
    .map(({ head, rows }) => ({
      ...head,
      sheet: coded(rows.map(({ sheet }) => sheet)),
      ref: rows.map(({ ref }) => ref),
      element: coded(rows.map(({ element }) => element)),
      row: rows.map(({ row }) => row),
    }))
}

/** The cells a value was made of: of `C7-D7` both. */
const cellsIn = (ref: string): string[] => [...new Set(ref.split(/[-+]/))]
