import { type Dimension, dimensions } from '../../../indicators/model/breakdown.ts'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { DeliveredAs } from '../../../indicators/model/observation.ts'
import { type Language, languages } from '../../../indicators/model/text.ts'
import type { Aliases } from './aliases.ts'
import { areSameWords, isSameWord, plainOf, wordsOf } from './words.ts'

/** What a text in a header or a row label can stand for. */
export type Term =
  | { kind: 'element'; element: string }
  | { kind: 'category'; dimension: Dimension; category: string }
  | { kind: 'place'; level: 'country' | 'region' | 'facility' }
  | { kind: 'total' | 'period' | 'measure' | 'value' | 'ignore' }

/** A spelling and what it stands for. `named`: it is the element's own title. */
type Spelling = { plain: string; words: string[]; term: Term; named: boolean }
export type Found = { term: Term; how: 'same-name' | 'alias' | 'similar'; likeness: number }

export type Lexicon = {
  /** What exactly this text stands for, or the same words with at most one letter wrong in each. */
  find(plain: string): Found[]
  /** What a text resembles, best first; only ever a suggestion. */
  resembles(plain: string): Found[]
  /** Sets of single letters, one per language: F M T, Ж М. */
  letters: ReadonlyMap<string, Term>[]
  /** Words that say from when a count runs, longest first. */
  countedFrom: { plain: string; deliveredAs: DeliveredAs }[]
  /** What the labels of subtotals and totals begin with, longest first. */
  sums: string[]
  elements: ReadonlyMap<string, DataElement>
}

export const keyOf = (term: Term) => Object.values(term).join(':')

/** The words of five languages as one, each spelling with all it can stand for. */
export function lexiconOf(
  elements: ReadonlyMap<string, DataElement>,
  aliases: Readonly<Record<Language, Aliases>>,
): Lexicon {
  const spellings = languages.flatMap((language) => spellingsOf(aliases[language]))
  for (const { id, title } of elements.values())
    for (const text of languages.flatMap((language) => title[language] ?? []))
      spellings.push(spelt(text, { kind: 'element', element: id }, true))
  const known = spellings.filter(({ term }) => term.kind !== 'element' || elements.has(term.element))
  const byPlain = Map.groupBy(
    known.filter(({ plain }) => plain.length > 1 || /[^\p{L}]/u.test(plain)),
    ({ plain }) => plain,
  )
  const byLength = Map.groupBy(known, ({ words }) => words.length)
  const exact = (plain: string) =>
    distinct(
      (byPlain.get(plain) ?? []).map(({ term, named }) => ({
        term,
        how: named ? ('same-name' as const) : ('alias' as const),
        likeness: 1,
      })),
    )
  const sameWords = (plain: string) => {
    const words = wordsOf(plain)
    const alike = (byLength.get(words.length) ?? []).filter((one) => areSameWords(words, one.words))
    return distinct(alike.map(({ term }) => ({ term, how: 'similar' as const, likeness: 0.9 })))
  }
  const memory = new Map<string, Found[]>()
  return {
    find: (plain) => {
      const before = memory.get(plain)
      if (before) return before
      const found = exact(plain)
      if (memory.size > MOST_REMEMBERED) memory.clear()
      memory.set(plain, found.length > 0 ? found : sameWords(plain))
      return memory.get(plain) ?? []
    },
    resembles: (plain) => resembling(known, wordsOf(plain)),
    letters: languages.map((language) => lettersOf(aliases[language])),
    countedFrom: longestFirst(
      languages.flatMap((language) =>
        Object.entries(aliases[language].countedFrom).flatMap(([deliveredAs, texts]) =>
          texts.map((text) => ({ plain: plainOf(text), deliveredAs: deliveredAs as DeliveredAs })),
        ),
      ),
    ),
    sums: longestFirst(
      languages.flatMap((language) => aliases[language].sums.map((text) => ({ plain: plainOf(text) }))),
    ).map(({ plain }) => plain),
    elements,
  }
}

const MOST_REMEMBERED = 20_000

const longestFirst = <One extends { plain: string }>(all: One[]) =>
  all.sort((a, b) => b.plain.length - a.plain.length)

const spelt = (text: string, term: Term, named = false): Spelling => {
  const plain = plainOf(text)
  return { plain, words: wordsOf(plain), term, named }
}

function spellingsOf(aliases: Aliases): Spelling[] {
  const of = (texts: readonly string[], term: Term) => texts.map((text) => spelt(text, term))
  return [
    ...Object.entries(aliases.place).flatMap(([level, texts]) =>
      of(texts, { kind: 'place', level: level as 'region' }),
    ),
    ...(['period', 'measure', 'value', 'total', 'ignore'] as const).flatMap((kind) =>
      of(aliases[kind], { kind }),
    ),
    ...categoriesOf(aliases).flatMap(({ texts, term }) => of(texts, term)),
    ...Object.entries(aliases.elements).flatMap(([element, texts]) =>
      of(texts, { kind: 'element', element }),
    ),
  ]
}

const categoriesOf = ({ categories }: Aliases) =>
  Object.entries(categories).flatMap(([dimension, words]) =>
    Object.entries(words).map(([category, texts]) => ({
      texts,
      term: { kind: 'category' as const, dimension: dimension as Dimension, category },
    })),
  )

function lettersOf(aliases: Aliases): ReadonlyMap<string, Term> {
  const all = [{ texts: aliases.total, term: { kind: 'total' } as Term }, ...categoriesOf(aliases)]
  return new Map(
    all.flatMap(({ texts, term }) =>
      texts.map(plainOf).flatMap((text) => (/^\p{L}$/u.test(text) ? [[text, term] as const] : [])),
    ),
  )
}

/** The same meaning once, the best of it. */
function distinct(found: Found[]): Found[] {
  const best = new Map<string, Found>()
  for (const one of found) {
    const before = best.get(keyOf(one.term))
    if (!before || one.likeness > before.likeness || one.how === 'same-name') best.set(keyOf(one.term), one)
  }
  return [...best.values()]
}

const LEAST_LIKENESS = 0.45

/** Shared words, rare ones weighing more, over all words of both. */
function resembling(known: readonly Spelling[], words: readonly string[]): Found[] {
  if (words.length === 0) return []
  const weigh = (word: string) => Math.log(1 + known.length / (1 + (frequency(known).get(word) ?? 0)))
  const sum = (list: readonly string[]) => list.reduce((total, word) => total + weigh(word), 0)
  const found = known.flatMap((spelling) => {
    const shared = words.filter((word) => spelling.words.some((other) => isSameWord(word, other)))
    if (shared.length === 0) return []
    const likeness = (2 * sum(shared)) / (sum(words) + sum(spelling.words))
    return likeness < LEAST_LIKENESS
      ? []
      : [{ term: spelling.term, how: 'similar' as const, likeness: Math.min(0.7, likeness) }]
  })
  return distinct(found)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 4)
}

const frequencies = new WeakMap<readonly Spelling[], Map<string, number>>()

function frequency(known: readonly Spelling[]): Map<string, number> {
  const before = frequencies.get(known)
  if (before) return before
  const counts = new Map<string, number>()
  for (const { words } of known)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  frequencies.set(known, counts)
  return counts
}

/** Whether a dimension is known to have a category; texts of a hand-written answer may not. */
export const isCategory = (dimension: string, category: string): dimension is Dimension =>
  dimension in dimensions && (dimensions[dimension as Dimension] as readonly string[]).includes(category)
