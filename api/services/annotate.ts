import type { Finding } from '../../indicators/model/finding.ts'
import type { Quarter } from '../../indicators/model/period.ts'
import type { Country } from '../../indicators/model/place.ts'
import type { Language } from '../../indicators/model/text.ts'
import { annotateWorkbook, isCommon } from '../../pipelines/forms/annotate/annotate-workbook.ts'
import { copyCells } from '../../pipelines/forms/annotate/copy-cells.ts'
import type { Problem as MarkedProblem } from '../../pipelines/forms/annotate/problems-sheet.ts'
import { decodeApart } from '../../pipelines/stages/apart/decode-apart.ts'
import type { Sheet } from '../../pipelines/stages/decode/sheet.ts'
import { Unreadable } from '../../pipelines/stages/decode/unreadable.ts'
import { readSent } from './check-file.ts'
import { checkSentFile, type Judged, type SentFile } from './check-sent-file.ts'
import type { Context } from './context.ts'
import type { Definitions } from './definitions.ts'
import { openIntakeForOne } from './intake.ts'
import { Problem } from './problem.ts'
import { gravestFirst, tellFinding } from './tell-finding.ts'

export type Annotated = { name: string; bytes: Uint8Array; problems: number }

/**
 * A sender's own file with its problems marked in it, and a page that lists them.
 *
 * Errors  `file-missing`, `definitions-wrong`; `file-about-persons`: of such a file there is no copy
 */
export async function annotateFileAt(
  context: Context,
  path: string,
  { country, quarter, language }: { country?: Country; quarter?: Quarter; language: Language },
): Promise<Annotated> {
  const sent = { ...(await readSent(path, country)), ...(quarter ? { quarter } : {}) }
  const intake = await openIntakeForOne(context)
  try {
    const judged = await checkSentFile(intake, sent)
    return await annotate(sent, judged, language, intake.definitions)
  } finally {
    intake.close()
  }
}

/** Errors: `file-about-persons` */
export async function annotate(
  { name, bytes }: SentFile,
  judged: Judged,
  language: Language,
  definitions: Definitions,
): Promise<Annotated> {
  if (judged.verdict === 'about-persons') throw new Problem('file-about-persons', { file: name })
  const problems = gravestFirst(judged.findings).map((one) => problemOf(one, name, language, definitions))
  const stem = name.replace(/\.[^.]*$/, '')
  const sheets = await cellsOf(bytes, judged, definitions)
  const isWorkbook = sheets.length > 0 && bytes.includes('xl/workbook.xml') && isCommon(bytes)
  const ofText = sheets[0]?.name === ''
  const workbook = isWorkbook ? bytes : await copyCells(sheets, sheetNameOf(stem))
  return {
    name: `${stem} (${language}).xlsx`,
    bytes: annotateWorkbook(workbook, { problems, language, ofText }),
    problems: problems.length,
  }
}

function problemOf(
  finding: Finding,
  file: string,
  language: Language,
  definitions: Definitions,
): MarkedProblem {
  const { severity, code, sheet, cell, value, message } = tellFinding(finding, language, definitions)
  const refs = finding.at.file === file ? (cell.match(/[A-Z]{1,3}[1-9]\d*/g) ?? []) : []
  return { severity, code, rule: finding.rule ?? '', sheet, refs, value, message }
}

/** What can be read of the file again; nothing where it could not be read. */
async function cellsOf(bytes: Buffer, { mapping }: Judged, { sources }: Definitions): Promise<Sheet[]> {
  const { encoding, separator } = sources.mappings.find(({ id }) => id === mapping?.id)?.csv ?? {}
  try {
    return await decodeApart(bytes, encoding && separator ? { encoding, separator } : null)
  } catch (error) {
    if (error instanceof Unreadable) return []
    throw error
  }
}

const sheetNameOf = (stem: string) =>
  stem
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim() || 'Data'
