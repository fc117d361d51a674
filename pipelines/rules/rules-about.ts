import type { Observation } from '../../indicators/model/observation.ts'
import type { Rule } from './rule.ts'

/** Rules that can find something in a file: one that names none of its elements has nothing to compare. */
export function rulesAbout(rules: readonly Rule[], staged: readonly Observation[]): Rule[] {
  const delivered = new Set(staged.map(({ element }) => element))
  return rules.filter((rule) => {
    const named = elementsOf(rule)
    return named === 'any' || named.some((element) => delivered.has(element))
  })
}

function elementsOf(rule: Rule): readonly string[] | 'any' {
  if (rule.kind !== 'compare' || rule.checks.some(({ each }) => each === 'people')) return 'any'
  return rule.checks.flatMap(({ left, right, each }) => [
    ...(Array.isArray(each) ? each : []),
    ...[left, right].flatMap((side) =>
      typeof side === 'number' ? [] : side.sum.map(({ element }) => element),
    ),
  ])
}
