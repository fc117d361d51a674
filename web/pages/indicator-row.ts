import { countries, PROGRAMME } from '../../indicators/model/place.ts'
import type { IndicatorSummary, ReleasedValue } from '../../indicators/model/released.ts'
import { hrefTo, type PageContext, type Phrase, phraseOf } from './context.ts'
import { type Figure, figureOf, plannedText } from './figure.ts'
import { type Rating, ratingOf, standingAt, statusAt } from './rating.ts'

/** The values of one line over time, null where none may be drawn. */
export type Trend = readonly (number | null)[]

export interface CountryCell {
  country: string
  figure: Figure
  /** Null for context series, which are not judged. */
  rating: Rating | null
}

/** One line of a logframe table. */
export interface IndicatorRow {
  code: string
  title: Phrase
  href: string
  baseline: string | null
  latest: Figure
  /** Its quarter where that is not the release's last. */
  asOf: string | null
  milestone: string | null
  target: string | null
  /** The EU's measure: share of the way from baseline to the next target. */
  ofNext: string | null
  rating: Rating | null
  trend: Trend
  /** The first and last value of the trend; null where there is too little to draw. */
  trendWords: string | null
  bySex: readonly Figure[] | null
  countries: readonly CountryCell[]
}

const sexCells = ['sex=female', 'sex=male', 'sex=unknown']

const at = (values: readonly ReleasedValue[], place: string, cell = '') =>
  values.find((value) => value.place === place && value.cell === cell)

/** A programme figure that does not exist by definition: the countries' values are not added. */
function perCountry(context: PageContext, summary: IndicatorSummary): Figure {
  const { t } = context.locale
  return {
    text: t('word.perCountry'),
    state: 'not_applicable',
    provisional: false,
    note: t('word.note.perCountry'),
    href: hrefTo(context, { page: 'indicator', code: summary.code }),
  }
}

export function latestFigure(context: PageContext, summary: IndicatorSummary, place: string): Figure {
  const value = at(summary.latest, place)
  const isListed =
    place === PROGRAMME &&
    (value === undefined || value.state === 'not_applicable') &&
    summary.latest.some(({ place, state }) => place !== PROGRAMME && state === 'observed')
  return isListed ? perCountry(context, summary) : figureOf(context, value, summary)
}

/** The last reported quarters of a place; hidden and missing ones leave a gap. */
export const trendOf = (summary: IndicatorSummary, place: string): Trend =>
  summary.trend
    .filter((value) => value.place === place)
    .map(({ state, value }) => (state === 'observed' ? value : null))

function trendWords(context: PageContext, summary: IndicatorSummary, place: string): string | null {
  const { t, format } = context.locale
  const shown = trendOf(summary, place).filter((value) => value !== null)
  const [first, last] = [shown[0], shown.at(-1)]
  if (first === undefined || last === undefined || shown.length < 2) return null
  return t('page.trend', {
    first: format.value(first, summary.unit),
    last: format.value(last, summary.unit),
  })
}

export function indicatorRow(context: PageContext, summary: IndicatorSummary, place: string): IndicatorRow {
  const { format } = context.locale
  const progress = standingAt(summary.standings, place)?.progress
  const latest = at(summary.latest, place)
  const judged = summary.level !== 'context'
  const planned = (value: number | null | undefined) => plannedText(context, value ?? null, summary.unit)
  return {
    code: summary.code,
    title: phraseOf(summary.title, context),
    href: hrefTo(context, { page: 'indicator', code: summary.code }),
    baseline: planned(progress?.baseline),
    latest: latestFigure(context, summary, place),
    asOf:
      latest === undefined || latest.quarter === context.programme.release.quarter
        ? null
        : format.quarter(latest.quarter),
    milestone: planned(progress?.nextMilestone),
    target: planned(progress?.target),
    ofNext: progress?.toMilestone == null ? null : format.percent(100 * progress.toMilestone, 0),
    rating: judged ? ratingOf(context, statusAt(summary, place)) : null,
    trend: trendOf(summary, place),
    trendWords: trendWords(context, summary, place),
    bySex:
      context.address.state.by === 'sex' && summary.bySex.length > 0
        ? sexCells.map((cell) => figureOf(context, at(summary.bySex, place, cell), summary))
        : null,
    countries:
      place === PROGRAMME
        ? (context.address.state.c ?? countries).map((country) => ({
            country,
            figure: latestFigure(context, summary, country),
            rating: judged ? ratingOf(context, statusAt(summary, country)) : null,
          }))
        : [],
  }
}
