import type { StoredAccount } from '../../store/accounts/accounts.ts'
import { judgementOf } from '../../store/submissions/judgements.ts'
import { versionOf } from '../../store/submissions/submissions.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { type AskedStep, stepWithin } from './steps.ts'

/**
 * Sends a draft as it is.
 *
 * Errors  `file-has-errors`, `file-has-questions`, and as `stepAsked`
 */
export function submit(context: Context, account: StoredAccount, asked: Omit<AskedStep, 'action'>) {
  const { state } = context
  state.together(() => {
    const { id, version } = stepWithin(context, account, { ...asked, action: 'submit' })
    const judged = judgementOf(state, id, version)
    const file = versionOf(state, id, version)?.file ?? ''
    if (judged?.verdict === 'has-errors') throw new Problem('file-has-errors', { file, count: judged.errors })
    if (judged?.verdict === 'has-questions') throw new Problem('file-has-questions', { file, count: 1 })
  })
}
