import { z } from 'zod'
import { Quarter } from '../../indicators/model/period.ts'
import { Country } from '../../indicators/model/place.ts'
import { type Answers, Question } from '../../indicators/model/question.ts'
import { Language } from '../../indicators/model/text.ts'
import { DeliveredState } from '../../indicators/model/value-state.ts'
import { endpoint } from './endpoint.ts'
import { ProblemBody } from './problem.ts'

/** A finding as a person reads it: where, what stands there, what to do. */
export const ToldFinding = z.strictObject({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  file: z.string(),
  /** Empty where it is about the whole file, and in a text file, which has no sheets. */
  sheet: z.string(),
  cell: z.string(),
  value: z.string(),
  message: z.string(),
})
export type ToldFinding = z.infer<typeof ToldFinding>

export const Verdict = z.enum(['acceptable', 'has-errors', 'has-questions', 'about-persons'])
export type Verdict = z.infer<typeof Verdict>

/** A number, or why there is none; null where nothing was said. */
const Standing = z.union([z.number(), DeliveredState]).nullable()

/** One value a newer version of a report tells otherwise than what counts now. */
export const Difference = z.strictObject({
  kind: z.enum(['new', 'changed', 'removed']),
  /** So far from what it was that somebody should look. */
  suspicious: z.boolean(),
  element: z.string(),
  title: z.string(),
  place: z.string(),
  placeName: z.string(),
  cell: z.string(),
  quarter: Quarter,
  was: Standing,
  now: Standing,
  /** Where it stands in the newer version. */
  sheet: z.string(),
  ref: z.string(),
})
export type Difference = z.infer<typeof Difference>

/** How many of each, the suspicious among the changed, and the gravest one by one. */
export const Differences = z.strictObject({
  new: z.int(),
  changed: z.int(),
  removed: z.int(),
  suspicious: z.int(),
  listed: z.array(Difference),
})
export type Differences = z.infer<typeof Differences>
/** What only the sender knows, with the answers to choose from. Each is answered once, whatever the number of cells. */
export const ToldQuestion = z.strictObject({
  id: z.string(),
  kind: Question.shape.kind,
  sheet: z.string(),
  cell: z.string(),
  cells: z.int(),
  value: z.string(),
  question: z.string(),
  answers: z.array(z.strictObject({ answer: z.string(), text: z.string() })),
  suggestion: z
    .strictObject({ answer: z.string(), confidence: z.number(), reason: z.string() })
    .nullable()
    .describe('The likely answer, how likely from 0 to 1, and why.'),
})
export type ToldQuestion = z.infer<typeof ToldQuestion>

/** What a column or row of a file nobody has described is taken for. */
export const ToldReading = z.strictObject({
  sheet: z.string(),
  cell: z.string(),
  /** Its header from top to bottom, or its label. */
  header: z.string(),
  /** The first values there. */
  samples: z.array(z.string()),
  meaning: z.string(),
  /** False where it is asked about. */
  sure: z.boolean(),
})
export type ToldReading = z.infer<typeof ToldReading>

/** What a file would be taken in as. `counts` are of all findings, also of those beyond what is told one by one. */
export const CheckSummary = z.strictObject({
  file: z.string(),
  verdict: Verdict,
  mapping: z.string().nullable(),
  country: z.string().nullable(),
  quarters: z.array(z.string()),
  values: z.int(),
  counts: z.strictObject({ error: z.int(), warning: z.int(), info: z.int() }),
  questions: z.array(ToldQuestion),
  /** What each column and row is taken for, where nobody has described the file yet. */
  readings: z.array(ToldReading),
  /** Where the file is a marked copy that came back: how many of its problems are solved. */
  solved: z.strictObject({ of: z.int(), solved: z.int() }).nullable(),
  /** Null where nothing of this report and its quarters counts yet. */
  differences: Differences.nullable(),
})
export type CheckSummary = z.infer<typeof CheckSummary>

export const CheckedFile = CheckSummary.extend({ findings: z.array(ToldFinding) })
export type CheckedFile = z.infer<typeof CheckedFile>

/** Findings as they come, then the summary; a problem in its place where the check could not be brought to its end. */
export const CheckLine = z.union([
  z.strictObject({ finding: ToldFinding }),
  z.strictObject({ checked: CheckSummary }),
  z.strictObject({ problem: ProblemBody }),
])
export type CheckLine = z.infer<typeof CheckLine>

/** An answer as it is sent: `QUESTION=ANSWER`. A question's name can hold an equals sign, its answer cannot. */
export const SentAnswer = z
  .string()
  .regex(/^.+=[^=]+$/s)
  .max(1000)

/** By question. Of two answers to one question the later counts. */
export const answersOf = (sent: readonly string[]): Answers =>
  Object.fromEntries(
    sent.map((one) => [one.slice(0, one.lastIndexOf('=')), one.slice(one.lastIndexOf('=') + 1)]),
  )

const GIBIBYTE = 1024 ** 3

export const checkFile = endpoint({
  id: 'check-file',
  method: 'POST',
  path: '/api/check',
  summary: 'What an import of a file would say; nothing of the file is kept',
  editions: ['internal'],
  body: {
    type: 'application/octet-stream',
    maxBytes: GIBIBYTE,
    description: 'The file as it is: a workbook, a separated text or a data value set.',
  },
  input: z.object({
    name: z.string().min(1).max(255).describe('The name of the file: it often tells what the file is.'),
    country: Country.optional().describe('Whose file it is, where its name does not tell.'),
    answer: z
      .array(SentAnswer)
      .max(500)
      .default([])
      .describe('QUESTION=ANSWER for each question that was asked about this file; the field is repeated.'),
    lang: Language.default('en').describe('The language findings are told in.'),
  }),
  repeated: ['answer'],
  output: CheckedFile,
  lines: CheckLine,
  formats: ['json'],
  refusals: [
    'input-invalid',
    'origin-not-allowed',
    'body-type-wrong',
    'body-too-large',
    'checking-busy',
    'definitions-wrong',
    'slice-missing',
  ],
})
