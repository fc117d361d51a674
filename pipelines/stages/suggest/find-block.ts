import type { Sheet, SheetRow } from '../decode/sheet.ts'
import { blockFrom, type Header, isNumbering } from '../map/find-header.ts'
import type { Register } from '../map/find-place.ts'
import { normaliseText } from '../values/normalise-text.ts'
import type { Lexicon } from './lexicon.ts'
import { readText } from './read-text.ts'

/** A table on a sheet nobody has described: its header and the rows under it, without the numbering of columns. */
export type Block = { header: Header; body: SheetRow[] }

const MOST_HEIGHT = 4
const MOST_ROWS = 1000
const LAST_START = 60
const MOST_TRIED = 12
/** A wider sheet is no return of a country. */
const MOST_COLUMNS = 1000

/**
 * The header of a sheet: the block above a row of values in which most texts are understood.
 *
 * Shape   null where no text of the sheet is understood and none of its rows names a place
 */
export function findBlock(
  sheet: Sheet,
  lexicon: Lexicon,
  register: Register,
  isMark: (text: string) => boolean,
): Block | null {
  const memory = new Map<string, boolean>()
  const isKnown = (text: string) => {
    const before = memory.get(text)
    if (before !== undefined) return before
    const known = /^\p{L}$/u.test(text) || readText(lexicon, text).length > 0
    memory.set(text, known)
    return known
  }
  const { rows } = sheet
  if (rows.slice(0, LAST_START).some(({ cells }) => cells.length > MOST_COLUMNS)) return null

  const namesPlace = placeNamer(register)
  const holdsValues = (row: SheetRow | undefined) => namesPlace(row) || hasValues(row, isMark)
  let best: { score: number; header: Header; body: SheetRow[] } | null = null
  const data = rows
    .map((_, index) => index)
    .filter((index) => index > 0 && (rows[index]?.row ?? 0) <= LAST_START)
    .map((index) => ({ index, holds: holdsValues(rows[index]) }))
  const firstOfValues = data.filter(({ holds }) => holds).slice(0, MOST_TRIED)
  for (const { index, holds } of firstOfValues.length > 0 ? firstOfValues : data.slice(0, MOST_TRIED)) {
    const numbered = isNumbering(rows[index - 1]?.cells.map(({ text }) => text) ?? [])
    const last = rows[index - (numbered ? 2 : 1)]
    for (const first of startsAbove(sheet, last, holdsValues)) {
      const header = blockFrom(sheet, first, (last?.row ?? first) - first + 1)
      const score = scoreOf(header, isKnown) * (holds ? 1 : 0.5)
      const least = namesPlace(rows[index]) ? Number.NEGATIVE_INFINITY : 0
      if (score > (best?.score ?? least)) best = { score, header, body: ends(rows.slice(index)) }
    }
  }
  return best && { header: best.header, body: best.body }
}

/** A long body is judged by its beginning and its end, where totals stand. */
const ends = (body: SheetRow[]) =>
  body.length <= 2 * MOST_ROWS ? body : [...body.slice(0, MOST_ROWS), ...body.slice(-MOST_ROWS)]

/** First rows a header ending in `last` can have: no blank row inside, and no title, which is one cell alone. */
function startsAbove(
  sheet: Sheet,
  last: SheetRow | undefined,
  holdsValues: (row: SheetRow) => boolean,
): number[] {
  if (!last) return []
  const starts: number[] = []
  for (let row = last.row; row > last.row - MOST_HEIGHT && row >= 1; row -= 1) {
    const found = sheet.rows.find((one) => one.row === row)
    if (!found || holdsValues(found)) break
    if (found.cells.filter(({ text }) => normaliseText(text) !== '').length < 2) break
    starts.push(row)
  }
  return starts
}

/** Understood texts count for a block; texts that are not, and headers that stand twice, against it. */
function scoreOf({ columns }: Header, isKnown: (text: string) => boolean): number {
  const texts = columns.flatMap((column) => column.texts)
  const known = texts.filter(isKnown).length
  const paths = columns.map((column) => column.texts.map(normaliseText).join('|'))
  const doubles = paths.length - new Set(paths).size
  return known - 0.3 * (texts.length - known) - doubles
}

const placeNamer = (register: Register) => (row: SheetRow | undefined) =>
  row?.cells.some(({ text }) =>
    register.find(text).candidates.some(({ code }) => code !== register.country.code),
  ) ?? false

/** Numbers, or marks in their place, beside a label or two. */
function hasValues(row: SheetRow | undefined, isMark: (text: string) => boolean): boolean {
  const cells = row?.cells ?? []
  if (isNumbering(cells.map(({ text }) => text))) return false
  const values = cells.filter(({ text, kind }) => kind === 'number' || isNumeric(text) || isMark(text))
  return cells.length > 1 && values.length >= 1 && values.length >= (cells.length - 2) / 2
}

/** Digits with what stands between and around them; a mark in place of a number does not count. */
export const isNumeric = (text: string) => /^[-−–]?\p{Nd}[\p{Nd}\s.,٫٬]*%?$/u.test(text.trim())
