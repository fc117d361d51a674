import type { IndicatorSummary, Standing, Status } from '../../indicators/model/released.ts'
import { statuses } from '../../indicators/model/released.ts'
import { hrefTo, type PageContext } from './context.ts'

/** A status as word, with the way to what it means. Shape and colour follow from `status`. */
export interface Rating {
  status: Status
  word: string
  href: string
}

export const ratingOf = (context: PageContext, status: Status): Rating => ({
  status,
  word: context.locale.t(`word.status.${status}`),
  href: `${hrefTo(context, { page: 'methods' })}#status-${status}`,
})

const good: readonly Status[] = ['met', 'on_track']
const rated: readonly Status[] = ['met', 'on_track', 'at_risk', 'off_track', 'reversed']
export const needsAttention: readonly Status[] = ['off_track', 'reversed', 'at_risk']

export const standingAt = (standings: readonly Standing[], place: string) =>
  standings.find((standing) => standing.place === place)

export const statusAt = (summary: IndicatorSummary, place: string): Status =>
  standingAt(summary.standings, place)?.status ?? 'not_rated'

export interface StatusCounts {
  counts: Partial<Record<Status, number>>
  good: number
  rated: number
  unrated: number
  total: number
}

/** Counts of results by status in one place: results are counted, never averaged. */
export function countStatuses(indicators: readonly IndicatorSummary[], place: string): StatusCounts {
  const found = indicators.map((summary) => statusAt(summary, place))
  const within = (group: readonly Status[]) => found.filter((status) => group.includes(status)).length
  const counts = Object.fromEntries(
    statuses
      .map((status) => [status, found.filter((one) => one === status).length] as const)
      .filter(([, count]) => count > 0),
  )
  return {
    counts,
    good: within(good),
    rated: within(rated),
    unrated: found.length - within(rated),
    total: found.length,
  }
}
