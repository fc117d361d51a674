import { type SubmissionAction, stepFor } from '../../contract/submissions/states.ts'
import type { StoredAccount } from '../../store/accounts/accounts.ts'
import { judgementOf } from '../../store/submissions/judgements.ts'
import { addStep, outdatedSubmissions } from '../../store/submissions/steps.ts'
import { hasSent, type Submission, submissionOf } from '../../store/submissions/submissions.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'

const DAY = 86_400_000

/** `version` is the one whoever asks has looked at; `words` are a question or a reason. */
export type AskedStep = { id: string; action: SubmissionAction; version: number; words?: string }

/**
 * A submission as far as a person may see it: a focal point her country's, a coordinator all.
 *
 * Errors  `no-such-submission`, the same for one that is not theirs and one there never was
 */
export function submissionFor({ state }: Context, account: StoredAccount, id: string): Submission {
  const found = submissionOf(state, id)
  if (!found || !maySee(account, found)) throw new Problem('no-such-submission', {})
  return found
}

export const maySee = ({ role, country }: StoredAccount, submission: Pick<Submission, 'country'>) =>
  role === 'coordinator' ||
  role === 'administrator' ||
  (role === 'focal_point' && country === submission.country)

/** Takes one step of an existing version, wholly or not at all. Errors: as `stepAsked` */
export const takeStep = (context: Context, account: StoredAccount, asked: AskedStep): Submission =>
  context.state.together(() => stepWithin(context, account, asked))

/** Takes one step inside a change. Errors: as `stepAsked` */
export function stepWithin(context: Context, account: StoredAccount, asked: AskedStep): Submission {
  const { state, now } = context
  const { id, action, version, words = '' } = asked
  const { found, to } = stepAsked(context, account, asked)
  const at = now().toISOString()
  addStep(state, { submission: id, version, action, from: found.state, to, account: account.id, at, words })
  return { ...found, state: to, since: at }
}

/**
 * The submission and where the step would lead: what was looked at has to be what is there.
 *
 * Errors  `no-such-submission`, `submission-changed`, `submission-state`, `own-submission`, `undo-over`,
 *         `not-permitted`, `reason-needed`
 */
export function stepAsked(context: Context, account: StoredAccount, asked: AskedStep) {
  const { id, action, version, words = '' } = asked
  const found = submissionFor(context, account, id)
  if (found.version !== version) throw new Problem('submission-changed', { version: found.version })
  const step = mayStep(context, account, found, action)
  if (step.words === 'reason-to-override' && words.trim() === '' && overrides(context, found))
    throw new Problem('reason-needed', {})
  return { found, to: step.to }
}

/** The step a person may take with a submission now. Errors: as `stepFor` tells */
export function mayStep(
  { state, now }: Context,
  { id, role }: StoredAccount,
  found: Submission,
  action: SubmissionAction,
) {
  const days = (now().getTime() - Date.parse(found.since)) / DAY
  const sent = hasSent(state, found.id, id)
  const step = stepFor({ action, from: found.state, by: role, hasSent: sent, days })
  if (typeof step !== 'string') return step
  throw new Problem(step, {})
}

/** Whether an approval would pass over a warning, a value far from what it was, or values that go. */
function overrides({ state }: Context, { id, version }: Submission): boolean {
  const judged = judgementOf(state, id, version)
  return judged !== undefined && judged.warnings + judged.suspicious + judged.removed > 0
}

/** Approved submissions of which nothing counts any more are superseded. Call it inside the change that made it so. */
export function supersedeOutdated({ state }: Pick<Context, 'state'>, at: string) {
  for (const { submission, version } of outdatedSubmissions(state)) {
    const step = stepFor({ action: 'supersede', from: 'approved', by: 'program', hasSent: false, days: 0 })
    if (typeof step === 'string') throw new Error(`An approved submission cannot be superseded: ${step}`)
    const { action, from, to } = step
    addStep(state, { submission, version, action, from, to, account: null, at, words: '' })
  }
}
