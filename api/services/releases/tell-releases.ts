import { accountOf } from '../../store/accounts/accounts.ts'
import { currentReleaseId } from '../../store/releases.ts'
import { unreleased } from '../../store/submissions/outcomes.ts'
import { keptReleases } from '../../store/withdrawals.ts'
import type { Context } from '../context.ts'

/** Every release there was, and what waits for the next. */
export function releasesTold({ state }: Context) {
  const current = currentReleaseId(state)
  return {
    releases: keptReleases(state).map(({ by, ...release }) => ({
      ...release,
      current: release.id === current,
      by: by === null ? null : { id: by, name: accountOf(state, by)?.name ?? '' },
    })),
    waiting: unreleased(state).length,
  }
}
