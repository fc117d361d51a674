import type { Finding } from '../../../indicators/model/finding.ts'
import type { Country } from '../../../indicators/model/place.ts'
import type { Answers } from '../../../indicators/model/question.ts'
import { decodeApart } from '../apart/decode-apart.ts'
import type { Sheet } from '../decode/sheet.ts'
import { Unreadable } from '../decode/unreadable.ts'
import { reportOn } from '../findings/report-finding.ts'
import { type ChosenBy, chooseMapping } from '../map/choose-mapping.ts'
import type { Sources } from '../map/load-sources.ts'
import { findPersons } from '../privacy/privacy-stop.ts'
import { type Suggestion, suggestMapping } from './suggest-mapping.ts'

/** A file and how it could be read. `refused`: it is about single persons, and nothing of it is told. */
export type SuggestedFile = {
  name: string
  country: Country
  /** What it is read by already. */
  known: { id: string; version: number; by: ChosenBy } | null
  suggestion: Suggestion | null
  findings: Finding[]
  refused: boolean
}

type Sent = { name: string; bytes: Buffer; country: Country; sources: Sources; answers: Answers }

/** Suggests a reading of one file, after the privacy stop. Errors: none are thrown for anything in the file */
export async function suggestFile({ name, bytes, country, sources, answers }: Sent): Promise<SuggestedFile> {
  const report = reportOn(name)
  const told = { name, country, known: null, suggestion: null, findings: report.findings, refused: false }
  let sheets: Sheet[]
  try {
    sheets = await decodeApart(bytes, null)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    report.add(error.code, {}, '', { reason: error.reason })
    return told
  }
  const person = findPersons(sheets, sources.places[country])
  if (person) {
    report.add('personal-data', { sheet: person.sheet, ref: person.ref }, '', { kind: person.kind })
    return { ...told, refused: true }
  }
  const own = (all: Sources['mappings']) => all.filter((mapping) => mapping.country === country)
  const choice = chooseMapping(name, sheets, {
    mappings: own(sources.mappings),
    earlier: own(sources.earlier),
  })
  return {
    ...told,
    known: choice && { id: choice.mapping.id, version: choice.mapping.version, by: choice.by },
    suggestion: suggestMapping(sheets, name, { country, sources, answers }),
  }
}
