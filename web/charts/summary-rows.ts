import { statuses } from '../../indicators/model/released.ts'
import type { Bullets, ChartContext, GenderGap, Representation, SplitBars } from './chart.ts'
import { inGapOrder, shown, valueText } from './values.ts'

/** With more rows than this a list in a sentence is no longer heard as one. */
const mostListed = 4

/** Clauses as one sentence; nothing where there are none. */
function listed(parts: readonly string[], { t }: ChartContext): string[] {
  return parts.length === 0 ? [] : [t('chart.summary.sentence', { text: parts.join(t('chart.separator')) })]
}

/** Few rows one by one; of many, how many stand where. */
export function bulletSentences({ rows }: Bullets, context: ChartContext): string[] {
  const { t, format } = context
  const seen = rows.filter(({ actual }) => shown(actual) !== null)
  if (rows.length <= mostListed)
    return listed(
      seen.map((row) => bulletClause(row, context)),
      context,
    )
  const counts = statuses
    .map((status) => ({ status, count: seen.filter((row) => row.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) =>
      t('chart.pair', { label: t(`word.status.${status}`), value: format.number(count) }),
    )
  const n = rows.length
  const list = counts.join(t('chart.separator'))
  return counts.length === 0 ? [] : [t('chart.summary.indicators', { n, count: format.number(n), list })]
}

function bulletClause(
  { label, unit, actual, target, status }: Bullets['rows'][number],
  context: ChartContext,
) {
  const { t, format } = context
  const args = { label, value: valueText(actual, unit, context), status: t(`word.status.${status}`) }
  return target === null
    ? t('chart.summary.noTarget', args)
    : t('chart.summary.ofTarget', { ...args, target: format.value(target, unit) })
}

/** The widest and the narrowest gap among rows with both sides seen. */
export function gapSentences(chart: GenderGap, context: ChartContext): string[] {
  const { t } = context
  const pairs = inGapOrder({ ...chart, order: 'gap' }).filter(
    ({ women, men }) => shown(women) !== null && shown(men) !== null,
  )
  const args = ({ label, women, men }: GenderGap['rows'][number]) => ({
    label,
    women: valueText(women, chart.unit, context),
    men: valueText(men, chart.unit, context),
  })
  const [widest] = pairs
  const narrowest = pairs.at(-1)
  if (widest === undefined || narrowest === undefined) return []
  if (widest === narrowest) return listed([t('chart.summary.pairRow', args(widest))], context)
  return [t('chart.summary.widest', args(widest)), t('chart.summary.narrowest', args(narrowest))]
}

export function representationSentences({ rows }: Representation, context: ChartContext): string[] {
  const { t, format } = context
  const clauses = rows
    .filter(({ share }) => shown(share) !== null)
    .slice(0, mostListed)
    .map(({ label, share, target, base }) => {
      const args: Record<string, string> = { label, share: valueText(share, 'percentage', context) }
      if (target !== null) args.target = format.value(target, 'percentage')
      if (base !== null && shown(base) !== null) args.base = valueText(base, 'percentage', context)
      return t(`chart.summary.share${args.target ? 'Target' : ''}${args.base ? 'Base' : ''}`, args)
    })
  return listed(clauses, context)
}

export function splitSentences({ rows, categories, unit }: SplitBars, context: ChartContext): string[] {
  const { t } = context
  return rows.slice(0, mostListed).flatMap(({ label, values }) => {
    const parts = categories.flatMap((category) => {
      const value = values[category.key]
      if (value === undefined || shown(value) === null) return []
      return [t('chart.pair', { label: category.label, value: valueText(value, unit, context) })]
    })
    if (parts.length === 0) return []
    return [
      t('chart.summary.sentence', {
        text: t('chart.pair', { label, value: parts.join(t('chart.separator')) }),
      }),
    ]
  })
}
