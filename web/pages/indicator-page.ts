import { TOTAL } from '../../indicators/model/breakdown.ts'
import { definitionFor } from '../../indicators/model/definition-history.ts'
import { PROGRAMME, placeLevel } from '../../indicators/model/place.ts'
import type { IndicatorView } from '../../indicators/model/released.ts'
import type { WindowsView } from '../../indicators/model/windows-view.ts'
import { breaksWithin } from '../charts/break-places.ts'
import {
  explainHref,
  hrefTo,
  hrefWith,
  type PageContext,
  type Phrase,
  phraseOf,
  placeName,
} from './context.ts'
import { type Figure, figureOf, plannedText } from './figure.ts'
import type { Frame } from './frame.ts'
import { type Change, historyOf } from './history.ts'
import { division, type ValueCard, valueCard } from './indicator-card.ts'
import { countriesFrame, trajectoryFrame } from './indicator-frames.ts'
import { type PublicFigureRow, publicFigureRows } from './public-figures.ts'
import { pointsOf, type Shown, shownOf, standingIn, targetIn } from './series.ts'
import { type Split, splitOf } from './splits.ts'
import { type WindowTable, windowTable } from './window-rows.ts'

interface ValuesTable {
  columns: readonly string[]
  /** `note` where the quarter is the first of a new definition. */
  rows: readonly { quarter: string; note: string | null; figures: readonly Figure[]; pair: string | null }[]
}

interface RegionRow {
  country: string
  regions: readonly { name: string; figure: Figure }[]
}

export interface IndicatorPage {
  page: 'indicator'
  code: string
  title: Phrase
  /** What the page answers, after the title. */
  answer: string
  card: ValueCard
  windows: readonly { text: string; href: string; current: boolean }[]
  trajectory: Frame | null
  countries: Frame | null
  sex: Split | null
  splits: readonly Split[]
  values: ValuesTable
  otherWindows: WindowTable | null
  regions: readonly RegionRow[]
  figures: readonly PublicFigureRow[]
  history: readonly Change[]
  definition: Phrase
  computation: Phrase
  facts: readonly { label: string; phrase: Phrase }[]
  related: readonly { code: string; title: Phrase; href: string }[]
  explain: string
}

const english = (text: string): Phrase => ({ text, language: 'en', confirmed: true })

function answerOf(context: PageContext, shown: Shown): string {
  const { t } = context.locale
  const standing = standingIn(shown, PROGRAMME)
  const value = shown.view.values.find(
    (one) => one.place === PROGRAMME && one.quarter === shown.quarter && one.cell === TOTAL,
  )
  const figure = figureOf(context, value, shown.definition)
  const target = plannedText(context, targetIn(shown, PROGRAMME), shown.definition.unit)
  if (figure.state === 'suppressed') return t('page.indicator.hidden')
  if (figure.state === 'missing') return t('page.indicator.missing')
  if (figure.state !== 'observed') return t('page.indicator.noProgrammeValue')
  if (target === null) return t('page.indicator.answerPlain', { value: figure.text })
  return t('page.indicator.answer', {
    value: figure.text,
    target,
    status: t(`word.status.${standing?.status ?? 'not_rated'}`),
  })
}

/** All quarters drawn, by place; with the split by sex, women and men of the programme beside its total. */
function valuesTable(context: PageContext, shown: Shown): ValuesTable {
  const { t, format } = context.locale
  const bySex = context.address.state.by === 'sex'
  const columns = bySex
    ? [
        ['sex=female', t('word.cell.sex.female')],
        ['sex=male', t('word.cell.sex.male')],
        ['sex=unknown', t('word.cell.sex.unknown')],
        [TOTAL, t('word.total')],
      ].map(([cell = '', label = '']) => ({ place: PROGRAMME as string, cell, label }))
    : [PROGRAMME, ...shown.countries].map((place) => ({
        place,
        cell: TOTAL,
        label: placeName(context, place),
      }))
  const due = shown.quarters.filter(
    (quarter) =>
      pointsOf(shown, PROGRAMME).some((point) => point.quarter === quarter) ||
      shown.view.values.some((value) => value.quarter === quarter),
  )
  const breaks = breaksWithin({ quarters: due, breaks: shown.view.breaks })
  return {
    columns: columns.map(({ label }) => label),
    rows: due.toReversed().map((quarter) => {
      const at = (place: string, cell: string) =>
        shown.view.values.find((one) => one.place === place && one.quarter === quarter && one.cell === cell)
      const total = at(PROGRAMME, TOTAL)
      const definition = definitionFor(shown.view.indicator, quarter)
      const begins = breaks.findLast(({ index }) => due[index] === quarter)
      return {
        quarter: begins
          ? t('chart.breakMark', { quarter: format.quarter(quarter) })
          : format.quarter(quarter),
        note: begins ? t('chart.note.break', { version: format.number(begins.version) }) : null,
        figures: columns.map(({ place, cell }) => figureOf(context, at(place, cell), definition)),
        pair:
          total?.numerator == null || total.denominator === null || definition.unit === 'yes-no'
            ? null
            : division(context, total.numerator, total.denominator),
      }
    }),
  }
}

/** Regions in their register's order under their country: never sorted by value. */
function regionRows(context: PageContext, shown: Shown): RegionRow[] {
  return shown.countries
    .map((country) => ({
      country: placeName(context, country),
      regions: shown.view.places
        .filter(({ code }) => placeLevel(code) === 'region' && code.startsWith(`${country}-`))
        .map(({ code, name }) => ({
          name,
          figure: figureOf(
            context,
            shown.view.values.find(
              (value) => value.place === code && value.quarter === shown.quarter && value.cell === TOTAL,
            ),
            shown.definition,
          ),
        })),
    }))
    .filter(({ regions }) => regions.length > 0)
}

function windowLinks(context: PageContext, { view }: Shown): IndicatorPage['windows'] {
  const { t } = context.locale
  const { p } = context.address.state
  const last = p?.to ?? view.release.quarter
  const end = view.quarters.indexOf(last)
  const link = (count: number | null) => {
    const from = count === null ? null : (view.quarters[Math.max(0, end - count + 1)] ?? null)
    const isLive = from === null && last === view.release.quarter
    return {
      text: count === null ? t('page.window.all') : t('page.window.last', { n: count }),
      href: hrefWith(context, { p: isLive ? undefined : { from, to: last } }),
      current: (p?.from ?? null) === from,
    }
  }
  return [link(null), link(8), link(4)]
}

/** What exactly is this number, how has it moved, for whom, and will it get there? */
export function indicatorPage(
  context: PageContext,
  view: IndicatorView,
  windows: WindowsView | null,
): IndicatorPage {
  const { t } = context.locale
  const shown = shownOf(context, view)
  const { definition: indicator } = shown
  const facts: [string, string][] = [
    [t('ui.fact.window'), t(`word.window.${indicator.window}`)],
    [t('ui.fact.geography'), t(`word.geography.${indicator.geography}`)],
    [t('ui.fact.frequency'), t(`word.frequency.${indicator.frequency}`)],
    [t('ui.fact.sensitivity'), t(`word.sensitivity.${indicator.sensitivity}`)],
  ]
  const originals: [string, string][] = [
    [t('ui.fact.source'), indicator.sourceOfVerification],
    [t('ui.fact.assumption'), indicator.assumption],
    [t('ui.fact.mapping'), indicator.mapping],
  ]
  return {
    page: 'indicator',
    code: indicator.code,
    title: phraseOf(indicator.title, context),
    answer: answerOf(context, shown),
    card: valueCard(context, shown),
    windows: windowLinks(context, shown),
    trajectory: trajectoryFrame(context, shown),
    countries: countriesFrame(context, shown),
    sex: splitOf(context, shown, 'sex'),
    splits: indicator.breakdowns
      .filter(({ by }) => by !== 'sex')
      .map(({ by }) => splitOf(context, shown, by))
      .filter((split) => split !== null),
    values: valuesTable(context, shown),
    otherWindows: windowTable(context, shown, windows),
    regions: regionRows(context, shown),
    figures: publicFigureRows(context, view.publicFigures),
    history: historyOf(context, view),
    definition: phraseOf(indicator.definition, context),
    computation: phraseOf(indicator.computation, context),
    facts: [
      ...facts.map(([label, text]) => ({
        label,
        phrase: { text, language: context.locale.language, confirmed: true },
      })),
      ...originals
        .filter(([, text]) => text !== '')
        .map(([label, text]) => ({ label, phrase: english(text) })),
    ],
    related: context.programme.indicators
      .filter(
        (other) =>
          other.area === indicator.area && other.level === indicator.level && other.code !== indicator.code,
      )
      .slice(0, 6)
      .map((other) => ({
        code: other.code,
        title: phraseOf(other.title, context),
        href: hrefTo(context, { page: 'indicator', code: other.code }),
      })),
    explain: explainHref(context, indicator.code, { place: PROGRAMME, quarter: shown.quarter, cell: TOTAL }),
  }
}
