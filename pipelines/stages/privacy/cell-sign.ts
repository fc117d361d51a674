import type { Sheet } from '../decode/sheet.ts'
import { type CellSign, nameSigns, numberSigns } from './cell-signs.ts'
import type { Known } from './known.ts'
import { plainOf } from './plain-text.ts'
import { type Spot, type Table, viewsOf } from './tables.ts'
import type { PersonKind } from './words/header-words.ts'

/** What one column shows of one sign. */
type Seen = {
  sign: CellSign
  values: Set<string>
  shown: number
  among: number
  surely: boolean
  spot: Spot | null
}

/** Numbers, dates and names that give a person away wherever they stand, down a column or along a row. */
export function cellSign(
  sheet: Sheet,
  known: Known,
  isSigned: (row: number) => boolean,
): { kind: PersonKind; spot: Spot } | null {
  const [upright, turned] = viewsOf(sheet).map((view) => lookedAt(view, known, isSigned))
  return firstEnough(upright ?? [], 1) ?? firstEnough(turned ?? [], LIST)
}

/** More than enough for any sign. */
const MOST_VALUES = 4
/** The longest number that is a count and nothing else. */
const COUNT_DIGITS = 7
const isCount = (text: string) => text.length <= COUNT_DIGITS && /^\d*$/.test(text)

function lookedAt({ lines, spot }: Table, known: Known, isSigned: (row: number) => boolean) {
  const columns = new Map<number, { numbers: Seen[]; names: Seen[]; header: string | null }>()
  let last = 0
  for (const { row, cells } of lines) {
    if (row > last + 1) for (const column of columns.values()) column.header = null
    last = row
    for (const { column, text } of cells) {
      if (isCount(text)) continue
      const seen = columns.get(column) ?? {
        numbers: numberSigns.map(nothingOf),
        names: nameSigns.map(nothingOf),
        header: null,
      }
      columns.set(column, seen)
      const plain = plainOf(text)
      const isNumber = /\d/.test(plain)
      if (!isNumber) seen.header ??= plain
      for (const one of isNumber ? seen.numbers : seen.names)
        look(one, plain, { at: spot(row, column), header: seen.header ?? '', known, isSigned })
    }
  }
  return [...columns.values()].flatMap(({ numbers, names }) => [...numbers, ...names])
}

const nothingOf = (sign: CellSign): Seen => ({
  sign,
  values: new Set(),
  shown: 0,
  among: 0,
  surely: !sign.surely,
  spot: null,
})

type Looking = { at: Spot; header: string; known: Known; isSigned(row: number): boolean }

function look(seen: Seen, plain: string, { at, header, known, isSigned }: Looking) {
  const { sign, values } = seen
  if (sign.among?.(plain)) seen.among += 1
  if (!sign.shows(plain, known) || sign.under?.(header, known)) return
  if (sign.unlessSigned && isSigned(at.row)) return
  seen.shown += 1
  if (values.size < MOST_VALUES) values.add(plain)
  seen.surely ||= sign.surely?.(plain) ?? true
  seen.spot ??= at
}

const order = [...numberSigns, ...nameSigns]

/** Along a row, a single one says no more than in its column. */
const LIST = 2

function firstEnough(all: readonly Seen[], least: number) {
  const enough = all
    .filter(
      ({ sign, values, shown, among, surely }) =>
        values.size >= Math.max(sign.enough, least) && surely && shown * 2 >= among,
    )
    .sort((a, b) => order.indexOf(a.sign) - order.indexOf(b.sign))
  const [first] = enough
  return first?.spot ? { kind: first.sign.kind, spot: first.spot } : null
}
