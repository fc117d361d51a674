import { countries, PROGRAMME } from '../../indicators/model/place.ts'
import type { Completeness, ReleasedValue } from '../../indicators/model/released.ts'
import { hrefTo, logframeIndicators, type PageContext, type Phrase, phraseOf, placeName } from './context.ts'
import { type Figure, figureOf } from './figure.ts'
import type { Frame } from './frame.ts'
import { recordFrame } from './results.ts'

/** How a country has reported: in the last quarter, and ever. */
export interface ReportingRow {
  country: string
  href: string
  /** Of what was expected in the last quarter. */
  share: string
  /** When the last report came; a mark where it has not. */
  lateness: string
  missing: string
  late: string
}

/** A latest figure that is not yet all it should be. */
export interface WeakFigure {
  code: string
  title: Phrase
  href: string
  place: string
  quarter: string
  figure: Figure
}

/** How far the release can be trusted: who has reported, how late, and which figures stand on less than all. */
export interface QualityPage {
  page: 'quality'
  heading: string
  lead: string
  record: Frame | null
  reporting: readonly ReportingRow[]
  weak: readonly WeakFigure[]
  changesHref: string
}

export function qualityPage(context: PageContext): QualityPage {
  const { t, format } = context.locale
  const { completeness, release } = context.programme
  const last = completeness.filter(({ quarter }) => quarter === release.quarter)
  const weak = weakFigures(context)
  return {
    page: 'quality',
    heading: t('page.quality.heading', {
      share: percent(context, last),
      quarter: format.quarter(release.quarter),
    }),
    lead: t('page.quality.lead', { n: weak.length, count: format.number(weak.length) }),
    record: recordFrame(context, completeness),
    reporting: countries.flatMap((country) => {
      const own = completeness.filter((one) => one.country === country)
      return own.length === 0 ? [] : [reportingRow(context, country, own)]
    }),
    weak,
    changesHref: hrefTo(context, { page: 'changes' }),
  }
}

function reportingRow(
  context: PageContext,
  country: (typeof countries)[number],
  own: readonly Completeness[],
): ReportingRow {
  const { t, format } = context.locale
  const now = own.filter(({ quarter }) => quarter === context.programme.release.quarter)
  const days = now[0]?.daysLate ?? null
  const came =
    days === null ? 'page.quality.absent' : days > 0 ? 'page.quality.daysLate' : 'page.quality.onTime'
  return {
    country: placeName(context, country),
    href: hrefTo(context, { page: 'country', code: country }),
    share: percent(context, now),
    lateness: t(came, { n: days ?? 0, days: format.number(days ?? 0) }),
    missing: format.number(own.filter(({ reported }) => reported === 0).length),
    late: format.number(own.filter(({ daysLate }) => (daysLate ?? 0) > 0).length),
  }
}

/** What came of what was expected, parts of all places together. */
function percent({ locale: { format } }: PageContext, of: readonly Completeness[]): string {
  const sum = (which: 'reported' | 'expected') => of.reduce((total, one) => total + one[which], 0)
  return sum('expected') === 0 ? '–' : format.percent((100 * sum('reported')) / sum('expected'), 0)
}

const isWeak = ({ state, partial, carried }: ReleasedValue) =>
  state === 'missing' || state === 'withheld' || (state === 'observed' && (partial || carried))

const weakFigures = (context: PageContext): WeakFigure[] =>
  logframeIndicators(context).flatMap((summary) =>
    [PROGRAMME, ...countries].flatMap((place) => {
      const value = summary.latest.find((one) => one.place === place && one.cell === '')
      if (!value || !isWeak(value)) return []
      return [
        {
          code: summary.code,
          title: phraseOf(summary.title, context),
          href: hrefTo(context, { page: 'indicator', code: summary.code }),
          place: placeName(context, place),
          quarter: context.locale.format.quarter(value.quarter),
          figure: figureOf(context, value, summary),
        },
      ]
    }),
  )
