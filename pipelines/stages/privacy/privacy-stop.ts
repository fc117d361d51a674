import type { Place } from '../../../indicators/model/place.ts'
import { refOf, type Sheet } from '../decode/sheet.ts'
import { cellSign } from './cell-sign.ts'
import { headerSign, nameSign, valueSign } from './column-signs.ts'
import { type Known, knownFrom } from './known.ts'
import { partsBeside, type ReadTable, readTable, spotOf } from './read-table.ts'
import { isIdentified, personColumn } from './row-signs.ts'
import { sentenceSign } from './sentence-signs.ts'
import { signedRows } from './signed-rows.ts'
import { type Spot, tablesOf } from './tables.ts'
import { wideHeaderSign } from './wide-header-sign.ts'
import type { PersonKind } from './words/header-words.ts'

/** What gave a list of persons away, and where it stands. The value itself is not repeated. */
export type PersonSign = { kind: PersonKind; sheet: string; ref: string }

type Found = { kind: PersonKind; spot: Spot }

/**
 * Looks for single persons in a file that should hold counts only (rule V44).
 *
 * Reads   every cell of every sheet, hidden ones too
 * Shape   the first sign found, or null
 */
export function findPersons(sheets: readonly Sheet[], places: readonly Place[]): PersonSign | null {
  const known = knownFrom(places)
  for (const sheet of sheets) {
    const found = signIn(sheet, known)
    if (found) return { kind: found.kind, sheet: sheet.name, ref: refOf(found.spot.row, found.spot.column) }
  }
  return null
}

function signIn(sheet: Sheet, known: Known): Found | null {
  const isSigned = signedRows(sheet, known)
  const tables = tablesOf(sheet)
    .flatMap((table) => readTable(table, known) ?? [])
    .flatMap((table) => [table, ...partsBeside(table, known)])
  return (
    wideHeaderSign(sheet, known) ??
    firstOf(tables, (table) => headerSign(table, known, isSigned)) ??
    cellSign(sheet, known, isSigned) ??
    firstOf(tables, (table) => nameSign(table, known, isSigned)) ??
    firstOf(tables, valueSign) ??
    (sheet.records ? null : shapeSign(sheet, tables, known)) ??
    sentenceSign(sheet, known)
  )
}

function firstOf(tables: readonly ReadTable[], sign: (table: ReadTable) => Found | null): Found | null {
  for (const table of tables) {
    const found = sign(table)
    if (found) return found
  }
  return null
}

/** What rows are shows in their shape, unless their form says it already. */
const shapeSign = (sheet: Sheet, tables: readonly ReadTable[], known: Known) =>
  firstOf(tables, (table) => rowSign(table, known)) ?? titleSign(sheet, tables, known)

const LONGEST_TITLE = 60

/** A title that promises persons, above rows that are no counts of anything. */
function titleSign({ rows }: Sheet, tables: readonly ReadTable[], known: Known): Found | null {
  for (const { row, cells } of rows) {
    const [title, ...others] = cells
    if (!title || others.length > 1 || title.text.length > LONGEST_TITLE || !known.isListTitle(title.text))
      continue
    const below = tables.filter(
      (table) => table.lines.length > 1 && table.spot(table.lines[0]?.row ?? 0, 1).row >= row,
    )
    if (below.some((table) => !isIdentified(table) || !table.columns.some(({ role }) => role === 'count')))
      return { kind: 'person', spot: { row, column: title.column } }
  }
  return null
}

function rowSign(table: ReadTable, known: Known): Found | null {
  const column = personColumn(table, known)
  return column && { kind: 'person', spot: spotOf(table, column, column.entries[0]?.line ?? 0) }
}
