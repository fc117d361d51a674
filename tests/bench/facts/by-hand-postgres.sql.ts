/**
 * What `measured` answers, as an analyst would write it for PostgreSQL: sums of the facts in tables of their own, each
 * analysed before the next statement plans with it.
 *
 * Reads   the tables of `postgres-tables.sql.ts`
 * Shape   as `MeasuredRow`, written to standard output as CSV
 */
export const byHandInPostgres = `
CREATE TEMP TABLE happened AS
SELECT series, patch, period_start, period_end, is_open, total, told, inapplicable, withheld,
       (12 * (extract(year FROM period_end + 1) - extract(year FROM period_start))
        + extract(month FROM period_end + 1) - extract(month FROM period_start))::INTEGER AS months
FROM (
  SELECT s.series, u.patch, f.period_start, f.period_end,
         f.period_end BETWEEN u.opened AND u.closed AS is_open,
         sum(CASE WHEN s.is_text THEN coalesce(f.value, 1) ELSE f.value END) FILTER (WHERE f.state = 1) AS total,
         count(*) FILTER (WHERE f.state = 1) AS told,
         count(*) FILTER (WHERE f.state = 2) AS inapplicable,
         count(*) FILTER (WHERE f.state = 3) AS withheld
  FROM fact AS f
  JOIN series AS s USING (element, cell)
  JOIN unit AS u USING (unit)
  WHERE f.state <> 0 AND s.adds
  GROUP BY 1, 2, 3, 4, 5
  UNION ALL
  SELECT s.series, u.patch, f.period_start, f.period_end, f.period_end BETWEEN u.opened AND u.closed,
         NULL, 0, count(*), 0
  FROM fact AS f
  JOIN series AS s ON s.element = f.element AND s.cell <> 0
  JOIN unit AS u USING (unit)
  WHERE f.state = 2 AND f.cell = 0 AND s.adds
    AND NOT EXISTS (
      SELECT FROM fact AS own
      WHERE own.element = f.element AND own.cell = s.cell AND own.unit = f.unit
        AND own.period_end = f.period_end AND own.period_start = f.period_start AND own.state <> 0)
  GROUP BY 1, 2, 3, 4, 5
) AS summed;
CREATE TEMP TABLE stood AS
SELECT series, crowd, period_end, next_end,
       sum(value) FILTER (WHERE state = 1) AS total,
       count(*) FILTER (WHERE state = 1) AS told,
       count(*) FILTER (WHERE state = 2) AS inapplicable,
       count(*) FILTER (WHERE state = 3) AS withheld
FROM (
  SELECT f.series, u.crowd, f.period_end, f.state, f.value,
         lead(f.period_end) OVER (
           PARTITION BY f.series, f.unit, f.state = 3
           ORDER BY f.period_end, f.state = 1, f.period_start DESC
         ) AS next_end
  FROM (
    SELECT s.series, f.unit, f.period_start, f.period_end, f.state, f.value
    FROM fact AS f
    JOIN series AS s USING (element, cell)
    WHERE f.state <> 0 AND NOT s.adds
    UNION ALL
    SELECT s.series, f.unit, f.period_start, f.period_end, f.state, NULL
    FROM fact AS f
    JOIN series AS s ON s.element = f.element AND s.cell <> 0
    WHERE f.state = 2 AND f.cell = 0 AND NOT s.adds
      AND NOT EXISTS (
        SELECT FROM fact AS own
        WHERE own.element = f.element AND own.cell = s.cell AND own.unit = f.unit
          AND own.period_end = f.period_end AND own.period_start = f.period_start AND own.state <> 0)
  ) AS f
  JOIN unit AS u USING (unit)
) AS f
GROUP BY 1, 2, 3, 4;
CREATE TEMP TABLE slots AS
SELECT a.measure, w.quarter, c.country, c.up, c.crowd, c.units,
       CASE a.rule
         WHEN 'last' THEN (w.closes BETWEEN c.opened AND c.closed)::INTEGER
         ELSE greatest(0,
           least(w.last_slot,
             (extract(year FROM c.closed + 1)::INTEGER * 12 + extract(month FROM c.closed + 1)::INTEGER - 1) / a.step_months - 1)
           - greatest(w.first_slot,
               (extract(year FROM c.opened)::INTEGER * 12 + extract(month FROM c.opened)::INTEGER - 1) / a.step_months) + 1)
       END AS slots
FROM asked AS a
JOIN span_window AS w USING (span)
JOIN crowd AS c
  ON c.level = a.level AND (c.programme OR NOT a.chosen_only) AND (w.country IS NULL OR c.country = w.country);
ANALYZE happened;
ANALYZE stood;
ANALYZE slots;
CREATE TEMP TABLE answered AS
SELECT a.measure, w.quarter, p.up,
       sum(h.total) AS value,
       sum(h.told * h.months)::NUMERIC / a.step_months AS told,
       sum(h.inapplicable * h.months) FILTER (WHERE h.is_open)::NUMERIC / a.step_months AS excused,
       sum(h.told * h.months) FILTER (WHERE NOT h.is_open)::NUMERIC / a.step_months AS outside,
       sum(h.withheld) AS withheld,
       false AS carried,
       max(h.period_end) FILTER (WHERE h.told > 0) AS latest
FROM asked AS a
JOIN span_window AS w USING (span)
JOIN happened AS h ON h.series = a.series AND h.period_start >= w.opens AND h.period_end <= w.closes
JOIN patch AS p
  ON p.patch = h.patch AND p.level = a.level AND (p.programme OR NOT a.chosen_only)
 AND (w.country IS NULL OR p.country = w.country)
WHERE a.rule = 'sum'
GROUP BY a.measure, a.step_months, w.quarter, p.up
UNION ALL
SELECT a.measure, w.quarter, c.up,
       sum(t.total),
       sum(t.told),
       sum(t.inapplicable) FILTER (WHERE w.closes BETWEEN c.opened AND c.closed),
       sum(t.told) FILTER (WHERE w.closes NOT BETWEEN c.opened AND c.closed),
       sum(t.withheld) FILTER (WHERE t.period_end >= w.fresh_from),
       bool_or(t.told > 0 AND t.period_end < w.fresh_from),
       max(t.period_end) FILTER (WHERE t.told > 0)
FROM asked AS a
JOIN span_window AS w USING (span)
JOIN stood AS t
  ON t.series = a.series AND t.period_end BETWEEN w.last_from AND w.closes
 AND (t.next_end IS NULL OR t.next_end > w.closes)
JOIN crowd AS c
  ON c.crowd = t.crowd AND c.level = a.level AND (c.programme OR NOT a.chosen_only)
 AND (w.country IS NULL OR c.country = w.country)
WHERE a.rule = 'last' AND (t.period_end >= w.fresh_from OR w.closes BETWEEN c.opened AND c.closed)
GROUP BY 1, 2, 3
UNION ALL
SELECT f.measure, f.quarter, s.up,
       sum(round(f.total * (s.slots - f.excused + f.outside) / (f.told * f.window_slots), 12)) FILTER (WHERE f.told > 0),
       sum(f.told), sum(f.excused), sum(f.outside), sum(f.withheld), false, max(f.latest)
FROM (
  SELECT a.measure, w.quarter, u.crowd, f.unit, w.last_slot - w.first_slot + 1 AS window_slots,
         sum(f.value) FILTER (WHERE f.state = 1) AS total,
         count(*) FILTER (WHERE f.state = 1) AS told,
         count(*) FILTER (WHERE f.state = 2 AND f.period_end BETWEEN u.opened AND u.closed) AS excused,
         count(*) FILTER (WHERE f.state = 1 AND f.period_end NOT BETWEEN u.opened AND u.closed) AS outside,
         count(*) FILTER (WHERE f.state = 3) AS withheld,
         max(f.period_end) FILTER (WHERE f.state = 1) AS latest
  FROM asked AS a
  JOIN span_window AS w USING (span)
  JOIN fact AS f
    ON f.element = a.element AND f.cell = a.cell AND f.state <> 0
   AND f.period_start >= w.opens AND f.period_end <= w.closes
  JOIN unit AS u ON u.unit = f.unit AND (w.country IS NULL OR u.country = w.country)
  WHERE a.rule = 'mean_of_period_ends'
  GROUP BY 1, 2, 3, 4, 5
) AS f
JOIN slots AS s USING (measure, quarter, crowd)
GROUP BY 1, 2, 3;
ANALYZE answered;
COPY (
  SELECT measure, quarter, place, value,
         reported, greatest(reported, slots - excused_up + outside_up)::INTEGER AS expected,
         excused, withheld, carried, latest
  FROM (
    SELECT d.measure, d.quarter, CASE WHEN grouping(d.up) = 1 THEN d.country ELSE d.up END AS place,
           sum(a.value)::DOUBLE PRECISION AS value,
           greatest(floor(coalesce(sum(a.told), 0)), coalesce(bool_or(a.told > 0), false)::INTEGER)::INTEGER AS reported,
           sum(d.slots) AS slots,
           ceil(coalesce(sum(a.excused), 0)) AS excused_up,
           ceil(coalesce(sum(a.outside), 0)) AS outside_up,
           floor(coalesce(sum(a.excused), 0))::INTEGER AS excused,
           coalesce(sum(a.withheld), 0)::INTEGER AS withheld,
           coalesce(bool_or(a.carried), false) AS carried,
           max(a.latest) AS latest
    FROM (SELECT measure, quarter, country, up, sum(units * slots) AS slots FROM slots GROUP BY 1, 2, 3, 4) AS d
    LEFT JOIN answered AS a USING (measure, quarter, up)
    GROUP BY GROUPING SETS ((d.measure, d.quarter, d.country), (d.measure, d.quarter, d.country, d.up))
    HAVING grouping(d.up) = 1 OR d.up <> d.country
  ) AS summed
  ORDER BY 1, 2, 3
) TO STDOUT (FORMAT csv, HEADER);`
