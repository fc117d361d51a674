import type { StoredAccount } from '../../store/accounts/accounts.ts'
import { publicationOf } from '../../store/releases.ts'
import { withdrawnIds, withdrawRelease } from '../../store/withdrawals.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'

/** Errors  `no-such-release`, `no-earlier-release` */
export function withdraw(
  { state, now }: Context,
  { id: by }: StoredAccount,
  { id, reason }: { id: string; reason: string },
) {
  state.together(() => {
    if (!publicationOf(state, id) || withdrawnIds(state).has(id)) throw new Problem('no-such-release', { id })
    if (!withdrawRelease(state, id, { by, reason, at: now().toISOString() }))
      throw new Problem('no-earlier-release', {})
  })
}
