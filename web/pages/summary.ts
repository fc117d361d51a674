import { quarterEnd } from '../../indicators/model/period.ts'
import { countries, PROGRAMME } from '../../indicators/model/place.ts'
import type { IndicatorSummary, ReleasedValue } from '../../indicators/model/released.ts'
import type { PageContext } from './context.ts'
import { placeName } from './context.ts'
import { countStatuses, type StatusCounts } from './rating.ts'

/** The page's answer, as a sentence: how many results stand well, of those that can be judged. */
export function resultsHeading(context: PageContext, counts: StatusCounts, name: string | null): string {
  const { t, format } = context.locale
  const args = { good: format.number(counts.good), rated: format.number(counts.rated), n: counts.rated }
  if (name === null) return counts.rated === 0 ? t('page.heading.none') : t('page.heading.results', args)
  return counts.rated === 0
    ? t('page.heading.namedNone', { name })
    : t('page.heading.named', { ...args, name })
}

const numbers = (context: PageContext, counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, context.locale.format.number(count)]))

const reasons = ['not_due', 'no_data', 'not_rated'] as const

function unratedSentence({ locale: { t, format } }: PageContext, counts: StatusCounts['counts'], n: number) {
  const given = reasons
    .filter((reason) => (counts[reason] ?? 0) > 0)
    .map((reason) => t(`page.reason.${reason}`, { count: format.number(counts[reason] ?? 0) }))
  return t('page.summary.unrated', { n, reasons: format.enumerate(given) })
}

/** Results by status, in words. Where most of them have no data this comes first. */
export function statusSentences(
  context: PageContext,
  indicators: readonly IndicatorSummary[],
  place: string,
) {
  const { t, format } = context.locale
  const { counts, rated, unrated, total } = countStatuses(indicators, place)
  const off = (counts.off_track ?? 0) + (counts.reversed ?? 0)
  const sparse = (counts.no_data ?? 0) * 2 > total
  const date = format.date(quarterEnd(context.programme.release.quarter))
  return [
    sparse ? t('page.summary.sparse', numbers(context, { part: counts.no_data ?? 0, total })) : null,
    rated > 0
      ? t('page.summary.statuses', {
          date,
          ...numbers(context, {
            met: counts.met ?? 0,
            good: counts.on_track ?? 0,
            risk: counts.at_risk ?? 0,
            off,
          }),
        })
      : null,
    unrated > 0 ? unratedSentence(context, counts, unrated) : null,
  ].filter((sentence) => sentence !== null)
}

/** Hidden values among those a page shows, so that nobody takes a gap for a zero. */
export function hiddenSentence(context: PageContext, values: readonly ReleasedValue[]): string | null {
  const hidden = values.filter(({ state }) => state === 'suppressed').length
  return hidden === 0 ? null : context.locale.t('page.summary.hidden', { n: hidden })
}

/** The values a page of results shows: totals, and the split by sex where it is asked for. */
export const shownValues = (
  { address }: PageContext,
  indicators: readonly IndicatorSummary[],
  place?: string,
) =>
  indicators
    .flatMap(({ latest, bySex }) => (address.state.by === 'sex' ? [...latest, ...bySex] : latest))
    .filter((value) => place === undefined || value.place === place)

/** Who has not reported the last quarter; a country and its silence, without blame words. */
export function missingReports(context: PageContext): string | null {
  const { release, completeness } = context.programme
  const silent = countries.filter((country) =>
    completeness.some(
      (one) => one.country === country && one.quarter === release.quarter && one.reported === 0,
    ),
  )
  if (silent.length === 0) return null
  const { t, format } = context.locale
  const names = format.list(silent.map((country) => placeName(context, country)))
  return t('page.summary.notReported', { quarter: format.quarter(release.quarter), countries: names })
}

/** The women's share of staff trained, the programme's lead figure on gender. */
export function womenSentence(context: PageContext): string | null {
  const { t, format } = context.locale
  const summary = context.programme.indicators.find(({ code }) => code === 'OP1.2.5')
  const value = summary?.latest.find(({ place }) => place === PROGRAMME)
  if (value?.value == null) return null
  const target = summary?.standings.find(({ place }) => place === PROGRAMME)?.progress.target
  return target == null
    ? t('page.summary.women', { share: format.percent(value.value) })
    : t('page.summary.womenTarget', {
        share: format.percent(value.value),
        target: format.percent(target),
      })
}
