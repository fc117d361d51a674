import type { StoredAccount } from '../../store/accounts/accounts.ts'
import { addComment, type NewComment } from '../../store/submissions/comments.ts'
import { versionOf } from '../../store/submissions/submissions.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { submissionFor } from './steps.ts'

type Said = Pick<NewComment, 'version' | 'sheet' | 'cell' | 'words'> & { id: string }

/** Errors  `no-such-submission`, `no-such-version` */
export function comment(context: Context, account: StoredAccount, { id, ...said }: Said) {
  const { state, now } = context
  return state.together(() => {
    const { version: last } = submissionFor(context, account, id)
    if (!versionOf(state, id, said.version)) throw new Problem('no-such-version', { last })
    const at = now().toISOString()
    addComment(state, { ...said, submission: id, account: account.id, at })
    return { ...said, at, by: { id: account.id, name: account.name } }
  })
}
