import type { ReportRequest } from '../../api/contract/report.ts'
import { type Quarter, quarterEnd, quarterStart } from '../../indicators/model/period.ts'
import { countries as all, type Country } from '../../indicators/model/place.ts'
import { localeOf } from '../i18n/locale.ts'
import type { PageContext } from '../pages/context.ts'

/** What a report is about: `from` and `to` are its first and last day, `quarters` those they stand in. */
export type Asked = Pick<ReportRequest, 'programme' | 'before' | 'indicators' | 'choice'> & {
  context: PageContext
  countries: readonly Country[]
  quarters: { first: Quarter; last: Quarter }
  from: string
  to: string
  /** Whether the report is of a period and not of all that was done. */
  hasPeriod: boolean
}

/** Since the start where no period was named, but of a quarterly report the last quarter; never beyond what the release knows. */
export function askedOf({ language, choice, ...given }: ReportRequest): Asked {
  const { programme, indicators } = given
  const known = [...new Set(indicators.flatMap(({ quarters }) => quarters))].sort()
  const latest = programme.release.quarter
  const earliest = known[0] ?? latest
  const isQuarterly = choice.outline === 'quarterly'
  const { from = isQuarterly ? latest : earliest, to = latest } = choice
  const within = known.filter((quarter) => from <= quarter && quarter <= to && quarter <= latest)
  const [first, last] = [within[0] ?? latest, within.at(-1) ?? latest]
  const countries = choice.countries ?? all
  const c = countries.length === all.length ? {} : { c: countries }
  return {
    ...given,
    choice,
    countries,
    quarters: { first, last },
    from: quarterStart(first),
    to: quarterEnd(last),
    hasPeriod: isQuarterly || choice.from !== undefined,
    context: {
      locale: localeOf(language),
      address: { language, route: { page: 'overview' }, state: c },
      programme,
      viewer: null,
    },
  }
}
