import { normaliseText } from '../values/normalise-text.ts'
import { innerHeaders, type PersonKind, wholeHeaders } from './words/header-words.ts'

type Phrase = { kind: PersonKind; letters: string; words: number }

/** Letters that look or are typed alike in Latin, Cyrillic and Arabic become one; spaces and marks go. */
const alike: Record<string, string> = {
  а: 'a',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  и: 'h',
  о: 'o',
  р: 'p',
  с: 'e',
  c: 'e',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  щ: 'ш',
  l: 'i',
  '0': 'o',
  '1': 'i',
  '|': 'i',
  ج: 'ح',
  خ: 'ح',
}
const lettersOf = (text: string) =>
  [...normaliseText(text).replace(/rn/g, 'm')]
    .map((letter) => alike[letter] ?? letter)
    .filter((letter) => /[\p{L}\d№]/u.test(letter))
    .join('')

const wordsIn = (text: string) =>
  normaliseText(text)
    .split(/[\s,;:()/]+/)
    .filter(Boolean)

const phrases = (lists: Partial<Record<PersonKind, readonly string[]>>): Phrase[] =>
  Object.entries(lists).flatMap(([kind, list]) =>
    list.map((phrase) => ({
      kind: kind as PersonKind,
      letters: lettersOf(phrase),
      words: wordsIn(phrase).length,
    })),
  )
const inner = phrases(innerHeaders)
const whole = [...phrases(wholeHeaders), ...inner]
const kindOfLetters = new Map(whole.map(({ letters, kind }) => [letters, kind]))
const byWords = Map.groupBy(inner, ({ words }) => words)

/** A word this long is still known with one letter wrong, and one twice as long with two. */
const LONG_ENOUGH = 6
const slipsAllowed = (letters: string) =>
  letters.length >= 2 * LONG_ENOUGH ? 2 : letters.length >= LONG_ENOUGH ? 1 : 0
const LONGEST_HEADER = 60

/** What a whole header tells of a person, spelt rightly or nearly so; null for other headers. */
export function kindOfHeader(text: string): PersonKind | null {
  if (text.length > LONGEST_HEADER || !/\p{L}/u.test(text)) return null
  const letters = lettersOf(text)
  return kindOfLetters.get(letters) ?? whole.find((phrase) => isNear(letters, phrase.letters))?.kind ?? null
}

/** What a part of a longer header tells of a person. */
export function kindInHeader(text: string): PersonKind | null {
  if (text.length > LONGEST_HEADER || !/\p{L}/u.test(text)) return null
  const words = wordsIn(text).map(lettersOf)
  for (const [count, list] of byWords) {
    for (let at = 0; at + count <= words.length; at += 1) {
      const run = words.slice(at, at + count).join('')
      const found = list.find(({ letters }) => letters === run || isNear(run, letters))
      if (found) return found.kind
    }
  }
  return null
}

const isNear = (written: string, letters: string) => {
  const slips = slipsAllowed(letters)
  return slips > 0 && Math.abs(written.length - letters.length) <= slips && isWithin(written, letters, slips)
}

/** Whether some slips lead from one word to the other: a letter lost, added, taken for another, or two changed places. */
function isWithin(one: string, other: string, slips: number): boolean {
  if (one === other) return true
  if (slips === 0) return false
  let at = 0
  while (one[at] === other[at]) at += 1
  const [a, b] = [one.slice(at), other.slice(at)]
  return (
    isWithin(a.slice(1), b, slips - 1) ||
    isWithin(a, b.slice(1), slips - 1) ||
    isWithin(a.slice(1), b.slice(1), slips - 1) ||
    (a[0] === b[1] && a[1] === b[0] && isWithin(a.slice(2), b.slice(2), slips - 1))
  )
}

/** Whether a header begins with one of some words, spelt rightly or nearly so. */
export function beginsWith(phrases: readonly string[]): (text: string) => boolean {
  const all = phrases.map(lettersOf)
  return (text) => {
    const [first = ''] = wordsIn(text).map(lettersOf)
    return all.some((letters) => letters === first || isNear(first, letters))
  }
}
