import type { SqlQuery } from '../../indicators/model/run-sql.ts'
import { comparisons } from './compare.sql.ts'
import { correctionQuery } from './correction.sql.ts'
import { outlierQuery } from './outlier.sql.ts'
import { partsQuery } from './parts.sql.ts'
import type { ComparingRule, Rule } from './rule.ts'
import { violationsInOrder } from './violation.sql.ts'

/**
 * Rules as one statement that finds their violations; null where all of them are checked while a file is read.
 *
 * Reads   the tables of `staged-values.sql.ts`
 * Shape   one `Violation` per rule, check, place, period and cell, sorted
 */
export function compileRules(rules: readonly Rule[]): SqlQuery | null {
  const comparing = rules.filter((rule): rule is ComparingRule => rule.kind === 'compare')
  const queries = [
    ...(comparing.length > 0 ? [comparisons(comparing)] : []),
    ...rules.flatMap((rule) => queryOf(rule) ?? []),
  ]
  return queries.length === 0 ? null : violationsInOrder(queries)
}

function queryOf(rule: Rule): string | null {
  switch (rule.kind) {
    case 'parts':
      return partsQuery(rule)
    case 'outlier':
      return outlierQuery(rule)
    case 'correction':
      return correctionQuery(rule)
    case 'compare':
    case 'reading':
      return null
  }
}
