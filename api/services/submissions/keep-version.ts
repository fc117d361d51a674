import { openStates, stepFor } from '../../contract/submissions/states.ts'
import type { StoredAccount } from '../../store/accounts/accounts.ts'
import { addJudgement, type Judgement, judgementOf } from '../../store/submissions/judgements.ts'
import { addStep } from '../../store/submissions/steps.ts'
import {
  addVersion,
  type NewVersion,
  openSubmission,
  type Submission,
  submissionOf,
  submissionsIn,
  versionOf,
} from '../../store/submissions/submissions.ts'
import { newId } from '../accounts/secrets.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { maySee, mayStep } from './steps.ts'

export type Sent = Omit<NewVersion, 'submission' | 'number' | 'sentBy' | 'sentAt'>
export type Judged = Omit<Judgement, 'submission' | 'version' | 'judgedAt'>

/**
 * Writes down what was sent and how it was judged: as the next version of what is on its way of the same reports, else
 * as the first of something new. The file itself is on the disk by then. Sent again while it waits, it is the same
 * version.
 *
 * Errors  `submission-state` where it is being reviewed, `file-other-country`, `not-permitted`
 */
export function keepVersion(
  context: Context,
  account: StoredAccount,
  country: string,
  { action, sent, judged }: { action: 'save' | 'send'; sent: Sent; judged: Judged },
): Submission {
  const { state, now } = context
  if (!maySee(account, { country })) throw new Problem('file-other-country', { file: sent.file })
  return state.together(() => {
    const at = now().toISOString()
    const open = openFor(context, country, sent, judged)
    if (open && saysTheSame(context, open, sent, account)) return open
    const step = open
      ? mayStep(context, account, open, action)
      : stepFor({ action, from: null, by: account.role, hasSent: false, days: 0 })
    if (typeof step === 'string') throw new Problem('not-permitted', {})
    const submission = open?.id ?? newId()
    const number = (open?.version ?? 0) + 1
    if (!open) openSubmission(state, submission, country, at)
    addVersion(state, { ...sent, submission, number, sentBy: account.id, sentAt: at })
    addJudgement(state, { ...judged, submission, version: number, judgedAt: at })
    addStep(state, {
      submission,
      version: number,
      action,
      from: step.from,
      to: step.to,
      account: account.id,
      at,
      words: sent.remark,
    })
    const kept = submissionOf(state, submission)
    if (!kept) throw new Error(`submission ${submission} was not kept`)
    return kept
  })
}

/** What is on its way of any of the same reports; a draft nobody could read yet is known by its file. */
function openFor({ state }: Context, country: string, sent: Sent, judged: Judged): Submission | undefined {
  const reports = reportsIn(judged.reports)
  return submissionsIn(state, country)
    .filter(({ state }) => openStates.includes(state))
    .find(({ id, version }) => {
      const theirs = reportsIn(judgementOf(state, id, version)?.reports ?? '[]')
      if (theirs.length === 0) return versionOf(state, id, version)?.file === sent.file
      return theirs.some((one) => reports.includes(one))
    })
}

const reportsIn = (reports: string): string[] =>
  (JSON.parse(reports) as { mapping: string; quarter: string }[]).map(
    ({ mapping, quarter }) => `${mapping} ${quarter}`,
  )

/** Whether it is the very same, sent once more because its sender did not hear of the first time. */
function saysTheSame({ state }: Context, open: Submission, sent: Sent, { id }: StoredAccount): boolean {
  const newest = versionOf(state, open.id, open.version)
  return (
    open.state === 'submitted' &&
    newest?.sentBy === id &&
    newest.fileHash === sent.fileHash &&
    newest.answers === sent.answers
  )
}
