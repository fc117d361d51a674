import { literal } from '../warehouse/open-warehouse.ts'
import { poissonBand } from './poisson.ts'
import type { OutlierRule } from './rule.ts'

/** Most earlier values a series is judged by: three years of quarters. */
const LOOK_BACK = 12
/** What turns a median absolute deviation into a standard deviation of a normal series. */
const NORMAL = 1.4826
/** The customary cut-off of a modified z score: how far a small count's own spread may reach. */
const MODIFIED_Z = 3.5

/**
 * Staged totals of persons that stand out from their own series.
 *
 * A flow is judged by its level, the median of its past. A stock drifts: its level is the value before, and its changes
 * are judged by its usual changes. The spread is never taken for less than that of chance alone, the root of the count or
 * the exact band of a small one, so a series that never moved does not cry at one person; and never for less than the
 * series' own, because people come to courses and leave prison in groups. A flow that has moved to a new level is asked about
 * once: after a value that stood out, one as near to it as chance allows passes.
 */
export const outlierQueries = (rules: readonly OutlierRule[]) =>
  `
WITH series AS (
  SELECT element, place, cell, frame_start, period_end, flow, months, staged,
         {'file': file, 'sheet': sheet, 'ref': ref, 'staged': staged} AS read_at,
         value::DOUBLE AS value,
         row_number() OVER track AS number,
         lag(value::DOUBLE) OVER track AS before,
         lag(period_end) OVER track = frame_start - 1 AS adjacent
  FROM rule_value
  SEMI JOIN (SELECT DISTINCT element, place FROM rule_value WHERE staged) AS told USING (element, place)
  WHERE reach = 'own' AND cell = '' AND value IS NOT NULL
    AND element IN (SELECT id FROM element WHERE people)
  WINDOW track AS (PARTITION BY element, place, cell, months ORDER BY period_end)
),
change AS (
  SELECT *, CASE WHEN flow THEN value WHEN adjacent THEN value - before END AS moved
  FROM series
),
past AS (
  SELECT s.element, s.place, s.months, s.number,
         median(p.value) AS usual_value, median(p.moved) AS move, mad(p.moved) AS spread,
         count(p.value) AS valued, count(p.moved) AS changes
  FROM change AS s
  JOIN change AS p
    ON p.element = s.element AND p.place = s.place AND p.months = s.months
   AND p.number BETWEEN s.number - ${LOOK_BACK} AND s.number - 1
  WHERE s.staged
  GROUP BY s.element, s.place, s.months, s.number
),
known AS MATERIALIZED (
  SELECT element, place, cell, frame_start, period_end, flow, value, before, adjacent, read_at, move,
         CASE WHEN flow OR NOT adjacent THEN usual_value ELSE before END AS level,
         coalesce(spread, 0) AS spread,
         valued, changes
  FROM change
  JOIN past USING (element, place, months, number)
)
${rules.map(standingOut).join('\nUNION ALL\n')}`.trim()

const standingOut = (rule: OutlierRule) => `
SELECT ${literal(rule.id)} AS rule,
       0 AS "check",
       element, place, cell, frame_start, period_end AS frame_end,
       value AS left_value,
       usual AS right_value,
       [read_at] AS left_refs,
       [] AS right_refs,
       low,
       high
FROM (${rule.screen === 'poisson' ? poissonBands(rule) : deviationBands(rule)})
WHERE (value < low OR value > high)
  AND NOT coalesce(
        flow AND adjacent AND (before < low OR before > high)
        AND abs(value - before) <= greatest(high - usual, usual - low),
        false
      )`

const deviationBands = ({ history, median, cutoff }: OutlierRule) => `
  SELECT *, usual - reach AS low, usual + reach AS high
  FROM (
    SELECT *,
           CASE WHEN flow THEN move ELSE before + move END AS usual,
           ${cutoff} * greatest(${NORMAL} * spread, sqrt(level)) AS reach
    FROM known
    WHERE changes >= ${history}
      AND level >= ${median.from}${median.below === undefined ? '' : ` AND level < ${median.below}`}
      AND (flow OR adjacent)
  )`

/** Medians come in halves: one band for each that can be met, reckoned exactly beforehand. */
function poissonBands({ history, median, cutoff }: OutlierRule) {
  const halves = Array.from(
    { length: 2 * ((median.below ?? 0) - median.from) },
    (_, i) => median.from + i / 2,
  )
  const bands = halves.map((level) => {
    const { low, high } = poissonBand(level, cutoff)
    return `(${level.toFixed(1)}::DOUBLE, ${low}, ${high})`
  })
  return `
  SELECT known.* EXCLUDE level,
         band.level AS usual,
         least(band.low, greatest(0, band.level - ${MODIFIED_Z * NORMAL} * spread)) AS low,
         greatest(band.high, band.level + ${MODIFIED_Z * NORMAL} * spread) AS high
  FROM known
  JOIN (VALUES ${bands.join(', ')}) AS band (level, low, high) ON band.level = round(known.level * 2) / 2
  WHERE valued >= ${history}
    AND known.level >= ${median.from} AND known.level < ${median.below ?? 0}`
}
