import type { Finding } from '../../../indicators/model/finding.ts'
import { Country } from '../../../indicators/model/place.ts'
import type { Language } from '../../../indicators/model/text.ts'
import {
  SubmissionAction as actions,
  type SubmissionAction,
  stepFor,
} from '../../contract/submissions/states.ts'
import type { SubmissionDetail, SubmissionLine } from '../../contract/submissions/submission.ts'
import { accountOf, type StoredAccount } from '../../store/accounts/accounts.ts'
import { commentsOn } from '../../store/submissions/comments.ts'
import { type Judgement, judgementOf } from '../../store/submissions/judgements.ts'
import { firstReleaseOf } from '../../store/submissions/outcomes.ts'
import { stepsOf } from '../../store/submissions/steps.ts'
import {
  hasSent,
  type Submission,
  submissionsIn,
  type Version,
  versionOf,
  versionsOf,
} from '../../store/submissions/submissions.ts'
import { type FoundDifferences, tellDifferences } from '../compare-with-current.ts'
import type { Context } from '../context.ts'
import type { Definitions } from '../definitions.ts'
import { tellFinding } from '../tell-finding.ts'
import { submissionFor } from './steps.ts'

const DAY = 86_400_000

/** What a person may see of what was sent, in the order in which it came to stand as it does. */
export const submissionsFor = (context: Context, account: StoredAccount): SubmissionLine[] =>
  submissionsIn(context.state, account.country).map((one) => lineOf(context, account, one))

/** Errors: `no-such-submission` */
export const lineFor = (context: Context, account: StoredAccount, id: string): SubmissionLine =>
  lineOf(context, account, submissionFor(context, account, id))

/** Errors: `no-such-submission` */
export function detailFor(
  context: Context,
  account: StoredAccount,
  { id, lang }: { id: string; lang: Language },
  definitions: Definitions,
): SubmissionDetail {
  const { state } = context
  const found = submissionFor(context, account, id)
  const name = nameIn(context)
  const { findings, differences } = parsed(context, found)
  return {
    ...lineOf(context, account, found),
    versions: versionsOf(state, id).map((version) => versionTold(context, version)),
    steps: stepsOf(state, id).map(({ action, from, to, version, account: by, at, words }) => ({
      action,
      from,
      to,
      version,
      by: by === null ? null : name(by),
      at,
      words,
    })),
    said: commentsOn(state, id).map(({ account: by, at, version, sheet, cell, words }) => ({
      by: name(by),
      at,
      version,
      sheet,
      cell,
      words,
    })),
    findings: findings.map((one) => tellFinding(one, lang, definitions)),
    differences: differences && tellDifferences(differences, lang, definitions.sources.elements),
  }
}

function lineOf(context: Context, account: StoredAccount, found: Submission): SubmissionLine {
  const { state } = context
  const { id, country, since } = found
  const version = newest(context, found)
  const judged = judgementFor(context, found)
  return {
    id,
    country: Country.parse(country),
    state: found.state,
    since,
    version: found.version,
    file: version.file,
    reports: JSON.parse(judged.reports),
    sentBy: nameIn(context)(version.sentBy),
    sentAt: version.sentAt,
    verdict: judged.verdict,
    values: judged.observations,
    counts: countsOf(judged),
    changes: {
      new: judged.added,
      changed: judged.changed,
      removed: judged.removed,
      suspicious: judged.suspicious,
    },
    comments: commentsOn(state, id).length,
    release: firstReleaseOf(state, id) ?? null,
    allowed: allowedTo(context, account, found),
  }
}

/** The steps of the table that are open to a person where the submission stands. */
function allowedTo(
  { state, now }: Context,
  { id, role }: StoredAccount,
  found: Submission,
): SubmissionAction[] {
  const sent = hasSent(state, found.id, id)
  const days = (now().getTime() - Date.parse(found.since)) / DAY
  return actions.options.filter(
    (action) => typeof stepFor({ action, from: found.state, by: role, hasSent: sent, days }) !== 'string',
  )
}

function versionTold(context: Context, version: Version) {
  const { submission: id, number, file, fileHash: hash, bytes, remark, sentBy, sentAt } = version
  const judged = judgementFor(context, { id, version: number })
  return {
    number,
    file,
    hash,
    bytes,
    remark,
    sentBy: nameIn(context)(sentBy),
    sentAt,
    counts: countsOf(judged),
    values: judged.observations,
  }
}

const countsOf = ({ errors, warnings, notes }: Judgement) => ({
  error: errors,
  warning: warnings,
  info: notes,
})

const nameIn =
  ({ state }: Context) =>
  (id: string) => ({ id, name: accountOf(state, id)?.name ?? '' })

function parsed(
  context: Context,
  found: Submission,
): {
  findings: Finding[]
  differences: FoundDifferences | null
} {
  const { findings, differences } = judgementFor(context, found)
  return { findings: JSON.parse(findings), differences: JSON.parse(differences) }
}

function judgementFor({ state }: Context, { id, version }: Pick<Submission, 'id' | 'version'>): Judgement {
  const judged = judgementOf(state, id, version)
  if (!judged) throw new Error(`version ${version} of submission ${id} was not judged`)
  return judged
}

function newest({ state }: Context, { id, version }: Submission): Version {
  const found = versionOf(state, id, version)
  if (!found) throw new Error(`submission ${id} has no version ${version}`)
  return found
}
