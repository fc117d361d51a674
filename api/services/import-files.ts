import { basename } from 'node:path'
import type { Country } from '../../indicators/model/place.ts'
import type { Answers } from '../../indicators/model/question.ts'
import type { Language } from '../../indicators/model/text.ts'
import type { Differences, ToldFinding } from '../contract/check-file.ts'
import { readSent } from './check-file.ts'
import { tellDifferences } from './compare-with-current.ts'
import type { Context } from './context.ts'
import { importFile, type Outcome } from './import-file.ts'
import { openIntake, openIntakeForOne } from './intake.ts'
import { gravestFirst, tellFinding } from './tell-finding.ts'

export type ImportedFile = Pick<Outcome, 'file' | 'verdict'> & {
  quarters: string[]
  values: number
  findings: ToldFinding[]
  differences: Differences | null
}

type Wish = {
  country?: Country
  receivedOn: string
  language: Language
  allowRemoved: boolean
  /** What was answered about each of the files. */
  answers?: Answers
}

/** Takes in files of the disk, one after another; each wholly or not at all. Errors: `file-missing` before any is taken in */
export async function importFiles(
  context: Context,
  files: readonly string[],
  { country, language, ...wish }: Wish,
) {
  const sent = await Promise.all(files.map((path) => readSent(path, country)))
  const intake = await (sent.length === 1 ? openIntakeForOne(context) : openIntake(context))
  const done: ImportedFile[] = []
  try {
    for (const file of sent) {
      context.report({
        doing: 'Importing files',
        done: done.length,
        of: sent.length,
        what: basename(file.name),
      })
      const outcome = await importFile(intake, { ...file, ...wish, origin: 'person' })
      done.push({
        file: outcome.file,
        verdict: outcome.verdict,
        quarters: outcome.imports.map(({ quarter }) => quarter),
        values: outcome.imports.reduce((sum, { observations }) => sum + observations, 0),
        findings: gravestFirst(outcome.findings).map((one) => tellFinding(one, language, intake.definitions)),
        differences:
          outcome.differences &&
          tellDifferences(outcome.differences, language, intake.definitions.sources.elements),
      })
    }
    context.report({ doing: 'Importing files', done: done.length, of: sent.length })
    return done
  } finally {
    intake.close()
  }
}
