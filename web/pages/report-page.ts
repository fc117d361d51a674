import { Donor, Outline } from '../../api/contract/report.ts'
import { quarterAfter } from '../../indicators/model/period.ts'
import { countries } from '../../indicators/model/place.ts'
import { languages } from '../../indicators/model/text.ts'
import { locales } from '../i18n/locales.ts'
import { type PageContext, spanText } from './context.ts'
import type { Option } from './option.ts'

/** The form a report is begun with; what it asks for is made by the server of the release it stands in. */
export interface ReportPage {
  page: 'report'
  heading: string
  lead: string
  version: string
  choices: readonly { name: string; label: string; options: readonly Option[] }[]
}

export function reportPage(context: PageContext): ReportPage {
  const { t } = context.locale
  const { release } = context.programme
  return {
    page: 'report',
    heading: t('ui.nav.report'),
    lead: t('page.report.lead'),
    version: release.id,
    choices: [
      choice('outline', t('page.report.outline'), [
        ...Outline.options.map((one) => [one, t(`report.title.${one}`)] as const),
      ]),
      choice('period', t('page.report.period'), periods(context)),
      choice('countries', t('ui.nav.countries'), [
        ['', t('ui.scope.allCountries')],
        ...countries.map((one) => [one, t(`word.place.${one}`)] as const),
      ]),
      choice('donor', t('page.report.donor'), [
        ['', t('page.report.everybody')],
        ...Donor.options.map((one) => [one, t(`report.donor.${one}`)] as const),
      ]),
      {
        name: 'lang',
        label: t('ui.nav.language'),
        options: languages.map((language) => ({
          value: language,
          text: locales[language].endonym,
          chosen: language === context.address.language,
          language,
        })),
      },
    ],
  }
}

const choice = (
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
) => ({
  name,
  label,
  options: options.map(([value, text]) => ({ value, text, chosen: value === options[0]?.[0] })),
})

const LENGTHS = [1, 2, 4] as const
const QUARTERS_BACK = 8

/** What the kind of report stands for; then the last quarter, half-year and year, and those before them. */
function periods(context: PageContext): (readonly [string, string])[] {
  const { locale, programme } = context
  const last = programme.release.quarter
  const ending = (quarter: string, length: number) => [quarterAfter(quarter, 1 - length), quarter] as const
  const spans = Array.from({ length: QUARTERS_BACK }, (_, back) => quarterAfter(last, -back)).flatMap(
    (quarter) =>
      LENGTHS.filter((length) => Number(quarter.at(-1)) % length === 0).map((length) =>
        ending(quarter, length),
      ),
  )
  return [
    ['', locale.t('page.report.asAsked')],
    ...spans.map(([first, end]): readonly [string, string] => [
      first === end ? first : `${first}..${end}`,
      spanText(context, first, end),
    ]),
  ]
}
