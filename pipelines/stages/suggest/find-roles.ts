import { type Country, type Place, placeLevel, placeLevels } from '../../../indicators/model/place.ts'
import { filledTexts, refOf, type Sheet } from '../decode/sheet.ts'
import type { Register } from '../map/find-place.ts'
import { type Block, isNumeric } from './find-block.ts'
import { periodColumn } from './find-period.ts'
import type { Lexicon } from './lexicon.ts'
import { readText } from './read-text.ts'
import { plainOf } from './words.ts'

/** What stands under one header. */
export type Content = {
  column: number
  /** Texts of the body from top to bottom, merged cells filled; empty where there is none. */
  texts: string[]
  numeric: boolean
  /** The share of filled cells that name a place, and the level most of them are of. */
  places: { share: number; level: number }
  period: ReturnType<typeof periodColumn>
  /** The share of filled cells that name a data element. */
  measures: number
}

/** Looks at what stands under each header, so that a column is known by its content as well as by its name. */
export function contentsOf(
  sheet: Sheet,
  { header, body }: Block,
  lexicon: Lexicon,
  register: Register,
  country: Country,
): Content[] {
  const last = body.at(-1)?.row ?? header.lastRow
  const textAt = filledTexts(sheet, header.lastRow + 1, last)
  const width = Math.max(
    ...header.columns.map(({ column }) => column),
    ...body.map(({ cells }) => cells.at(-1)?.column ?? 0),
  )
  return Array.from({ length: width }, (_, index) => index + 1).flatMap((column) => {
    const texts = body.map(({ row }) => textAt(row, column))
    const filled = texts.filter((text) => text.trim() !== '')
    const written = body
      .map(({ row }, index) => ({ text: texts[index] ?? '', ref: refOf(row, column) }))
      .filter(({ text }) => text.trim() !== '')
    if (filled.length === 0 && !header.columns.some((one) => one.column === column)) return []
    const numbers = filled.filter(isNumeric).length
    const numeric = numbers > filled.length / 2
    const places = numeric ? { share: 0, level: 0 } : placesIn(filled, lexicon, register)
    return {
      column,
      texts,
      numeric,
      places,
      period: numeric ? null : periodColumn(written, country),
      measures:
        numeric || places.share > 0.5 ? 0 : share(distinct(filled), (text) => namesElement(lexicon, text)),
    }
  })
}

const distinct = (texts: readonly string[]) => [...new Set(texts)]
const share = (texts: readonly string[], is: (text: string) => boolean) =>
  texts.length === 0 ? 0 : texts.filter(is).length / texts.length

const namesElement = (lexicon: Lexicon, text: string) =>
  readText(lexicon, text).some(({ terms }) => terms.some(({ kind }) => kind === 'element'))

function placesIn(filled: readonly string[], lexicon: Lexicon, register: Register): Content['places'] {
  const levels = filled.flatMap((text) => {
    const [place]: readonly Place[] = register.find(text).candidates
    return place ? [placeLevels.indexOf(placeLevel(place.code))] : []
  })
  const others = filled.filter((text) => register.find(text).candidates.length === 0)
  const named = others.filter((text) => !sumOf(text, lexicon)).length
  const counts = new Map<number, number>()
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return { share: levels.length === 0 ? 0 : levels.length / (levels.length + named), level: most?.[0] ?? 0 }
}

/** What the label of a subtotal or total begins with, as written there; null for any other label. */
export function sumOf(text: string, { sums }: Lexicon): string | null {
  const plain = plainOf(text)
  const found = sums.find((sum) => plain === sum || plain.startsWith(`${sum} `))
  if (found === undefined) return null
  const written = text.trim()
  return plainOf(written.slice(0, found.length)) === found ? written.slice(0, found.length) : written
}
