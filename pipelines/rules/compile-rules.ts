import type { SqlQuery } from '../../indicators/model/run-sql.ts'
import { askedChecks } from './asked-checks.ts'
import { comparisons } from './compare.sql.ts'
import { correctionQuery } from './correction.sql.ts'
import { outlierQueries } from './outlier.sql.ts'
import { partsQuery } from './parts.sql.ts'
import type { Rule } from './rule.ts'
import { violationsInOrder } from './violation.sql.ts'

/**
 * Rules as one statement that finds their violations in a file of some elements, or of any; null where none can.
 *
 * Reads   the tables of `staged-values.sql.ts`
 * Shape   one `Violation` per rule, check, place, period and cell, sorted
 */
export function compileRules(rules: readonly Rule[], delivered?: ReadonlySet<string>): SqlQuery | null {
  const asked = askedChecks(rules, delivered)
  const outliers = rules.filter((rule) => rule.kind === 'outlier')
  const queries = [
    ...(asked.length > 0 ? [comparisons(asked)] : []),
    ...(outliers.length > 0 ? [outlierQueries(outliers)] : []),
    ...rules.flatMap((rule) => queryOf(rule) ?? []),
  ]
  return queries.length === 0 ? null : violationsInOrder(queries)
}

function queryOf(rule: Rule): string | null {
  switch (rule.kind) {
    case 'parts':
      return partsQuery(rule)
    case 'correction':
      return correctionQuery(rule)
    case 'compare':
    case 'outlier':
    case 'reading':
      return null
  }
}
