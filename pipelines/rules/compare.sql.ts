import { literal } from '../warehouse/open-warehouse.ts'
import { type AskedCheck, EACH, isTotal, termsOf } from './asked-checks.ts'
import type { ComparingRule, Side, Term } from './rule.ts'

/**
 * All comparing rules as one query of their violations: their checks are relations (`rule_check`, `rule_part`, `rule_term`),
 * so sixty checks cost one pass.
 *
 * frame      where and when the staged file says anything of a check: one per place, period and cell
 * matched    the values each term of the check has there
 * known      what is known of each term, and whether that is all of it
 * compared   both sides by the missing policy
 */
export const comparisons = (asked: readonly AskedCheck[]) =>
  `
WITH rule_check (rule, "check", place, total, each, comparison, share, units, left_number, right_number,
                 left_terms, right_terms, left_missing, right_missing, only_equals, kinds, at_level, programme) AS (
  VALUES ${rows(asked, checkRow)}
),
rule_part (rule, "check", element, cell) AS (
  VALUES ${rows(asked, partRows)}
),
rule_term (rule, "check", side, position, element, times, moved, earlier, since_start, cell, reach) AS (
  VALUES ${rows(asked, termRows)}
),
frame AS (
  SELECT row_number() OVER () AS frame_id, *
  FROM (
    SELECT DISTINCT c.rule, c."check",
           CASE WHEN c.each THEN v.element ELSE '' END AS element,
           v.place,
           CASE WHEN c.total THEN '' ELSE v.cell END AS cell,
           v.frame_start,
           v.period_end AS frame_end
    FROM (
      SELECT rule, "check", element, cell FROM rule_part WHERE element <> 'people'
      UNION
      SELECT rule, "check", id, cell FROM rule_part, element WHERE rule_part.element = 'people' AND people
    ) AS part
    JOIN rule_check AS c USING (rule, "check")
    JOIN rule_value AS v ON v.element = part.element
    LEFT JOIN place AS p ON p.code = v.place
    WHERE v.staged
      AND CASE WHEN c.place = 'delivered' THEN v.reach = 'own' ELSE v.level = c.place END
      AND (NOT c.total OR v.cell = part.cell)
      AND (c.kinds IS NULL OR list_contains(c.kinds, p.kind))
      AND (c.at_level IS NULL OR p.level = c.at_level)
      AND (c.programme IS NULL OR p.programme = c.programme)
  )
),
asked AS (
  SELECT f.*, t.side, t.position, t.times, t.reach,
         coalesce(t.element, f.element) AS term_element,
         coalesce(t.cell, f.cell) AS term_cell,
         CASE WHEN t.since_start THEN s.first_day ELSE (f.frame_start - to_months(t.earlier))::DATE END AS opens,
         (f.frame_end + 1 - to_months(t.earlier))::DATE - 1 AS closes,
         CASE t.moved WHEN 'eve' THEN f.frame_start - 1 WHEN 'baseline' THEN s.baseline_day ELSE f.frame_end END AS day,
         CASE WHEN t.since_start THEN datediff('month', s.first_full_month, f.frame_end + 1)
              ELSE datediff('month', f.frame_start, f.frame_end + 1)
         END AS months,
         t.since_start
  FROM frame AS f
  JOIN rule_term AS t USING (rule, "check")
  CROSS JOIN rule_start AS s
),
-- By the months a value can end in: without them each term would meet the whole past of its place.
monthly AS (
  SELECT a.*,
         unnest(CASE WHEN e.kind = 'flow'
                     THEN generate_series(date_trunc('month', a.opens), a.closes, INTERVAL 1 MONTH)
                     ELSE [date_trunc('month', a.day)]
                END)::DATE AS month
  FROM asked AS a
  JOIN element AS e ON e.id = a.term_element
),
matched AS MATERIALIZED (
  SELECT a.frame_id, a.side, a.position, a.times, a.months AS months_asked, a.since_start,
         v.flow, v.months, v.value, v.complete, v.period_end, v.refs, v.file, v.sheet, v.ref, v.staged
  FROM monthly AS a
  JOIN rule_value AS v
    ON v.element = a.term_element AND v.place = a.place AND v.cell = a.term_cell
   AND date_trunc('month', v.period_end)::DATE = a.month
   AND v.reach IN ('own', a.reach)
   AND CASE WHEN v.flow THEN v.period_start >= a.opens AND v.period_end <= a.closes ELSE v.period_end = a.day END
),
known AS (
  SELECT frame_id, side, position, times,
         sum(value) AS total,
         CASE WHEN any_value(NOT flow) THEN bool_and(complete)
              WHEN any_value(since_start) THEN sum(months) FILTER (complete) >= any_value(months_asked)
              ELSE sum(months) FILTER (complete) = any_value(months_asked)
         END AS complete
  FROM matched
  GROUP BY frame_id, side, position, times
),
sides AS (
  SELECT frame_id,
         sum(times * total) FILTER (side = 'left') AS left_sum,
         sum(times * total) FILTER (side = 'right') AS right_sum,
         count(*) FILTER (side = 'left' AND complete) AS left_found,
         count(*) FILTER (side = 'right' AND complete) AS right_found,
         max(total) FILTER (side = 'only' AND complete) AS only_value
  FROM known
  GROUP BY frame_id
),
summed AS (
  SELECT f.*, c.* EXCLUDE (rule, "check", place), k.* EXCLUDE (frame_id, left_found, right_found),
         coalesce(k.left_found, 0) AS left_found,
         coalesce(k.right_found, 0) AS right_found
  FROM frame AS f
  JOIN rule_check AS c USING (rule, "check")
  LEFT JOIN sides AS k USING (frame_id)
),
compared AS (
  SELECT *, ${sideValue('left')} AS left_value, ${sideValue('right')} AS right_value
  FROM summed
  WHERE only_equals IS NULL OR only_value = only_equals
),
violated AS (
  SELECT *
  FROM compared
  WHERE CASE comparison
          WHEN 'at_most' THEN left_value > right_value + greatest(share * abs(right_value), units)
          WHEN 'at_least' THEN left_value < right_value - greatest(share * abs(right_value), units)
          WHEN 'above' THEN left_value <= right_value
          WHEN 'equal' THEN abs(left_value - right_value) > greatest(share * abs(right_value), units)
          WHEN 'both_or_none' THEN (left_value IS NULL) <> (right_value IS NULL)
          WHEN 'not_both' THEN left_value IS NOT NULL AND right_value IS NOT NULL
        END
),
read_at AS (
  SELECT frame_id,
         flatten(list(refs ORDER BY position, period_end) FILTER (side = 'left')) AS left_refs,
         flatten(list(refs ORDER BY position, period_end) FILTER (side = 'right')) AS right_refs
  FROM (
    SELECT frame_id, side, position, period_end,
           coalesce(refs, [{'file': file, 'sheet': sheet, 'ref': ref, 'staged': staged}]) AS refs
    FROM matched
    SEMI JOIN violated USING (frame_id)
  )
  GROUP BY frame_id
)
SELECT v.rule, v."check", v.element, v.place, v.cell, v.frame_start, v.frame_end,
       v.left_value, v.right_value,
       coalesce(r.left_refs, []) AS left_refs, coalesce(r.right_refs, []) AS right_refs, NULL::DOUBLE AS low, NULL::DOUBLE AS high
FROM violated AS v
JOIN read_at AS r USING (frame_id)`.trim()

/** A side is missing by its policy, not 0. A number is itself. */
const sideValue = (side: 'left' | 'right') => `CASE
           WHEN ${side}_number IS NOT NULL THEN ${side}_number
           WHEN ${side}_missing = 'missing_is_zero' THEN coalesce(${side}_sum, 0)
           WHEN ${side}_missing = 'skip_if_all_missing' OR ${side}_found = ${side}_terms THEN ${side}_sum
         END`

const rows = (asked: readonly AskedCheck[], rowsOf: (one: AskedCheck) => readonly (readonly string[])[]) =>
  asked
    .flatMap((one) =>
      rowsOf(one).map((row) => `(${[literal(one.rule.id), `${one.index}`, ...row].join(', ')})`),
    )
    .join(',\n         ')

const orNull = (text: string | undefined, type: string) => (text === undefined ? `NULL::${type}` : text)
const missingOf = (side: Side, rule: ComparingRule) =>
  literal((typeof side === 'number' ? undefined : side.missing) ?? rule.missing)

function checkRow(one: AskedCheck) {
  const { rule, check } = one
  const { left, right, within, onlyIf, places } = check
  const number = (side: Side) => orNull(typeof side === 'number' ? `${side}` : undefined, 'DECIMAL(18,4)')
  return [
    [
      literal(rule.place),
      `${isTotal(one)}`,
      `${check.each !== undefined}`,
      literal(check.is),
      `${within?.share ?? 0}::DECIMAL(9,4)`,
      `${within?.units ?? 0}::DECIMAL(9,4)`,
      number(left),
      number(right),
      `${termsOf(left).length}`,
      `${termsOf(right).length}`,
      missingOf(left, rule),
      missingOf(right, rule),
      orNull(onlyIf && `${onlyIf.equals}`, 'DECIMAL(18,4)'),
      orNull(places?.kinds && `[${places.kinds.map(literal).join(', ')}]`, 'VARCHAR[]'),
      orNull(places?.level && literal(places.level), 'VARCHAR'),
      orNull(places?.programme === undefined ? undefined : `${places.programme}`, 'BOOLEAN'),
    ],
  ]
}

/** The elements, and where only totals count the cells, that open a frame when the staged file has them. */
function partRows({ check }: AskedCheck) {
  const each = check.each === 'people' ? ['people'] : (check.each ?? [])
  const opened = [...termsOf(check.left), ...termsOf(check.right)].flatMap(({ element, cell = '' }) =>
    (element === EACH ? each : [element]).map((code) => `${literal(code)}, ${literal(cell)}`),
  )
  return [...new Set(opened)].map((row) => [row])
}

function termRows({ rule, check }: AskedCheck) {
  const only: Term[] = check.onlyIf
    ? [{ element: check.onlyIf.element, times: 1, on: 'end', earlier: 0, programmeOnly: false }]
    : []
  const sides = { left: termsOf(check.left), right: termsOf(check.right), only }
  return Object.entries(sides).flatMap(([side, terms]) =>
    terms.map((term, position) => [
      literal(side),
      `${position}`,
      orNull(term.element === EACH ? undefined : literal(term.element), 'VARCHAR'),
      `${term.times}`,
      literal(term.on),
      `${term.earlier}`,
      `${term.since === 'start'}`,
      orNull(term.cell === undefined ? undefined : literal(term.cell), 'VARCHAR'),
      literal(reachOf(rule, term)),
    ]),
  )
}

const reachOf = ({ place }: ComparingRule, { programmeOnly }: Term) =>
  place === 'delivered' ? 'own' : programmeOnly ? 'programme' : 'all'
