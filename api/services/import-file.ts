import type { Finding } from '../../indicators/model/finding.ts'
import { withoutUserNames } from '../../pipelines/stages/coded/user-names.ts'
import { currentImportsOf, type Import } from '../store/imports.ts'
import { appendToJournal } from '../store/journal.ts'
import { sha256 } from '../store/raw-files.ts'
import { checkSentFile, type Judged } from './check-sent-file.ts'
import type { FoundDifferences } from './compare-with-current.ts'
import { appendToHistory } from './history.sql.ts'
import { importPublicFigures, isPublicFigures } from './import-public-figures.ts'
import type { Intake } from './intake.ts'
import { type Accepted, prepareRecord, record, replacedBy, saysNoMore } from './record-file.ts'

export type Arrival = Accepted & {
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
  const prepared = await prepareRecord(intake, sent, judged)
  const imports = state.together(() => record(intake.context, prepared.rows))
  if (intake.grows)
    for (const { observations } of prepared.judged.slices) await appendToHistory(intake.history, observations)
  return { ...told, verdict: 'imported', imports, findings, differences }
}

/** The journal says that a file was refused, not what was in it: even its name could be a person's. */
export function noteRefusal(
  { context }: Pick<Intake, 'context'>,
  { hash, country, verdict, findings }: Judged,
) {
  const at = context.now().toISOString()
  const body = { fileHash: hash, country, verdict, findings: findings.length }
  context.state.together(() => appendToJournal(context.state, { at, kind: 'refuse', body }))
}
