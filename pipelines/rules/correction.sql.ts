import { literal } from '../warehouse/open-warehouse.ts'
import type { Rule } from './rule.ts'

/** Staged periods in which a running total fell, by how much and from what. */
export const correctionQuery = ({ id }: Pick<Rule, 'id'>) =>
  `
SELECT ${literal(id)} AS rule,
       0 AS "check",
       element, place, cell,
       period_start AS frame_start,
       period_end AS frame_end,
       -value AS left_value,
       NULL::DOUBLE AS right_value,
       [{'file': file, 'sheet': sheet, 'ref': ref, 'staged': staged}] AS left_refs,
       [] AS right_refs,
       NULL::DOUBLE AS low,
       NULL::DOUBLE AS high
FROM rule_value
WHERE staged AND correction AND reach = 'own'`.trim()
