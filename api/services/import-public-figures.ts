import { readPublicFigures } from '../../pipelines/stages/read-public-figures.ts'
import { recordImports } from '../store/imports.ts'
import { asProblem } from './context.ts'
import type { Arrival, Outcome } from './import-file.ts'
import type { Intake } from './intake.ts'
import { PUBLIC_FIGURES } from './registers.ts'

export const isPublicFigures = (name: string) => /^public-figures.*\.csv$/i.test(name)

/** Takes in the file of publicly reported figures. It is its own slice: the warehouse reads it again from the original. */
export async function importPublicFigures(
  { context }: Intake,
  sent: Arrival,
): Promise<Omit<Outcome, 'differences'>> {
  const { name, bytes, receivedOn, origin } = sent
  const { hash, figures, findings } = await readPublicFigures(name, bytes)
  if (findings.some(({ severity }) => severity === 'error')) {
    return { file: name, hash, verdict: 'has-errors', imports: [], findings }
  }
  const raw = await context.raw()
  await asProblem(() => raw.put(bytes))
  const imports = recordImports(context.state, [
    {
      fileHash: hash,
      file: name,
      country: '',
      mapping: PUBLIC_FIGURES,
      version: 1,
      quarter: '',
      receivedOn,
      importedAt: context.now().toISOString(),
      origin,
      sliceHash: hash,
      observations: figures.length,
      warnings: 0,
      notes: findings.length,
      answers: '{}',
    },
  ])
  return { file: name, hash, verdict: 'imported', imports, findings }
}
