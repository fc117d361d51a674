import type { SheetRow } from '../decode/sheet.ts'
import { normaliseText } from '../values/normalise-text.ts'
import { beginsWith } from './header-signs.ts'
import type { Known } from './known.ts'
import { plainOf, speaksOf } from './plain-text.ts'
import { isSum, type Spot, type Table } from './tables.ts'
import { ages, countHeaders, personMeasures } from './words/header-words.ts'
import { origins, sexes, yesNo } from './words/value-words.ts'

export type Entry = { line: number; text: string; plain: string; normal: string }

/** What the cells below one header are, told by the cells themselves and by the header where it is plain. */
export type ColumnRole =
  | 'running'
  | 'code'
  | 'sex'
  | 'answer'
  | 'mark'
  | 'measure'
  | 'count'
  | 'label'
  | 'category'

export type TableColumn = {
  column: number
  header: string
  entries: Entry[]
  role: ColumnRole
  isPlace: boolean
}

/** A table with its header, where one is found, and the columns of its body. */
export type ReadTable = {
  columns: TableColumn[]
  lines: readonly SheetRow[]
  spot: Table['spot']
  header: SheetRow | null
}

/** So much of a long table shows what its rows are. */
const SAMPLE = 2000
const HEADER_WITHIN = 5
const MOST = 0.9

const sexWords = new Set(sexes.map(normaliseText))
const answerWords = new Set(yesNo.map(normaliseText))
const countWords = new Set(countHeaders.map(normaliseText))
const markWords = new Set(['1', '0', 'x', 'х', '+', '✓', '✔', 'v'])
const isNumber = (plain: string) => /^[-−]?\d[\d\s\u00A0\u202F.,]*%?$/.test(plain)
const speaksOfPerson = speaksOf(personMeasures)
export const isAgeHeader = beginsWith(ages)
export const isSex = ({ normal }: Entry) => sexWords.has(normal)

export function readTable({ lines, spot }: Table, known: Known): ReadTable | null {
  const isSingle = lines.every(({ cells }) => cells.length < 2)
  const at = isSingle ? singleHeader(lines, known) : headerIndex(lines)
  const header = at === null ? null : (lines[at] ?? null)
  const body = lines
    .slice(at === null ? 0 : at + 1, SAMPLE)
    .filter(({ cells }) => isSingle || cells.length > 1)
  if (body.length === 0) return null
  const byColumn = new Map<number, Entry[]>()
  for (const { row, cells } of body)
    for (const { column, text } of cells) {
      const entries = byColumn.get(column) ?? []
      byColumn.set(column, entries)
      entries.push({ line: row, text, plain: plainOf(text), normal: known.normal(text) })
    }
  const columns = [...byColumn].map(([column, entries]): TableColumn => {
    const head = header?.cells.find((cell) => cell.column === column)?.text ?? ''
    return {
      column,
      header: head,
      entries,
      role: roleOf(head, entries, { lines: body.length, known }),
      isPlace: known.isPlaceHeader(head),
    }
  })
  return { columns: columns.sort((a, b) => a.column - b.column), lines: body, spot, header }
}

/** A single column has a header where the first text is known as one. */
function singleHeader(lines: readonly SheetRow[], known: Known): number | null {
  const found = lines
    .slice(0, HEADER_WITHIN)
    .findIndex(
      ({ cells: [cell] }) => cell && (known.isWeakHeader(cell.text) || known.kindOfHeader(cell.text)),
    )
  return found < 0 ? null : found
}

/** The first line of several texts, none of them a number or met again further down its column. */
function headerIndex(lines: readonly SheetRow[]): number | null {
  const first = lines.slice(0, HEADER_WITHIN)
  const again = new Map(
    first.flatMap(({ cells }) => cells.map(({ column, text }) => [`${column}|${text}`, 0])),
  )
  const columns = new Set(first.flatMap(({ cells }) => cells.map(({ column }) => column)))
  for (const { cells } of lines.slice(0, SAMPLE))
    for (const { column, text } of cells) {
      const times = columns.has(column) ? again.get(`${column}|${text}`) : undefined
      if (times !== undefined) again.set(`${column}|${text}`, times + 1)
    }
  const found = first.findIndex(
    ({ cells }) =>
      cells.length > 1 &&
      cells.every(({ column, text }) => again.get(`${column}|${text}`) === 1 && !isNumber(plainOf(text))),
  )
  return found < 0 ? null : found
}

type Around = { lines: number; known: Known }

function roleOf(header: string, entries: readonly Entry[], { lines, known }: Around): ColumnRole {
  const texts = entries.map(({ plain }) => plain)
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length
  const shareOfNormal = (words: ReadonlySet<string>) =>
    entries.filter(({ normal }) => words.has(normal)).length / entries.length
  const different = new Set(entries.map(({ normal }) => normal)).size
  if (countWords.has(known.normal(header))) return 'count'
  if (texts.every((text) => markWords.has(text.toLowerCase())) && !known.isPlaceHeader(header)) return 'mark'
  if (shareOfNormal(sexWords) >= MOST) return 'sex'
  if (shareOfNormal(answerWords) >= MOST) return 'answer'
  if (isRunning(texts)) return 'running'
  if (share(isNumber) >= 0.6) return speaksOfPerson(header) || isAgeHeader(header) ? 'measure' : 'count'
  if (
    different === texts.length &&
    texts.length >= lines * MOST &&
    isCode(texts) &&
    !known.isThing(texts[0] ?? '')
  )
    return 'code'
  return different >= texts.length * MOST ? 'label' : 'category'
}

/** From one upwards; two counts can follow each other by chance. */
function isRunning(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(text.replace(/[.)]$/, '')))
  const [first = 0] = numbers
  return (
    numbers.length > 1 &&
    (first === 1 || numbers.length > FEW_NUMBERS) &&
    numbers.every((number, index) => number === first + index)
  )
}

const FEW_NUMBERS = 4

/** `P-001`, `ID0002`, `Case 3`: the same letters before different numbers. */
function isCode(texts: readonly string[]): boolean {
  const starts = texts.map((text) => /^(\p{L}{1,10})[ ./№-]{0,2}\d{1,6}$/u.exec(text)?.[1])
  return starts[0] !== undefined && starts.every((start) => start === starts[0])
}

export const spotOf = ({ spot }: ReadTable, { column }: TableColumn, line: number): Spot => spot(line, column)
const originWords = new Set(origins.map(normaliseText))
export const isOrigin = ({ normal }: Entry) => originWords.has(normal)

const WIDEST_PARTED = 24
/** Numbers that are no counts: a list does not begin behind these. */
const oneOfMany: readonly ColumnRole[] = ['running', 'code', 'mark']

/**
 * A list that begins beside another table without an empty column between: after numbers, with a running number of its
 * own or with more or fewer lines.
 */
export function partsBeside({ columns, lines, spot }: ReadTable, known: Known): ReadTable[] {
  if (columns.length > WIDEST_PARTED) return []
  const sums = new Set(lines.filter(isSum).map(({ row }) => row))
  return columns.flatMap(({ column: start }, index) => {
    const before = columns[index - 1]
    if (!before || oneOfMany.includes(before.role) || !before.entries.some(({ plain }) => isNumber(plain)))
      return []
    const own = lines.flatMap(({ row, cells }) => {
      const right = cells.filter(({ column }) => column >= start)
      return right.length > 0 ? [{ row, cells: right }] : []
    })
    const part = readTable({ lines: own, spot }, known)
    const [first] = part?.columns ?? []
    const isOwn =
      (first?.role === 'running' && first.entries.length > FEW_LINES) ||
      first?.role === 'code' ||
      !sameLines(own, before.entries, sums)
    return part && isOwn ? [part] : []
  })
}

/** Two counts are one and two by chance. */
const FEW_LINES = 2

/** Sums have no answers beside them, and yet belong to the same table. */
function sameLines(lines: readonly SheetRow[], entries: readonly Entry[], sums: ReadonlySet<number>) {
  const own = lines.map(({ row }) => row).filter((row) => !sums.has(row))
  const other = entries.map(({ line }) => line).filter((line) => !sums.has(line))
  return own.length === other.length && own.every((row, index) => row === other[index])
}
