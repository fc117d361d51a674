import type { Measure, SpanWindow } from '../../../indicators/compute/measure-register.ts'
import type { SqlQuery } from '../../../indicators/model/run-sql.ts'
import { sql } from '../../../indicators/model/sql.ts'

/**
 * What `measured` answers, as an analyst would write it for exactly these measures and windows: one statement, facts
 * nobody asks for left out first, whole numbers for words as keys, units alike added before they meet a window.
 *
 * Reads   fact, place, element; measures and windows as JSON
 * Shape   as `MeasuredRow`
 */
export const byHand = (measures: readonly Measure[], windows: readonly SpanWindow[]): SqlQuery => sql`
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
  SELECT m.measure, m.rule, m.span, m.element, m.cell, e.step_months, e.kind IN ('flow', 'text') AS adds, e.kind,
         CASE e.scope WHEN 'country' THEN 'country' WHEN 'regions' THEN 'region' ELSE 'facility' END AS level,
         m.programmeOnly OR e.scope = 'programme-facilities' AS chosen_only
  FROM measure AS m
  JOIN element AS e ON e.id = m.element
),
series AS (
  SELECT *, row_number() OVER ()::INTEGER AS series
  FROM (SELECT DISTINCT element, cell, kind, adds FROM asked)
),
unit AS (
  SELECT code, country, level, programme,
         CASE level WHEN 'facility' THEN parent ELSE code END AS up,
         coalesce(opened, DATE '0001-01-01') AS opened, coalesce(closed, DATE '9999-12-30') AS closed,
         row_number() OVER ()::INTEGER AS unit,
         dense_rank() OVER (ORDER BY up, level, programme)::INTEGER AS patch,
         dense_rank() OVER (ORDER BY up, level, programme, opened, closed)::INTEGER AS crowd
  FROM place
),
patch AS (
  SELECT DISTINCT patch, country, up, level, programme FROM unit
),
crowd AS (
  SELECT crowd, patch, country, up, level, programme, opened, closed, count(*) AS units FROM unit GROUP BY ALL
),
said AS (
  SELECT s.series, u.unit, u.patch, u.crowd, f.period_start, f.period_end, f.value, s.adds, s.kind,
         f.period_end BETWEEN u.opened AND u.closed AS is_open,
         CASE f.state WHEN 'observed' THEN 1 WHEN 'not_applicable' THEN 2 ELSE 3 END::TINYINT AS state
  FROM fact AS f
  JOIN series AS s ON s.element = f.element AND s.cell = f.cell
  JOIN unit AS u ON u.code = f.place
  WHERE f.state <> 'missing'
  UNION ALL
  -- What does not apply as a whole does not apply to a cell of which nothing else is said.
  SELECT s.series, u.unit, u.patch, u.crowd, f.period_start, f.period_end, NULL, s.adds, s.kind,
         f.period_end BETWEEN u.opened AND u.closed, 2
  FROM fact AS f
  JOIN series AS s ON s.element = f.element AND s.cell <> ''
  JOIN unit AS u ON u.code = f.place
  ANTI JOIN (SELECT * FROM fact WHERE state <> 'missing') AS own
    ON own.element = f.element AND own.place = f.place AND own.cell = s.cell
   AND own.period_start = f.period_start AND own.period_end = f.period_end
  WHERE f.state = 'not_applicable' AND f.cell = ''
),
happened AS (
  SELECT series, patch, period_start, period_end, is_open,
         sum(CASE kind WHEN 'text' THEN coalesce(value, 1) ELSE value END) FILTER (state = 1) AS total,
         count_if(state = 1) AS told,
         count_if(state = 2) AS inapplicable,
         count_if(state = 3) AS withheld
  FROM said
  WHERE adds
  GROUP BY ALL
),
standing AS (
  SELECT series, unit, patch, crowd, period_start, period_end, value, state
  FROM said
  WHERE NOT adds
),
stood AS (
  SELECT series, crowd, period_end, next_end,
         sum(value) FILTER (state = 1) AS total,
         count_if(state = 1) AS told,
         count_if(state = 2) AS inapplicable,
         count_if(state = 3) AS withheld
  FROM (
    SELECT *,
           lead(period_end) OVER (
             PARTITION BY (series::BIGINT * 10000000 + unit) * 2 + (state = 3)::INTEGER
             ORDER BY (period_end - DATE '1900-01-01') * 2 + (state = 1)::INTEGER, period_start DESC
           ) AS next_end
    FROM standing
  )
  GROUP BY ALL
),
added AS (
  SELECT a.measure, w.quarter, p.up,
         sum(h.total)::DECIMAL(38,12) AS value,
         sum(h.told * datediff('month', h.period_start, h.period_end + 1) / a.step_months) AS told,
         sum(h.inapplicable * datediff('month', h.period_start, h.period_end + 1) / a.step_months)
           FILTER (h.is_open) AS excused,
         sum(h.told * datediff('month', h.period_start, h.period_end + 1) / a.step_months)
           FILTER (NOT h.is_open) AS outside,
         sum(h.withheld) AS withheld,
         false AS carried,
         max(h.period_end) FILTER (h.told > 0) AS latest
  FROM asked AS a
  JOIN series AS s ON s.element = a.element AND s.cell = a.cell
  JOIN span_window AS w ON w.span = a.span
  JOIN happened AS h ON h.series = s.series AND h.period_start >= w.opens AND h.period_end <= w.closes
  JOIN patch AS p ON p.patch = h.patch AND p.level = a.level AND (p.programme OR NOT a.chosen_only)
   AND p.country = coalesce(w.country, p.country)
  WHERE a.rule = 'sum'
  GROUP BY ALL
),
stands AS (
  SELECT a.measure, w.quarter, c.up,
         sum(t.total)::DECIMAL(38,12) AS value,
         sum(t.told) AS told,
         sum(t.inapplicable) FILTER (w.closes BETWEEN c.opened AND c.closed) AS excused,
         sum(t.told) FILTER (w.closes NOT BETWEEN c.opened AND c.closed) AS outside,
         sum(t.withheld) FILTER (t.period_end >= w.freshFrom) AS withheld,
         bool_or(t.told > 0 AND t.period_end < w.freshFrom) AS carried,
         max(t.period_end) FILTER (t.told > 0) AS latest
  FROM asked AS a
  JOIN series AS s ON s.element = a.element AND s.cell = a.cell
  JOIN span_window AS w ON w.span = a.span
  JOIN stood AS t
    ON t.series = s.series AND t.period_end BETWEEN w.lastFrom AND w.closes
   AND coalesce(t.next_end > w.closes, true)
  JOIN crowd AS c ON c.crowd = t.crowd AND c.level = a.level AND (c.programme OR NOT a.chosen_only)
   AND c.country = coalesce(w.country, c.country)
  WHERE a.rule = 'last' AND (t.period_end >= w.freshFrom OR w.closes BETWEEN c.opened AND c.closed)
  GROUP BY ALL
),
open_slots AS (
  SELECT a.measure, w.quarter, c.country, c.up, c.crowd, c.units,
         CASE a.rule
           WHEN 'last' THEN (w.closes BETWEEN c.opened AND c.closed)::INTEGER
           ELSE greatest(0,
             least(w.lastSlot, (year(c.closed + 1) * 12 + month(c.closed + 1) - 1) // a.step_months - 1)
             - greatest(w.firstSlot, (year(c.opened) * 12 + month(c.opened) - 1) // a.step_months) + 1)
         END AS slots
  FROM asked AS a
  JOIN span_window AS w ON w.span = a.span
  JOIN crowd AS c ON c.level = a.level AND (c.programme OR NOT a.chosen_only)
   AND c.country = coalesce(w.country, c.country)
),
averaged AS (
  SELECT measure, quarter, up,
         sum((total::DOUBLE * (slots - excused + outside) / (told * window_slots))::DECIMAL(38,12))
           FILTER (told > 0) AS value,
         sum(told) AS told, sum(excused) AS excused, sum(outside) AS outside, sum(withheld) AS withheld,
         false AS carried, max(latest) AS latest
  FROM (
    SELECT a.measure, w.quarter, c.up, t.unit, o.slots, w.lastSlot - w.firstSlot + 1 AS window_slots,
           sum(t.value) FILTER (t.state = 1) AS total,
           count_if(t.state = 1) AS told,
           count_if(t.state = 2 AND t.period_end BETWEEN c.opened AND c.closed) AS excused,
           count_if(t.state = 1 AND t.period_end NOT BETWEEN c.opened AND c.closed) AS outside,
           count_if(t.state = 3) AS withheld,
           max(t.period_end) FILTER (t.state = 1) AS latest
    FROM asked AS a
    JOIN series AS s ON s.element = a.element AND s.cell = a.cell
    JOIN span_window AS w ON w.span = a.span
    JOIN standing AS t ON t.series = s.series AND t.period_start >= w.opens AND t.period_end <= w.closes
    JOIN crowd AS c ON c.crowd = t.crowd AND c.level = a.level AND (c.programme OR NOT a.chosen_only)
   AND c.country = coalesce(w.country, c.country)
    JOIN open_slots AS o ON o.measure = a.measure AND o.quarter = w.quarter AND o.crowd = c.crowd
    WHERE a.rule = 'mean_of_period_ends'
    GROUP BY ALL
  )
  GROUP BY ALL
),
answered AS (
  SELECT * FROM added UNION ALL SELECT * FROM stands UNION ALL SELECT * FROM averaged
),
due AS (
  SELECT measure, quarter, country, up, sum(units * slots) AS slots FROM open_slots GROUP BY ALL
)
SELECT d.measure, d.quarter, CASE WHEN grouping(d.up) = 1 THEN d.country ELSE d.up END AS place,
       sum(a.value)::DOUBLE AS value,
       greatest(floor(coalesce(sum(a.told), 0)), coalesce(max(a.told) > 0, false)::INTEGER)::INTEGER AS reported,
       greatest(
         reported,
         sum(d.slots) - ceil(coalesce(sum(a.excused), 0)) + ceil(coalesce(sum(a.outside), 0))
       )::INTEGER AS expected,
       floor(coalesce(sum(a.excused), 0))::INTEGER AS excused,
       coalesce(sum(a.withheld), 0)::INTEGER AS withheld,
       coalesce(bool_or(a.carried), false) AS carried,
       max(a.latest) AS latest
FROM due AS d
LEFT JOIN answered AS a ON a.measure = d.measure AND a.quarter = d.quarter AND a.up = d.up
GROUP BY GROUPING SETS ((d.measure, d.quarter, d.country), (d.measure, d.quarter, d.country, d.up))
HAVING grouping(d.up) = 1 OR d.up <> d.country
ORDER BY ALL`
