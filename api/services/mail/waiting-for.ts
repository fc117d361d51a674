import type { Quarter } from '../../../indicators/model/period.ts'
import type { Country } from '../../../indicators/model/place.ts'
import type { StoredAccount } from '../../store/accounts/accounts.ts'
import { judgementOf } from '../../store/submissions/judgements.ts'
import { unreleased } from '../../store/submissions/outcomes.ts'
import { type Submission, submissionsIn, versionOf } from '../../store/submissions/submissions.ts'
import type { Context } from '../context.ts'
import type { Definitions } from '../definitions.ts'
import { dueFor } from '../submissions/due.ts'

/** One thing that waits for somebody. `stage` changes when it is time to tell it again. */
export type Waiting = { country: Country; quarters: readonly Quarter[]; stage: string } & (
  | { kind: 'due'; due: string; days: number }
  | { kind: 'question' | 'review' | 'publish' }
)

const SOON_DAYS = 7

/** What waits for a focal point or a coordinator; for others nothing ever does. No figure is in it. */
export function waitingFor(context: Context, account: StoredAccount, definitions: Definitions): Waiting[] {
  const { role, country } = account
  if (role !== 'focal_point' && role !== 'coordinator') return []
  const submissions = submissionsIn(context.state, country)
  const about = (kind: 'question' | 'review' | 'publish', some: readonly Submission[]) =>
    some.map((one) => ({
      kind,
      country: one.country as Country, // safe: a submission is of a country of the programme
      quarters: quartersOf(context, one),
      stage: `${one.id} ${one.version}`,
    }))
  const inState = (...states: string[]) => submissions.filter(({ state }) => states.includes(state))
  if (role === 'focal_point')
    return [...about('question', inState('returned')), ...dueSoon(context, account, definitions)]
  const others = inState('submitted').filter(
    ({ id, version }) => versionOf(context.state, id, version)?.sentBy !== account.id,
  )
  const unseen = new Set(unreleased(context.state))
  const approved = inState('approved').filter(({ id }) => unseen.has(id))
  return [...about('review', others), ...about('publish', approved)]
}

/** Told a week before, on the day, and every week after. */
function dueSoon(context: Context, account: StoredAccount, definitions: Definitions): Waiting[] {
  return dueFor(context, account, definitions)
    .filter(({ days }) => days <= SOON_DAYS)
    .map(({ country, quarter, due, days }) => ({
      ...{ kind: 'due', country, quarters: [quarter], due, days },
      stage: days > 0 ? 'soon' : days === 0 ? 'today' : `late ${Math.floor(-days / SOON_DAYS)}`,
    }))
}

const quartersOf = ({ state }: Context, { id, version }: Submission): Quarter[] => {
  const reports = JSON.parse(judgementOf(state, id, version)?.reports ?? '[]') as { quarter: Quarter }[]
  return [...new Set(reports.map(({ quarter }) => quarter))].sort()
}
