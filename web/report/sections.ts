import type { ReportBlock, ReportTable } from '../../api/contract/report.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import { phraseOf, placeName } from '../pages/context.ts'
import { genderPage } from '../pages/gender-page.ts'
import { methodsPage } from '../pages/methods-page.ts'
import { overviewPage } from '../pages/overview.ts'
import { areaPage, countryPage, objectivePage, type ResultsPage } from '../pages/results-page.ts'
import { updateEntries } from '../pages/updates.ts'
import type { Asked } from './asked.ts'
import { genderTable, resultsTable } from './tables.ts'

/** What a part of a report says; nothing where it has nothing to say. */
export type Section = (asked: Asked) => ReportBlock[]

const heading = (level: 1 | 2, text: string): ReportBlock => ({ kind: 'heading', level, text })
const write = (text: string): ReportBlock => ({ kind: 'text', as: 'write', text })
const body = (text: string): ReportBlock => ({ kind: 'text', as: 'body', text })
const lead = (text: string): ReportBlock => ({ kind: 'text', as: 'lead', text })

export const summary: Section = ({ context }) => {
  const { t } = context.locale
  const page = overviewPage(context)
  return [
    heading(1, t('report.summary')),
    lead(page.heading),
    ...page.summary.map(body),
    write(t('report.write.summary')),
  ]
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
        ...results({ context }, page),
        write(t('report.write.deviation')),
      ]
    }),
  ]
}

/** What an objective is judged by; its outputs follow area by area. */
const ofItsOwn = ({ table, ...page }: ResultsPage): ResultsPage => ({
  ...page,
  table: {
    ...table,
    groups: table.groups.filter(({ rows }) => rows.every(({ code }) => !code.startsWith('OP'))),
  },
})

function results({ context }: Pick<Asked, 'context'>, page: ResultsPage): ReportBlock[] {
  const { statement, assumption } = page
  return [
    ...(statement ? [lead(statement.text)] : []),
    ...page.summary.map(body),
    ...(assumption ? [body(context.locale.t('report.assumption', { text: assumption.text }))] : []),
    resultsTable(context, page),
  ]
}

export const women: Section = ({ context }) => {
  const { t } = context.locale
  const page = genderPage(context)
  return [
    heading(1, t('ui.section.sex')),
    lead(page.heading),
    ...page.summary.map(body),
    genderTable(context, page),
    write(t('report.write.gender')),
  ]
}

export const inCountries: Section = ({ context, countries }) => [
  heading(1, context.locale.t('ui.section.countries')),
  ...countries.flatMap((country) => [
    heading(2, placeName(context, country)),
    ...results({ context }, countryPage(context, country)),
  ]),
]

/** A country on a page or two: how it stands, what happened, and what its people ask for. */
export const countryBrief: Section = ({ context, countries }) =>
  countries.flatMap((country) => {
    const page = countryPage(context, country)
    return [
      heading(1, placeName(context, country)),
      lead(page.heading),
      ...results({ context }, page),
      ...page.updates.slice(0, 3).map(({ date, fact }) => body(`${date}: ${fact.text}`)),
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
