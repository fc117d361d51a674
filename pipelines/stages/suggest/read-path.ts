import { cellOf, type Dimension } from '../../../indicators/model/breakdown.ts'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { Lexicon, Term } from './lexicon.ts'
import { joined, readText, type TextReading } from './read-text.ts'
import { answerOf, type Use } from './use.ts'
import { plainOf } from './words.ts'

export type Reason =
  | 'same-name'
  | 'alias'
  | 'last-time'
  | 'similar'
  | 'implied'
  | 'by-content'
  | 'twice'
  | 'unknown-words'
  | 'answered'

/** A way to understand a header path or a row label. */
export type Candidate = { use: Use; confidence: number; reason: Reason }

export type PathContext = {
  lexicon: Lexicon
  /** What a single letter stands for among its neighbours. */
  letter(plain: string): Term | null
  /** Elements the sheet can be about: those whose level fits its places. */
  fits(element: DataElement): boolean
}

const confidences = { 'same-name': 1, alias: 0.98, similar: 0.9 } as const
const MOST_READINGS = 200
const LONGEST_TEXT = 300

/**
 * What the texts of one column, from top to bottom, or of one row label, mean together.
 *
 * Shape   the best candidates, best first: several of the same confidence where the words leave it open; none with a
 *         confidence of 0.9 or more unless every text is understood
 */
export function readPath(texts: readonly string[], context: PathContext): Candidate[] {
  const read = texts.map((text) => readingsOf(text, context))
  const understood = read.filter((readings) => readings.length > 0)
  if (understood.length === 0) return resembling(texts, context)
  const combined = understood
    .reduce<TextReading[]>(
      (paths, next) => paths.flatMap((path) => next.map((one) => joined(path, one))).slice(0, MOST_READINGS),
      [{ terms: [], deliveredAs: null, how: 'alias', likeness: 1 }],
    )
    .flatMap((reading) => candidatesOf(reading, context))
  const whole = understood.length === read.length
  const all = whole ? combined : combined.map((one) => ({ ...one, ...unsure }))
  return best(all.length > 0 ? all : resembling(texts, context))
}

const unsure = { confidence: 0.5, reason: 'unknown-words' } as const

function readingsOf(text: string, { lexicon, letter }: PathContext): TextReading[] {
  const plain = plainOf(text)
  if (!/^\p{L}$/u.test(plain)) return readText(lexicon, text)
  const term = letter(plain)
  return term ? [{ terms: [term], deliveredAs: null, how: 'alias', likeness: 1 }] : []
}

function candidatesOf({ terms, deliveredAs, how }: TextReading, context: PathContext): Candidate[] {
  const confidence = confidences[how]
  const ends = terms.at(-1)
  if (terms.some(({ kind }) => kind === 'ignore'))
    return [{ use: { use: 'ignore' }, confidence, reason: how }]
  if (ends?.kind === 'place' || ends?.kind === 'period' || ends?.kind === 'measure')
    return [{ use: { use: ends.kind }, confidence, reason: how }]
  const named = new Set(terms.flatMap((term) => (term.kind === 'element' ? [term.element] : [])))
  const cells = categoriesOf(terms)
  if (named.size > 1 || cells === null || terms.length === 0) return []
  const [element = null] = named
  const value = (of: string | null): Use => ({ use: 'value', element: of, cell: cellOf(cells), deliveredAs })
  if (element === null) {
    const implied = impliedBy(cells, context)
    const alone: Candidate = { use: value(null), confidence: confidence - 0.01, reason: how }
    return implied ? [{ use: value(implied), confidence: 0.9, reason: 'implied' }, alone] : [alone]
  }
  const known = context.lexicon.elements.get(element)
  return known && isSplitBy(known, Object.keys(cells) as Dimension[])
    ? [{ use: value(element), confidence, reason: how }]
    : []
}

/** One category of each dimension; null where two of one dimension stand together. */
function categoriesOf(terms: readonly Term[]): Partial<Record<Dimension, string>> | null {
  const cells: Partial<Record<Dimension, string>> = {}
  for (const term of terms) {
    if (term.kind !== 'category') continue
    if ((cells[term.dimension] ?? term.category) !== term.category) return null
    cells[term.dimension] = term.category
  }
  return cells
}

export const isSplitBy = ({ dimensions: by, crosses }: DataElement, wanted: readonly Dimension[]) =>
  wanted.every((one) => by.includes(one)) &&
  (wanted.length < 2 ||
    !crosses ||
    crosses.some((cross) => cross.length === wanted.length && wanted.every((one) => cross.includes(one))))

/** “Convicts, women” names no element, but only one that is counted in such places is split by sentence. */
function impliedBy(cells: Partial<Record<Dimension, string>>, { lexicon, fits }: PathContext): string | null {
  const by = Object.keys(cells) as Dimension[]
  if (!by.some((one) => one !== 'sex' && one !== 'age')) return null
  const possible = [...lexicon.elements.values()].filter((one) => fits(one) && isSplitBy(one, by))
  return possible.length === 1 ? (possible[0]?.id ?? null) : null
}

/** Where no text is understood, what they resemble: a suggestion to be asked about. */
function resembling(texts: readonly string[], { lexicon }: PathContext): Candidate[] {
  return lexicon.resembles(plainOf(texts.join(' ').slice(0, LONGEST_TEXT))).flatMap(({ term, likeness }) => {
    if (term.kind !== 'element') return []
    const use: Use = { use: 'value', element: term.element, cell: '', deliveredAs: null }
    return [{ use, confidence: likeness, reason: 'similar' as const }]
  })
}

/** Each use once; elements named outright come before categories alone. */
function best(all: readonly Candidate[]): Candidate[] {
  const byUse = new Map<string, Candidate>()
  for (const one of all) {
    const before = byUse.get(answerOf(one.use))
    if (!before || one.confidence > before.confidence) byUse.set(answerOf(one.use), one)
  }
  return [...byUse.values()].sort((a, b) => b.confidence - a.confidence).slice(0, 6)
}
