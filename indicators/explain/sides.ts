import { added } from '../compute/figure.ts'
import { termsOf } from '../logframe/formula-terms.ts'
import { cellOf, parseCell } from '../model/breakdown.ts'
import { type ExplainedSide, type ExplainedTerm, type SideName, sideNames } from '../model/explanation.ts'
import type { Formula } from '../model/indicator.ts'
import type { ElementList } from '../model/readings.ts'
import type { ReleasedValue } from '../model/released.ts'
import { type Bench, elementIn, type UsedTerm } from './local-use.ts'

/** The sides of a figure with what each element came to, place by place. */
export function innerSides(
  { elements }: Bench,
  value: ReleasedValue,
  terms: readonly UsedTerm[],
): ExplainedSide[] {
  return sideNames.flatMap((side) => {
    const own = terms.filter((term) => term.side === side)
    if (own.length === 0) return []
    const byMeasure = Map.groupBy(own, ({ measure }) => measure.measure)
    return [
      {
        side,
        value: numberOf(value, side) ?? knownSum(own),
        terms: [...byMeasure.values()].map((same): ExplainedTerm => {
          const [{ measure } = own[0] as UsedTerm] = same
          return {
            element: measure.element,
            title: elementIn(elements, measure.element).title,
            cell: measure.cell,
            programmeOnly: measure.programmeOnly,
            rule: measure.rule,
            parts: same.map(({ use }) => use.part),
          }
        }),
      },
    ]
  })
}

/** What a side comes to in one place although the figure has no number. */
function knownSum(terms: readonly UsedTerm[]): number | null {
  const parts = terms.map(({ use }) => use.part).filter(({ state }) => state !== 'not_applicable')
  const isOnePlace = new Set(parts.map(({ place }) => place)).size === 1
  return isOnePlace && parts.every((part) => part.value !== null)
    ? added(parts.flatMap((part) => part.value ?? []))
    : null
}

export const numberOf = (
  figure: Pick<ReleasedValue, 'value' | 'numerator' | 'denominator'>,
  side: SideName,
) => (side === 'first_time' || side === 'base' ? null : figure[side])

/** The sides as the definition names them, with the numbers the public figure shows. */
export function publicSides(elements: ElementList, formula: Formula, value: ReleasedValue): ExplainedSide[] {
  const used = termsOf(formula).map(({ term, over, path }) => ({
    side: sideAt(path, formula),
    term: {
      element: term.element,
      title: elementIn(elements, term.element).title,
      cell: cellOf({ ...term.only, ...parseCell(value.cell) }),
      programmeOnly: term.programmeOnly ?? false,
      rule: over ?? null,
      parts: [],
    },
  }))
  return sideNames.flatMap((side) => {
    const terms = used.filter((one) => one.side === side).map(({ term }) => term)
    return terms.length === 0 ? [] : [{ side, value: numberOf(value, side), terms }]
  })
}

/** Which side the definition names an element in. */
function sideAt([, operand]: readonly PropertyKey[], { kind }: Formula): SideName {
  if (operand === 'firstTime') return 'first_time'
  if (operand === 'numerator' || operand === 'denominator' || operand === 'base') return operand
  return kind === 'share_of_facilities' || kind === 'milestone' ? 'numerator' : 'value'
}
