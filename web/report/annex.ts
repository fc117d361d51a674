import type { ReportBlock, ReportTable } from '../../api/contract/report.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import type { IndicatorSummary, IndicatorView } from '../../indicators/model/released.ts'
import { coded, logframeIndicators, type PageContext, placeName } from '../pages/context.ts'
import { indicatorRow } from '../pages/indicator-row.ts'
import type { Asked } from './asked.ts'
import { aimsOf, planRemark } from './plan.ts'
import { latestCell, NOTHING, written } from './tables.ts'

const levels = ['impact', 'outcome', 'output', 'cross-cutting'] as const

/**
 * The logframe, one table for each level: each indicator with its source and assumption, for the programme and each
 * country, with those women and men apart who can be shown.
 */
export function logframe(asked: Asked): ReportBlock[] {
  const { t } = asked.context.locale
  const indicators = logframeIndicators(asked.context)
  return levels.flatMap((level): ReportBlock[] => {
    const within = indicators.filter((summary) => summary.level === level)
    const name = t(`word.level.${level}`)
    if (within.length === 0) return []
    return [{ kind: 'heading', level: 2, text: name }, levelTable(asked, name, within)]
  })
}

function levelTable(asked: Asked, name: string, summaries: readonly IndicatorSummary[]): ReportTable {
  const { context, countries, indicators } = asked
  const { t } = context.locale
  const bySex = { ...context, address: { ...context.address, state: { by: 'sex' as const } } }
  const views = new Map(indicators.map((view) => [view.indicator.id, view]))
  return {
    kind: 'table',
    caption: t('report.logframe.caption', { level: name }),
    head: [
      t('ui.column.place'),
      t('ui.fact.baseline'),
      t('ui.fact.milestone'),
      t('ui.fact.target'),
      t('ui.fact.latest'),
      t('word.cell.sex.female'),
      t('word.cell.sex.male'),
      t('word.cell.sex.unknown'),
      t('ui.column.ofNext'),
      t('ui.column.status'),
      t('report.comment'),
    ],
    widths: [1.5, 1.3, 1.3, 1.3, 1.5, 1, 1, 1.1, 1.2, 1.3, 2.3],
    numbers: 1,
    groups: summaries.map((summary) => {
      const view = views.get(summary.id)
      return {
        heading: coded(context, summary.code, summary.title),
        notes: view ? whatItRestsOn(context, view) : [],
        rows: [PROGRAMME, ...countries].map((place) => placeRow(bySex, summary, view, place)),
      }
    }),
  }
}

function whatItRestsOn({ locale: { t } }: PageContext, { indicator }: IndicatorView): string[] {
  const { sourceOfVerification, assumption } = indicator
  return [
    ...(sourceOfVerification ? [`${t('report.verification')}: ${sourceOfVerification}`] : []),
    ...(assumption && assumption !== NOTHING ? [t('report.assumption', { text: assumption })] : []),
  ]
}

function placeRow(
  context: PageContext,
  summary: IndicatorSummary,
  view: IndicatorView | undefined,
  place: string,
): string[] {
  const row = indicatorRow(context, summary, place)
  const { baseline, milestone, target } = aimsOf(context, summary, place)
  const sexes = row.bySex?.map(written) ?? [NOTHING, NOTHING, NOTHING]
  return [
    placeName(context, place),
    baseline,
    milestone,
    target,
    latestCell(row),
    ...sexes,
    row.ofNext ?? NOTHING,
    row.rating?.word ?? NOTHING,
    planRemark(context, view, place),
  ]
}
