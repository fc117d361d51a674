import { Country } from '../../../indicators/model/place.ts'
import { Answers } from '../../../indicators/model/question.ts'
import { accountOf, type StoredAccount } from '../../store/accounts/accounts.ts'
import { addJudgement, judgementOf, lastImportOf } from '../../store/submissions/judgements.ts'
import { linkImports } from '../../store/submissions/outcomes.ts'
import { type Version, versionOf } from '../../store/submissions/submissions.ts'
import { checkSentFile, type Judged, type SentFile } from '../check-sent-file.ts'
import { asProblem, type Context } from '../context.ts'
import type { Definitions } from '../definitions.ts'
import { openIntakeForOne } from '../intake.ts'
import { Problem } from '../problem.ts'
import { prepareRecord, record, replacedBy } from '../record-file.ts'
import { judgementFrom } from './judge.ts'
import { type AskedStep, stepAsked, stepWithin } from './steps.ts'

export type Approval = Omit<AskedStep, 'action'>

/**
 * Approves a version: its slices count from the moment the decision is written, which is one change. The file is read
 * and judged again first; where what counts has changed since it was looked at, that is told instead.
 *
 * Errors  as `stepAsked`; `submission-outdated`, `raw-file-missing`, `raw-file-damaged`, `key-wrong`
 */
export async function approve(
  context: Context,
  account: StoredAccount,
  approval: Approval,
  definitions: Definitions,
): Promise<string> {
  const { state } = context
  const { id, version } = approval
  const asked = { ...approval, action: 'approve' } as const
  stepAsked(context, account, asked)
  const sent = await sentAs(context, id, version)
  const intake = await openIntakeForOne(context, definitions)
  try {
    const checked = await checkSentFile(intake, sent)
    const basis = refuseOutdated(context, { id, version }, checked)
    const nothingNew = replacedBy(state, checked) !== null
    const prepared = nothingNew ? null : await prepareRecord(intake, acceptedAs(context, sent), checked)
    state.together(() => {
      if (lastImportOf(state, judgementFrom(context, checked).reports) !== basis)
        throw new Problem('submission-outdated', {})
      stepWithin(context, account, asked)
      const imports = prepared ? record(context, prepared.rows) : []
      linkImports(
        state,
        id,
        imports.map((one) => one.id),
      )
    })
    return id
  } finally {
    intake.close()
  }
}

type Kept = SentFile & { version: Version }

/** A version as it was sent. Errors: `no-such-version`, `raw-file-missing`, `raw-file-damaged`, `key-wrong` */
export async function sentAs(context: Context, id: string, number: number): Promise<Kept> {
  const { state } = context
  const version = versionOf(state, id, number)
  if (!version) throw new Problem('no-such-version', { last: number - 1 })
  const raw = await context.raw()
  const bytes = await asProblem(() => raw.get(version.fileHash))
  const country = Country.safeParse(accountOf(state, version.sentBy)?.country).data
  const answers = Answers.parse(JSON.parse(version.answers))
  return { name: version.file, bytes, answers, version, ...(country ? { country } : {}) }
}

function acceptedAs({ state }: Context, { version, ...sent }: Kept) {
  const invented = accountOf(state, version.sentBy)?.demonstration === true
  return {
    ...sent,
    receivedOn: version.sentAt.slice(0, 10),
    origin: invented ? ('demonstration' as const) : ('person' as const),
  }
}

/** What it is compared with, if that is still what was looked at; else it is judged anew, which is told. */
function refuseOutdated(
  context: Context,
  { id, version }: { id: string; version: number },
  checked: Judged,
): number {
  const { state, now } = context
  const before = judgementOf(state, id, version)
  const judged = judgementFrom(context, checked)
  if (judged.verdict === 'acceptable' && judged.basis === before?.basis) return judged.basis
  const judgedAt = now().toISOString()
  state.together(() => addJudgement(state, { ...judged, submission: id, version, judgedAt }))
  throw new Problem('submission-outdated', {})
}
