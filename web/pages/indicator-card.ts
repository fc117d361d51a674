import { TOTAL } from '../../indicators/model/breakdown.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import type { PageContext } from './context.ts'
import { type Figure, figureOf, plannedText } from './figure.ts'
import { type Rating, ratingOf } from './rating.ts'
import { planIn, type Shown, standingIn, valueAt } from './series.ts'

interface Fact {
  label: string
  text: string
  note: string | null
}

/** Women, men, not stated; with their own target where they have one. */
interface SexFigure {
  sex: 'women' | 'men' | 'unknown'
  figure: Figure
  target: string | null
  rating: Rating | null
}

/** The value card: the number, when, against what, and how it is judged. */
export interface ValueCard {
  latest: Figure
  asOf: string
  rating: Rating | null
  facts: readonly Fact[]
  bySex: readonly SexFigure[]
  /** Numerator and denominator of a rate, as shown. */
  pair: string | null
}

const sexes = [
  ['women', 'sex=female'],
  ['men', 'sex=male'],
  ['unknown', 'sex=unknown'],
] as const

function plannedFacts(context: PageContext, shown: Shown, place: string): Fact[] {
  const { t, format } = context.locale
  const { unit } = shown.definition
  const plan = planIn(shown, place)
  const progress = standingIn(shown, place)?.progress
  const fact = (label: string, value: number | null | undefined, date: string | null | undefined) => {
    const text = plannedText(context, value ?? null, unit)
    return text === null ? [] : [{ label, text, note: date == null ? null : format.date(date) }]
  }
  return [
    ...fact(t('ui.fact.baseline'), plan?.baseline?.planned.value, plan?.baseline?.date),
    ...(progress?.nextMilestoneDate == null ||
    [plan?.target?.date, plan?.extension?.date].includes(progress.nextMilestoneDate)
      ? []
      : fact(t('ui.fact.milestone'), progress.nextMilestone, progress.nextMilestoneDate)),
    ...fact(t('ui.fact.target'), plan?.target?.planned.value, plan?.target?.date),
    ...fact(t('ui.fact.extension'), plan?.extension?.planned.value, plan?.extension?.date),
    ...ofCountries(context, shown, place),
    ...inPeriod(context, shown, place),
    ...rangeOf(context, shown),
  ]
}

/** The countries' targets together, where another one was entered for the programme. */
function ofCountries(context: PageContext, shown: Shown, place: string): Fact[] {
  const [entered, pooled] = shown.view.plans.filter((plan) => plan.place === place && plan.cell === TOTAL)
  const together = pooled?.target?.planned.value
  if (together === undefined || together === entered?.target?.planned.value) return []
  const text = plannedText(context, together, shown.definition.unit)
  return text === null ? [] : [{ label: context.locale.t('ui.fact.ofCountries'), text, note: null }]
}

/** What a plan set period by period expects of this one; nothing planned is said in words. */
function inPeriod(context: PageContext, shown: Shown, place: string): Fact[] {
  const { t } = context.locale
  const { targetMode, unit } = shown.definition
  const planned = standingIn(shown, place)?.progress.plannedInPeriod
  if (targetMode !== 'per_period' || planned == null) return []
  const text = planned === 0 ? t('ui.fact.inPeriod.none') : plannedText(context, planned, unit)
  return text === null ? [] : [{ label: t('ui.fact.inPeriod'), text, note: null }]
}

function rangeOf({ locale: { t, format } }: PageContext, { view: { indicator } }: Shown): Fact[] {
  const { range, unit } = indicator
  if (!range) return []
  const [low, high] = [format.value(range.low, unit), format.value(range.high, unit)]
  return [{ label: t('ui.fact.range'), text: t('word.between', { low, high }), note: null }]
}

function progressFacts(context: PageContext, shown: Shown, place: string): Fact[] {
  const { t, format } = context.locale
  const progress = standingIn(shown, place)?.progress
  const share = (label: string, proportion: number | null | undefined, note: string) =>
    proportion == null ? [] : [{ label, text: format.percent(100 * proportion, 0), note }]
  return [
    ...share(t('ui.fact.ofNext'), progress?.toMilestone, t('ui.fact.ofNext.note')),
    ...share(t('ui.fact.pace'), progress?.planRatio, t('ui.fact.pace.note')),
  ]
}

/** Written from left to right in every language, as a formula is. */
export const division = ({ locale: { format } }: PageContext, numerator: number, denominator: number) =>
  `${format.number(numerator, 1)} ÷ ${format.number(denominator, 1)}`

function pairOf(context: PageContext, shown: Shown, place: string): string | null {
  const value = valueAt(shown, place)
  if (value?.numerator == null || value.denominator === null) return null
  if (shown.definition.unit === 'yes-no') return null
  return division(context, value.numerator, value.denominator)
}

/** What a cell aims at by a plan of its own. */
function ownPlan(context: PageContext, shown: Shown, place: string, cell: string) {
  const standing = standingIn(shown, place, cell)
  const target = plannedText(context, standing?.progress.target ?? null, shown.definition.unit)
  return { target, rating: standing && target !== null ? ratingOf(context, standing.status) : null }
}

export function valueCard(context: PageContext, shown: Shown, place = PROGRAMME): ValueCard {
  const { definition } = shown
  const standing = standingIn(shown, place)
  const split = definition.breakdowns.some(({ by }) => by === 'sex')
  return {
    latest: figureOf(context, valueAt(shown, place), definition),
    asOf: context.locale.format.quarter(shown.quarter),
    rating: definition.level === 'context' ? null : ratingOf(context, standing?.status ?? 'not_rated'),
    facts: [...plannedFacts(context, shown, place), ...progressFacts(context, shown, place)],
    bySex: split
      ? sexes
          .map(([sex, cell]) => ({ sex, cell, value: valueAt(shown, place, cell) }))
          .filter(({ sex, value }) => sex !== 'unknown' || value !== undefined)
          .map(({ sex, cell, value }) => ({
            sex,
            figure: figureOf(context, value, definition),
            ...ownPlan(context, shown, place, cell),
          }))
      : [],
    pair: pairOf(context, shown, place),
  }
}
