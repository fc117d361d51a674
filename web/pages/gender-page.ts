import { countries, PROGRAMME } from '../../indicators/model/place.ts'
import type { IndicatorSummary, ReleasedValue } from '../../indicators/model/released.ts'
import type { ChartValue } from '../charts/chart.ts'
import {
  coded,
  hrefTo,
  type PageContext,
  type Phrase,
  phraseOf,
  placeName,
  summaryOfCode,
} from './context.ts'
import { charted, chartedPair, type Figure, figureOf } from './figure.ts'
import type { Frame } from './frame.ts'
import { hiddenSentence, womenSentence } from './summary.ts'

interface SexRow {
  code: string
  title: Phrase
  href: string
  /** Women, men, not stated, total. */
  figures: readonly Figure[]
}

export interface GenderPage {
  page: 'gender'
  heading: string
  summary: readonly string[]
  /** Of all those who …, how many are women? */
  representation: Frame | null
  shares: Frame | null
  /** Of all women, and of all men, how many …? */
  outcomes: Frame | null
  rows: readonly SexRow[]
}

const sexCells = ['sex=female', 'sex=male', 'sex=unknown', '']

const valueIn = (summary: IndicatorSummary, place: string, cell: string): ReleasedValue | undefined =>
  [...summary.bySex, ...summary.latest].find((value) => value.place === place && value.cell === cell)

const absent: ChartValue = { state: 'not_due', value: null, partial: false, carried: false }

/** A share of two counts that are both shown; nothing where either is not. */
function womenShare(summary: IndicatorSummary, place: string): ChartValue {
  const women = valueIn(summary, place, 'sex=female')
  const men = valueIn(summary, place, 'sex=male')
  const silent = [women, men].find((value) => value?.state !== 'observed')
  if (women?.value == null || men?.value == null || silent !== undefined) {
    return { ...absent, state: silent?.state ?? 'not_due' }
  }
  const known = women.value + men.value
  if (known === 0) return { ...absent, state: 'not_applicable' }
  const { partial, carried } = women
  return { state: 'observed', value: (100 * women.value) / known, partial, carried }
}

/** Staff trained: the women's share against its own target and against women among all staff. */
function representationFrame(context: PageContext): Frame | null {
  const { t, format } = context.locale
  const summary = summaryOfCode(context, 'OP1.2.5')
  if (summary === undefined) return null
  const base = summaryOfCode(context, 'CTX.5')
  const rows = [PROGRAMME, ...(context.address.state.c ?? countries)].map((place) => ({
    key: place,
    label: placeName(context, place),
    href: hrefTo(context, { page: 'indicator', code: summary.code }),
    share: charted(
      summary.latest.find((value) => value.place === place),
      summary.unit,
    ),
    target: summary.standings.find((standing) => standing.place === place)?.progress.target ?? null,
    base: base?.latest.find((value) => value.place === place) ?? null,
  }))
  return {
    headline: t('page.gender.representation.headline'),
    subtitle: t('page.gender.subtitle', { quarter: format.quarter(context.programme.release.quarter) }),
    chart: {
      kind: 'representation',
      id: 'representation',
      title: phraseOf(summary.title, context).text,
      parity: false,
      rows,
    },
    notes: [],
  }
}

function sharesFrame(context: PageContext, split: readonly IndicatorSummary[]): Frame | null {
  const { t, format } = context.locale
  const rows = split
    .filter(({ unit }) => unit === 'number')
    .map((summary) => ({
      key: summary.code,
      label: coded(context, summary.code, summary.title),
      href: hrefTo(context, { page: 'indicator', code: summary.code }, { by: 'sex' }),
      share: womenShare(summary, PROGRAMME),
      target: null,
      base: null,
    }))
  const seen = rows.filter(({ share }) => share.state === 'observed')
  if (seen.length === 0) return null
  return {
    headline: t('page.gender.shares.headline'),
    subtitle: t('page.gender.subtitle', { quarter: format.quarter(context.programme.release.quarter) }),
    chart: {
      kind: 'representation',
      id: 'shares',
      title: t('page.gender.shares.title'),
      parity: false,
      rows: seen,
    },
    notes: [t('page.gender.shares.note'), ...leftOut(context, rows.length - seen.length)],
  }
}

function ratesOf(summary: IndicatorSummary) {
  const [women, men] = chartedPair(
    [valueIn(summary, PROGRAMME, 'sex=female'), valueIn(summary, PROGRAMME, 'sex=male')],
    summary.unit,
  )
  return { women, men }
}

/** Drawings keep to what is shown; the rest stands in the table below them. */
function leftOut({ locale: { t } }: PageContext, n: number): string[] {
  return n === 0 ? [] : [t('page.gender.leftOut', { n })]
}

function outcomesFrame(context: PageContext, split: readonly IndicatorSummary[]): Frame | null {
  const { t, format } = context.locale
  const rows = split
    .filter(({ unit }) => unit === 'percentage')
    .map((summary) => ({
      key: summary.code,
      label: coded(context, summary.code, summary.title),
      href: hrefTo(context, { page: 'indicator', code: summary.code }, { by: 'sex' }),
      ...ratesOf(summary),
      reference: summary.standings.find(({ place }) => place === PROGRAMME)?.progress.target ?? null,
    }))
  const seen = rows.filter(({ women, men }) => women.state === 'observed' && men.state === 'observed')
  if (seen.length === 0) return null
  return {
    headline: t('page.gender.outcomes.headline'),
    subtitle: t('page.gender.subtitle', { quarter: format.quarter(context.programme.release.quarter) }),
    chart: {
      kind: 'gender-gap',
      id: 'outcomes',
      title: t('page.gender.outcomes.title'),
      unit: 'percentage',
      order: 'gap',
      rows: seen,
    },
    notes: [t('page.gender.outcomes.note'), ...leftOut(context, rows.length - seen.length)],
  }
}

/** Where do women and men differ, is it narrowing, and do we even have the data? */
export function genderPage(context: PageContext): GenderPage {
  const { t, format } = context.locale
  const split = context.programme.indicators.filter(({ bySex }) => bySex.length > 0)
  const complete = split.filter((summary) =>
    ['sex=female', 'sex=male'].every((cell) => valueIn(summary, PROGRAMME, cell)?.state === 'observed'),
  )
  const silent = split.filter((summary) => !complete.includes(summary))
  const counts = { part: format.number(complete.length), total: format.number(split.length), n: split.length }
  return {
    page: 'gender',
    heading: t('page.gender.heading', counts),
    summary: [
      womenSentence(context),
      silent.length === 0
        ? null
        : t('page.gender.silent', { codes: format.enumerate(silent.map(({ code }) => code)) }),
      hiddenSentence(
        context,
        split.flatMap(({ bySex }) => bySex),
      ),
      t('page.gender.unknown'),
    ].filter((sentence) => sentence !== null),
    representation: representationFrame(context),
    shares: sharesFrame(context, split),
    outcomes: outcomesFrame(context, split),
    rows: split.map((summary) => ({
      code: summary.code,
      title: phraseOf(summary.title, context),
      href: hrefTo(context, { page: 'indicator', code: summary.code }, { by: 'sex' }),
      figures: sexCells.map((cell) => figureOf(context, valueIn(summary, PROGRAMME, cell), summary)),
    })),
  }
}
