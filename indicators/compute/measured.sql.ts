import type { SqlQuery } from '../model/run-sql.ts'
import { sql } from '../model/sql.ts'
import type { Measure, SpanWindow } from './measure-register.ts'

/** What the facts say of one measure in one country or region. No row: nobody there is ever asked. */
export type MeasuredRow = {
  measure: number
  quarter: string
  place: string
  value: number | null
  reported: number
  expected: number
  excused: number
  withheld: number
  carried: boolean
  latest: string | null
}

/**
 * The cube → every measure in every window: the time rule for each unit, then the units of a region or country added.
 *
 * Sums and latest values add up from the cube: a sum takes the periods that lie in the window with all their days, a
 * latest value is the unit's last word within staleness, if the unit is still open. The other rules go back to the
 * facts, unit by unit; the mean of period ends counts a unit only for the periods in which it is open.
 *
 * Reads   cube, fact, place, element; measures and windows as JSON
 * Shape   one row per (measure, quarter, country), and per region below countries
 * Unit    as delivered. `reported` of `expected` own periods of units, less those `excused` as not applicable;
 *         a unit is expected where it is open on a period's last day, or has reported all the same
 * Source  docs/methods.md, "From facts to a country"
 */
export const measured = (measures: readonly Measure[], windows: readonly SpanWindow[]): SqlQuery => sql`
WITH measure AS (
  SELECT unnest(from_json(${JSON.stringify(measures)}::JSON, '[{
    "measure": "INTEGER", "element": "VARCHAR", "cell": "VARCHAR", "programmeOnly": "BOOLEAN",
    "rule": "VARCHAR", "span": "INTEGER"}]'), max_depth := 2)
),
span_window AS (
  SELECT unnest(from_json(${JSON.stringify(windows)}::JSON, '[{
    "span": "INTEGER", "country": "VARCHAR", "quarter": "VARCHAR", "opens": "DATE", "closes": "DATE",
    "freshFrom": "DATE", "lastFrom": "DATE", "firstSlot": "INTEGER", "lastSlot": "INTEGER"}]'), max_depth := 2)
),
asked AS (
  SELECT m.measure, m.element, m.cell, m.rule, m.span, e.kind, e.step_months,
         CASE e.scope WHEN 'country' THEN 'country' WHEN 'regions' THEN 'region' ELSE 'facility' END AS level,
         m.programmeOnly OR e.scope = 'programme-facilities' AS programme_only
  FROM measure AS m
  JOIN element AS e ON e.id = m.element
),
unit AS (
  SELECT code AS place, country, level, programme,
         CASE level WHEN 'facility' THEN parent ELSE code END AS up,
         coalesce(opened, DATE '0001-01-01') AS opened,
         coalesce(closed, DATE '9999-12-30') AS closed
  FROM place
),
-- Units that opened and closed together count together.
alike AS (
  SELECT country, up, level, programme, opened, closed, count(*) AS units
  FROM unit
  GROUP BY ALL
),
crowd AS (
  SELECT DISTINCT level, programme_only, step_months, span, rule = 'last' AS is_last
  FROM asked
),
open_units AS (
  SELECT c.*, s.quarter, a.country, a.up,
         sum(a.units * CASE
           WHEN c.is_last THEN (a.opened <= s.closes AND a.closed >= s.closes)::INTEGER
           ELSE greatest(0,
             least(s.lastSlot, (year(a.closed + 1) * 12 + month(a.closed + 1) - 1) // c.step_months - 1)
             - greatest(s.firstSlot, (year(a.opened) * 12 + month(a.opened) - 1) // c.step_months) + 1)
         END) AS slots
  FROM crowd AS c
  JOIN span_window AS s ON s.span = c.span
  JOIN alike AS a
    ON a.level = c.level AND (a.programme OR NOT c.programme_only) AND a.country = coalesce(s.country, a.country)
  GROUP BY ALL
),
word AS (
  SELECT a.measure, a.rule, s.quarter, c.country, c.up, c.total, c.observed, c.withheld, c.inapplicable,
         c.period_end, s.freshFrom,
         CASE a.rule WHEN 'sum' THEN datediff('month', c.period_start, c.period_end + 1) / a.step_months
              ELSE 1
         END AS slots,
         CASE a.rule WHEN 'sum' THEN c.period_end ELSE s.closes END BETWEEN c.open_from AND c.open_until AS is_open
  FROM asked AS a
  JOIN span_window AS s ON s.span = a.span
  JOIN cube AS c
    ON c.element = a.element AND c.cell = a.cell AND c.level = a.level AND (c.programme OR NOT a.programme_only)
   AND c.country = coalesce(s.country, c.country) AND c.period_end <= s.closes
   AND CASE a.rule
         WHEN 'sum' THEN c.period_start >= s.opens
         ELSE c.period_end >= s.lastFrom AND (coalesce(c.next_end > s.closes, true) OR c.withheld > 0)
              AND (c.period_end >= s.freshFrom OR s.closes BETWEEN c.open_from AND c.open_until)
       END
  WHERE a.rule IN ('sum', 'last')
),
added AS (
  SELECT measure, quarter, country, up,
         sum(total)::DECIMAL(38,12) AS value,
         sum(observed * slots) AS told,
         sum(inapplicable * slots) FILTER (is_open) AS excused,
         sum(observed * slots) FILTER (NOT is_open) AS outside,
         sum(withheld) FILTER (rule = 'sum' OR period_end >= freshFrom) AS withheld,
         bool_or(rule = 'last' AND observed > 0 AND period_end < freshFrom) AS carried,
         max(period_end) FILTER (observed > 0) AS latest
  FROM word
  GROUP BY ALL
),
by_unit AS (
  SELECT a.measure, a.rule, a.step_months, a.element, a.cell, u.country, u.up, u.place, u.opened, u.closed,
         s.quarter, s.opens, s.closes,
         s.lastSlot - s.firstSlot + 1 AS slots,
         greatest(0,
           least(s.lastSlot, (year(u.closed + 1) * 12 + month(u.closed + 1) - 1) // a.step_months - 1)
           - greatest(s.firstSlot, (year(u.opened) * 12 + month(u.opened) - 1) // a.step_months) + 1) AS open_slots
  FROM asked AS a
  JOIN span_window AS s ON s.span = a.span
  JOIN unit AS u
    ON u.level = a.level AND (u.programme OR NOT a.programme_only) AND u.country = coalesce(s.country, u.country)
  WHERE a.rule NOT IN ('sum', 'last')
),
unit_fact AS (
  SELECT element, cell, place, period_start, period_end, state, value
  FROM fact
  WHERE element IN (SELECT element FROM by_unit) AND state <> 'missing'
  UNION ALL
  SELECT f.element, c.cell, f.place, f.period_start, f.period_end, f.state, NULL
  FROM fact AS f
  JOIN element_cell AS c ON c.element = f.element
  ANTI JOIN fact AS own
    ON own.element = f.element AND own.place = f.place AND own.cell = c.cell AND own.state <> 'missing'
   AND own.period_start = f.period_start AND own.period_end = f.period_end
  WHERE f.element IN (SELECT element FROM by_unit) AND f.state = 'not_applicable' AND f.cell = ''
),
unit_reading AS (
  SELECT b.measure, b.rule, b.quarter, b.country, b.up, b.place, b.slots, b.open_slots,
         sum(f.value) FILTER (f.state = 'observed') AS total,
         min(f.value) FILTER (f.state = 'observed') AS lowest,
         max(f.value) FILTER (f.state = 'observed') AS highest,
         count_if(f.state = 'observed') AS told,
         count_if(f.state = 'not_applicable' AND f.period_end BETWEEN b.opened AND b.closed) AS excused,
         count_if(f.state = 'observed' AND f.period_end NOT BETWEEN b.opened AND b.closed) AS outside,
         count_if(f.state = 'withheld') AS withheld,
         max(f.period_end) FILTER (f.state = 'observed') AS latest
  FROM by_unit AS b
  JOIN unit_fact AS f
    ON f.element = b.element AND f.cell = b.cell AND f.place = b.place
   AND f.period_start >= b.opens AND f.period_end <= b.closes
  GROUP BY ALL
),
judged AS (
  SELECT measure, quarter, country, up,
         sum(CASE rule
               WHEN 'min' THEN lowest::DECIMAL(38,12)
               WHEN 'max' THEN highest::DECIMAL(38,12)
               ELSE (total::DOUBLE * (open_slots - excused + outside) / (told * slots))::DECIMAL(38,12)
             END) FILTER (told > 0) AS value,
         sum(told) AS told,
         sum(excused) AS excused,
         sum(outside) AS outside,
         sum(withheld) AS withheld,
         false AS carried,
         max(latest) AS latest
  FROM unit_reading
  GROUP BY ALL
),
answer AS (
  SELECT a.measure, o.quarter, o.country, o.up, o.slots AS open_slots,
         r.* EXCLUDE (measure, quarter, country, up)
  FROM asked AS a
  JOIN open_units AS o
    ON o.level = a.level AND o.programme_only = a.programme_only AND o.step_months = a.step_months
   AND o.span = a.span AND o.is_last = (a.rule = 'last')
  LEFT JOIN (SELECT * FROM added UNION ALL BY NAME SELECT * FROM judged) AS r
    ON r.measure = a.measure AND r.quarter = o.quarter AND r.up = o.up
)
SELECT measure, quarter, CASE WHEN grouping(up) = 1 THEN country ELSE up END AS place,
       sum(value)::DOUBLE AS value,
       -- A part of a period is not the whole of it, but it is something.
       greatest(floor(coalesce(sum(told), 0)), coalesce(max(told) > 0, false)::INTEGER)::INTEGER AS reported,
       greatest(reported, sum(open_slots) - ceil(coalesce(sum(excused), 0)) + ceil(coalesce(sum(outside), 0)))::INTEGER AS expected,
       floor(coalesce(sum(excused), 0))::INTEGER AS excused,
       coalesce(sum(withheld), 0)::INTEGER AS withheld,
       coalesce(bool_or(carried), false) AS carried,
       max(latest) AS latest
FROM answer
GROUP BY GROUPING SETS ((measure, quarter, country), (measure, quarter, country, up))
HAVING grouping(up) = 1 OR up <> country
ORDER BY measure, quarter, place`
