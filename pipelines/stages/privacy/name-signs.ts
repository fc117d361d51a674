import { normaliseText } from '../values/normalise-text.ts'
import { speaksOf, wordsOf } from './plain-text.ts'
import { familyEndings, givenNames } from './words/name-words.ts'
import { personNouns, things } from './words/value-words.ts'

const given = new Set(givenNames.map(normaliseText))
const isThing = speaksOf(things)

const LONGEST_NAME = 80
const MOST_WORDS = 5
const word = /^\p{L}[\p{L}\p{M}'’.-]*$/u
const particle = /^(?:ben|bent|bin|bint|ould|el|al|de|du|of|son|daughter|b\.|s\/o|d\/o)$/i
const capital = /^(?:\p{Lu}|\p{Lo})/u

const parts = (text: string) => text.replace(/,/g, ' ').trim().split(/\s+/)

/** Two to five words of letters, each beginning with a capital where the script has them; a place's name has them too. */
export function mayBeName(text: string): boolean {
  if (text.length > LONGEST_NAME || /\d/.test(text)) return false
  const all = parts(text)
  return (
    all.length >= 2 &&
    all.length <= MOST_WORDS &&
    all.every((one) => particle.test(one) || (word.test(one) && capital.test(one))) &&
    !isThing(text)
  )
}

/** One word of a name, in a column of its own. */
export const mayBePart = (text: string) =>
  text.length < 30 && word.test(text) && capital.test(text) && text.length > 1 && !isThing(text)

const initials = /^\p{Lu}[\p{L}'’-]+(?:-\p{Lu}\p{L}+)?,?\s+\p{Lu}\.\s?(?:\p{Lu}\.?)?$/u
const initialsFirst = /^[\p{Lu}\p{Lo}]\.\s?(?:\p{Lu}\.\s?)?[\p{Lu}\p{Lo}][\p{L}'’-]+$/u
const patronymic =
  /^\p{L}[\p{L}-]+ (?:\p{L}+ \p{L}+(?:вич|вна|ична|инична|ұлы|қызы|улы|кызы)|\p{L}+(?:вич|вна|ична) \p{L}+|\p{L}+(?:ұлы|қызы) \p{L}+)$/iu
const son = /^\p{L}+(?: \p{L}+)* (?:بن|بنت|ولد) \p{L}+/u
const sonLatin = /^\p{L}+(?: \p{L}+)? (?:ben|bent|bin|bint|ould|s\/o|d\/o|son of|daughter of) \p{L}+/iu
const certain = [initials, initialsFirst, patronymic, son, sonLatin]

/** A name by its form alone: initials, a patronymic, "son of". */
export const isNameByForm = (text: string) =>
  text.length < LONGEST_NAME && !/\d/.test(text) && certain.some((form) => form.test(text)) && !isThing(text)

const capitalFamily = /^(?:\p{Lu}{4,}(?:[ '-]\p{Lu}{2,})* \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+ \p{Lu}{4,})$/u
const comma = /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’-]+(?: \p{L}+)?$/u

/** A name by its words: a given name, the ending of a family name, or a family name in capitals. */
export const isNameByWords = (text: string) =>
  mayBeName(text) &&
  (capitalFamily.test(text) || comma.test(text) || hasGivenName(text) || parts(text).some(isFamilyName))

export const hasGivenName = (text: string) => wordsOf(text).some((one) => given.has(one))
const isFamilyName = (text: string) => familyEndings.test(text.toLowerCase())

/** Pieces of a cell that lists several. */
export const piecesOf = (text: string) =>
  text
    .split(/[\n;]+/)
    .map((piece) => piece.replace(/^\s*\d{1,3}\s*[.)-]\s*/, '').trim())
    .flatMap((piece) => (comma.test(piece) ? [piece] : piece.split(/,\s+/)))
    .filter((piece) => piece.length > 3)

const isPersonNoun = new RegExp(
  `(?<![\\p{L}])(?:${personNouns.map((noun) => noun.replace('ё', '[её]')).join('|')})\\s+(?<rest>[\\p{Lu}\\p{Lo}].{3,60})`,
  'iu',
)

/** In a sentence: a prisoner, and then a name. */
export function tellsName(text: string): boolean {
  const rest = isPersonNoun.exec(text)?.groups?.rest
  if (rest === undefined) return false
  const following = rest.split(/[\s,.;:()]+/)
  return (
    [2, 3, 4].some((count) => {
      const some = following.slice(0, count).join(' ')
      return isNameByForm(some) || isNameByWords(some)
    }) || /^\p{Lu}[\p{L}-]+ \p{Lu}\.|^[\p{Lu}\p{Lo}]\. ?(?:\p{Lu}\. ?)?[\p{Lu}\p{Lo}]\p{L}/u.test(rest)
  )
}

/** In a sentence: some words in a row that are a name. */
export function holdsName(text: string): boolean {
  const all = text.split(/[\s,.;:()"«»]+/)
  const runs = all.flatMap((_, at) => [2, 3].map((count) => all.slice(at, at + count).join(' ')))
  return (
    /\p{Lu}[\p{Ll}-]+ \p{Lu}\.|\p{Lu}\. ?\p{Lu}\p{Ll}+/u.test(text) ||
    runs.some((run) => isNameByForm(run) || isNameByWords(run))
  )
}
