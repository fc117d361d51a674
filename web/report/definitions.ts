import type { ReportTable } from '../../api/contract/report.ts'
import { logframeIndicators, phraseOf } from '../pages/context.ts'
import type { Asked } from './asked.ts'
import { NOTHING } from './tables.ts'

/** What each indicator means, where its figures come from, and on what its target rests. */
export function definitionsTable({ context, indicators }: Asked): ReportTable {
  const { t } = context.locale
  const known = new Map(indicators.map(({ indicator }) => [indicator.id, indicator]))
  return {
    kind: 'table',
    caption: t('report.definitions'),
    head: [
      t('ui.column.indicator'),
      t('report.definition'),
      t('report.computation'),
      t('report.verification'),
      t('report.assumptions'),
    ],
    widths: [3, 4, 4, 2.5, 2.5],
    numbers: 5,
    groups: [
      {
        heading: null,
        rows: logframeIndicators(context).flatMap(({ id, code, title }) => {
          const indicator = known.get(id)
          if (!indicator) return []
          const { definition, computation, sourceOfVerification, assumption } = indicator
          return [
            [
              `${code} ${phraseOf(title, context).text}`,
              phraseOf(definition, context).text,
              phraseOf(computation, context).text,
              sourceOfVerification || NOTHING,
              assumption || NOTHING,
            ],
          ]
        }),
      },
    ],
  }
}
