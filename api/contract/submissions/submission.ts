import { z } from 'zod'
import { Country } from '../../../indicators/model/place.ts'
import { Language } from '../../../indicators/model/text.ts'
import { signInRefusals } from '../accounts/sign-in.ts'
import { Differences, ToldFinding } from '../check-file.ts'
import { SubmissionAction, SubmissionState } from './states.ts'

export const Report = z.strictObject({ mapping: z.string(), quarter: z.string() })

/** A person as others see them. */
export const Somebody = z.strictObject({ id: z.string(), name: z.string() })

/** A submission in a list: what it is, where it stands, and how much of it asks for a look. */
export const SubmissionLine = z.strictObject({
  id: z.string(),
  country: Country,
  state: SubmissionState,
  since: z.string(),
  version: z.int(),
  file: z.string(),
  reports: z.array(Report),
  sentBy: Somebody,
  sentAt: z.string(),
  verdict: z.enum(['acceptable', 'has-errors', 'has-questions']),
  values: z.int(),
  counts: z.strictObject({ error: z.int(), warning: z.int(), info: z.int() }),
  changes: z.strictObject({ new: z.int(), changed: z.int(), removed: z.int(), suspicious: z.int() }),
  comments: z.int(),
  /** The release it is in first; null where it is in none yet. */
  release: z.string().nullable(),
  /** What whoever asks may do with it now. */
  allowed: z.array(SubmissionAction),
})
export type SubmissionLine = z.infer<typeof SubmissionLine>

export const SubmissionVersion = z.strictObject({
  number: z.int(),
  file: z.string(),
  hash: z.string(),
  bytes: z.int(),
  remark: z.string(),
  sentBy: Somebody,
  sentAt: z.string(),
  counts: SubmissionLine.shape.counts,
  values: z.int(),
})

export const SubmissionStep = z.strictObject({
  action: SubmissionAction,
  from: SubmissionState.nullable(),
  to: SubmissionState,
  version: z.int(),
  /** Null where it followed from something else that was done. */
  by: Somebody.nullable(),
  at: z.string(),
  words: z.string(),
})

export const SubmissionComment = z.strictObject({
  by: Somebody,
  at: z.string(),
  version: z.int(),
  sheet: z.string(),
  cell: z.string(),
  words: z.string(),
})

/** `findings` and `differences` are the gravest of its newest version, as it was judged last. */
export const SubmissionDetail = SubmissionLine.extend({
  versions: z.array(SubmissionVersion),
  steps: z.array(SubmissionStep),
  said: z.array(SubmissionComment),
  findings: z.array(ToldFinding),
  differences: Differences.nullable(),
})
export type SubmissionDetail = z.infer<typeof SubmissionDetail>

export const SubmissionId = z.string().min(1).max(40)
export const Words = z.string().trim().max(4000)
export const AskedLanguage = Language.default('en').describe('The language findings and names are told in.')

/** What is decided about: the version that was looked at, so that nobody decides about another. */
export const Decided = z.strictObject({ id: SubmissionId, version: z.int().min(1) })

export const stepRefusals = [
  ...signInRefusals,
  'sign-in-needed',
  'not-permitted',
  'no-such-submission',
  'submission-changed',
  'submission-state',
] as const
