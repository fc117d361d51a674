import type { Finding } from '../../indicators/model/finding.ts'
import type { Quarter } from '../../indicators/model/period.ts'
import { type Country, countryOf } from '../../indicators/model/place.ts'
import type { Answers } from '../../indicators/model/question.ts'
import { solvedOf } from '../../pipelines/forms/annotate/recognise-marks.ts'
import { runRules } from '../../pipelines/rules/run-rules.ts'
import { ReadersBusy } from '../../pipelines/stages/apart/reading-queue.ts'
import { type Checked, checkFile } from '../../pipelines/stages/check-file.ts'
import type { ChangeCounts } from '../../pipelines/stages/coded/count-changes.ts'
import type { Verdict } from '../contract/check-file.ts'
import { compareWithCurrent, type FoundDifferences } from './compare-with-current.ts'
import { continueSlices } from './continue-slices.ts'
import type { Intake } from './intake.ts'
import { Problem } from './problem.ts'

export type SentFile = {
  name: string
  bytes: Buffer
  country?: Country
  quarter?: Quarter
  answers?: Answers
  /** The one country whose files the sender may send. */
  only?: Country
  /** The version of a description it is to be read by. */
  readBy?: { id: string; version: number }
}
/** `solved`: of the problems an earlier answer marked in this file, how many are gone. */
export type Judged = Omit<Checked, 'refused' | 'earlier'> & {
  verdict: Verdict
  differences: FoundDifferences | null
  solved: { of: number; solved: number } | null
  /** What a message in codes does to what is known; null for any other file. */
  counts: ChangeCounts | null
}

/**
 * Reads a file, checks it against itself and what was accepted before, and compares it with what it would take the
 * place of; nothing is kept.
 *
 * `heard` is told of each finding at once.
 *
 * Shape   findings of reading first, then of the rules, each in the order of the file
 * Errors  `checking-busy`; `not-permitted` for a file of another country than the sender's, before anything is compared
 */
export async function checkSentFile(
  { definitions, history }: Pick<Intake, 'definitions' | 'history'>,
  sent: SentFile,
  heard: (finding: Finding) => void = () => {},
): Promise<Judged> {
  const { sources, rules, logframe } = definitions
  const { refused, earlier, ...read } = await checkFile({ ...sent, sources, heard }).catch(tellBusy)
  if (sent.only && speaksOfOthers(read, sent.only)) throw new Problem('not-permitted', {})
  if (refused) return { ...read, solved: null, verdict: 'about-persons', differences: null, counts: null }
  const { slices, counts } = await continueSlices(history, read)
  const checked = { ...read, slices, counts }
  const staged = slices.flatMap(({ observations }) => observations)
  const broken = await runRules(history, { staged, rules, start: logframe.start })
  for (const finding of broken) heard(finding)
  const findings = [...checked.findings, ...broken]
  const hasErrors = findings.some(isError) || (staged.length === 0 && checked.questions.length === 0)
  const open = checked.questions.length > 0 ? 'has-questions' : 'acceptable'
  const differences = await compareWithCurrent(history, checked)
  const now = findings.map(({ code, at }) => ({ code, sheet: at.sheet }))
  const solved = earlier && { of: earlier.length, solved: solvedOf(earlier, now) }
  const verdict = hasErrors ? 'has-errors' : open
  return { ...checked, findings, differences, solved, verdict }
}

const speaksOfOthers = ({ country, slices }: Pick<Checked, 'country' | 'slices'>, own: Country) =>
  (country !== null && country !== own) ||
  slices.some(({ observations }) => observations.some(({ place }) => countryOf(place) !== own))

const isError = ({ severity }: Finding) => severity === 'error'

function tellBusy(error: unknown): never {
  throw error instanceof ReadersBusy ? new Problem('checking-busy', { waiting: error.waiting }) : error
}
