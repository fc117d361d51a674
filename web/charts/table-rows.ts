import type {
  Bullets,
  ChartContext,
  ChartValue,
  GenderGap,
  Representation,
  SplitBars,
  Unit,
} from './chart.ts'
import type { TableBody } from './table-of.ts'
import { inGapOrder, numberCell, shown, stepText, valueCell, wordCell } from './values.ts'

const columnsOf = (keys: readonly string[], context: ChartContext, words: readonly string[] = ['row']) =>
  keys.map((key) => ({ key, label: context.t(`chart.column.${key}`), numeric: !words.includes(key) }))

const link = (href: string | undefined) => (href === undefined ? {} : { href })

export function bulletRows({ rows }: Bullets, context: ChartContext): TableBody {
  const keys = ['row', 'reported', 'baseline', 'milestone', 'target', 'status']
  return {
    columns: columnsOf(keys, context, ['row', 'status']),
    rows: rows.map(({ label, href, unit, actual, baseline, milestone, target, status }) => ({
      cells: [
        wordCell(label),
        valueCell(actual, unit, context),
        ...[baseline, milestone, target].map((number) => numberCell(number, unit, context)),
        wordCell(shown(actual) === null ? '' : context.t(`word.status.${status}`)),
      ],
      ...link(href),
    })),
  }
}

export function gapRows(chart: GenderGap, context: ChartContext): TableBody {
  const { t } = context
  const { unit } = chart
  return {
    columns: [
      ...columnsOf(['row'], context),
      { key: 'women', label: t('chart.series.women'), numeric: true },
      { key: 'men', label: t('chart.series.men'), numeric: true },
      ...columnsOf(['difference', 'target'], context),
    ],
    rows: inGapOrder(chart).map(({ label, href, women, men, reference }) => ({
      cells: [
        wordCell(label),
        valueCell(women, unit, context),
        valueCell(men, unit, context),
        differenceCell(women, men, unit, context),
        numberCell(reference, unit, context),
      ],
      ...link(href),
    })),
  }
}

function differenceCell(women: ChartValue, men: ChartValue, unit: Unit, context: ChartContext) {
  const [a, b] = [shown(women), shown(men)]
  if (a === null || b === null) return wordCell('')
  const raw = +(a - b).toFixed(6)
  return { text: stepText(raw, unit, context), state: 'observed' as const, raw }
}

export function representationRows({ rows }: Representation, context: ChartContext): TableBody {
  return {
    columns: columnsOf(['row', 'share', 'target', 'base'], context),
    rows: rows.map(({ label, href, share, target, base }) => ({
      cells: [
        wordCell(label),
        valueCell(share, 'percentage', context),
        numberCell(target, 'percentage', context),
        base === null ? wordCell('') : valueCell(base, 'percentage', context),
      ],
      ...link(href),
    })),
  }
}

export function splitRows({ rows, categories, unit }: SplitBars, context: ChartContext): TableBody {
  return {
    columns: [
      ...columnsOf(['row'], context),
      ...categories.map(({ key, label }) => ({ key, label, numeric: true })),
    ],
    rows: rows.map(({ label, href, values }) => ({
      cells: [wordCell(label), ...categories.map(({ key }) => valueCell(values[key], unit, context))],
      ...link(href),
    })),
  }
}
