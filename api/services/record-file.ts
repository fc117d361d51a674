import type { Finding } from '../../indicators/model/finding.ts'
import type { Answers } from '../../indicators/model/question.ts'
import { writeSlice } from '../../pipelines/warehouse/write-slice.ts'
import { addImports, currentImports, type Import, type NewImport } from '../store/imports.ts'
import type { State } from '../store/open-state.ts'
import { checkSentFile, type Judged, type SentFile } from './check-sent-file.ts'
import { asProblem, type Context } from './context.ts'
import { loadDefinitions } from './definitions.ts'
import type { Intake } from './intake.ts'
import { nextVersion, saveLearned } from './learned-mappings.ts'
import { supersedeOutdated } from './submissions/steps.ts'

/** `receivedOn`: the day it came. */
export type Accepted = SentFile & { receivedOn: string; origin: NewImport['origin'] }

/** Brought to the disk, and counting from the moment the rows are recorded. */
export type Prepared = { rows: NewImport[]; judged: Judged }

/**
 * Makes an accepted file ready to count: what was answered is learned, original and slices are on the disk under the
 * names of their content.
 */
export async function prepareRecord(intake: Intake, sent: Accepted, checked: Judged): Promise<Prepared> {
  const judged = await learn(intake, sent, checked)
  const { context } = intake
  const { country, hash, name, mapping, findings } = judged
  if (!mapping || !country) throw new Error(`${name} was accepted without a mapping`)
  const raw = await context.raw()
  await asProblem(() => raw.put(sent.bytes))
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
      receivedOn: sent.receivedOn,
      importedAt: context.now().toISOString(),
      origin: sent.origin,
      sliceHash: slice.hash,
      observations: slice.rows,
      warnings: count('warning'),
      notes: count('info'),
      answers: asJson(sent.answers),
    })
  }
  return { rows, judged }
}

/** From here on the rows count; what they take the place of is superseded. Call it inside a change. */
export function record(context: Pick<Context, 'state' | 'now'>, rows: readonly NewImport[]): Import[] {
  const imports = addImports(context.state, rows)
  supersedeOutdated(context, context.now().toISOString())
  return imports
}

/** The same for the same answers, in whatever order they were given. */
export const asJson = (answers: Answers = {}) =>
  JSON.stringify(Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))))

/** Whether a file that came before is read with the same answers; without any it is as it was. */
export const saysNoMore = (answers: Answers = {}, known: readonly Import[]) =>
  Object.keys(answers).length === 0 || known.every((one) => one.answers === asJson(answers))

/** The imports a file says over again, value for value, as a renamed or annotated copy does; null where it says more. */
export function replacedBy(state: State, { slices, differences }: Judged): Import[] | null {
  if (!differences || differences.new + differences.changed + differences.removed > 0) return null
  const isOne = (one: Import) =>
    slices.some(({ mapping, quarter }) => one.mapping === mapping.id && one.quarter === quarter)
  return currentImports(state).filter(isOne)
}

/**
 * Remembers what was answered as the next version of the description, and reads the file by that version, as every
 * rebuild will. Where that would not do, nothing is remembered and the answers are on record with the file alone.
 */
async function learn(intake: Intake, sent: Accepted, judged: Judged): Promise<Judged> {
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
