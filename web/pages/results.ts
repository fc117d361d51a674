import { countries, PROGRAMME } from '../../indicators/model/place.ts'
import type { Completeness, IndicatorSummary, Status } from '../../indicators/model/released.ts'
import type { Bullets, StatusBars } from '../charts/chart.ts'
import { coded, hrefTo, type PageContext, type Phrase, phraseOf, placeName } from './context.ts'
import { charted } from './figure.ts'
import type { Frame } from './frame.ts'
import { countStatuses, standingAt, statusAt } from './rating.ts'

/** Results by status, one bar per objective, area or country. */
export function statusFrame(
  context: PageContext,
  rows: readonly { key: string; label: string; href: string; indicators: readonly IndicatorSummary[] }[],
  place: string,
): Frame {
  const { t, format } = context.locale
  const all = countStatuses([...new Set(rows.flatMap(({ indicators }) => indicators))], place)
  const chart: StatusBars = {
    kind: 'status-bars',
    id: 'by-status',
    title: t('page.byStatus.title', { place: placeName(context, place) }),
    rows: rows.map(({ indicators, ...row }) => ({ ...row, counts: countStatuses(indicators, place).counts })),
  }
  return {
    headline: t('page.byStatus.headline', {
      risk: format.number(all.counts.at_risk ?? 0),
      off: format.number((all.counts.off_track ?? 0) + (all.counts.reversed ?? 0)),
    }),
    subtitle: t('page.byStatus.subtitle', { place: placeName(context, place) }),
    chart,
    notes: [t('page.byStatus.note')],
  }
}

/** One indicator for each part of the programme's story; those a release lacks are left out. */
const headline = ['SO1.1', 'SO2.1', 'OP1.2.1', 'OP1.2.5', 'OP2.2.2', 'OP3.2.1', 'OP4.2.2']

export const headlined = (indicators: readonly IndicatorSummary[]) =>
  headline.flatMap((code) => indicators.filter((summary) => summary.code === code))

/** Baseline, milestone, target and actual of several indicators in one place. */
export function bulletFrame(
  context: PageContext,
  indicators: readonly IndicatorSummary[],
  place: string,
): Frame | null {
  const { t, format } = context.locale
  const rows: Bullets['rows'] = indicators.flatMap((summary) => {
    const standing = standingAt(summary.standings, place)
    const actual = summary.latest.find((value) => value.place === place)
    if (standing === undefined || actual === undefined || standing.progress.target === null) return []
    const { baseline, nextMilestone, target } = standing.progress
    return {
      key: summary.code,
      label: coded(context, summary.code, summary.title),
      href: hrefTo(context, { page: 'indicator', code: summary.code }),
      unit: summary.unit,
      ...{ actual: charted(actual, summary.unit), baseline, milestone: nextMilestone, target },
      status: standing.status,
    }
  })
  if (rows.length === 0) return null
  const within = (wanted: readonly Status[]) => rows.filter(({ status }) => wanted.includes(status)).length
  return {
    headline: t('page.bullets.headline', {
      met: format.number(within(['met'])),
      n: rows.length,
    }),
    subtitle: t('page.bullets.subtitle', {
      place: placeName(context, place),
      quarter: format.quarter(context.programme.release.quarter),
    }),
    chart: {
      kind: 'bullets',
      id: 'progress',
      title: t('page.bullets.title', { place: placeName(context, place) }),
      scale: 'own',
      rows,
    },
    notes: [],
  }
}

/** Who reported, by country and quarter. */
export function recordFrame(context: PageContext, cells: readonly Completeness[]): Frame | null {
  const { t, format } = context.locale
  if (cells.length === 0) return null
  const shown = countries.filter((country) => cells.some((cell) => cell.country === country))
  const quarters = [...new Set(cells.map(({ quarter }) => quarter))].sort()
  const late = cells.filter(({ daysLate }) => daysLate !== null && daysLate > 0).length
  const absent = cells.filter(({ reported }) => reported === 0).length
  return {
    headline: t('page.record.headline', { absent, late: format.number(late), n: late }),
    subtitle: t('page.record.subtitle', {
      first: format.quarter(quarters[0] ?? ''),
      last: format.quarter(quarters.at(-1) ?? ''),
    }),
    chart: {
      kind: 'completeness',
      id: 'record',
      title: t('page.record.title'),
      countries: shown.map((country) => ({ country, label: placeName(context, country) })),
      quarters,
      cells,
    },
    notes: [],
  }
}

const worstFirst: readonly Status[] = [
  ...(['reversed', 'off_track', 'at_risk'] as const),
  ...(['no_data', 'not_rated', 'not_due', 'on_track', 'met'] as const),
]

export interface StatusChange {
  code: string
  title: Phrase
  href: string
  country: string
  from: Status
  to: Status
}

/** Ratings that differ from the quarter before. */
export function statusChanges(context: PageContext, indicators: readonly IndicatorSummary[]): StatusChange[] {
  const places = [PROGRAMME, ...(context.address.state.c ?? countries)]
  return indicators
    .flatMap((summary) =>
      places.map((place) => ({
        code: summary.code,
        title: phraseOf(summary.title, context),
        href: hrefTo(context, { page: 'indicator', code: summary.code }),
        country: placeName(context, place),
        from: standingAt(summary.previousStandings, place)?.status,
        to: statusAt(summary, place),
      })),
    )
    .filter((change): change is StatusChange => change.from !== undefined && change.from !== change.to)
    .sort((a, b) => worstFirst.indexOf(a.to) - worstFirst.indexOf(b.to))
}
