import type { Finding } from '../../indicators/model/finding.ts'
import type { Answers } from '../../indicators/model/question.ts'
import { withoutUserNames } from '../../pipelines/stages/coded/user-names.ts'
import { writeSlice } from '../../pipelines/warehouse/write-slice.ts'
import {
  currentImports,
  currentImportsOf,
  type Import,
  type NewImport,
  recordImports,
} from '../store/imports.ts'
import { appendToJournal } from '../store/journal.ts'
import type { State } from '../store/open-state.ts'
import { sha256 } from '../store/raw-files.ts'
import { checkSentFile, type Judged, type SentFile } from './check-sent-file.ts'
import type { FoundDifferences } from './compare-with-current.ts'
import { asProblem } from './context.ts'
import { loadDefinitions } from './definitions.ts'
import { appendToHistory } from './history.sql.ts'
import { importPublicFigures, isPublicFigures } from './import-public-figures.ts'
import type { Intake } from './intake.ts'
import { nextVersion, saveLearned } from './learned-mappings.ts'

export type Arrival = SentFile & {
  receivedOn: string
  origin: NewImport['origin']
  /** A newer version may leave out values that count now. */
  allowRemoved?: boolean
}
export type Outcome = {
  file: string
  hash: string
  verdict: 'imported' | 'known-already' | 'has-errors' | 'has-questions' | 'about-persons' | 'removes-values'
  imports: Import[]
  findings: Finding[]
  /** From what counted before; null where nothing did, or nothing was compared. */
  differences: FoundDifferences | null
}

/**
 * Takes in one file: original, slices and record, or nothing.
 *
 * Original and slices are named by their content and reach the disk first; they count only from the moment the
 * record names them, which is one transaction. A file about persons, or with an error, leaves no trace of its content,
 * nor does one that would remove values nobody said may go. Bytes that count already change nothing, and neither does
 * another file that says the same. A message in codes names what it takes back, so it needs no leave.
 */
export async function importFile(intake: Intake, arrival: Arrival): Promise<Outcome> {
  const { state } = intake.context
  const sent = { ...arrival, bytes: withoutUserNames(arrival.bytes) }
  const hash = sha256(sent.bytes)
  const told = { file: sent.name, hash, imports: [], findings: [], differences: null }
  const known = currentImportsOf(state, hash)
  if (known.length > 0 && saysNoMore(sent.answers, known))
    return { ...told, verdict: 'known-already', imports: known }
  if (isPublicFigures(sent.name)) return { ...told, ...(await importPublicFigures(intake, sent)) }
  const judged = await checkSentFile(intake, sent)
  const { verdict, findings, differences } = judged
  if (verdict !== 'acceptable') {
    noteRefusal(intake, judged)
    return { ...told, verdict, findings }
  }
  const repeated = replacedBy(state, judged)
  if (repeated) return { ...told, verdict: 'known-already', imports: repeated, findings, differences }
  if (!judged.coded && differences && differences.removed > 0 && !sent.allowRemoved)
    return { ...told, verdict: 'removes-values', findings, differences }
  const kept = await learn(intake, sent, judged)
  const imports = await keep(intake, sent, kept)
  if (intake.grows)
    for (const { observations } of kept.slices) await appendToHistory(intake.history, observations)
  return { ...told, verdict: 'imported', imports, findings, differences }
}

/** Whether a file that came before is read with the same answers; without any it is as it was. */
const saysNoMore = (answers: Answers = {}, known: readonly Import[]) =>
  Object.keys(answers).length === 0 || known.every((one) => one.answers === asJson(answers))

/** The same for the same answers, in whatever order they were given. */
const asJson = (answers: Answers = {}) =>
  JSON.stringify(Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))))

/**
 * Remembers what was answered as the next version of the description, and reads the file by that version, as every
 * rebuild will. Where that would not do, nothing is remembered and the answers are on record with the file alone.
 */
async function learn(intake: Intake, sent: Arrival, judged: Judged): Promise<Judged> {
  const { toLearn } = judged
  if (!toLearn) return judged
  const { context, definitions, history } = intake
  const { sources } = definitions
  const settled = { by: 'sender', why: `answered about ${sent.name}` }
  const next = nextVersion(toLearn, sources, { ...settled, at: context.now().toISOString() })
  const knowing = { ...definitions, sources: { ...sources, mappings: [next, ...sources.mappings] } }
  const again = await checkSentFile({ definitions: knowing, history }, { ...sent, readBy: next })
  if (again.verdict !== 'acceptable') return judged
  await saveLearned(context, sources, toLearn, settled)
  intake.definitions = loadDefinitions(context.paths.mappings)
  return again
}

/** The imports a file says over again, value for value, as a renamed or annotated copy does; null where it says more. */
function replacedBy(state: State, { slices, differences }: Judged): Import[] | null {
  if (!differences || differences.new + differences.changed + differences.removed > 0) return null
  const isOne = (one: Import) =>
    slices.some(({ mapping, quarter }) => one.mapping === mapping.id && one.quarter === quarter)
  return currentImports(state).filter(isOne)
}

async function keep({ context }: Intake, { bytes, receivedOn, origin, answers }: Arrival, judged: Judged) {
  const { country, hash, name, findings } = judged
  if (!judged.mapping || !country) throw new Error(`${name} was accepted without a mapping`)
  const raw = await context.raw()
  await asProblem(() => raw.put(bytes))
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length
  const rows: NewImport[] = []
  for (const { quarter, mapping, observations } of judged.slices) {
    const slice = await writeSlice(observations, context.paths.slices)
    rows.push({
      fileHash: hash,
      file: name,
      country,
      mapping: mapping.id,
      version: mapping.version,
      quarter,
      receivedOn,
      importedAt: context.now().toISOString(),
      origin,
      sliceHash: slice.hash,
      observations: slice.rows,
      warnings: count('warning'),
      notes: count('info'),
      answers: asJson(answers),
    })
  }
  return recordImports(context.state, rows)
}

/** The journal says that a file was refused, not what was in it: even its name could be a person's. */
function noteRefusal({ context }: Intake, { hash, country, verdict, findings }: Judged) {
  const at = context.now().toISOString()
  const body = { fileHash: hash, country, verdict, findings: findings.length }
  context.state.together(() => appendToJournal(context.state, { at, kind: 'refuse', body }))
}
