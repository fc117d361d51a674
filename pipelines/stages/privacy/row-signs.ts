import { normaliseText } from '../values/normalise-text.ts'
import type { Known } from './known.ts'
import { type ColumnRole, isAgeHeader, type ReadTable, type TableColumn } from './read-table.ts'

const LIST = 2
const MANY = 3
/** With so few rows, texts differ by chance. */
const FEW = 10
const SENTENCE = 40
/** What is said of each person stands in most rows; a list of choices is shorter than others beside it. */
const MOST = 0.7
/** Said of what a row is about. */
const said: readonly ColumnRole[] = ['code', 'sex', 'answer', 'mark', 'measure']

const inRole = ({ columns }: ReadTable, ...roles: readonly TableColumn['role'][]) =>
  columns.filter(({ role }) => roles.includes(role))

/**
 * What a row is about stands in it: before what is said of it, or in a whole sentence. A text behind may differ by
 * chance where rows are few.
 */
export const isIdentified = (table: ReadTable) =>
  inRole(table, 'label').some(
    ({ column, entries }) =>
      entries.length > 1 &&
      (table.lines.length >= FEW ||
        entries.every(({ text }) => text.length > SENTENCE) ||
        !table.columns.some((other) => other.column < column && said.includes(other.role))),
  )

/**
 * One row per person: nothing in a row says what it is about, and what is said of it can only be said of one.
 *
 * Shape   the column that shows it, or null
 */
export function personColumn(table: ReadTable, known: Known): TableColumn | null {
  if (table.lines.length < LIST || table.columns.length < LIST || hasThingsAbove(table, known)) return null
  const [first] = inRole(table, 'code', 'label', 'category', 'sex', 'answer', 'mark', 'count')
  const isFull = ({ entries }: TableColumn) => entries.length >= table.lines.length * MOST
  const [sex] = inRole(table, 'sex').filter(isFull)
  const [code] = inRole(table, 'code').filter((column) => !namesPlaces(column, known))
  const age = inRole(table, 'measure').find((column) => isAgeHeader(column.header) && areAges(column))
  if (code && code === first && (sex ?? age)) return code
  if (isIdentified(table)) return null
  const answers = inRole(table, 'answer').filter(isFull)
  const certain = code ?? oneMarkEach(table) ?? (answers.length > 1 ? answers[0] : undefined)
  if (certain) return certain
  const counts = inRole(table, 'count').length > 0
  const alone = sex ?? age ?? (inRole(table, 'running').length > 0 ? answers[0] : undefined)
  if (alone && (!counts || repeats(table))) return alone
  const isTold =
    inRole(table, 'category', 'answer').length >= LIST ||
    (!table.header && inRole(table, 'count').some(areAges))
  return first && isTold && (!counts || !table.header) && repeats(table) ? first : null
}

/** Columns of stations hold what is said of stations. */
function hasThingsAbove({ header }: ReadTable, known: Known): boolean {
  const texts = header?.cells.map(({ text }) => text) ?? []
  return texts.filter((text) => known.isThing(text) || known.isPlace(text)).length * 2 > texts.length
}

const namesPlaces = ({ isPlace, entries }: TableColumn, known: Known) =>
  isPlace || entries.some(({ text }) => known.isPlace(text))

/** Single years, in no order: a count by age has each age once, in order. */
function areAges({ entries }: TableColumn): boolean {
  const years = entries.map(({ plain }) => Number(plain))
  const ordered = years.every((year, index) => index === 0 || year > (years[index - 1] ?? 0))
  return (
    years.every((year) => Number.isInteger(year) && year > 9 && year < 100) &&
    (!ordered || years.length < FEW)
  )
}

/** Columns of marks with exactly one in each row. */
function oneMarkEach(table: ReadTable): TableColumn | undefined {
  const marks = inRole(table, 'mark')
  const perLine = new Map<number, number>()
  for (const { entries } of marks)
    for (const { line, plain } of entries) if (plain !== '0') perLine.set(line, (perLine.get(line) ?? 0) + 1)
  const each = table.lines.every(({ row }) => perLine.get(row) === 1)
  const unused = table.header?.cells.filter(({ column }) =>
    table.columns.every((one) => one.column !== column),
  )
  return each && marks.length + (unused?.length ?? 0) > 1 ? marks[0] : undefined
}

/** Rows of counts differ in what they are counted by; rows of persons do not. Cells merged downwards hold for every row. */
function repeats(table: ReadTable): boolean {
  const dimensions = inRole(table, 'sex', 'category', 'label', 'answer')
  if (dimensions.length === 0 || table.lines.length < MANY) return false
  const last = new Map<number, string>()
  const texts = new Map(
    dimensions.map(({ column, entries }) => [column, new Map(entries.map(({ line, text }) => [line, text]))]),
  )
  const keys = table.lines.map(({ row }) =>
    dimensions
      .map(({ column }) => {
        const text = texts.get(column)?.get(row) ?? last.get(column) ?? ''
        last.set(column, text)
        return normaliseText(text)
      })
      .join('|'),
  )
  return new Set(keys).size < keys.length
}
