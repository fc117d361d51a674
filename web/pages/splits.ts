import { type Cell, cellOf, type Dimension, dimensions, TOTAL } from '../../indicators/model/breakdown.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import type { ReleasedValue } from '../../indicators/model/released.ts'
import type { SplitBars } from '../charts/chart.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import { explainHref, type PageContext, phraseOf, placeName } from './context.ts'
import { charted, chartedPair, type Figure, figureOf, plannedText } from './figure.ts'
import type { Frame } from './frame.ts'
import { type Shown, targetIn, valueAt } from './series.ts'

/** Many categories read better as a table; numbers that are all hidden, as a sentence. */
export type Split = { id: Dimension } & (
  | { kind: 'chart'; frame: Frame }
  | { kind: 'table'; caption: string; places: readonly string[]; rows: readonly SplitRow[] }
  | { kind: 'sentence'; text: string }
)

interface SplitRow {
  label: string
  figures: readonly Figure[]
}

/** More parts than this cannot be told apart in one bar. */
const mostParts = 5

export const unitWord = ({ locale: { t } }: PageContext, { definition }: Shown) =>
  t(`word.unit.${definition.unit}`)

export const hasSplit = ({ view, definition }: Shown, by: Dimension) =>
  definition.breakdowns.some((breakdown) => breakdown.by === by) &&
  view.values.some(({ cell }) => cell.startsWith(`${by}=`))

const placesOf = ({ countries }: Shown) => [PROGRAMME, ...countries]

/** The categories of a breakdown that the release has something to say of, in display order. */
const categoriesOf = (shown: Shown, by: Dimension) =>
  dimensions[by]
    .map((category) => ({ category, cell: cellOf({ [by]: category }) }))
    .filter(({ cell }) => placesOf(shown).some((place) => valueAt(shown, place, cell) !== undefined))

const wordOf = ({ locale: { t } }: PageContext, by: Dimension, category: string) =>
  t(`word.cell.${by}.${category}` as MessageKey)

/** One breakdown at the last quarter, the programme first and the countries below. */
export function splitOf(context: PageContext, shown: Shown, by: Dimension): Split | null {
  if (!hasSplit(shown, by)) return null
  const categories = categoriesOf(shown, by)
  const values = categories.flatMap(({ cell }) =>
    placesOf(shown).flatMap((place) => valueAt(shown, place, cell) ?? []),
  )
  if (values.length === 0) return null
  if (!values.some(({ state }) => state === 'observed')) return silentSplit(context, by, values)
  if (categories.length > mostParts) return tableSplit(context, shown, by, categories)
  const isGap = by === 'sex' && shown.definition.unit !== 'number'
  return { id: by, kind: 'chart', frame: isGap ? gapFrame(context, shown) : partsFrame(context, shown, by) }
}

function silentSplit({ locale: { t } }: PageContext, by: Dimension, values: readonly ReleasedValue[]): Split {
  const dimension = t(`word.dimension.${by}`)
  const isHidden = values.some(({ state }) => state === 'suppressed')
  return {
    id: by,
    kind: 'sentence',
    text: t(isHidden ? 'page.split.hidden' : 'page.split.missing', { dimension }),
  }
}

function tableSplit(
  context: PageContext,
  shown: Shown,
  by: Dimension,
  categories: readonly { category: string; cell: Cell }[],
): Split {
  const { t, format } = context.locale
  return {
    id: by,
    kind: 'table',
    caption: t('page.split.caption', {
      title: t('page.split.headline', { dimension: t(`word.dimension.${by}`) }),
      quarter: format.quarter(shown.quarter),
    }),
    places: placesOf(shown).map((place) => placeName(context, place)),
    rows: categories.map(({ category, cell }) => ({
      label: wordOf(context, by, category),
      figures: placesOf(shown).map((place) =>
        figureOf(context, valueAt(shown, place, cell), shown.definition),
      ),
    })),
  }
}

/** What can be said of women and men: their values, or that they are hidden. */
function sexHeadline(context: PageContext, shown: Shown): string {
  const { t } = context.locale
  const [women, men] = ['sex=female', 'sex=male'].map((cell) => valueAt(shown, PROGRAMME, cell))
  if ([women, men].some((value) => value?.state === 'suppressed')) return t('page.sex.hidden')
  if (women?.state !== 'observed' || men?.state !== 'observed') return t('page.sex.plain')
  const { unit } = shown.definition
  const [w, m] = chartedPair([women, men], unit)
  return t('page.sex.values', {
    women: plannedText(context, w.value, unit) ?? '',
    men: plannedText(context, m.value, unit) ?? '',
  })
}

const subtitleOf = (context: PageContext, shown: Shown) =>
  context.locale.t('page.split.subtitle', {
    unit: unitWord(context, shown),
    quarter: context.locale.format.quarter(shown.quarter),
  })

/** Rates of women and men side by side: of all women, and of all men. */
function gapFrame(context: PageContext, shown: Shown): Frame {
  const { definition } = shown
  const rows = placesOf(shown).map((place) => {
    const [women, men] = chartedPair(
      [valueAt(shown, place, 'sex=female'), valueAt(shown, place, 'sex=male')],
      definition.unit,
    )
    const href = explainHref(context, definition.code, { place, quarter: shown.quarter, cell: 'sex=female' })
    const reference = targetIn(shown, place)
    return { key: place, label: placeName(context, place), href, women, men, reference }
  })
  const title = phraseOf(definition.title, context).text
  return {
    headline: sexHeadline(context, shown),
    subtitle: subtitleOf(context, shown),
    chart: {
      kind: 'gender-gap',
      id: 'by-sex',
      title: context.locale.t('page.sex.title', { title }),
      unit: definition.unit,
      order: 'given',
      rows,
    },
    notes: [],
  }
}

const sexKeys: Record<string, string> = { female: 'women', male: 'men', unknown: 'unknown' }
const keyOf = (by: Dimension, category: string) => (by === 'sex' ? (sexKeys[category] ?? category) : category)

function partRows(context: PageContext, shown: Shown, by: Dimension): SplitBars['rows'] {
  return placesOf(shown).flatMap((place) => {
    const values = categoriesOf(shown, by).map(
      ({ category, cell }) => [keyOf(by, category), valueAt(shown, place, cell)] as const,
    )
    if (values.every(([, value]) => value === undefined)) return []
    return {
      key: place,
      label: placeName(context, place),
      href: explainHref(context, shown.definition.code, { place, quarter: shown.quarter, cell: TOTAL }),
      values: Object.fromEntries(values.map(([key, value]) => [key, charted(value, shown.definition.unit)])),
    }
  })
}

function partsFrame(context: PageContext, shown: Shown, by: Dimension): Frame {
  const { t } = context.locale
  const { definition } = shown
  const dimension = t(`word.dimension.${by}`)
  return {
    headline: by === 'sex' ? sexHeadline(context, shown) : t('page.split.headline', { dimension }),
    subtitle: subtitleOf(context, shown),
    chart: {
      kind: 'split-bars',
      id: `by-${by}`,
      title: t('page.split.title', { title: phraseOf(definition.title, context).text, dimension }),
      measure: definition.unit === 'number' ? 'parts' : 'rates',
      unit: definition.unit,
      tone: by === 'sex' ? 'sex' : 'ordered',
      categories: categoriesOf(shown, by).map(({ category }) => ({
        key: keyOf(by, category),
        label: wordOf(context, by, category),
      })),
      rows: partRows(context, shown, by),
    },
    notes: [],
  }
}
