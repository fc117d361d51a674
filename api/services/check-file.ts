import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Finding } from '../../indicators/model/finding.ts'
import type { Quarter } from '../../indicators/model/period.ts'
import { Country } from '../../indicators/model/place.ts'
import type { Answers } from '../../indicators/model/question.ts'
import type { Language } from '../../indicators/model/text.ts'
import type { CheckedFile, CheckSummary } from '../contract/check-file.ts'
import { checkSentFile, type Judged, type SentFile } from './check-sent-file.ts'
import { tellDifferences } from './compare-with-current.ts'
import type { Context } from './context.ts'
import type { Definitions } from './definitions.ts'
import { openIntakeForOne } from './intake.ts'
import { Problem } from './problem.ts'
import { gravestFirst, tellFinding } from './tell-finding.ts'
import { questionTeller } from './tell-question.ts'

/** Checks a file on disk as an import would, and keeps nothing. Errors: `file-missing`, `definitions-wrong` */
export async function checkFileAt(
  context: Context,
  path: string,
  asked: { country?: Country; quarter?: Quarter; language: Language; answers?: Answers },
): Promise<CheckedFile> {
  const { country, quarter, language, answers } = asked
  const read = await readSent(path, country)
  const sent = { ...read, ...(quarter ? { quarter } : {}), ...(answers ? { answers } : {}) }
  const intake = await openIntakeForOne(context)
  try {
    const judged = await checkSentFile(intake, sent)
    const findings = gravestFirst(judged.findings).map((one) =>
      tellFinding(one, language, intake.definitions),
    )
    return { ...summaryOf(judged, language, intake.definitions), findings }
  } finally {
    intake.close()
  }
}

/** What a judged file would be taken in as. */
export function summaryOf(judged: Judged, language: Language, { sources }: Definitions): CheckSummary {
  const { name, verdict, mapping, country, slices, findings, questions, suggested, differences, solved } =
    judged
  const teller = questionTeller(sources.elements, language)
  const count = (wanted: Finding['severity']) => findings.filter(({ severity }) => severity === wanted).length
  return {
    file: name,
    verdict,
    mapping: mapping?.id ?? null,
    country,
    quarters: slices.map(({ quarter }) => quarter),
    values: slices.reduce((sum, { observations }) => sum + observations.length, 0),
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    questions: questions.map(teller.question),
    readings: suggested.map(teller.reading),
    solved,
    differences: differences && tellDifferences(differences, language, sources.elements),
  }
}

/** A file of the disk as if it had been sent. Errors: `file-missing` */
export async function readSent(path: string, country?: Country): Promise<SentFile> {
  try {
    return { name: basename(path), bytes: await readFile(path), ...(country ? { country } : {}) }
  } catch {
    throw new Problem('file-missing', { file: path })
  }
}

/** The country as a sender names it: KAZ, TUN or UGA. */
export const countryNamed = (text: string): Country | null =>
  Country.safeParse(text.toUpperCase()).data ?? null
