import type { Lexicon, Term } from './lexicon.ts'
import { lookAlike, plainOf, scriptOf } from './words.ts'

/**
 * What single letters stand for on one sheet: `F M T`, `Ж М`, `Ә Е`.
 *
 * A letter of the wrong script is taken for the one that looks alike in the script of the headers around it. Then
 * they mean something only as a set of one language. `H F M` is no such set: `M` may be *masculin* or *mineurs*, so
 * it is left to be asked about; so is a sex without the other.
 */
export function lettersOn(
  texts: readonly string[],
  { letters: sets }: Pick<Lexicon, 'letters'>,
): (plain: string) => Term | null {
  const plain = texts.map(plainOf)
  const script = scriptOf(plain.filter((text) => text.length > 1))
  const single = [...new Set(plain.filter((text) => /^\p{L}$/u.test(text)))]
  const asWritten = (letter: string) => (script ? lookAlike(letter, script) : letter)
  const inScript = sets.map((set) => (letter: string) => {
    const term = set.get(asWritten(letter))
    return term && (!script || scriptOf([asWritten(letter)]) !== otherThan(script)) ? term : null
  })
  const complete = inScript.filter((read) => single.every((letter) => read(letter)))
  const sexes = (read: (letter: string) => Term | null) =>
    new Set(single.flatMap((letter) => sexOf(read(letter)) ?? [])).size
  return (letter) => {
    const whole = complete.filter((read) => sexes(read) !== 1)
    const terms = (whole.length > 0 ? whole : inScript).map((read) => read(letter))
    const [first] = terms.filter((term) => term !== null)
    if (!first) return null
    if (whole.length > 0) return terms.every((term) => sexOf(term) === sexOf(first)) ? first : null
    return sexOf(first) === null ? first : null
  }
}

const sexOf = (term: Term | null) =>
  term?.kind === 'category' && term.dimension === 'sex' ? term.category : null
const otherThan = (script: 'Latin' | 'Cyrillic') => (script === 'Latin' ? 'Cyrillic' : 'Latin')
