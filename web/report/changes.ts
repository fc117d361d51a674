import type { ReportTable } from '../../api/contract/report.ts'
import { changesPage } from '../pages/changes-page.ts'
import type { Asked } from './asked.ts'
import { written } from './tables.ts'

/** Figures that stood otherwise in the release before; null where none did, or there was none. */
export function changesTable({ context, before }: Asked): ReportTable | null {
  const { t } = context.locale
  const { revised } = changesPage(context, before)
  if (revised.length === 0) return null
  return {
    kind: 'table',
    caption: t('report.changes'),
    head: [
      t('ui.column.indicator'),
      t('ui.column.place'),
      t('ui.column.quarter'),
      t('ui.column.was'),
      t('ui.column.is'),
    ],
    widths: [5, 1.5, 1.2, 1.2, 1.2],
    numbers: 3,
    groups: [
      {
        heading: null,
        rows: revised.map(({ code, title, place, quarter, was, is }) => [
          `${code} ${title.text}`,
          place,
          quarter,
          written(was),
          written(is),
        ]),
      },
    ],
  }
}
