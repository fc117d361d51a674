import { statuses } from '../../indicators/model/released.ts'
import type { Chart, ChartContext, ChartValue, StatusBars } from './chart.ts'
import { bulletSentences, gapSentences, representationSentences, splitSentences } from './summary-rows.ts'
import { completenessSentences, multiplesSentences, trajectorySentences } from './summary-times.ts'
import { isHidden, isProvisional } from './values.ts'

/**
 * The chart in a few sentences: what it is, what the values are, how they stand to the target. Safe in a browser.
 *
 * Unit    every number is one of the chart's table, or a count of its rows or cells; a hidden value is only counted
 */
export function summarise(chart: Chart, context: ChartContext): string {
  const sentences = [
    context.t('chart.summary.sentence', { text: chart.title }),
    ...sentencesOf(chart, context),
    ...stateSentences(valuesOf(chart), context),
  ]
  return sentences.join(' ')
}

function sentencesOf(chart: Chart, context: ChartContext): string[] {
  switch (chart.kind) {
    case 'status-bars':
      return statusSentences(chart, context)
    case 'bullets':
      return bulletSentences(chart, context)
    case 'trajectory':
      return trajectorySentences(chart, context)
    case 'small-multiples':
      return multiplesSentences(chart, context)
    case 'gender-gap':
      return gapSentences(chart, context)
    case 'representation':
      return representationSentences(chart, context)
    case 'completeness':
      return completenessSentences(chart, context)
    case 'split-bars':
      return splitSentences(chart, context)
  }
}

function valuesOf(chart: Chart): ChartValue[] {
  switch (chart.kind) {
    case 'bullets':
      return chart.rows.map(({ actual }) => actual)
    case 'trajectory':
      return [...chart.points]
    case 'small-multiples':
      return chart.facets.flatMap(({ series }) => series.flatMap(({ points }) => points))
    case 'gender-gap':
      return chart.rows.flatMap(({ women, men }) => [women, men])
    case 'representation':
      return chart.rows.flatMap(({ share, base }) => (base === null ? [share] : [share, base]))
    case 'split-bars':
      return chart.rows.flatMap(({ values }) => chart.categories.flatMap(({ key }) => values[key] ?? []))
    case 'status-bars':
    case 'completeness':
      return []
  }
}

function stateSentences(values: readonly ChartValue[], { t, format }: ChartContext): string[] {
  const counted: [key: string, count: number][] = [
    ['hidden', values.filter(isHidden).length],
    ['missing', values.filter(({ state }) => state === 'missing').length],
    ['provisional', values.filter(isProvisional).length],
  ]
  return counted
    .filter(([, n]) => n > 0)
    .map(([key, n]) => t(`chart.summary.${key}`, { n, count: format.number(n) }))
}

function statusSentences({ rows }: StatusBars, { t, format }: ChartContext): string[] {
  return rows.map(({ label, counts }) => {
    const numbers = statuses.map((status) => counts[status] ?? 0)
    const n = numbers.reduce((sum, number) => sum + number, 0)
    const parts = statuses.flatMap((status, index) => {
      const number = numbers[index] ?? 0
      return number === 0
        ? []
        : [t('chart.pair', { label: t(`word.status.${status}`), value: format.number(number) })]
    })
    const list = parts.join(t('chart.separator'))
    const what = t('chart.summary.indicators', { n, count: format.number(n), list })
    return `${t('chart.summary.sentence', { text: label })} ${what}`
  })
}
