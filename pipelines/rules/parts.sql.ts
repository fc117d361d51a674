import { literal } from '../warehouse/open-warehouse.ts'
import type { PartsRule } from './rule.ts'

/**
 * Where the categories of a dimension do not add up to the value they split. Too much is wrong even where
 * a category is missing; a difference is told only where none is.
 */
export function partsQuery({ id, by, needed, missing }: PartsRule) {
  const told = {
    skip_if_any_missing: `found = ${needed.length} AND valued = given`,
    skip_if_all_missing: 'valued > 0',
    missing_is_zero: 'true',
  }[missing]
  const whole = missing === 'missing_is_zero' ? 'coalesce(w.value, 0)' : 'w.value'
  return `
WITH part AS (
  SELECT element, place, frame_start, period_start, period_end, value, cell, file, sheet, ref, staged,
         array_to_string(list_filter(string_split(cell, ';'), lambda split: NOT starts_with(split, '${by}=')), ';') AS whole,
         regexp_extract(cell, '(?:^|;)${by}=([^;]+)', 1) AS category
  FROM rule_value
  WHERE staged AND reach = 'own' AND regexp_matches(cell, '(^|;)${by}=')
),
added AS (
  SELECT element, place, frame_start, period_start, period_end, whole,
         coalesce(sum(value), 0) AS total,
         count(*) AS given,
         count(value) AS valued,
         count(*) FILTER (value IS NOT NULL AND category IN (${needed.map(literal).join(', ')})) AS found,
         list({'file': file, 'sheet': sheet, 'ref': ref, 'staged': staged} ORDER BY cell) AS refs
  FROM part
  GROUP BY ALL
)
SELECT ${literal(id)} AS rule,
       0 AS "check",
       a.element, a.place, a.whole AS cell, a.frame_start, a.period_end AS frame_end,
       a.total AS left_value,
       ${whole} AS right_value,
       a.refs AS left_refs,
       [{'file': w.file, 'sheet': w.sheet, 'ref': w.ref, 'staged': w.staged}] AS right_refs,
       NULL::DOUBLE AS low,
       NULL::DOUBLE AS high
FROM added AS a
JOIN rule_value AS w
  ON w.element = a.element AND w.place = a.place AND w.cell = a.whole AND w.reach = 'own' AND w.staged
 AND w.period_start = a.period_start AND w.period_end = a.period_end
WHERE a.total > ${whole} OR (a.total <> ${whole} AND ${told})`.trim()
}
