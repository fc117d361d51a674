import { cellOf, type Dimension, dimensions, TOTAL } from '../../indicators/model/breakdown.ts'
import { definitionFor } from '../../indicators/model/definition-history.ts'
import { countries, type PlaceCode, PROGRAMME, placeLevel } from '../../indicators/model/place.ts'
import type { IndicatorView, ReleasedValue } from '../../indicators/model/released.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import { type Axis, axes, type Measure } from './address.ts'
import { type PageContext, phraseOf, placeName } from './context.ts'
import { type Figure, figureOf, stateFigure } from './figure.ts'

/** What stands at one place of an axis. */
export interface Member {
  key: string
  label: string
}

/** One value of everything that is shown, by where it stands on each axis. */
export type At = Record<Axis, string>
export type Members = Record<Axis, readonly Member[]>

/** What there is along each axis of what an address asks for, in its own order. */
export function membersOf(context: PageContext, views: readonly IndicatorView[]): Members {
  const { state } = context.address
  const { format } = context.locale
  const quarters = new Set(views.flatMap(({ values }) => values.map(({ quarter }) => quarter)))
  const { from = null, to = null } = state.p ?? {}
  return {
    indicator: views.map(({ indicator }) => ({
      key: indicator.id,
      label: context.locale.t('page.coded', {
        code: indicator.code,
        name: phraseOf(indicator.title, context).text,
      }),
    })),
    place: placesOf(context, views),
    quarter: [...quarters]
      .sort()
      .filter((quarter) => (from ?? quarter) <= quarter && quarter <= (to ?? quarter))
      .map((quarter) => ({ key: quarter, label: format.quarter(quarter) })),
    part: partsOf(context, views),
  }
}

function placesOf(context: PageContext, views: readonly IndicatorView[]): Member[] {
  const { c = countries, level } = context.address.state
  const known = new Map(views.flatMap(({ places }) => places).map(({ code, name }) => [code, name]))
  const isIn = (code: PlaceCode) => c.some((country) => code.startsWith(`${country}-`))
  const regions = [...known].filter(([code]) => placeLevel(code) === 'region' && isIn(code))
  return [
    { key: PROGRAMME, label: placeName(context, PROGRAMME) },
    ...c.flatMap((country) => [
      { key: country, label: placeName(context, country) },
      ...(level === 'region'
        ? regions.filter(([code]) => code.startsWith(`${country}-`)).map(([key, label]) => ({ key, label }))
        : []),
    ]),
  ]
}

/** The total, then the categories of the breakdown that any of the indicators has something to say of. */
function partsOf({ address, locale: { t } }: PageContext, views: readonly IndicatorView[]): Member[] {
  const { split } = address.state
  const total = { key: TOTAL, label: t('page.explore.total') }
  if (split === undefined) return [total]
  const told = new Set(views.flatMap(({ values }) => values.map(({ cell }) => cell)))
  return [
    total,
    ...dimensions[split]
      .map((category) => ({
        key: cellOf({ [split]: category }),
        label: t(`word.cell.${split}.${category}` as MessageKey),
      }))
      .filter(({ key }) => told.has(key)),
  ]
}

/** The breakdowns the chosen indicators have. */
export const splitsOf = (views: readonly IndicatorView[]): Dimension[] => {
  const declared = new Set(views.flatMap(({ indicator }) => indicator.breakdowns.map(({ by }) => by)))
  return (Object.keys(dimensions) as Dimension[]).filter((dimension) => declared.has(dimension))
}

/** Looks up what is published at a place of all axes; nothing else is ever in reach. */
export function finder(context: PageContext, views: readonly IndicatorView[], measure: Measure | undefined) {
  const found = new Map<string, { value: ReleasedValue; view: IndicatorView }>()
  const keyOf = (...parts: readonly string[]) => parts.join('\n')
  for (const view of views)
    for (const value of view.values)
      found.set(keyOf(view.indicator.id, value.place, value.quarter, value.cell), { value, view })
  return (at: At): Figure | null => {
    const known = found.get(keyOf(...axes.map((axis) => at[axis])))
    return known ? told(context, known.view, known.value, measure) : null
  }
}

/** A value, or one of the numbers it was made of, as it is published. */
function told(
  context: PageContext,
  { indicator }: IndicatorView,
  value: ReleasedValue,
  measure: Measure | undefined,
): Figure | null {
  const { unit } = definitionFor(indicator, value.quarter)
  const figure = figureOf(context, value, { code: indicator.code, unit })
  if (measure === undefined || value.state !== 'observed') return figure
  const { format, t } = context.locale
  if (measure === 'coverage') {
    // Of regions the public edition does not say it.
    if (value.coverage === null) return null
    const { reported, expected } = value.coverage
    if (expected === 0) return stateFigure(context, 'not_applicable')
    return {
      ...figure,
      provisional: false,
      text: t('page.explore.of', { part: format.number(reported), whole: format.number(expected) }),
    }
  }
  const number = value[measure]
  return number === null ? stateFigure(context, 'not_applicable') : { ...figure, text: format.number(number) }
}
