import { quarterOf } from '../../indicators/model/period.ts'
import type { IndicatorSummary, IndicatorView } from '../../indicators/model/released.ts'
import { type PageContext, phraseOf } from '../pages/context.ts'
import { plannedText } from '../pages/figure.ts'
import { standingAt } from '../pages/rating.ts'
import { NOTHING } from './tables.ts'

/** A value of a plan with the quarter it stands for: a milestone can lie beyond a target that was extended. */
function dated(context: PageContext, { unit }: IndicatorSummary, value?: number | null, day?: string | null) {
  const text = plannedText(context, value ?? null, unit)
  if (text === null) return NOTHING
  return day == null ? text : `${text} (${context.locale.format.quarter(quarterOf(day))})`
}

/** Baseline, next milestone and target of an indicator in a place, as a report writes them. */
export function aimsOf(context: PageContext, summary: IndicatorSummary, place: string) {
  const progress = standingAt(summary.standings, place)?.progress
  return {
    baseline: dated(context, summary, progress?.baseline, progress?.baselineDate),
    milestone: dated(context, summary, progress?.nextMilestone, progress?.nextMilestoneDate),
    target: dated(context, summary, progress?.target, progress?.targetDate),
  }
}

/** What a plan says of itself: that its end was moved, how far and why. */
export function planRemark(context: PageContext, view: IndicatorView | undefined, place: string): string {
  const plan = view?.plans.find((one) => one.place === place && one.cell === '')
  if (!view || !plan?.extension) return NOTHING
  const { date, planned, reason } = plan.extension
  return context.locale.t('report.extended', {
    value: plannedText(context, planned.value, view.indicator.unit) ?? NOTHING,
    quarter: context.locale.format.quarter(quarterOf(date)),
    reason: phraseOf(reason, context).text,
  })
}
