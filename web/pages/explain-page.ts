import { TOTAL } from '../../indicators/model/breakdown.ts'
import type { Formula, Operand } from '../../indicators/model/indicator.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import type { IndicatorView, LineageView, ReleasedValue } from '../../indicators/model/released.ts'
import { cellWords } from './cell-words.ts'
import { hrefTo, type PageContext, type Phrase, phraseOf, placeName } from './context.ts'
import { type Figure, figureOf } from './figure.ts'
import { shownOf } from './series.ts'

interface Input {
  role: string
  elements: readonly string[]
  value: string | null
  over: string | null
}

interface LineageEntry {
  element: string
  place: string
  cell: string
  period: string
  value: string
  at: { file: string; sheet: string; ref: string }
  derived: boolean
}

export interface ExplainPage {
  page: 'explain'
  code: string
  title: Phrase
  back: string
  figure: Figure
  /** Which figure: place, quarter, cell. */
  of: string
  definition: Phrase
  computation: Phrase
  sentences: readonly string[]
  inputs: readonly Input[]
  coverage: string
  /** Null in the public edition, which does not say where a value was read. */
  lineage: readonly LineageEntry[] | null
}

const elementsOf = (operand: Operand) => operand.sum.map(({ element }) => element)

function inputsOf(context: PageContext, formula: Formula, value: ReleasedValue | undefined): Input[] {
  const { t, format } = context.locale
  const number = (shown: number | null | undefined) => (shown == null ? null : format.number(shown, 1))
  const operand = (role: string, { sum, over }: Operand, shown: number | null | undefined): Input => ({
    role,
    elements: elementsOf({ sum, over }),
    value: number(shown),
    over: t(`word.over.${over}`),
  })
  switch (formula.kind) {
    case 'count':
      return [operand(t('page.explain.count'), formula.of, value?.value)]
    case 'ratio':
    case 'weighted_mean':
      return [
        operand(t('page.explain.numerator'), formula.numerator, value?.numerator),
        operand(t('page.explain.denominator'), formula.denominator, value?.denominator),
      ]
    default:
      return [
        {
          role: t('page.explain.element'),
          elements: [formula.element],
          value: number(value?.numerator),
          over: null,
        },
      ]
  }
}

function coverageOf({ locale: { t, format } }: PageContext, value: ReleasedValue | undefined): string {
  if (value?.coverage == null) return t('page.explain.noCoverage')
  return t(value.place === PROGRAMME ? 'page.explain.coverageCountries' : 'page.explain.coverageParts', {
    reported: format.number(value.coverage.reported),
    expected: format.number(value.coverage.expected),
  })
}

function lineageEntries(context: PageContext, view: LineageView): LineageEntry[] {
  const { t, format } = context.locale
  return view.rows.map((row) => ({
    element: row.element,
    place: row.placeName,
    cell: cellWords(row.cell, context.locale),
    period: t('page.explain.period', {
      first: format.date(row.periodStart),
      last: format.date(row.periodEnd),
    }),
    value:
      row.value === null || row.state === 'not_due'
        ? t(`word.state.${row.state}`)
        : format.number(row.value, 2),
    at: { file: row.file, sheet: row.sheet, ref: row.ref },
    derived: row.derived,
  }))
}

const within = (row: LineageView['rows'][number], place: string) =>
  place === PROGRAMME || row.place === place || row.place.startsWith(`${place}-`)

/** Definition, computation, inputs and coverage of one figure; in the internal edition also where it was read. */
export function explainPage(
  context: PageContext,
  view: IndicatorView,
  lineage: LineageView | null,
): ExplainPage {
  const { t, format } = context.locale
  const { indicator } = view
  const shown = shownOf(context, view)
  const place = context.address.state.place ?? PROGRAMME
  const cell = context.address.state.cell ?? TOTAL
  const value = view.values.find(
    (one) => one.place === place && one.quarter === shown.quarter && one.cell === cell,
  )
  const figure = figureOf(context, value, indicator)
  return {
    page: 'explain',
    code: indicator.code,
    title: phraseOf(indicator.title, context),
    back: hrefTo(context, { page: 'indicator', code: indicator.code }),
    figure,
    of: t('page.explain.of', {
      place:
        view.places.find(({ code }) => code === place && code.includes('-'))?.name ??
        placeName(context, place),
      quarter: format.quarter(shown.quarter),
      cell: cellWords(cell, context.locale),
    }),
    definition: phraseOf(indicator.definition, context),
    computation: phraseOf(indicator.computation, context),
    sentences: [
      t(`page.explain.window.${indicator.window}`),
      t(`page.explain.geography.${indicator.geography}`),
    ],
    inputs: inputsOf(context, indicator.formula, value),
    coverage: coverageOf(context, value),
    lineage:
      lineage === null
        ? null
        : lineageEntries(context, { ...lineage, rows: lineage.rows.filter((row) => within(row, place)) }),
  }
}
