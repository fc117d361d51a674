import type { ReportTable } from '../../api/contract/report.ts'
import type { PageContext } from '../pages/context.ts'
import type { Figure } from '../pages/figure.ts'
import type { GenderPage } from '../pages/gender-page.ts'
import type { IndicatorRow } from '../pages/indicator-row.ts'
import type { ResultsPage } from '../pages/results-page.ts'

/** What stands where there is nothing to say: no plan, no status. */
export const NOTHING = '–'

/** A figure with the sign of what is provisional, kept apart from text of the other direction. */
export const written = ({ text, provisional }: Figure) => (provisional ? `${text} \u2068[p]\u2069` : text)

export const resultsTable = (context: PageContext, { table }: ResultsPage): ReportTable => {
  const { t } = context.locale
  return {
    kind: 'table',
    caption: table.caption,
    head: [
      t('ui.column.indicator'),
      t('ui.fact.baseline'),
      t('ui.fact.latest'),
      t('ui.fact.milestone'),
      t('ui.fact.target'),
      t('ui.column.ofNext'),
      t('ui.column.status'),
    ],
    widths: [4, 1, 1.3, 1.2, 1, 1, 1.2],
    numbers: 1,
    groups: table.groups.map(({ heading, rows }) => ({ heading, rows: rows.map((row) => resultCells(row)) })),
  }
}

function resultCells({
  code,
  title,
  baseline,
  latest,
  asOf,
  milestone,
  target,
  ofNext,
  rating,
}: IndicatorRow) {
  const dated = asOf === null ? written(latest) : `${written(latest)} (${asOf})`
  return [
    `${code} ${title.text}`,
    baseline ?? NOTHING,
    dated,
    milestone ?? NOTHING,
    target ?? NOTHING,
    ofNext ?? NOTHING,
    rating?.word ?? NOTHING,
  ]
}

export const genderTable = (context: PageContext, { rows }: GenderPage): ReportTable => {
  const { t } = context.locale
  return {
    kind: 'table',
    caption: t('ui.section.genderTable'),
    head: [
      t('ui.column.indicator'),
      t('word.cell.sex.female'),
      t('word.cell.sex.male'),
      t('word.cell.sex.unknown'),
      t('word.total'),
    ],
    widths: [4, 1, 1, 1, 1],
    numbers: 1,
    groups: [
      {
        heading: null,
        rows: rows.map(({ code, title, figures }) => [`${code} ${title.text}`, ...figures.map(written)]),
      },
    ],
  }
}
