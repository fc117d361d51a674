import type { ReportTable } from '../../api/contract/report.ts'
import { type Quarter, quarterAfter } from '../../indicators/model/period.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import type { IndicatorSummary, ReleasedValue } from '../../indicators/model/released.ts'
import { logframeIndicators, phraseOf, placeName, spanText } from '../pages/context.ts'
import { figureOf } from '../pages/figure.ts'
import type { Asked } from './asked.ts'
import type { Section } from './sections.ts'
import { NOTHING, written } from './tables.ts'

/** Where each result stood before the period, and where at its end; nothing where the report is of all that was done. */
export const inPeriod: Section = (asked) => {
  const { t, format } = asked.context.locale
  const { first, last } = asked.quarters
  if (!asked.hasPeriod) return []
  return [
    { kind: 'heading', level: 1, text: t('report.period') },
    {
      kind: 'text',
      as: 'body',
      text: t('report.period.lead', { first: format.quarter(first), last: format.quarter(last) }),
    },
    periodTable(asked),
  ]
}

function periodTable(asked: Asked): ReportTable {
  const { context, countries, quarters } = asked
  const { t } = context.locale
  const places = countries.length === 1 ? countries : [PROGRAMME]
  const rows = logframeIndicators(context).flatMap((summary) =>
    places.map((place) => {
      const [before, after] = [
        lastUntil(summary, place, quarterAfter(quarters.first, -1)),
        lastUntil(summary, place, quarters.last),
      ]
      return [
        `${summary.code} ${phraseOf(summary.title, context).text}`,
        told(asked, summary, before),
        told(asked, summary, after),
        added(asked, summary, before, after),
      ]
    }),
  )
  return {
    kind: 'table',
    caption: t('report.period.caption', {
      place: placeName(context, places[0] ?? PROGRAMME),
      period: spanText(context, quarters.first, quarters.last),
    }),
    head: [
      t('ui.column.indicator'),
      t('report.period.before'),
      t('report.period.end'),
      t('report.period.added'),
    ],
    widths: [5, 1.4, 1.4, 1.2],
    numbers: 1,
    groups: [{ heading: null, rows }],
  }
}

/** The value of the last quarter up to one in which anything was due; none before the programme. */
const lastUntil = ({ trend }: IndicatorSummary, place: string, quarter: Quarter): ReleasedValue | undefined =>
  trend
    .filter((value) => value.place === place && value.quarter <= quarter)
    .sort((a, b) => (a.quarter < b.quarter ? -1 : 1))
    .at(-1)

function told({ context }: Asked, summary: IndicatorSummary, value: ReleasedValue | undefined): string {
  if (!value) return NOTHING
  const { format } = context.locale
  return `${written(figureOf(context, value, summary))} (${format.quarter(value.quarter)})`
}

/** What a count grew by, where both ends are shown; of other units a difference says nothing to add up. */
function added(
  { context }: Asked,
  { unit }: IndicatorSummary,
  before: ReleasedValue | undefined,
  after: ReleasedValue | undefined,
): string {
  if (unit !== 'number' || before?.value == null || after?.value == null || before.partial || after.partial)
    return NOTHING
  return context.locale.format.number(after.value - before.value)
}
