import { countries, PROGRAMME } from '../../indicators/model/place.ts'
import type { IndicatorSummary, ProgrammeView, ReleasedValue } from '../../indicators/model/released.ts'
import { hrefTo, logframeIndicators, type PageContext, type Phrase, phraseOf, placeName } from './context.ts'
import { type Figure, figureOf } from './figure.ts'

/** A figure of two releases: `quarter` is what both speak of, or the later of two. */
export interface ChangedFigure {
  code: string
  title: Phrase
  href: string
  place: string
  quarter: string
  was: Figure
  is: Figure
}

export interface ChangesPage {
  page: 'changes'
  heading: string
  lead: string
  /** Of the same quarter, given otherwise than before. */
  revised: readonly ChangedFigure[]
  /** Of a later quarter than the release before had. */
  newer: readonly ChangedFigure[]
}

/** What is different from the release published before this one; `before` is null for the first. */
export function changesPage(context: PageContext, before: ProgrammeView | null): ChangesPage {
  const { t, format } = context.locale
  if (before === null)
    return { page: 'changes', heading: t('page.changes.first'), lead: '', revised: [], newer: [] }
  const pairs = logframeIndicators(context).flatMap((now) => {
    const then = before.indicators.find(({ id }) => id === now.id)
    return then && then.unit === now.unit ? [{ now, then }] : []
  })
  const revised = pairs.flatMap((pair) => revisedIn(context, pair))
  const newer = pairs.flatMap((pair) => newerIn(context, pair))
  return {
    page: 'changes',
    heading: t('page.changes.heading', {
      n: revised.length,
      revised: format.number(revised.length),
      newer: format.number(newer.length),
    }),
    lead: t('page.changes.lead', {
      version: before.release.id,
      date: format.date(before.release.dataAsOf),
    }),
    revised,
    newer,
  }
}

type Pair = { now: IndicatorSummary; then: IndicatorSummary }

const isSame = (one: ReleasedValue, other: ReleasedValue) =>
  one.state === other.state &&
  one.value === other.value &&
  one.bounds?.low === other.bounds?.low &&
  one.bounds?.high === other.bounds?.high

const revisedIn = (context: PageContext, { now, then }: Pair): ChangedFigure[] =>
  now.trend.flatMap((value) => {
    const earlier = then.trend.find(
      ({ place, quarter }) => place === value.place && quarter === value.quarter,
    )
    return earlier && !isSame(earlier, value) ? [changed(context, now, earlier, value)] : []
  })

const newerIn = (context: PageContext, { now, then }: Pair): ChangedFigure[] =>
  [PROGRAMME, ...countries].flatMap((place) => {
    const latest = ({ latest: values }: IndicatorSummary) => values.find((value) => value.place === place)
    const [earlier, value] = [latest(then), latest(now)]
    return earlier && value && earlier.quarter < value.quarter ? [changed(context, now, earlier, value)] : []
  })

function changed(
  context: PageContext,
  summary: IndicatorSummary,
  earlier: ReleasedValue,
  value: ReleasedValue,
): ChangedFigure {
  return {
    code: summary.code,
    title: phraseOf(summary.title, context),
    href: hrefTo(context, { page: 'indicator', code: summary.code }),
    place: placeName(context, value.place),
    quarter: context.locale.format.quarter(value.quarter),
    // How it was computed then is told by the release it stood in, which no link of this one leads to.
    was: { ...figureOf(context, earlier, summary), href: null },
    is: figureOf(context, value, summary),
  }
}
