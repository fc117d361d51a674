import { normaliseText } from '../values/normalise-text.ts'
import type { Known } from './known.ts'
import { speaksOf } from './plain-text.ts'
import {
  type ColumnRole,
  type Entry,
  isOrigin,
  isSex,
  type ReadTable,
  spotOf,
  type TableColumn,
} from './read-table.ts'
import { isIdentified } from './row-signs.ts'
import type { Spot } from './tables.ts'
import type { PersonKind } from './words/header-words.ts'
import { offences } from './words/value-words.ts'

type Sign = { kind: PersonKind; spot: Spot } | null

const LIST = 2
const MANY = 3
const MOST = 0.8
const HALF = 0.5

/** A header that only a list of persons has, spelt rightly or nearly so. */
export function headerSign(table: ReadTable, known: Known, isSigned: (row: number) => boolean): Sign {
  if (!table.header) return null
  for (const column of table.columns) {
    const kind =
      known.kindOfHeader(column.header) ??
      (column.header.length < 40 ? known.kindInHeader(column.header) : null)
    const spot = table.spot(table.header.row, column.column)
    if (kind && fits(kind, column, table) && !isSigned(spot.row)) return { kind, spot }
  }
  return null
}

const words: readonly ColumnRole[] = ['label', 'category', 'code']

/** Whether what stands below such a header can be said of single persons; counts by offence or by risk cannot. */
function fits(kind: PersonKind, column: TableColumn, table: ReadTable): boolean {
  const counts = table.columns.filter(({ role }) => role === 'count')
  if (kind === 'birth' || kind === 'identity' || kind === 'case')
    return column.entries.some(({ plain }) => /\d{2}/.test(plain))
  if (kind === 'name') return words.includes(column.role)
  if (kind === 'origin') return words.includes(column.role)
  if (column.role === 'label')
    return counts.length === 0 || column.entries.some(({ plain }) => /\d/.test(plain))
  if (column.role === 'category') return true
  return kind === 'score' && !isIdentified(table) && column.entries.every(({ plain }) => /^\d/.test(plain))
}

/** A column of different names under "name", beside the sex of each, or in a table without counts. */
export function nameSign(table: ReadTable, known: Known, isSigned: (row: number) => boolean): Sign {
  const sexed = linesOf(table, isSex)
  const hasCounts = table.columns.some(({ role }) => role === 'count')
  for (const column of table.columns) {
    if (column.isPlace || column.role === 'answer') continue
    const names = column.entries.filter(({ text }) => known.mayBeName(text))
    const isWeak = known.isWeakHeader(column.header)
    const whole = names.length >= column.entries.length * MOST
    const found =
      (isWeak && different(names) >= LIST && names.length >= column.entries.length * HALF) ||
      (sexed.size >= MANY &&
        isUnique(
          names.filter(({ line }) => sexed.has(line)),
          MANY,
        )) ||
      (!hasCounts &&
        whole &&
        isUnique(
          names.filter(({ text }) => /\p{Lu}/u.test(text)),
          MANY,
        ))
    const [spot] = names.map(({ line }) => spotOf(table, column, line)).filter(({ row }) => !isSigned(row))
    if (found && spot)
      return { kind: 'name', spot: isWeak ? table.spot(table.header?.row ?? 0, column.column) : spot }
  }
  return partsSign(table, known)
}

/** First and family name in columns beside each other. */
function partsSign(table: ReadTable, known: Known): Sign {
  for (const [index, column] of table.columns.entries()) {
    const next = table.columns[index + 1]
    if (!next || column.isPlace || next.isPlace) continue
    const beside = new Map(next.entries.map(({ line, text }) => [line, text]))
    const pairs = column.entries.flatMap(({ line, text }) => {
      const other = beside.get(line)
      return other !== undefined && known.mayBePart(text) && known.mayBePart(other)
        ? [{ line, text: `${text} ${other}` }]
        : []
    })
    const names = pairs.filter(({ text }) => known.isNameByWords(text))
    if (different(names) >= LIST && names.length >= column.entries.length * 0.3)
      return { kind: 'name', spot: spotOf(table, column, names[0]?.line ?? 0) }
  }
  return null
}

const speaksOfOffence = speaksOf(offences)
const article =
  /^(?:ст\.?|статья|art\.?|article|section|sec\.?|s\.|الفصل|فصل)\s*\d+|(?<!\d)\d{2,3}(?:-\d)?\s?-?\s?бап/iu
const isOffence = ({ plain }: Entry) => article.test(plain) || speaksOfOffence(plain)

/** Where each comes from or what each is accused of, without a header that says so; counts by either are no list. */
export function valueSign(table: ReadTable): Sign {
  const hasCounts = table.columns.some(({ role }) => role === 'count')
  const isKeyed =
    table.columns.some(({ role }) => role === 'code' || role === 'sex') ||
    (!hasCounts && (!table.header || table.columns.some(({ role }) => role === 'running')))
  for (const column of table.columns) {
    if (!words.includes(column.role)) continue
    const { entries, role } = column
    const isOfPersons = role === 'category' || isKeyed
    for (const [kind, test] of [
      ['origin', isOrigin],
      ['offence', isOffence],
    ] as const) {
      const shown = entries.filter(test)
      if (isOfPersons && shown.length >= LIST && shown.length >= entries.length * 0.6)
        return { kind, spot: spotOf(table, column, shown[0]?.line ?? 0) }
    }
  }
  return null
}

const linesOf = ({ columns }: ReadTable, test: (entry: Entry) => boolean) =>
  new Set(columns.flatMap(({ entries }) => entries.filter(test).map(({ line }) => line)))

const different = (entries: readonly { text: string }[]) =>
  new Set(entries.map(({ text }) => normaliseText(text))).size
const isUnique = (entries: readonly { text: string }[], least: number) =>
  entries.length >= least && different(entries) === entries.length
