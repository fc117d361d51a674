WITH measure AS (
  SELECT unnest(from_json($1::JSON, '[{
    "measure": "INTEGER", "element": "VARCHAR", "cell": "VARCHAR", "programmeOnly": "BOOLEAN",
    "rule": "VARCHAR", "span": "INTEGER"}]'), max_depth := 2)
),
span_window AS (
  SELECT unnest(from_json($2::JSON, '[{
    "span": "INTEGER", "quarter": "VARCHAR", "opens": "DATE", "closes": "DATE", "freshFrom": "DATE",
    "lastFrom": "DATE", "firstSlot": "INTEGER", "lastSlot": "INTEGER"}]'), max_depth := 2)
),
unit AS (
  SELECT code AS place, country, level, programme,
         CASE level WHEN 'region' THEN code WHEN 'facility' THEN parent END AS region,
         coalesce(opened, DATE '0001-01-01') AS opened,
         coalesce(closed, DATE '9999-12-30') AS closed
  FROM place
),
asked AS (
  SELECT m.*, e.kind, e.step_months, u.place, u.country, u.region, u.opened, u.closed,
         (year(u.opened) * 12 + month(u.opened) - 1) // e.step_months AS first_open,
         (year(u.closed + 1) * 12 + month(u.closed + 1) - 1) // e.step_months - 1 AS last_open
  FROM measure AS m
  JOIN element AS e ON e.id = m.element
  JOIN unit AS u
    ON u.level = CASE e.scope WHEN 'country' THEN 'country' WHEN 'regions' THEN 'region' ELSE 'facility' END
   AND (u.programme OR NOT (m.programmeOnly OR e.scope = 'programme-facilities'))
),
delivered AS (
  SELECT a.measure, a.kind, a.rule, a.span, a.step_months, a.place, f.period_start, f.period_end, f.state, f.value
  FROM asked AS a
  JOIN fact AS f ON f.element = a.element AND f.place = a.place AND f.cell = a.cell
  UNION ALL
  -- What does not apply as a whole does not apply to any of its cells.
  SELECT a.measure, a.kind, a.rule, a.span, a.step_months, a.place, f.period_start, f.period_end, f.state, f.value
  FROM asked AS a
  JOIN fact AS f ON f.element = a.element AND f.place = a.place
  WHERE f.state = 'not_applicable' AND f.cell = '' AND a.cell <> ''
),
reading AS (
  SELECT d.measure, s.quarter, d.place, d.period_end, d.state,
         d.state = 'withheld' AND (d.rule <> 'last' OR d.period_end >= s.freshFrom) AS is_withheld,
         CASE WHEN d.kind = 'text' THEN coalesce(d.value, 1) ELSE d.value END AS value,
         CASE WHEN d.rule = 'sum' THEN datediff('month', d.period_start, d.period_end + 1) / d.step_months
              ELSE 1
         END AS slots
  FROM delivered AS d
  JOIN span_window AS s
    ON s.span = d.span AND d.period_end <= s.closes
   AND CASE WHEN d.rule = 'last' THEN d.period_end >= s.lastFrom ELSE d.period_start >= s.opens END
),
unit_reading AS (
  SELECT measure, quarter, place,
         sum(value) FILTER (state = 'observed') AS total,
         min(value) FILTER (state = 'observed') AS lowest,
         max(value) FILTER (state = 'observed') AS highest,
         arg_max(value, period_end) FILTER (state = 'observed') AS last_value,
         count(*) FILTER (state = 'observed') AS times,
         ceil(sum(slots) FILTER (state = 'observed')) AS reported,
         ceil(sum(slots) FILTER (state = 'not_applicable')) AS excused,
         count_if(is_withheld) AS withheld,
         max(period_end) FILTER (state = 'observed') AS latest,
         max(period_end) FILTER (state = 'not_applicable') AS latest_excused
  FROM reading
  GROUP BY ALL
),
unit_slot AS (
  SELECT a.measure, a.rule, a.country, a.region, s.quarter, s.freshFrom,
         s.lastSlot - s.firstSlot + 1 AS slots,
         CASE WHEN a.rule = 'last' THEN (a.opened <= s.closes AND a.closed >= s.closes)::INTEGER
              ELSE greatest(0, least(s.lastSlot, a.last_open) - greatest(s.firstSlot, a.first_open) + 1)
         END AS open_slots,
         r.* EXCLUDE (measure, quarter, place, reported, excused),
         coalesce(r.reported, 0) AS given,
         coalesce(r.excused, 0) AS inapplicable,
         coalesce(r.latest >= s.freshFrom OR open_slots = 1, false)
           AND r.latest >= coalesce(r.latest_excused, r.latest) AS stands
  FROM asked AS a
  JOIN span_window AS s ON s.span = a.span
  LEFT JOIN unit_reading AS r ON r.measure = a.measure AND r.quarter = s.quarter AND r.place = a.place
),
unit_value AS (
  SELECT *,
         CASE WHEN rule = 'last' THEN coalesce(stands, false)::INTEGER ELSE given END AS reported,
         least(
           CASE WHEN rule = 'last' THEN coalesce(latest_excused > coalesce(latest, DATE '0001-01-01'), false)::INTEGER
                ELSE inapplicable
           END,
           open_slots
         ) AS excused,
         greatest(reported, open_slots - excused) AS expected,
         CASE rule
           WHEN 'sum' THEN total::DECIMAL(38,12)
           WHEN 'last' THEN last_value::DECIMAL(38,12)
           WHEN 'min' THEN lowest::DECIMAL(38,12)
           WHEN 'max' THEN highest::DECIMAL(38,12)
           ELSE (total::DOUBLE * expected / (times * slots))::DECIMAL(38,12)
         END AS value
  FROM unit_slot
)
SELECT measure, quarter, coalesce(region, country) AS place,
       (sum(value) FILTER (reported > 0))::DOUBLE AS value,
       sum(reported)::INTEGER AS reported,
       sum(expected)::INTEGER AS expected,
       sum(excused)::INTEGER AS excused,
       coalesce(sum(withheld), 0)::INTEGER AS withheld,
       coalesce(bool_or(rule = 'last' AND reported > 0 AND latest < freshFrom), false) AS carried,
       max(latest) FILTER (reported > 0) AS latest
FROM unit_value
GROUP BY GROUPING SETS ((measure, quarter, country), (measure, quarter, region))
HAVING grouping(region) = 1 OR region IS NOT NULL
ORDER BY measure, quarter, place
