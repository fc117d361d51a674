import { normaliseText, withoutMarks } from '../values/normalise-text.ts'
import { easternToPlain } from '../values/parse-number.ts'

/** Texts are looked at as a person would: without direction marks, with plain digits. */
export const plainOf = (text: string) => easternToPlain(withoutMarks(text)).trim()

/** A test that is asked the same of many cells answers each text once. */
export function remembered<Answer>(test: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as Answer // safe: it was put there below
    const answer = test(text)
    if (known.size < MOST_REMEMBERED) known.set(text, answer)
    return answer
  }
}

/** Texts of a large file are mostly different; these bound what is remembered of it while it is read. */
const MOST_REMEMBERED = 20_000

export const wordsOf = (text: string) => normaliseText(text).match(/[\p{L}\p{M}']+/gu) ?? []

/** Whether one of some words or phrases stands in a text, as words of their own. */
export function speaksOf(phrases: readonly string[]): (text: string) => boolean {
  const escaped = phrases.map((phrase) => normaliseText(phrase).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'u')
  return (text) => pattern.test(normaliseText(text))
}
