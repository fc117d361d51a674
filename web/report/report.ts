import type { MakeReport, ReportBlock, ReportTable } from '../../api/contract/report.ts'
import { countries, PROGRAMME } from '../../indicators/model/place.ts'
import { localeOf } from '../i18n/locale.ts'
import { type PageContext, phraseOf, placeName } from '../pages/context.ts'
import { genderPage } from '../pages/gender-page.ts'
import { methodsPage } from '../pages/methods-page.ts'
import { overviewPage } from '../pages/overview.ts'
import { areaPage, countryPage, objectivePage, type ResultsPage } from '../pages/results-page.ts'
import { annexTable } from './annex.ts'
import { genderTable, resultsTable } from './tables.ts'

/**
 * A progress report as a coordinator begins it: what the pages say of a release, in the order donors read it, with
 * places for what only people can say.
 *
 * Shape   every figure is the page's, marks such as `[c]` included
 */
export const makeReport: MakeReport = ({ language, programme }) => {
  const locale = localeOf(language)
  const { t } = locale
  const address = { language, route: { page: 'overview' as const }, state: {} }
  const context: PageContext = { locale, address, programme, viewer: null }
  const { id, edition, dataAsOf, illustrative } = programme.release
  return {
    language,
    direction: locale.direction,
    day: dataAsOf,
    title: t('report.title'),
    about: [
      t('report.edition', { edition }),
      t('report.draft', { version: id, date: dataAsOf }),
      ...(illustrative ? [`${t('ui.illustrative')}. ${t('ui.illustrative.note')}`] : []),
      t('ui.donors'),
      t('ui.donors.disclaimer'),
    ],
    foot: `${t('ui.product')} · ${t('ui.version', { version: id })}`,
    words: { contents: t('report.contents'), table: t('report.table'), page: t('report.page') },
    blocks: [
      ...summary(context),
      ...progress(context),
      ...women(context),
      ...inCountries(context),
      ...forPeople(context),
      ...aboutData(context),
      { kind: 'annex', text: t('report.annex') },
      annexTable(context),
    ],
  }
}

const heading = (level: 1 | 2, text: string): ReportBlock => ({ kind: 'heading', level, text })
const write = (text: string): ReportBlock => ({ kind: 'text', as: 'write', text })
const body = (text: string): ReportBlock => ({ kind: 'text', as: 'body', text })

function summary(context: PageContext): ReportBlock[] {
  const { t } = context.locale
  const page = overviewPage(context)
  return [
    heading(1, t('report.summary')),
    { kind: 'text', as: 'lead', text: page.heading },
    ...page.summary.map(body),
    write(t('report.write.summary')),
  ]
}

function progress(context: PageContext): ReportBlock[] {
  const { t } = context.locale
  const parts = context.programme.chain.filter(({ code }) => /^(SO|FA)/.test(code))
  return [
    heading(1, t('report.results')),
    ...parts.flatMap(({ code, name }) => {
      const page = code.startsWith('SO') ? ofItsOwn(objectivePage(context, code)) : areaPage(context, code)
      return [
        heading(2, t('page.coded', { code, name: phraseOf(name, context).text })),
        ...results(context, page),
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

function results(context: PageContext, page: ResultsPage): ReportBlock[] {
  const { t } = context.locale
  const { statement, assumption } = page
  return [
    ...(statement ? [{ kind: 'text' as const, as: 'lead' as const, text: statement.text }] : []),
    ...page.summary.map(body),
    ...(assumption ? [body(t('report.assumption', { text: assumption.text }))] : []),
    resultsTable(context, page),
  ]
}

function women(context: PageContext): ReportBlock[] {
  const { t } = context.locale
  const page = genderPage(context)
  return [
    heading(1, t('ui.section.sex')),
    { kind: 'text', as: 'lead', text: page.heading },
    ...page.summary.map(body),
    genderTable(context, page),
    write(t('report.write.gender')),
  ]
}

function inCountries(context: PageContext): ReportBlock[] {
  return [
    heading(1, context.locale.t('ui.section.countries')),
    ...countries.flatMap((country) => [
      heading(2, placeName(context, country)),
      ...results(context, countryPage(context, country)),
    ]),
  ]
}

/** What no figure says. */
function forPeople(context: PageContext): ReportBlock[] {
  const { t } = context.locale
  return [
    heading(1, t('report.risks')),
    write(t('report.write.risks')),
    heading(1, t('report.lessons')),
    write(t('report.write.lessons')),
  ]
}

function aboutData(context: PageContext): ReportBlock[] {
  const { t } = context.locale
  const { states, sections } = methodsPage(context)
  const marks: ReportTable = {
    kind: 'table',
    caption: t('ui.section.states'),
    head: [t('ui.column.state'), t('ui.column.meaning')],
    widths: [1, 8],
    numbers: 2,
    groups: [{ heading: null, rows: states.map(({ mark, word, text }) => [mark, `${word}: ${text}`]) }],
  }
  const told = sections.filter(({ id }) => ['protection', 'computing', 'sources'].includes(id))
  return [
    heading(1, t('report.data')),
    body(t('report.data.place', { place: placeName(context, PROGRAMME) })),
    marks,
    ...told.flatMap(({ heading: name, paragraphs }) => [heading(2, name), ...paragraphs.map(body)]),
  ]
}
