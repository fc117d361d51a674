import { type Cell, cellOf, dimensions, TOTAL } from '../model/breakdown.ts'
import type { DataElement } from '../model/data-element.ts'
import type { Formula, Indicator, Operand, Term, TimeRule } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'
import type { Quarter } from '../model/period.ts'
import { isDue, monthsIn, type Window, windowOf } from './windows.ts'

/** One thing asked of the facts: a cell of an element, how it is combined over time, and over which windows. */
export type Measure = {
  measure: number
  element: string
  cell: Cell
  programmeOnly: boolean
  rule: TimeRule
  span: number
}
export type SpanWindow = Window & { span: number; country: string | null }

/** Measures that are added to make one side of a formula. */
export type Side = readonly Measure[]
export type Question = { cell: Cell; levels: 'programme' | 'country' | 'region'; of: Side; over: Side | null }

/** All that has to be looked up for one indicator; the total first, then its breakdowns as declared. */
export type IndicatorQuestions = {
  indicator: Indicator
  quarters: Quarter[]
  questions: Question[]
  /** Dimensions whose "not stated" is what the named categories leave of the total. */
  remainders: Cell[]
}

export type Questions = { indicators: IndicatorQuestions[]; measures: Measure[]; windows: SpanWindow[] }

/** Writes out a logframe as questions to the facts; what several indicators need is asked once. */
export function questionsOf(logframe: Logframe, quarters: readonly Quarter[]): Questions {
  const elements = new Map(logframe.elements.map((element) => [element.id, element]))
  const spans = new Map<string, SpanWindow[]>()
  const measures = new Map<string, Measure>()

  function spanOf(indicator: Indicator, { frequency }: DataElement): number {
    const months = monthsIn(frequency)
    const { window, staleness } = indicator
    const key = [window, indicator.frequency, staleness, months].join(' ')
    const known = spans.get(key)?.[0]
    if (known) return known.span
    const span = spans.size
    const due = quarters.filter((quarter) => isDue(indicator.frequency, quarter))
    spans.set(
      key,
      due.map((quarter) => ({
        span,
        country: null,
        ...windowOf(indicator, quarter, months, logframe.start),
      })),
    )
    return span
  }

  function measureOf(indicator: Indicator, term: Term, rule: TimeRule, categories: Term['only']): Measure {
    const element = elements.get(term.element)
    if (!element) throw new Error(`${indicator.code} is made of ${term.element}, which no element is called.`)
    const asked = {
      element: element.id,
      cell: cellOf({ ...term.only, ...categories }),
      programmeOnly: term.programmeOnly ?? false,
      rule,
      span: spanOf(indicator, element),
    }
    const key = Object.values(asked).join(' ')
    const measure = measures.get(key) ?? { measure: measures.size, ...asked }
    measures.set(key, measure)
    return measure
  }

  const indicators = logframe.indicators.map((indicator) => {
    const ask = (cell: Cell, levels: Question['levels'], categories: Term['only']): Question => {
      const side = ({ sum, over }: Operand) => sum.map((term) => measureOf(indicator, term, over, categories))
      const { of, over } = sidesOf(indicator.formula)
      return { cell, levels, of: side(of), over: over && side(over) }
    }
    const questions = [
      ask(TOTAL, indicator.byRegion ? 'region' : 'country', {}),
      ...indicator.breakdowns.flatMap(({ by, levels }) =>
        namedCategories(by).map((category) => ask(cellOf({ [by]: category }), levels, { [by]: category })),
      ),
    ]
    return {
      indicator,
      quarters: quarters.filter((quarter) => isDue(indicator.frequency, quarter)),
      questions,
      remainders: remaindersOf(indicator, questions, elements),
    }
  })
  return { indicators, measures: [...measures.values()], windows: [...spans.values()].flat() }
}

const UNKNOWN = 'unknown'
const namedCategories = (by: keyof typeof dimensions) =>
  dimensions[by].filter((category) => category !== UNKNOWN)

/** People whose sex is not stated are whoever the women and men leave of the total. */
function remaindersOf(
  { breakdowns }: Indicator,
  questions: readonly Question[],
  elements: ReadonlyMap<string, DataElement>,
): Cell[] {
  const asked = questions.flatMap(({ of, over }) => [...of, ...(over ?? [])])
  const ofPeople = asked.every(({ element }) => elements.get(element)?.people)
  return ofPeople && breakdowns.some(({ by }) => by === 'sex') ? [cellOf({ sex: UNKNOWN })] : []
}

/** A formula as a value or a pair. Kinds without a time rule of their own speak of the latest; stories are counted. */
function sidesOf(formula: Formula): { of: Operand; over: Operand | null } {
  switch (formula.kind) {
    case 'count':
      return { of: formula.of, over: null }
    case 'ratio':
    case 'weighted_mean':
      return { of: formula.numerator, over: formula.denominator }
    default:
      return {
        of: { sum: [{ element: formula.element }], over: formula.kind === 'qualitative' ? 'sum' : 'last' },
        over: null,
      }
  }
}
