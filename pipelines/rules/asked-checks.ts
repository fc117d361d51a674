import type { Check, ComparingRule, Rule, Side } from './rule.ts'

/** In place of an element: each element of the check in turn. */
export const EACH = 'EACH'

/** A check that can find something, and its number in its rule. */
export type AskedCheck = { readonly rule: ComparingRule; readonly check: Check; readonly index: number }

/**
 * The checks that can find something in a file of these elements: one that names none of them has nothing to compare.
 * Without elements, all of them.
 */
export const askedChecks = (rules: readonly Rule[], delivered?: ReadonlySet<string>): readonly AskedCheck[] =>
  rules.flatMap((rule) =>
    rule.kind === 'compare'
      ? rule.checks.flatMap((check, index) => (isAsked(check, delivered) ? [{ rule, check, index }] : []))
      : [],
  )

function isAsked({ left, right, each }: Check, delivered?: ReadonlySet<string>) {
  if (!delivered || each === 'people') return true
  const named = [...termsOf(left), ...termsOf(right)].map(({ element }) => element)
  return [...(each ?? []), ...named].some((element) => element !== EACH && delivered.has(element))
}

export const termsOf = (side: Side) => (typeof side === 'number' ? [] : side.sum)

export const isTotal = ({ rule, check }: AskedCheck) => (check.cells ?? rule.cells) === 'total'
