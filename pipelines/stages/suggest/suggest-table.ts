import type { DataElement } from '../../../indicators/model/data-element.ts'
import { type Country, type Place, placeLevels } from '../../../indicators/model/place.ts'
import { refOf, type Sheet } from '../decode/sheet.ts'
import type { Header } from '../map/find-header.ts'
import type { Register } from '../map/find-place.ts'
import type { TableMapping } from '../map/mapping.ts'
import { type Block, findBlock } from './find-block.ts'
import { type FoundPeriod, findPeriod, standsAsBefore, type WrittenPeriod } from './find-period.ts'
import { type Content, contentsOf, sumOf } from './find-roles.ts'
import { type LastTime, lastUse } from './last-time.ts'
import { lettersOn } from './letters.ts'
import type { Lexicon } from './lexicon.ts'
import { type Candidate, type PathContext, readPath } from './read-path.ts'
import { readText } from './read-text.ts'
import { isValue, meaningKey, type Suggested } from './suggested.ts'
import { isSameUse } from './use.ts'

/** A table as it was found, and what its columns and labels are taken for. */
export type SuggestedTable = {
  sheet: Sheet
  block: Block
  period: FoundPeriod | null
  /** What a column of periods says. */
  columnPeriod: WrittenPeriod | null
  suggested: Suggested[]
  /** The letters of the columns of places, coarsest first. */
  placeOrder: string[]
  totals: string[]

  last: TableMapping | null
  /** Whether its period stands where it stood last time. */
  asBefore: boolean
}

export type TableContext = {
  lexicon: Lexicon
  register: Register
  country: Country
  file: string
  last: LastTime
  /** Whether a text stands in place of a number. */
  isMark(text: string): boolean
}

const SURE = 0.9
const SAMPLES = 3
/** A table about these people alone: what is said of prisoners there is not said of all. */
const narrower = /extremis|экстремис|террор|terror|متطرف|ارهاب/i

/** Shape: null where the sheet has no table whose words are known */
export function suggestTable(sheet: Sheet, context: TableContext): SuggestedTable | null {
  const { lexicon, register, country, file, isMark } = context
  const block = findBlock(sheet, lexicon, register, isMark)
  if (!block) return null
  const { header } = block
  const contents = contentsOf(sheet, block, lexicon, register, country)

  const period = findPeriod(sheet, header.firstRow, file, country)
  const isPlace = ({ places }: Content) => places.share >= 0.6
  const measure = contents.find((one) => !isPlace(one) && one.measures >= 0.5)
  const last = context.last.tableFor(header, measure?.texts.filter((text) => text.trim() !== '') ?? [])
  const finest = Math.max(0, ...contents.filter(isPlace).map(({ places }) => places.level))
  const headerTexts = header.columns.flatMap(({ texts }) => texts)
  const reading: PathContext = {
    lexicon,
    letter: lettersOn(headerTexts, lexicon),
    fits: (element) => levelOf(element) === placeLevels[finest],
  }
  const titles = [
    sheet.name,
    file,
    ...sheet.rows
      .filter(({ row }) => row < header.firstRow)
      .flatMap(({ cells }) => cells.map(({ text }) => text)),
  ]
  const isNarrower = titles.some((title) => narrower.test(title))
  const columns = contents.map((content): Suggested => {
    const named = header.columns.find(({ column }) => column === content.column)
    const texts = named?.texts ?? []
    const told = {
      axis: 'column' as const,
      sheet: sheet.name,
      ref: refOf(named?.row ?? header.firstRow, content.column),
      texts,
      samples: content.texts.filter((text) => text.trim() !== '').slice(0, SAMPLES),
      cells: content.texts.filter((text) => text.trim() !== '').length,
    }
    const before = last && lastUse(last, texts)
    if (before) return { ...told, ...certain(before), reason: 'last-time' }
    const byContent = roleOf(content, measure, isPlace)
    if (byContent && texts.length > 0)
      return { ...told, ...certain({ use: byContent }), reason: 'by-content' }
    const candidates = allowed(readPath(texts, reading), content, measure !== undefined)
    return { ...told, ...judged(candidates, isNarrower) }
  })
  const placeColumns = contents
    .filter((_, index) => columns[index]?.sure && columns[index]?.use?.use === 'place')
    .sort((a, b) => levelIn(a, header, lexicon) - levelIn(b, header, lexicon))
  const rows = measure ? labelsOf(sheet, block, measure, { reading, last, isNarrower }) : []
  return {
    sheet,
    block,
    period,
    columnPeriod: contents.find((one) => one.period && !isPlace(one))?.period ?? null,
    suggested: [...withoutTwice(columns), ...withoutTwice(rows)],
    placeOrder: placeColumns.map(({ column }) => refOf(1, column).slice(0, -1)),
    totals: totalsIn(placeColumns, lexicon, register),
    last,
    asBefore: last !== null && standsAsBefore(sheet, header.firstRow, file, last.period),
  }
}

const certain = (use: NonNullable<Suggested['use']>) => ({ use, confidence: 1, sure: true, options: [use] })

const levels = {
  'all-facilities': 'facility',
  'programme-facilities': 'facility',
  regions: 'region',
  country: 'country',
} as const
const levelOf = ({ scope }: DataElement) => levels[scope]

function roleOf(content: Content, measure: Content | undefined, isPlace: (one: Content) => boolean) {
  if (content === measure) return 'measure' as const
  if (isPlace(content)) return 'place' as const
  return content.period ? ('period' as const) : null
}

/** In a long table the rows say what is counted; in a wide one every column does. Numbers are no places. */
function allowed(candidates: readonly Candidate[], { numeric, texts }: Content, long: boolean): Candidate[] {
  const isEmpty = texts.every((text) => text.trim() === '')
  const possible = candidates.filter(({ use }) => {
    if (use.use === 'ignore') return true
    if (!isValue(use)) return !numeric && !isEmpty
    return long ? use.element === null : use.element !== null
  })
  const cells = new Set(candidates.flatMap(({ use }) => (isValue(use) && !use.element ? [use.cell] : [])))
  const doubtful = !long && cells.size > 1
  return possible
    .map((one) => (doubtful && one.reason === 'implied' ? { ...one, confidence: 0.6 } : one))
    .sort((a, b) => b.confidence - a.confidence)
}

/** The best candidate is sure where it is good and no other is as good. */
function judged(candidates: readonly Candidate[], isNarrower: boolean) {
  const [first, second] = candidates
  if (!first) return { use: null, confidence: 0, reason: 'unknown-words' as const, sure: false, options: [] }
  const clear = !second || second.confidence < first.confidence - 0.005
  const aboutAll = isNarrower && isValue(first.use) && first.use.element?.startsWith('PP_')
  const sure = clear && first.confidence >= SURE && !aboutAll
  return {
    use: first.use,
    confidence: sure ? first.confidence : Math.min(first.confidence, 0.7),
    reason: first.reason,
    sure,
    options: candidates.map(({ use }) => use),
  }
}

type LabelContext = { reading: PathContext; last: TableMapping | null; isNarrower: boolean }

/** Each label of the measure column; one whose row is empty only where it is understood, for it may be a heading. */
function labelsOf(
  { name }: Sheet,
  { body }: Block,
  measure: Content,
  { reading, last, isNarrower }: LabelContext,
): Suggested[] {
  const seen = new Set<string>()
  return body.flatMap(({ row, cells }, index): Suggested[] => {
    const label = measure.texts[index]?.trim() ?? ''
    const values = cells.filter(({ column }) => column > measure.column)
    if (label === '' || seen.has(label)) return []
    seen.add(label)
    const told = {
      axis: 'row' as const,
      sheet: name,
      ref: refOf(row, measure.column),
      texts: [label],
      samples: values.slice(0, SAMPLES).map(({ text }) => text),
      cells: values.length,
    }
    const before = last && lastUse(last, [label])
    if (before) return [{ ...told, ...certain(before), reason: 'last-time' }]
    const candidates = readPath([label], reading).filter(({ use }) => isValue(use) && use.element !== null)
    const found = { ...told, ...judged(candidates, isNarrower) }
    return values.length > 0 || found.sure ? [found] : []
  })
}

/** Two columns, or two labels, that would deliver the same value are both asked about. */
function withoutTwice(all: readonly Suggested[]): Suggested[] {
  return all.map((one) => {
    const { use } = one
    if (!isValue(use) || !one.sure) return one
    const twice = all.some(
      (other) =>
        other !== one &&
        other.sure &&
        isValue(other.use) &&
        meaningKey(other.use) === meaningKey(use) &&
        isSameUse(other.use, use),
    )
    return twice ? { ...one, sure: false, confidence: 0.5, reason: 'twice' as const } : one
  })
}

/** The level of what a column of places names; of what it is called where none of it is known. */
function levelIn({ column, places }: Content, { columns }: Header, lexicon: Lexicon): number {
  if (places.share > 0) return places.level
  const texts = columns.find((one) => one.column === column)?.texts ?? []
  const named = texts.flatMap((text) => readText(lexicon, text)).flatMap(({ terms }) => terms)
  const level = named.find((term) => term.kind === 'place')?.level
  return level ? placeLevels.indexOf(level) : placeLevels.length
}

/** What subtotals and totals are called in the columns of places. */
function totalsIn(places: readonly Content[], lexicon: Lexicon, register: Register): string[] {
  const isUnit = (found: readonly Place[]) => found.some(({ code }) => code !== register.country.code)
  const labels = places
    .flatMap(({ texts }) => texts)
    .filter((text) => text.trim() !== '' && !isUnit(register.find(text).candidates))
  return [...new Set(labels.flatMap((text) => sumOf(text, lexicon) ?? []))]
}
