import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Country } from '../../indicators/model/place.ts'
import type { Language } from '../../indicators/model/text.ts'
import { checkSentFile, type SentFile, type Verdict } from './check-sent-file.ts'
import type { Context } from './context.ts'
import { openIntakeForOne } from './intake.ts'
import { Problem } from './problem.ts'
import { gravestFirst, type ToldFinding, tellFinding } from './tell-finding.ts'

export type CheckedFile = {
  file: string
  verdict: Verdict
  mapping: string | null
  country: string | null
  quarters: string[]
  values: number
  findings: ToldFinding[]
}

/** Checks a file on disk as an import would, and keeps nothing. Errors: `file-missing`, `definitions-wrong` */
export async function checkFileAt(
  context: Context,
  path: string,
  { country, language }: { country?: Country; language: Language },
): Promise<CheckedFile> {
  const sent = await readSent(path, country)
  const intake = await openIntakeForOne(context)
  try {
    const judged = await checkSentFile(intake, sent)
    return {
      file: judged.name,
      verdict: judged.verdict,
      mapping: judged.mapping?.id ?? null,
      country: judged.country,
      quarters: judged.slices.map(({ quarter }) => quarter),
      values: judged.slices.reduce((sum, { observations }) => sum + observations.length, 0),
      findings: gravestFirst(judged.findings).map((one) => tellFinding(one, language, intake.definitions)),
    }
  } finally {
    intake.close()
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
