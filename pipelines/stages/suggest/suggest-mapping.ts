import type { Country } from '../../../indicators/model/place.ts'
import type { Answers, Question } from '../../../indicators/model/question.ts'
import type { Sheet } from '../decode/sheet.ts'
import { registerOf } from '../map/find-place.ts'
import type { Sources } from '../map/load-sources.ts'
import { Mapping, type TableMapping } from '../map/mapping.ts'
import { mappingWith } from '../questions/mapping-with.ts'
import { normaliseText } from '../values/normalise-text.ts'
import { loadAliases } from './aliases.ts'
import { answered, countedAnswer, questionsFor } from './ask.ts'
import { countsSinceJanuary } from './counted-as.ts'
import { countryOf } from './country-of.ts'
import { draftTable, finds, mostUsed, patternFor } from './draft-table.ts'
import { isNumeric } from './find-block.ts'
import { lastTime } from './last-time.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { reportId } from './report-id.ts'
import { type SuggestedTable, suggestTable } from './suggest-table.ts'
import type { Suggested } from './suggested.ts'

export type Suggestion = {
  /** What the file would be read by; null where no table of it is understood. */
  draft: Mapping | null
  /** Every column, and every label of a long table. */
  suggested: Suggested[]
  /** Sheets with figures of which no header is understood. */
  unread: string[]
  /** What is left to ask; with every one answered the draft is complete. It says what was answered about values too. */
  questions: Question[]
}

type Wish = {
  country: Country
  sources: Sources
  answers?: Answers
  /** Descriptions to learn from; all of the country's unless given. */
  previous?: readonly Mapping[]
}

/**
 * Suggests how a file that no description fits is to be read: from last time, from words in five languages and from
 * what stands under each header.
 *
 * Shape   every column ends with a use, left out on purpose, or asked about; nothing doubtful is taken for granted
 */
export function suggestMapping(sheets: readonly Sheet[], file: string, wish: Wish): Suggestion {
  const { country, sources, answers = {} } = wish
  const lexicon = lexiconFor(sources)
  const mappings = (wish.previous ?? [...sources.mappings, ...sources.earlier]).filter(
    (mapping) => mapping.country === country,
  )
  const context = {
    lexicon,
    register: registerOf(sources.places[country]),
    country,
    file,
    last: lastTime(mappings),
    isMark: markOf(mappings),
  }
  const filled = sheets.filter(({ rows }) => rows.length > 0).slice(0, MOST_SHEETS)
  const found = filled.flatMap((sheet) => suggestTable(sheet, context) ?? [])
  const tables = found.map((table) => ({ ...table, suggested: answered(table.suggested, answers, lexicon) }))
  const sinceJanuary = countsSinceJanuary(mappings, country)
  const drafting = {
    lexicon,
    sinceJanuary,
    counted: countedAnswer(answers),
    sheets: sheets.map(({ name }) => name),
    usualForm: mappings[0]?.tables[0]?.period.form ?? 'en-quarter',
  }
  const drafts = tables.flatMap((table) => {
    const draft = draftTable(table, drafting)
    return draft ? [placed(draft, table)] : []
  })
  const unread = filled
    .filter((sheet) => !found.some((table) => table.sheet === sheet) && holdsFigures(sheet))
    .map(({ name }) => name)
  const known = found.every(({ last }) => last !== null)
  return {
    draft:
      drafts.length === 0
        ? null
        : mappingWith(wholeDraft(drafts, { tables, mappings, sheets, file, country }), answers),
    suggested: tables.flatMap((table) => table.suggested),
    unread,
    questions: questionsFor(tables, { file, answers, known, unread, counting: { sinceJanuary }, lexicon }),
  }
}

/** The same for a file of which it may not be said whose it is; null where it does not show that either. */
export function suggestionFor(
  sheets: readonly Sheet[],
  file: string,
  { country, ...wish }: Omit<Wish, 'country'> & { country: Country | undefined },
): Suggestion | null {
  const whose = country ?? countryOf(sheets, wish.sources)
  return whose ? suggestMapping(sheets, file, { ...wish, country: whose }) : null
}

/** A table that moved to a sheet of another name is looked for there from now on. */
const placed = (draft: TableMapping, { last, sheet }: SuggestedTable): TableMapping =>
  last && finds(last, sheet.name) ? { ...draft, sheet: last.sheet } : draft

type Parts = {
  tables: readonly SuggestedTable[]
  mappings: readonly Mapping[]
  sheets: readonly Sheet[]
  file: string
  country: Country
}

function wholeDraft(drafts: TableMapping[], { tables, mappings, sheets, file, country }: Parts): Mapping {
  const before = mostUsed(tables, mappings) ?? sameReport(drafts, mappings)
  const own = mappings.filter((mapping) => mapping.country === country)
  const [pattern] = [before ?? own[0]]
  return Mapping.parse({
    id:
      before?.id ??
      reportId(
        file,
        country,
        own.map(({ id }) => id),
      ),
    version: (before?.version ?? 0) + 1,
    country,
    title: before?.title ?? file.replace(/\.\w+$/, ''),
    file: before && new RegExp(before.file, 'iu').test(file) ? before.file : patternFor(file),
    ...(sheets.some(({ name }) => name === '') ? { csv: before?.csv ?? {} } : {}),
    ...(pattern?.numbers ? { numbers: pattern.numbers } : {}),
    marks: Object.assign({}, ...own.map(({ marks }) => marks)),
    tables: drafts,
  })
}

/** A known report in another layout: nearly all that either delivers both do, so that one may stand for the other. */
function sameReport(drafts: readonly TableMapping[], mappings: readonly Mapping[]): Mapping | null {
  const elements = elementsOf(drafts)
  const shares = mappings.map((mapping) => {
    const known = elementsOf(mapping.tables)
    const both = [...elements].filter((element) => known.has(element)).length
    return { mapping, share: both / Math.max(elements.size, known.size) }
  })
  return shares.filter(({ share }) => share >= 0.8).sort((a, b) => b.share - a.share)[0]?.mapping ?? null
}

const elementsOf = (tables: readonly TableMapping[]) =>
  new Set(
    tables.flatMap(({ columns, measure }) =>
      [...columns, ...Object.values(measure?.labels ?? {})].flatMap(({ element }) => element ?? []),
    ),
  )

const MOST_SHEETS = 60

/** What this country's files write in place of a number, and what is written so everywhere. */
function markOf(mappings: readonly Mapping[]) {
  const known = new Set(mappings.flatMap(({ marks }) => Object.keys(marks).map(normaliseText)))
  return (text: string) =>
    /^([-–—.…*]+|n\/?[ad]|n[drc]|н\/д|[xх])$/i.test(text.trim()) || known.has(normaliseText(text))
}

const holdsFigures = ({ rows }: Sheet) =>
  rows.filter(({ cells }) => cells.some(({ text, kind }) => kind === 'number' || isNumeric(text))).length > 1

let lexicon: { elements: Sources['elements']; lexicon: Lexicon } | null = null

function lexiconFor({ elements }: Sources): Lexicon {
  if (lexicon?.elements !== elements) lexicon = { elements, lexicon: lexiconOf(elements, loadAliases()) }
  return lexicon.lexicon
}
