import type { DeliveredAs } from '../../../indicators/model/observation.ts'
import { type Found, keyOf, type Lexicon, type Term } from './lexicon.ts'
import { plainOf } from './words.ts'

/** One way to understand a text. `sure` is false for a mere resemblance. */
export type TextReading = {
  terms: Term[]
  deliveredAs: DeliveredAs | null
  how: Found['how']
  likeness: number
}

/** No header is longer; what is has nothing to say here. */
const LONGEST_HEADER = 300

/** Between two parts of one text: `Trained – women`, `Released: on parole`, `Questionnaires, dont femmes`. */
const joints = /\s[–—-]\s|\s*[:;]\s+|,\s+|\s*\n\s*|\s+(?=\()/g
/** Between the same text in two languages: `Облыс / Область`. */
const twoLanguages = /\s+\/\s+|\s*\n\s*/

/**
 * What a header's or label's text can stand for.
 *
 * Shape   every reading there is; none where the words are unknown. Words such as “since 1 January” are read apart.
 */
export function readText(lexicon: Lexicon, text: string): TextReading[] {
  if (text.length > LONGEST_HEADER) return []
  const whole = readWhole(lexicon, text)
  const halves = text.split(twoLanguages).filter((half) => half.trim() !== '')
  return whole.length > 0 || halves.length < 2
    ? whole
    : agreeing(halves.map((half) => readWhole(lexicon, half)))
}

/** A text known as it stands is that; one that is only similar to what is known may as well be its parts. */
function readWhole(lexicon: Lexicon, text: string): TextReading[] {
  const found = readCounted(lexicon, text)
  return found.some(({ how }) => how !== 'similar') ? found : [...found, ...readParts(lexicon, text)]
}

/** Two languages say the same; where one is not understood the other counts. */
function agreeing(readings: readonly TextReading[][]): TextReading[] {
  const [first = [], ...others] = readings.filter((one) => one.length > 0)
  return others.reduce((agreed, next) => {
    const both = agreed.filter((one) => next.some((other) => sameTerms(one, other)))
    return both.length > 0 ? both : agreed.flatMap((a) => next.map((b) => joined(a, b)))
  }, first)
}

const sameTerms = (a: TextReading, b: TextReading) =>
  a.terms.map(keyOf).sort().join() === b.terms.map(keyOf).sort().join()

export const joined = (a: TextReading, b: TextReading): TextReading => ({
  terms: [...a.terms, ...b.terms],
  deliveredAs: b.deliveredAs ?? a.deliveredAs,
  how: [a, b].some(({ how }) => how === 'similar') ? 'similar' : b.how,
  likeness: Math.min(a.likeness, b.likeness),
})

/** A text of two parts, both of which are understood. */
function readParts(lexicon: Lexicon, text: string): TextReading[] {
  const plain = text.replace(/\)$/, '')
  for (const { index, 0: joint } of plain.matchAll(joints)) {
    const left = readCounted(lexicon, plain.slice(0, index))
    const right = plain.slice(index + joint.length).replace(/^\(/, '')
    if (left.length === 0 || right.trim() === '') continue
    const rest = readWhole(lexicon, right)
    if (rest.length > 0) return left.flatMap((a) => rest.map((b) => joined(a, b)))
  }
  return []
}

/** The text as it stands, or without the words that say from when it counts. */
function readCounted(lexicon: Lexicon, text: string): TextReading[] {
  const plain = plainOf(text)
  const { rest, deliveredAs } = countedFrom(lexicon, plain)
  if (deliveredAs !== null && rest === '') return [{ terms: [], deliveredAs, how: 'alias', likeness: 1 }]
  const asItStands = lexicon.find(plain)
  const found = deliveredAs !== null && asItStands.length === 0 ? lexicon.find(rest) : asItStands
  return found.map(({ term, how, likeness }) => ({ terms: [term], deliveredAs, how, likeness }))
}

/** What is left of a text without the words that say from when it counts, and what they say. */
export function countedFrom(
  lexicon: Lexicon,
  plain: string,
): { rest: string; deliveredAs: DeliveredAs | null } {
  for (const { plain: words, deliveredAs } of lexicon.countedFrom) {
    if (!plain.includes(words)) continue
    const at = ` ${plain} `.search(new RegExp(`[\\s(,]${escaped(words)}[\\s),.:;]`, 'u'))
    if (at < 0) continue
    const rest = `${plain.slice(0, at)} ${plain.slice(at + words.length)}`
      .replace(/\(\s*\)/g, '')
      .replace(/\s+/g, ' ')
    return { rest: plainOf(rest), deliveredAs }
  }
  return { rest: plain, deliveredAs: null }
}

export const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
