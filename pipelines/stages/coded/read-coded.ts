import { quarterOf } from '../../../indicators/model/period.ts'
import { type Country, countries } from '../../../indicators/model/place.ts'
import { applyCorrections } from '../corrections/apply-corrections.ts'
import { findingCatalogue } from '../findings/findings.ts'
import type { Report } from '../findings/report-finding.ts'
import type { Sources } from '../map/load-sources.ts'
import { applyMessage, type Change, keyOf, type SliceMessage } from './apply-message.ts'
import { type CodeBook, codeBookOf } from './code-book.ts'
import type { Message, MessageKind, Property } from './coded-value.ts'
import { type MappedRow, mapValue, type RowProblem } from './map-message.ts'
import type { FoundMessage } from './read-message.ts'
import { completionsOf } from './reports-of.ts'

/** What is wrong in the same way in several records of a message. */
export type Conflict = { code: string; property: Property; value: string; indexes: number[] }

/** A coded message as read. */
export type Coded = {
  kind: MessageKind
  country: Country
  version: number
  records: number
  conflicts: Conflict[]
  /** Records left out on purpose. */
  ignored: number[]
  messages: SliceMessage[]
}

type Reading = {
  file: string
  fileHash: string
  country: Country | undefined
  sources: Sources
  report: Report
}

/**
 * Coded messages of one file → what they change, report by report and quarter by quarter.
 *
 * Shape   null where it is not known whose they are. Nothing of a message that counts as a whole where one row is wrong
 * Errors  every wrong row becomes a finding, those that are wrong in the same way one together
 */
export function readCoded(found: readonly FoundMessage[], reading: Reading): Coded | null {
  if (found.every(isEmpty)) {
    reading.report.add('message-empty', {}, '')
    return null
  }
  const understood = understand(found, reading)
  const [first] = found
  if (!understood || !first) {
    reading.report.add('country-needed', {}, '')
    return null
  }
  const { book } = understood
  const parts = understood.messages.map((message) => readOne(message, book, reading))
  const changes = putRight(
    parts.flatMap(({ rows }) => rows),
    book,
    reading,
  )
  const conflicts = parts.flatMap((part) => part.conflicts)
  return {
    kind: first.kind,
    country: book.country,
    version: book.version,
    records: parts.reduce((sum, { records }) => sum + records, 0),
    conflicts,
    ignored: parts.flatMap(({ ignored }) => ignored),
    messages: messagesOf(changes, reading.sources),
  }
}

/** Nothing below its header. */
const isEmpty = ({ sheet }: FoundMessage) => sheet.rows.length < 2

/** With the codes of the country that was named, or of the only one whose places a message names. */
function understand(found: readonly FoundMessage[], { country, sources }: Reading) {
  const ways = (country ? [country] : countries).map((code) => {
    const book = codeBookOf(sources, code)
    return { book, messages: found.map(({ read }) => read(book)) }
  })
  const fitting = ways.filter(
    ({ book, messages }) =>
      country || messages.some(({ values }) => values.some(({ place }) => book.place(place).place !== null)),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

type Row = NonNullable<MappedRow>

/** Dated corrections are of values wherever they come from. */
function putRight(rows: readonly Row[], { country }: CodeBook, { sources, report }: Reading): Row[] {
  const said = rows.filter(({ change }) => change.action !== 'delete' && !change.blank)
  const observations = said.map(({ change }) => change.observation)
  const corrected = applyCorrections(observations, sources.corrections[country], report)
  const right = new Map(said.map((row, index) => [row, corrected[index]]))
  return rows.map((row) => {
    const observation = right.get(row)
    return observation ? { ...row, change: { ...row.change, observation } } : row
  })
}

function readOne(message: Message, book: CodeBook, { file, fileHash, sources, report }: Reading) {
  const problems: RowProblem[] = []
  const ignored: number[] = []
  const context = {
    kind: message.kind,
    file,
    fileHash,
    sheet: message.sheet,
    book,
    yearStartMonth: sources.calendars[book.country].yearStartMonth,
    add: (problem: RowProblem) => void problems.push(problem),
  }
  for (const { header, ref } of message.unmapped)
    report.add('column-unmapped', { sheet: message.sheet, ref }, header)
  const rows = message.values.flatMap((value): Row[] => {
    if (!book.isIgnored(value.element)) {
      const row = mapValue(value, context)
      return row ? [row] : []
    }
    ignored.push(value.index)
    const ref = value.refs.element || value.refs.value
    problems.push({
      code: 'code-ignored',
      index: value.index,
      property: 'element',
      value: value.element,
      ref,
      params: {},
    })
    return []
  })
  const single = withoutDoubles(rows, problems)
  const conflicts = told(problems, message, report)
  const wrong = new Set(conflicts.flatMap(({ indexes }) => indexes))
  const isWrong = wrong.size > 0 || message.unmapped.length > 0
  if (message.whole && isWrong)
    report.add('message-refused', { sheet: message.sheet }, '', {
      errors: wrong.size,
      records: message.values.length,
    })
  return { rows: message.whole && isWrong ? [] : single, conflicts, ignored, records: message.values.length }
}

/** Two rows about the same value: neither is taken, because a message has no order. */
function withoutDoubles(rows: readonly Row[], problems: RowProblem[]): Row[] {
  const byKey = Map.groupBy(rows, ({ change }) => keyOf(change.observation))
  return [...byKey.values()].flatMap((same) => {
    const [first, ...others] = same
    if (!first || others.length === 0) return same
    for (const { change } of others)
      problems.push({
        code: 'value-twice',
        index: change.index,
        property: 'value',
        value: written(change),
        ref: change.observation.lineage.ref,
        params: { first: first.change.observation.lineage.ref, was: written(first.change) },
      })
    return []
  })
}

const written = ({ observation: { value, state } }: Change) => String(value ?? state)

/** Findings in the order of the records, those of one code and text together; the errors among them are conflicts. */
function told(problems: readonly RowProblem[], { sheet }: Message, report: Report): Conflict[] {
  const ordered = [...problems].sort((a, b) => a.index - b.index)
  const groups = Map.groupBy(ordered, ({ code, property, value, ref }) =>
    property === 'value' && code !== 'follow-up-open' ? `${code}|${ref}` : `${code}|${property}|${value}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { code, property, value, ref, index, params } = first
    const isGrouped = property !== 'value' || code === 'follow-up-open'
    const counted = isGrouped ? { ...params, index, rows: group.length } : params
    report.add(code, { sheet, ref }, code === 'follow-up-open' ? '' : value, counted)
    const indexes = group.map((problem) => problem.index)
    return findingCatalogue[code].severity === 'error' ? { code, property, value, indexes } : []
  })
}

function messagesOf(rows: readonly Row[], { mappings }: Sources): SliceMessage[] {
  const bySlice = Map.groupBy(
    rows,
    ({ report, change }) => `${report}|${quarterOf(change.observation.periodEnd)}`,
  )
  return [...bySlice]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slice, ofSlice]) => {
      const [report = '', quarter = ''] = slice.split('|')
      const changes = ofSlice.map(({ change }) => change).sort((a, b) => a.index - b.index)
      return { report, quarter, changes, completions: completionsOf(mappings, report) }
    })
}

/** The slices a message makes where nothing was known before. */
export const slicesAlone = ({ messages, version }: Coded) =>
  messages.map((message) => ({
    quarter: message.quarter,
    mapping: { id: message.report, version },
    observations: applyMessage([], message),
    message,
  }))
