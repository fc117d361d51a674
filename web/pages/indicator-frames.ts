import { cellOf, type Dimension, dimensions, TOTAL } from '../../indicators/model/breakdown.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import type { ReleasedValue } from '../../indicators/model/released.ts'
import type { ChartValue, SmallMultiples, SplitBars } from '../charts/chart.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import { explainHref, type PageContext, phraseOf, placeName } from './context.ts'
import { figureOf } from './figure.ts'
import type { Frame } from './frame.ts'
import { axisTo, goalOf, paceOf, planIn, pointsOf, type Shown, standingIn, valueAt } from './series.ts'

const sexSeries = [
  ['women', 'sex=female'],
  ['men', 'sex=male'],
  ['unknown', 'sex=unknown'],
] as const

const titleOf = (context: PageContext, { view }: Shown, place: string) =>
  context.locale.t('page.chart.title', {
    title: phraseOf(view.indicator.title, context).text,
    place: placeName(context, place),
  })

export const unitWord = ({ locale: { t } }: PageContext, { view }: Shown) =>
  t(`word.unit.${view.indicator.unit}`)

/** The way to the target, with the plan and the pace needed. */
export function trajectoryFrame(context: PageContext, shown: Shown): Frame | null {
  const { t, format } = context.locale
  const points = pointsOf(shown, PROGRAMME)
  if (!points.some(({ state }) => state === 'observed')) return null
  const plan = planIn(shown, PROGRAMME)
  const goal = goalOf(plan)
  const standing = standingIn(shown, PROGRAMME)
  const status = standing?.status ?? 'not_rated'
  const point = (dated: { date: string; planned: { value: number } } | null | undefined) =>
    dated == null ? [] : [{ date: dated.date, value: dated.planned.value }]
  return {
    headline: t(`page.trajectory.${status}`),
    subtitle: t('page.chart.subtitle', {
      unit: unitWord(context, shown),
      place: placeName(context, PROGRAMME),
      first: format.quarter(shown.quarters[0] ?? shown.quarter),
      last: format.quarter(shown.quarter),
    }),
    chart: {
      kind: 'trajectory',
      id: 'trajectory',
      title: titleOf(context, shown, PROGRAMME),
      unit: shown.view.indicator.unit,
      shape: shown.shape,
      quarters: axisTo(shown.quarters, goal?.date),
      points,
      plan: [
        ...point(plan?.baseline),
        ...(plan?.milestones ?? []).flatMap(point),
        ...point(plan?.target),
        ...point(plan?.extension),
      ],
      target: point(goal)[0] ?? null,
      expected: standing?.progress.planned ?? null,
      status,
      pace: paceOf(shown, PROGRAMME),
    },
    notes: plan?.extension ? [phraseOf(plan.extension.reason, context).text] : [],
  }
}

/** The countries side by side, in the programme's order: compared with their own targets, never ranked. */
export function countriesFrame(context: PageContext, shown: Shown): Frame | null {
  const { t, format } = context.locale
  const { indicator } = shown.view
  const bySex = context.address.state.by === 'sex' && hasSplit(shown, 'sex')
  const facets: SmallMultiples['facets'] = shown.countries
    .map((country) => ({
      country,
      label: placeName(context, country),
      series: bySex
        ? sexSeries
            .map(([key, cell]) => ({ key, points: pointsOf(shown, country, cell) }))
            .filter(({ key, points }) => key !== 'unknown' || points.length > 0)
        : [{ key: 'total' as const, points: pointsOf(shown, country) }],
      target: goalOf(planIn(shown, country))?.planned.value ?? null,
    }))
    .filter(({ series }) => series.some(({ points }) => points.length > 0))
  if (facets.length === 0) return null
  return {
    headline: t(bySex ? 'page.countries.headlineSex' : 'page.countries.headline'),
    subtitle: t('page.chart.subtitle', {
      unit: unitWord(context, shown),
      place: format.list(facets.map(({ label }) => label)),
      first: format.quarter(shown.quarters[0] ?? shown.quarter),
      last: format.quarter(shown.quarter),
    }),
    chart: {
      kind: 'small-multiples',
      id: 'countries',
      title: t('page.countries.title', { title: phraseOf(indicator.title, context).text }),
      unit: indicator.unit,
      shape: shown.shape,
      scale: indicator.unit === 'number' ? 'own' : 'shared',
      quarters: shown.quarters,
      facets,
    },
    notes: [t('page.countries.note')],
  }
}

export const hasSplit = ({ view }: Shown, by: Dimension) =>
  view.indicator.breakdowns.some((breakdown) => breakdown.by === by) &&
  view.values.some(({ cell }) => cell.startsWith(`${by}=`))

const absent: ChartValue = { state: 'not_due', value: null, partial: false, carried: false }
const chartValue = (value: ReleasedValue | undefined): ChartValue => value ?? absent

/** What can be said of women and men: their values, or that they are hidden. */
function sexHeadline(context: PageContext, shown: Shown): string {
  const { t } = context.locale
  const [women, men] = ['sex=female', 'sex=male'].map((cell) => valueAt(shown, PROGRAMME, cell))
  if ([women, men].some((value) => value?.state === 'suppressed')) return t('page.sex.hidden')
  if (women?.state !== 'observed' || men?.state !== 'observed') return t('page.sex.plain')
  const text = (value: ReleasedValue) => figureOf(context, value, shown.view.indicator).text
  return t('page.sex.values', { women: text(women), men: text(men) })
}

/** Women and men: rates as a gap, counts as parts of a whole. */
export function sexFrame(context: PageContext, shown: Shown): Frame | null {
  if (!hasSplit(shown, 'sex')) return null
  if (shown.view.indicator.unit === 'number') return splitFrame(context, shown, 'sex')
  const { t, format } = context.locale
  const { indicator } = shown.view
  const rows = [PROGRAMME, ...shown.countries].map((place) => ({
    key: place,
    label: placeName(context, place),
    href: explainHref(context, indicator.code, { place, quarter: shown.quarter, cell: 'sex=female' }),
    women: chartValue(valueAt(shown, place, 'sex=female')),
    men: chartValue(valueAt(shown, place, 'sex=male')),
    reference: goalOf(planIn(shown, place))?.planned.value ?? null,
  }))
  const title = phraseOf(indicator.title, context).text
  return {
    headline: sexHeadline(context, shown),
    subtitle: t('page.split.subtitle', {
      unit: unitWord(context, shown),
      quarter: format.quarter(shown.quarter),
    }),
    chart: {
      kind: 'gender-gap',
      id: 'by-sex',
      title: t('page.sex.title', { title }),
      unit: indicator.unit,
      order: 'given',
      rows,
    },
    notes: [],
  }
}

/** One breakdown at the last quarter, the programme first and the countries below. */
export function splitFrame(context: PageContext, shown: Shown, by: Dimension): Frame | null {
  const { t, format } = context.locale
  const { indicator } = shown.view
  if (!hasSplit(shown, by)) return null
  const present = dimensions[by].filter((category) =>
    [PROGRAMME, ...shown.countries].some((place) => valueAt(shown, place, cellOf({ [by]: category }))),
  )
  const keyOf = (category: string) => (by === 'sex' ? (sexKeys[category] ?? category) : category)
  const chart: SplitBars = {
    kind: 'split-bars',
    id: `by-${by}`,
    title: t('page.split.title', {
      title: phraseOf(indicator.title, context).text,
      dimension: t(`word.dimension.${by}`),
    }),
    measure: indicator.unit === 'number' ? 'parts' : 'rates',
    unit: indicator.unit,
    tone: by === 'sex' ? 'sex' : 'ordered',
    categories: present.map((category) => ({
      key: keyOf(category),
      label: t(`word.cell.${by}.${category}` as MessageKey),
    })),
    rows: [PROGRAMME, ...shown.countries].flatMap((place) => {
      const values = present.map(
        (category) => [keyOf(category), valueAt(shown, place, cellOf({ [by]: category }))] as const,
      )
      if (values.every(([, value]) => value === undefined)) return []
      return {
        key: place,
        label: placeName(context, place),
        href: explainHref(context, indicator.code, { place, quarter: shown.quarter, cell: TOTAL }),
        values: Object.fromEntries(values.map(([key, value]) => [key, chartValue(value)])),
      }
    }),
  }
  return {
    headline:
      by === 'sex'
        ? sexHeadline(context, shown)
        : t('page.split.headline', { dimension: t(`word.dimension.${by}`) }),
    subtitle: t('page.split.subtitle', {
      unit: unitWord(context, shown),
      quarter: format.quarter(shown.quarter),
    }),
    chart,
    notes: [],
  }
}

const sexKeys: Record<string, string> = { female: 'women', male: 'men', unknown: 'unknown' }
