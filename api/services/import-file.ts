import type { Finding } from '../../indicators/model/finding.ts'
import { writeSlice } from '../../pipelines/warehouse/write-slice.ts'
import { currentImportsOf, type Import, type NewImport, recordImports } from '../store/imports.ts'
import { appendToJournal } from '../store/journal.ts'
import { sha256 } from '../store/raw-files.ts'
import { checkSentFile, type Judged, type SentFile } from './check-sent-file.ts'
import { asProblem } from './context.ts'
import { appendToHistory } from './history.sql.ts'
import { importPublicFigures, isPublicFigures } from './import-public-figures.ts'
import type { Intake } from './intake.ts'

export type Arrival = SentFile & { receivedOn: string; origin: NewImport['origin'] }
export type Outcome = {
  file: string
  hash: string
  verdict: 'imported' | 'known-already' | 'has-errors' | 'about-persons'
  imports: Import[]
  findings: Finding[]
}

/**
 * Takes in one file: original, slices and record, or nothing.
 *
 * Original and slices are named by their content and reach the disk first; they count only from the moment the
 * record names them, which is one transaction. A file about persons, or with an error, leaves no trace of its content.
 */
export async function importFile(intake: Intake, sent: Arrival): Promise<Outcome> {
  const { state } = intake.context
  const hash = sha256(sent.bytes)
  const known = currentImportsOf(state, hash)
  if (known.length > 0)
    return { file: sent.name, hash, verdict: 'known-already', imports: known, findings: [] }
  if (isPublicFigures(sent.name)) return importPublicFigures(intake, sent)
  const judged = await checkSentFile(intake, sent)
  const { verdict, findings } = judged
  if (verdict !== 'acceptable') {
    noteRefusal(intake, judged)
    return { file: sent.name, hash, verdict, imports: [], findings }
  }
  const imports = await keep(intake, sent, judged)
  if (intake.grows)
    for (const { observations } of judged.slices) await appendToHistory(intake.history, observations)
  return { file: sent.name, hash, verdict: 'imported', imports, findings }
}

async function keep({ context }: Intake, { bytes, receivedOn, origin }: Arrival, judged: Judged) {
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
