import type { ReportBlock, ReportTable } from '../../api/contract/report.ts'
import { type Country, PROGRAMME } from '../../indicators/model/place.ts'
import type { IndicatorSummary } from '../../indicators/model/released.ts'
import { coded, logframeIndicators, type PageContext, phraseOf, placeName } from '../pages/context.ts'
import { genderPage } from '../pages/gender-page.ts'
import { methodsPage } from '../pages/methods-page.ts'
import { overviewPage } from '../pages/overview.ts'
import { statusAt } from '../pages/rating.ts'
import { areaPage, countryPage, objectivePage, type ResultsPage } from '../pages/results-page.ts'
import { indicatorTable } from '../pages/table.ts'
import { updateEntries } from '../pages/updates.ts'
import type { Asked } from './asked.ts'
import { picture } from './pictures.ts'
import { genderTable, resultsTable } from './tables.ts'

/** What a part of a report says; nothing where it has nothing to say. */
export type Section = (asked: Asked) => ReportBlock[]

/** As many as a page has room for beside its results. */
const SHOWN_UPDATES = 2

const heading = (level: 1 | 2, text: string): ReportBlock => ({ kind: 'heading', level, text })
const write = (text: string): ReportBlock => ({ kind: 'text', as: 'write', text })
const body = (text: string): ReportBlock => ({ kind: 'text', as: 'body', text })
const lead = (text: string): ReportBlock => ({ kind: 'text', as: 'lead', text })

export const summary: Section = ({ context, countries }) => {
  const { t } = context.locale
  const page = overviewPage(context)
  return [
    heading(1, t('report.summary')),
    lead(page.heading),
    ...page.summary.map(body),
    ...behind(context, countries).map(body),
    ...picture(context, page.byStatus),
    ...picture(context, page.progress),
    write(t('report.write.summary')),
  ]
}

/** What is not going as planned, by name, in the programme and in each country. */
function behind(context: PageContext, countries: readonly string[]): string[] {
  const { t } = context.locale
  return [PROGRAMME, ...countries].flatMap((place) =>
    (['reversed', 'off_track'] as const).flatMap((status) => {
      const results = logframeIndicators(context).filter((summary) => statusAt(summary, place) === status)
      if (results.length === 0) return []
      return t('report.behind', {
        place: placeName(context, place),
        status: t(`word.status.${status}`),
        results: results.map(({ code, title }) => coded(context, code, title)).join('; '),
      })
    }),
  )
}

export const progress: Section = ({ context }) => {
  const { t } = context.locale
  const parts = context.programme.chain.filter(({ code }) => /^(SO|FA)/.test(code))
  return [
    heading(1, t('report.results')),
    ...parts.flatMap(({ code, name }) => {
      const page = code.startsWith('SO') ? ofItsOwn(objectivePage(context, code)) : areaPage(context, code)
      return [
        heading(2, t('page.coded', { code, name: phraseOf(name, context).text })),
        ...results(context, page, PROGRAMME),
        write(t('report.write.deviation')),
      ]
    }),
    heading(2, t('word.level.cross-cutting')),
    tableOf(context, t('word.level.cross-cutting'), PROGRAMME, ['cross-cutting']),
  ]
}

/** The results of some levels in one place. */
const tableOf = (
  context: PageContext,
  name: string,
  place: string,
  levels: readonly IndicatorSummary['level'][],
) =>
  resultsTable(
    context,
    indicatorTable(context, {
      id: 'results',
      caption: context.locale.t('page.table.caption', { name }),
      headed: false,
      place,
      groups: [
        {
          heading: null,
          indicators: logframeIndicators(context).filter(({ level }) => levels.includes(level)),
        },
      ],
    }),
    place,
  )

/** What an objective is judged by; its outputs follow area by area, and what cuts across after them. */
const ofItsOwn = ({ table, ...page }: ResultsPage): ResultsPage => ({
  ...page,
  table: {
    ...table,
    groups: table.groups.filter(({ rows }) => rows.every(({ code }) => !/^(OP|X)/.test(code))),
  },
})

function results(context: PageContext, page: ResultsPage, place: string): ReportBlock[] {
  const { statement, assumption } = page
  return [
    ...(statement ? [lead(statement.text)] : []),
    ...page.summary.map(body),
    ...(assumption ? [body(context.locale.t('report.assumption', { text: assumption.text }))] : []),
    ...picture(context, page.progress),
    resultsTable(context, page.table, place),
  ]
}

export const women: Section = ({ context }) => {
  const { t } = context.locale
  const page = genderPage(context)
  return [
    heading(1, t('ui.section.sex')),
    lead(page.heading),
    ...page.summary.map(body),
    ...[page.representation, page.shares, page.outcomes].flatMap((frame) => picture(context, frame)),
    genderTable(context, page),
    write(t('report.write.gender')),
  ]
}

export const inCountries: Section = ({ context, countries }) => [
  heading(1, context.locale.t('ui.section.countries')),
  ...countries.flatMap((country) => [
    heading(2, placeName(context, country)),
    ...inCountry(context, country),
  ]),
]

function inCountry(context: PageContext, country: Country): ReportBlock[] {
  const page = countryPage(context, country)
  return [...results(context, page, country), ...picture(context, page.record)]
}

/** A country on a page: how it stands, what happened, and what its people ask for. */
export const countryBrief: Section = ({ context, countries }) =>
  countries.flatMap((country) => {
    const page = countryPage(context, country)
    return [
      heading(1, placeName(context, country)),
      lead(page.heading),
      ...page.summary.map(body),
      tableOf(context, placeName(context, country), country, ['impact', 'outcome']),
      shortLegend(context),
      ...page.updates.slice(0, SHOWN_UPDATES).map(({ date, fact }) => body(`${date}: ${fact.text}`)),
      write(context.locale.t('report.write.committee')),
    ]
  })

/** What was done, as it was reported publicly. */
export const updates: Section = ({ context, from, to }) => {
  const { t } = context.locale
  const entries = updateEntries(
    context,
    context.programme.updates.filter(({ date }) => isWithin(date, from, to)),
  )
  return [
    heading(1, t('ui.section.updates')),
    ...(entries.length > 0
      ? entries.map(({ date, country, fact }) => body(`${date}, ${country.name}: ${fact.text}`))
      : [body(t('page.changes.none'))]),
    write(t('report.write.activities')),
  ]
}

export const risks: Section = ({ context: { locale } }) => [
  heading(1, locale.t('report.risks')),
  write(locale.t('report.write.logic')),
  write(locale.t('report.write.risks')),
]

export const lessons: Section = ({ context: { locale } }) => [
  heading(1, locale.t('report.lessons')),
  write(locale.t('report.write.lessons')),
]

export const rights: Section = ({ context: { locale } }) => [
  heading(1, locale.t('report.rights')),
  write(locale.t('report.write.rights')),
]

export const lasting: Section = ({ context: { locale } }) => [
  heading(1, locale.t('report.lasting')),
  write(locale.t('report.write.lasting')),
]

export const next: Section = ({ context: { locale } }) => [
  heading(1, locale.t('report.next')),
  write(locale.t('report.write.next')),
]

export const aboutData: Section = ({ context }) => {
  const { t } = context.locale
  const { sections } = methodsPage(context)
  const told = sections.filter(({ id }) => ['protection', 'computing', 'sources'].includes(id))
  return [
    heading(1, t('report.data')),
    body(t('report.data.place', { place: placeName(context, PROGRAMME) })),
    marks(context),
    ...told.flatMap(({ heading: name, paragraphs }) => [heading(2, name), ...paragraphs.map(body)]),
  ]
}

/** What stands in the place of a number, and no more. */
export const legend: Section = ({ context }) => [heading(1, context.locale.t('report.data')), marks(context)]

/** The same in one line, where it is to be read beside its table. */
const shortLegend = (context: PageContext): ReportBlock => ({
  kind: 'text',
  as: 'note',
  text: methodsPage(context)
    .states.map(({ mark, word }) => `\u2068${mark}\u2069 ${word}`)
    .join(' · '),
})

function marks(context: Asked['context']): ReportTable {
  const { t } = context.locale
  const { states } = methodsPage(context)
  return {
    kind: 'table',
    caption: t('ui.section.states'),
    head: [t('ui.column.state'), t('ui.column.meaning')],
    widths: [1, 8],
    numbers: 2,
    groups: [{ heading: null, rows: states.map(({ mark, word, text }) => [mark, `${word}: ${text}`]) }],
  }
}

/** A date is known to the day, the month or the year. */
const isWithin = (date: string, from: string, to: string) =>
  date >= from.slice(0, date.length) && date <= to.slice(0, date.length)
