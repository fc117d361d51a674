import { createHash } from 'node:crypto'
import type { Finding } from '../../indicators/model/finding.ts'
import type { Observation } from '../../indicators/model/observation.ts'
import { type Quarter, quarterOf } from '../../indicators/model/period.ts'
import { type Country, countries, type Place } from '../../indicators/model/place.ts'
import type { Answers, Question } from '../../indicators/model/question.ts'
import { type Earlier, withoutMarks } from '../forms/annotate/recognise-marks.ts'
import { recogniseTemplate, underReports } from '../forms/template/recognise-template.ts'
import { decodeApart } from './apart/decode-apart.ts'
import type { SliceMessage } from './coded/apply-message.ts'
import { type Coded, readCoded, slicesAlone } from './coded/read-coded.ts'
import { findMessages } from './coded/read-message.ts'
import { withoutUserNames } from './coded/user-names.ts'
import { applyCorrections } from './corrections/apply-corrections.ts'
import type { Sheet } from './decode/sheet.ts'
import type { TextStyle } from './decode/sniff-text.ts'
import { Unreadable } from './decode/unreadable.ts'
import { type Report, reportOn } from './findings/report-finding.ts'
import { type Choice, type ChosenBy, chooseMapping, mappingByName } from './map/choose-mapping.ts'
import { registerOf } from './map/find-place.ts'
import { onItsSheets } from './map/layout.ts'
import { mappingOf, type Sources } from './map/load-sources.ts'
import { mapSheets } from './map/map-sheets.ts'
import type { Reading } from './map/map-table.ts'
import type { Mapping } from './map/mapping.ts'
import { findPersons } from './privacy/privacy-stop.ts'
import { askAbout } from './questions/ask-about.ts'
import { mappingWith } from './questions/mapping-with.ts'
import { asksAboutLayout } from './suggest/ask.ts'
import { type Suggestion, suggestionFor } from './suggest/suggest-mapping.ts'
import type { Suggested } from './suggest/suggested.ts'

type MappingVersion = { id: string; version: number }

/** A national file as read. `refused`: it is about single persons and nothing of it may be kept. */
export type Checked = {
  hash: string
  name: string
  country: Country | null
  mapping: MappingVersion | null
  /** By what that was found. */
  chosenBy: ChosenBy | null
  /**
   * By quarter and the description they count under: the form for all figures holds several reports.
   * `message`: it is only a part of its quarter and comes of what is known by `applyMessage`.
   */
  slices: { quarter: Quarter; mapping: MappingVersion; observations: Observation[]; message?: SliceMessage }[]
  findings: Finding[]
  /** What has to be answered before the file can be taken in. */
  questions: Question[]
  /** What each column and row is taken for, where nobody has described the file. */
  suggested: Suggested[]
  /** The description with what was answered, so that the next file is not asked about; null where it says no more. */
  toLearn: Mapping | null
  refused: boolean
  /** Where it is a message in codes of another system. */
  coded?: Coded
  /** What an earlier answer found, where the file is a copy it marked. */
  earlier: Earlier | null
}

type Sent = {
  name: string
  bytes: Buffer
  country?: Country
  sources: Sources
  /** The quarter it is sent for, where the sender said. */
  quarter?: Quarter
  /** The description it was read by before; where that is no longer there, the file decides again. */
  readBy?: { id: string; version: number }
  /** What the sender has answered about this file. */
  answers?: Answers
  /** Told of each finding while the rest is read. */
  heard?: (finding: Finding) => void
}

/**
 * Reads one national file: privacy stop, then every table its mapping knows, all findings at once.
 *
 * Errors  none are thrown for anything in the file
 */
export async function checkFile(sent: Sent): Promise<Checked> {
  const { name, country, quarter, sources, readBy, answers = {}, heard } = sent
  const report = reportOn(name, heard)
  const doubts = askAbout(name)
  const bytes = withoutUserNames(sent.bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const candidates = candidatesOf(sources, country)
  const before = readBy ? mappingOf(sources, readBy) : null
  let mapping = before ?? mappingByName(name, [...candidates.mappings, ...candidates.earlier])
  let by: ChosenBy = before ? 'record' : 'name'
  let told: Earlier | null = null
  let suggested: Suggestion | null = null
  let toLearn: Mapping | null = null
  const checked = (observations: Observation[] = [], refused = false): Checked => ({
    ...{ hash, name, refused, toLearn },
    country: mapping?.country ?? country ?? null,
    mapping: mapping && { id: mapping.id, version: mapping.version },
    chosenBy: mapping && by,
    slices: slicesOf(observations),
    findings: report.findings,
    questions: doubts.questions,
    suggested: suggested?.suggested ?? [],
    earlier: told,
  })
  const read = await decoded(bytes, mapping, report)
  if (!read) return checked()
  if (isAboutPersons(read, sent, report)) return checked([], true)
  const { sheets, earlier } = withoutMarks(read)
  told = earlier
  const form = recogniseTemplate(sheets, { country, quarter, sources, report })
  const messages = findMessages(sheets, () => Boolean(form ?? chooseMapping(name, sheets, candidates)))
  const codes = { file: name, fileHash: hash, country, sources, report }
  if (messages.length > 0) return { ...checked(), ...takenAs(readCoded(messages, codes)) }
  const choice = form?.mapping
    ? ({ mapping: form.mapping, by: 'form' } as const)
    : chosenFor(sheets, before, () => chooseMapping(name, sheets, candidates))
  ;({ mapping, by } = choice ?? { mapping: null, by })
  if (form && !mapping) return checked()
  const suggest = () =>
    suggestionFor(sheets, name, { country: mapping?.country ?? country, sources, answers })
  const isAnswered = !form && !before && Object.keys(answers).some(asksAboutLayout)
  suggested = mapping && !isAnswered ? null : suggest()
  doubts.questions.push(...(suggested?.questions ?? []))
  ;({ mapping, by } = settledBy(suggested) ?? { mapping, by })
  if (!mapping && suggested?.draft && suggested.questions.length > 0) return checked()
  if (!mapping) reportUnknown(name, candidates.mappings, report)
  else if (!mapping.csv && sheets.some(isText)) report.add('file-kind-unknown', {}, '', { reason: 'CSV' })
  if (!mapping || (!mapping.csv && sheets.some(isText))) return checked()
  toLearn = form || before ? null : learnedFrom(mapping, { sources, answers, isNew: by === 'answers' })
  const reading: Reading = {
    ...{ file: name, fileHash: hash, answers, sources, report, doubts },
    mapping: mappingWith(mapping, answers),
    register: registerOf(sources.places[mapping.country]),
  }
  const observations = mapSheets(form?.sheets ?? sheets, reading)
  reportClosed(observations, reading)
  if (!form && !suggested && report.findings.some(({ code }) => newToLayout.has(code))) {
    suggested = suggest()
    doubts.questions.push(...(suggested?.questions ?? []))
  }
  const counted = form ? underReports(observations, mapping.country, sources) : observations
  const single = withoutDoubles(counted, report)
  return checked(applyCorrections(single, sources.corrections[mapping.country], report))
}

function isAboutPersons(sheets: readonly Sheet[], { country, sources }: Sent, report: Report): boolean {
  const places = (country ? [country] : countries).flatMap((code) => sources.places[code])
  const person = findPersons(sheets, places)
  if (person) report.add('personal-data', { sheet: person.sheet, ref: person.ref }, '', { kind: person.kind })
  return person !== null
}

const chosenFor = (
  sheets: readonly Sheet[],
  before: Mapping | null,
  choose: () => Choice | null,
): Choice | null => (before ? { mapping: onItsSheets(sheets, before), by: 'record' } : choose())

/** The suggested description, once nothing is left to ask. */
const settledBy = (suggested: Suggestion | null): Choice | null =>
  suggested?.draft && suggested.questions.length === 0 ? { mapping: suggested.draft, by: 'answers' } : null

const reportUnknown = (name: string, mappings: readonly Mapping[], report: Report) =>
  report.add('mapping-unknown', {}, name, { known: mappings.map(({ title }) => title).join('; ') })

/** What is to be remembered of what was answered about a file; null where its description says all of it already. */
function learnedFrom(
  mapping: Mapping,
  { sources, answers, isNew }: { sources: Sources; answers: Answers; isNew: boolean },
): Mapping | null {
  if (isNew) return mapping
  const described = mappingOf(sources, mapping) ?? mapping
  const answered = mappingWith(described, answers)
  return JSON.stringify(answered) === JSON.stringify(described) ? null : answered
}

const newToLayout = new Set<string>(['column-unmapped', 'row-label-unknown', 'header-missing'])

const candidatesOf = ({ mappings, earlier }: Sources, country: Country | undefined) => {
  const own = (all: readonly Mapping[]) => all.filter((mapping) => !country || mapping.country === country)
  return { mappings: own(mappings), earlier: own(earlier) }
}

/** How a text file is written, where its description knows. */
function styleOf(mapping: Mapping | null): TextStyle | null {
  const { encoding, separator } = mapping?.csv ?? {}
  return encoding && separator ? { encoding, separator } : null
}

const takenAs = (coded: Coded | null): Partial<Checked> =>
  coded
    ? {
        chosenBy: null,
        country: coded.country,
        mapping: { id: `${coded.country}-messages`, version: coded.version },
        slices: slicesAlone(coded),
        coded,
      }
    : {}

/** Only a text file has a sheet without a name. */
const isText = ({ name }: Sheet) => name === ''

async function decoded(bytes: Buffer, mapping: Mapping | null, report: Report): Promise<Sheet[] | null> {
  try {
    return await decodeApart(bytes, styleOf(mapping))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    report.add(error.code, {}, '', { reason: error.reason })
    return null
  }
}

/** A unit outside its dates has nothing to report (V42). */
function reportClosed(observations: readonly Observation[], { sources, mapping, report }: Reading) {
  const places = new Map<string, Place>(sources.places[mapping.country].map((place) => [place.code, place]))
  const said = new Set<string>()
  for (const { place: code, periodStart, periodEnd, value, lineage } of observations) {
    const place = places.get(code)
    const outside = (place?.opened ?? '') > periodEnd || (place?.closed ?? '9999') < periodStart
    if (!place || !value || !outside || said.has(code)) continue
    said.add(code)
    report.add('place-not-open', lineage, String(value), {
      place: place.name,
      opened: place.opened ?? '–',
      closed: place.closed ?? '–',
    })
  }
}

const keyOf = ({ element, place, periodEnd, cell, deliveredAs }: Observation) =>
  [element, place, periodEnd, cell, deliveredAs].join('|')

/** One value per measure, place and period; a second one is an error, said once per row. */
function withoutDoubles(observations: readonly Observation[], report: Report): Observation[] {
  const first = new Map<string, Observation>()
  const said = new Set<string>()
  for (const observation of observations) {
    const { lineage, value } = observation
    const before = first.get(keyOf(observation))
    const row = `${lineage.sheet}!${lineage.ref.replace(/^\D+/, '')}`
    if (!before) first.set(keyOf(observation), observation)
    else if (!said.has(row)) {
      said.add(row)
      report.add('value-twice', lineage, String(value ?? ''), {
        first: before.lineage.ref,
        was: String(before.value ?? ''),
      })
    }
  }
  return [...first.values()]
}

/** One for each quarter and report; that a value was corrected makes it no other report's. */
function slicesOf(observations: readonly Observation[]): Checked['slices'] {
  const reportOf = ({ lineage }: Observation) => lineage.mapping.split(' ')[0]
  const keyed = Map.groupBy(observations, (one) => `${quarterOf(one.periodEnd)} ${reportOf(one)}`)
  return [...keyed]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => {
      const [quarter = '', id = '', version] = key.split(/[ @]/)
      return { quarter, mapping: { id, version: Number(version) }, observations: of }
    })
}
