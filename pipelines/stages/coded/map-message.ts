import type { Observation } from '../../../indicators/model/observation.ts'
import type { Place } from '../../../indicators/model/place.ts'
import type { FindingCode } from '../findings/findings.ts'
import type { Stretch } from '../values/parse-period.ts'
import type { Change } from './apply-message.ts'
import type { CodeBook, CodedElement } from './code-book.ts'
import type { CodedValue, MessageKind, Property } from './coded-value.ts'
import { fitPeriod } from './period-code.ts'
import { readCodedValue } from './read-coded-value.ts'
import { cellOfValue, checkLevel, elementOf, placeOf } from './resolve-codes.ts'

/** What is to be said of one row, and of which part of it. */
export type RowProblem = {
  code: FindingCode
  index: number
  property: Property
  value: string
  ref: string
  params: Record<string, string | number>
}

/** Says what is wrong with a row's part as it stands there. */
export type Say = (code: FindingCode, property: Property, params?: RowProblem['params']) => null

export type MappingContext = {
  kind: MessageKind
  file: string
  fileHash: string
  sheet: string
  book: CodeBook
  yearStartMonth: number
  add(problem: RowProblem): void
}

/** A row understood: whose slice it changes and how; null where something of it is wrong. */
export type MappedRow = { report: string; change: Change } | null

/**
 * One value of a message → what it changes.
 *
 * Shape   null where anything of it is wrong; everything that is wrong is said
 */
export function mapValue(value: CodedValue, context: MappingContext): MappedRow {
  const { book } = context
  const say = sayOf(value, context)
  const element = elementOf(value, book, say)
  const envelope = isEnvelopeRight(value, context, say)
  const place = placeOf(value, book, say)
  const cell = element && cellOfValue(value, element, book, say)
  const fitting = element && place ? checkLevel(element.element, place, say) : false
  const stretch = periodOf(value, element, context, say)
  const state = element && stateOf(value, element, say)
  if (!element || !envelope || !place || cell === null || !fitting || !stretch || !state || !value.action)
    return null
  if (!isOpen(place, stretch)) return place && say('place-not-open', 'place', datesOf(place))
  if (value.followUp) say('follow-up-open', 'value')
  const { blank, ...said } = state
  if (blank && context.kind !== 'sdmx-csv') say('cell-blank', 'value', { place: place.name })
  const observation: Observation = {
    element: element.element.id,
    country: book.country,
    place: place.code,
    periodStart: stretch.start,
    periodEnd: stretch.end,
    deliveredAs: element.deliveredAs,
    cell,
    ...said,
    derived: false,
    lineage: {
      fileHash: context.fileHash,
      file: context.file,
      sheet: context.sheet,
      ref: value.refs.value,
      mapping: `${element.report}@codes${book.version}`,
    },
  }
  return { report: element.report, change: { index: value.index, action: value.action, blank, observation } }
}

const sayOf =
  (value: CodedValue, { add }: MappingContext): Say =>
  (code, property, params = {}) => {
    const written = { ...value, combo: value.combo || writtenOptions(value), action: value.actionWritten }[
      property
    ]
    const ref = value.refs[property] || value.refs.value
    add({ code, index: value.index, property, value: written, ref, params })
    return null
  }

const writtenOptions = ({ options }: CodedValue) =>
  Object.entries(options)
    .filter(([, option]) => option !== '')
    .map(([category, option]) => (category.startsWith('+') ? category : `${category}=${option}`))
    .join(', ')

/** The parts of a row that say what is to be done with it. */
function isEnvelopeRight(value: CodedValue, { book, kind }: MappingContext, say: Say): boolean {
  const { structure, attribute, action, unit } = value
  const wrong = [
    structure !== '' && book.structures?.find(structure) === undefined && book.structures !== null
      ? say('structure-unknown', 'structure', { nearest: book.structures.nearest(structure) ?? '–' })
      : true,
    attribute === '' || book.isAttribute(attribute) || say('attribute-unknown', 'attribute'),
    action !== null || say('action-unknown', 'action'),
    action !== 'delete' || namesOne(value, kind) || say('deletion-too-wide', 'action'),
    unit === '' || unit === '0' || say('unit-multiplied', 'unit'),
  ]
  return !wrong.includes(null)
}

/** In SDMX a blank dimension of a deletion stands for all its codes. */
const namesOne = ({ element, place, period, options }: CodedValue, kind: MessageKind) =>
  kind !== 'sdmx-csv' || [element, place, period, ...Object.values(options)].every((code) => code !== '')

function periodOf(
  { period }: CodedValue,
  element: CodedElement | null,
  { book, yearStartMonth }: MappingContext,
  say: Say,
): Stretch | null {
  const stretch = book.period(period)
  if (!stretch) return say('period-code-wrong', 'period')
  if (!element) return null
  return (
    fitPeriod(stretch, element.element, element.deliveredAs, yearStartMonth) ??
    say('period-not-fitting', 'period', { element: element.element.id, frequency: element.element.frequency })
  )
}

const deleted = { state: 'missing', value: null, text: null, blank: false } as const

function stateOf(value: CodedValue, { element }: CodedElement, say: Say) {
  if (value.action === 'delete') return deleted
  const said = readCodedValue(value.value, { status: value.status, conf: value.confidential }, element)
  return 'problem' in said ? say(said.problem, said.of, said.params) : said
}

const isOpen = ({ opened, closed }: Place, { start, end }: Stretch) =>
  (opened ?? '') <= end && (closed ?? '9999') >= start

const datesOf = ({ name, opened, closed }: Place) => ({
  place: name,
  opened: opened ?? '–',
  closed: closed ?? '–',
})
