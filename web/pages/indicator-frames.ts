import { PROGRAMME } from '../../indicators/model/place.ts'
import type { SmallMultiples } from '../charts/chart.ts'
import { type PageContext, phraseOf, placeName } from './context.ts'
import type { Frame } from './frame.ts'
import {
  axisTo,
  comparableQuarters,
  drawnPoints,
  goalOf,
  paceOf,
  planIn,
  type Shown,
  standingIn,
  targetIn,
} from './series.ts'
import { hasSplit, unitWord } from './splits.ts'

const sexSeries = [
  ['women', 'sex=female'],
  ['men', 'sex=male'],
  ['unknown', 'sex=unknown'],
] as const

const titleOf = (context: PageContext, { definition }: Shown, place: string) =>
  context.locale.t('page.chart.title', {
    title: phraseOf(definition.title, context).text,
    place: placeName(context, place),
  })

/** The way to the target, with the plan and the pace needed. */
export function trajectoryFrame(context: PageContext, shown: Shown): Frame | null {
  const { t, format } = context.locale
  const points = drawnPoints(shown, PROGRAMME)
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
      unit: shown.definition.unit,
      shape: shown.shape,
      quarters: axisTo(comparableQuarters(shown), goal?.date),
      points,
      breaks: shown.view.breaks,
      plan: [
        ...point(plan?.baseline),
        ...(plan?.milestones ?? []).flatMap(point),
        ...point(plan?.target),
        ...point(plan?.extension),
      ],
      target: point(plan?.target)[0] ?? null,
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
  const { definition } = shown
  const bySex = context.address.state.by === 'sex' && hasSplit(shown, 'sex')
  const facets: SmallMultiples['facets'] = shown.countries
    .map((country) => ({
      country,
      label: placeName(context, country),
      series: bySex
        ? sexSeries
            .map(([key, cell]) => ({ key, points: drawnPoints(shown, country, cell) }))
            .filter(({ key, points }) => key !== 'unknown' || points.length > 0)
        : [{ key: 'total' as const, points: drawnPoints(shown, country) }],
      target: targetIn(shown, country),
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
      title: t('page.countries.title', { title: phraseOf(definition.title, context).text }),
      unit: definition.unit,
      shape: shown.shape,
      scale: definition.unit === 'number' ? 'own' : 'shared',
      quarters: comparableQuarters(shown),
      breaks: shown.view.breaks,
      facets,
    },
    notes: [t('page.countries.note')],
  }
}
