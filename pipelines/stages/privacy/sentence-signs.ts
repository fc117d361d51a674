import type { Sheet } from '../decode/sheet.ts'
import type { Known } from './known.ts'
import { holdsName, piecesOf, tellsName } from './name-signs.ts'
import { holdsBirthDate, holdsShortBirthDate, tellsBirth } from './number-signs.ts'
import { plainOf } from './plain-text.ts'
import type { Spot } from './tables.ts'
import type { PersonKind } from './words/header-words.ts'

/** Shorter texts are labels. */
const SENTENCE = 15
const LIST = 2
const MANY = 3

/** Persons told of in a sentence, or listed in one cell. */
export function sentenceSign({ rows }: Sheet, known: Known): { kind: PersonKind; spot: Spot } | null {
  for (const { row, cells } of rows) {
    for (const { column, text } of cells) {
      if (text.length < SENTENCE || !/\p{L}{2}/u.test(text)) continue
      const kind = kindTold(plainOf(text), known)
      if (kind) return { kind, spot: { row, column } }
    }
  }
  return null
}

function kindTold(text: string, known: Known): PersonKind | null {
  if (tellsBirth(text)) return 'birth'
  if (tellsName(text)) return 'name'
  const pieces = /[\n;,]/.test(text) ? piecesOf(text) : []
  const names = pieces.filter((piece) => known.isNameByForm(piece) || known.isNameByWords(piece))
  if (new Set(names).size >= LIST && !known.isSigner(text)) return 'name'
  if (pieces.filter((piece) => !/\s/.test(piece) && known.hasGivenName(piece)).length >= MANY) return 'name'
  return (holdsBirthDate(text) || holdsShortBirthDate(text)) && holdsName(text) && !known.isOtherDate(text)
    ? 'birth'
    : null
}
