import { parseCell, TOTAL } from '../../../model/breakdown.ts'
import { definitionFor } from '../../../model/definition-history.ts'
import type { Indicator } from '../../../model/indicator.ts'
import { countries, PROGRAMME } from '../../../model/place.ts'
import { byIndicator, type EditionContent } from '../../views.ts'
import { element, type Node, text } from '../xml.ts'
import type { Profile } from './iati.ts'
import { baselineOf, periodsOf, type Series } from './periods.ts'
import { narratives, sexWords, windowSentences } from './words.ts'

/** IndicatorMeasure: 1 unit, 2 percentage, 3 nominal, 4 ordinal. What is told in words alone has no place here. */
const measures = {
  number: 1,
  percentage: 2,
  'per-1000': 1,
  ratio: 1,
  score: 1,
  stage: 4,
  'yes-no': 3,
  qualitative: null,
} as const
/** ResultType */
const types = { output: 1, outcome: 2, impact: 3, 'cross-cutting': 9, context: 9 } as const
const ascending = {
  increase: 1,
  floor: 1,
  decrease: 0,
  ceiling: 0,
  range: undefined,
  none: undefined,
} as const

/** The results chain with its indicators; what may be added up across projects apart from what may not. */
export function resultsOf(content: EditionContent, profile: Profile): Node[] {
  const { logframe, label } = content
  const grouped = byIndicator(content)
  return logframe.chain.flatMap((statement) =>
    [true, false].flatMap((adds) => {
      const indicators = logframe.indicators
        .filter(
          (one) => one.level !== 'context' && statementOf(one) === statement.code && addsUp(one) === adds,
        )
        .flatMap((one) => indicatorsOf(one, seriesOf(one, content, grouped), label.quarter, profile))
      if (indicators.length === 0) return []
      return element(
        'result',
        { type: types[statement.level], 'aggregation-status': adds ? 1 : 0 },
        element('title', {}, narratives(statement.name)),
        element('description', {}, narratives(statement.statement)),
        indicators,
      )
    }),
  )
}

/** Where an indicator stands in the results chain: outputs under their focus area, the others under their objective. */
function statementOf({ level, area, objectives }: Indicator): string {
  if (level === 'cross-cutting') return 'X'
  return level === 'output' && area !== 'all' ? area : (objectives[0] ?? 'X')
}

const addsUp = ({ geography, unit }: Indicator) => geography === 'sum' && unit === 'number'

function seriesOf(
  indicator: Indicator,
  { computed, logframe }: EditionContent,
  { values }: ReturnType<typeof byIndicator>,
): Series {
  return {
    values: values.get(indicator.id) ?? [],
    plans: computed.plans[indicator.id] ?? [],
    start: logframe.start,
  }
}

/** One indicator with everything in it, or for `nl` one for the total and one for each sex. None without any figure. */
function indicatorsOf(indicator: Indicator, series: Series, quarter: string, profile: Profile): Node[] {
  const definition = definitionFor(indicator, quarter)
  const measure = measures[definition.unit]
  if (measure === null) return []
  const written = (shown: Series, about: string): Node[] => {
    const periods = periodsOf(shown, definition.window, quarter)
    if (periods.length === 0) return []
    return [
      element(
        'indicator',
        {
          measure,
          ascending: ascending[definition.direction],
          'aggregation-status': addsUp(indicator) ? 1 : 0,
        },
        element(
          'title',
          {},
          about === '' ? narratives(definition.title) : narrative(`${definition.title.en}: ${about}`),
        ),
        element(
          'description',
          {},
          narrative(`${indicator.code}. ${definition.definition.en} ${windowSentences[definition.window]}`),
        ),
        baselineOf(shown),
        periods,
      ),
    ]
  }
  const sexes = [...new Set(series.values.map(({ cell }) => cell))].filter(isSex)
  if (profile === 'full') return written(only(series, [TOTAL, ...sexes], [PROGRAMME, ...countries]), '')
  return [TOTAL, ...sexes].flatMap((cell) =>
    written(bare(only(series, [cell], [PROGRAMME])), sexWords[parseCell(cell).sex ?? ''] ?? ''),
  )
}

function only({ values, plans, start }: Series, cells: readonly string[], places: readonly string[]): Series {
  const isOne = ({ cell, place }: { cell: string; place: string }) =>
    cells.includes(cell) && places.includes(place)
  return { values: values.filter(isOne), plans: plans.filter(isOne), start }
}

/** What the title says already is not said again at each number. */
const bare = ({ values, plans, start }: Series): Series => ({
  values: values.map((value) => ({ ...value, cell: TOTAL })),
  plans: plans.map((plan) => ({ ...plan, cell: TOTAL })),
  start,
})

const isSex = (cell: string) => Object.keys(parseCell(cell)).join() === 'sex'
const narrative = (words: string): Node => element('narrative', {}, text(words))
