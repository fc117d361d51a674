import { termsOf } from '../logframe/formula-terms.ts'
import { versionsOf } from '../model/definition-history.ts'
import type { IndicatorEvidence } from '../model/evidence.ts'
import type { Logframe } from '../model/logframe.ts'
import type { Definitions, ElementList } from '../model/readings.ts'

/** What was asked of countries, without anything they answered. */
export function definitionsOf(logframe: Logframe, evidence: readonly IndicatorEvidence[]): Definitions {
  return { elements: elementsOf(logframe), windows: evidence.flatMap(windowsOf) }
}

/** Every element with the indicators that are or were made of it, in logframe order. */
function elementsOf({ elements, indicators }: Logframe): ElementList {
  const used = indicators.map((indicator) => ({
    id: indicator.id,
    elements: new Set(
      versionsOf(indicator).flatMap(({ formula }) => termsOf(formula).map(({ term }) => term.element)),
    ),
  }))
  return elements.map((element) => ({
    ...element,
    usedBy: used.filter((one) => one.elements.has(element.id)).map(({ id }) => id),
  }))
}

/**
 * The days each quarter speaks of, once, whatever the periods of the elements on its sides. Latest values are asked for
 * by the quarter alone: the other measures say more of the window.
 */
function windowsOf({
  indicator,
  quarters,
  questions,
  measures,
  windows,
}: IndicatorEvidence): Definitions['windows'] {
  const asked = new Set(questions.flatMap(({ of, over }) => [...of, ...(over ?? [])]))
  const spans = (ofLatest: boolean) =>
    new Set(
      measures
        .filter(({ measure, rule }) => asked.has(measure) && (rule === 'last') === ofLatest)
        .map(({ span }) => span),
    )
  const [sums, latest] = [spans(false), spans(true)]
  const wanted = sums.size > 0 ? sums : latest
  const told = windows
    .filter(({ span, quarter }) => wanted.has(span) && quarters.includes(quarter))
    .map(({ quarter, country, opens, closes }) => ({
      indicator,
      quarter,
      country,
      first: opens,
      last: closes,
    }))
  return [...new Map(told.map((one) => [`${one.quarter} ${one.country}`, one])).values()]
}
