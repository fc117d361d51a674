import { quarterOf, quartersBetween } from '../../../indicators/model/period.ts'
import { Country } from '../../../indicators/model/place.ts'
import type { StoredAccount } from '../../store/accounts/accounts.ts'
import { allImports } from '../../store/imports.ts'
import type { Context } from '../context.ts'
import type { Definitions } from '../definitions.ts'
import { nationalImports } from '../registers.ts'
import { submissionsOf } from '../submissions.ts'

const DAY = 86_400_000
/** What is due further on is not asked for yet; of what is long due, the newest quarters are told. */
const MOST_TOLD = 4

/**
 * The quarters a person's countries have still to report on, the newest first: up to the one after the last that
 * anybody has reported on.
 */
export function dueFor(
  context: Context,
  { country }: Pick<StoredAccount, 'country'>,
  { logframe, sources }: Definitions,
) {
  const today = context.now()
  const first = quarterOf(logframe.start)
  const last = nationalImports(context)
    .map(({ quarter }) => quarter)
    .sort()
    .at(-1)
  const next = nextQuarter(last ?? first)
  const calendars = Object.values(sources.calendars).filter((one) => !country || one.country === country)
  const all = submissionsOf(allImports(context.state), calendars, first, next)
  const open = all.filter(({ received }) => received === null).sort((a, b) => (a.due < b.due ? 1 : -1))
  const told = calendars.flatMap((one) =>
    open.filter((each) => each.country === one.country).slice(0, MOST_TOLD),
  )
  return told.map(({ country, quarter, due }) => ({
    country: Country.parse(country),
    quarter,
    due,
    days: Math.ceil((Date.parse(due) - today.getTime()) / DAY),
  }))
}

function nextQuarter(quarter: string) {
  const year = Number(quarter.slice(0, 4))
  const far = `${year + 1}-Q4`
  return quartersBetween(quarter, far)[1] ?? quarter
}
