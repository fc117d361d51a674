import type { Formula, Operand, Term, TimeRule } from '../model/indicator.ts'

/** One use of an element by a formula: how it is combined over time, and where the definition says so. */
export interface UsedTerm {
  readonly term: Term
  /** Absent where the kind of formula implies it: the latest. */
  readonly over: TimeRule | undefined
  readonly path: readonly PropertyKey[]
}

export function termsOf(formula: Formula): UsedTerm[] {
  switch (formula.kind) {
    case 'count':
      return termsIn(formula.of, 'of')
    case 'ratio':
    case 'weighted_mean':
      return [...termsIn(formula.numerator, 'numerator'), ...termsIn(formula.denominator, 'denominator')]
    case 'persons_unique':
      return [
        ...termsIn({ sum: formula.people, over: 'sum' }, 'people'),
        ...(formula.firstTime
          ? [{ term: formula.firstTime, over: 'sum' as const, path: ['formula', 'firstTime'] }]
          : []),
        ...(formula.base ? termsIn(formula.base, 'base') : []),
      ]
    default:
      return [{ term: { element: formula.element }, over: undefined, path: ['formula'] }]
  }
}

const termsIn = ({ sum, over }: Operand, operand: string): UsedTerm[] =>
  sum.map((term, i) => ({
    term,
    over,
    path: ['formula', ...(operand === 'people' ? ['people'] : [operand, 'sum']), i],
  }))

/** What a numerator over a denominator is multiplied by; nothing where values are not pairs. */
export function scaleOf(formula: Formula): number | undefined {
  if (formula.kind === 'ratio') return formula.scale
  if (formula.kind === 'share_of_facilities' || formula.kind === 'milestone') return 100
  return formula.kind === 'weighted_mean' ? 1 : undefined
}
