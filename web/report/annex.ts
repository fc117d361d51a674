import type { ReportTable } from '../../api/contract/report.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import type { IndicatorSummary } from '../../indicators/model/released.ts'
import { logframeIndicators, type PageContext, phraseOf, placeName } from '../pages/context.ts'
import { indicatorRow } from '../pages/indicator-row.ts'
import type { Asked } from './asked.ts'
import { NOTHING, written } from './tables.ts'

const levels = ['impact', 'outcome', 'output', 'cross-cutting'] as const

/** The logframe: each indicator for the programme and each country, with those women and men apart who can be shown. */
export function annexTable({ context, countries }: Pick<Asked, 'context' | 'countries'>): ReportTable {
  const { t } = context.locale
  const bySex = { ...context, address: { ...context.address, state: { by: 'sex' as const } } }
  const indicators = logframeIndicators(context)
  return {
    kind: 'table',
    caption: t('report.annex'),
    head: [
      t('ui.column.indicator'),
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
    ],
    widths: [4.5, 1.4, 1, 1.2, 1, 1.4, 1, 1, 1, 1, 1.2],
    numbers: 2,
    groups: levels
      .map((level) => ({
        heading: t(`word.level.${level}`),
        rows: indicators
          .filter((summary) => summary.level === level)
          .flatMap((summary) => [PROGRAMME, ...countries].map((place) => annexRow(bySex, summary, place))),
      }))
      .filter(({ rows }) => rows.length > 0),
  }
}

function annexRow(context: PageContext, summary: IndicatorSummary, place: string): string[] {
  const row = indicatorRow(context, summary, place)
  const sexes = row.bySex?.map(written) ?? [NOTHING, NOTHING, NOTHING]
  return [
    `${row.code} ${phraseOf(summary.title, context).text}`,
    placeName(context, place),
    row.baseline ?? NOTHING,
    row.milestone ?? NOTHING,
    row.target ?? NOTHING,
    row.asOf === null ? written(row.latest) : `${written(row.latest)} (${row.asOf})`,
    ...sexes,
    row.ofNext ?? NOTHING,
    row.rating?.word ?? NOTHING,
  ]
}
