import type { ReportTable } from '../../api/contract/report.ts'
import { type PageContext, summaryOfCode } from '../pages/context.ts'
import type { Figure } from '../pages/figure.ts'
import type { GenderPage } from '../pages/gender-page.ts'
import type { IndicatorRow } from '../pages/indicator-row.ts'
import type { IndicatorTable } from '../pages/table.ts'
import { aimsOf } from './plan.ts'

/** What stands where there is nothing to say: no plan, no status. */
export const NOTHING = '–'

/** A figure with the sign of what is provisional, kept apart from text of the other direction. */
export const written = ({ text, provisional }: Figure) => (provisional ? `${text} \u2068[p]\u2069` : text)

export const latestCell = ({ latest, asOf }: Pick<IndicatorRow, 'latest' | 'asOf'>) =>
  asOf === null ? written(latest) : `${written(latest)} (${asOf})`

/** The results of a page, whose rows are of one place. */
export const resultsTable = (context: PageContext, table: IndicatorTable, place: string): ReportTable => {
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
    widths: [3.4, 1.4, 1.4, 1.4, 1.4, 1.4, 1.4],
    numbers: 1,
    groups: table.groups.map(({ heading, rows }) => ({
      heading,
      rows: rows.map((row) => resultCells(context, row, place)),
    })),
  }
}

function resultCells(context: PageContext, row: IndicatorRow, place: string): string[] {
  const summary = summaryOfCode(context, row.code)
  if (!summary) throw new Error(`a page has a result ${row.code} that its release lacks`)
  const { baseline, milestone, target } = aimsOf(context, summary, place)
  return [
    `${row.code} ${row.title.text}`,
    baseline,
    latestCell(row),
    milestone,
    target,
    row.ofNext ?? NOTHING,
    row.rating?.word ?? NOTHING,
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
