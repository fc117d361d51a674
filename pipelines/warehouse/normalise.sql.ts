import type { RunSql, SqlQuery } from '../../indicators/model/run-sql.ts'

/**
 * What was delivered → one fact per period: running totals of flows are taken apart, all else stays as it is.
 *
 * A running total less the one before it is what happened between them. Where one in between is missing, the
 * stretch cannot be separated and becomes one row, marked `joined`. Single periods inside the stretch that were
 * delivered as such count themselves and are taken off it. A total that fell leaves a negative row, a `correction`.
 *
 * Reads   an observation relation, `element` (kind, step_months), `calendar`
 * Shape   one row per (element, place, period_start, period_end, cell), in the order of the observations, those taken
 *         apart last
 * Unit    as delivered; DECIMAL(18,4). file, sheet and ref are where the value, or the total that closes it, was read
 * Source  docs/rules.md, "Running totals"
 */
export const normalised = (observation: string): SqlQuery => ({
  values: [],
  text: `
WITH way AS (
  SELECT element, country, count(DISTINCT delivered_as) > 1 AS mixed
  FROM ${observation}
  GROUP BY ALL
),
since AS (
  SELECT element, country, min(period_start) AS first_day
  FROM ${observation}
  WHERE delivered_as = 'since_start'
  GROUP BY ALL
),
delivered AS NOT MATERIALIZED (
  SELECT o.*,
         w.mixed,
         e.step_months,
         e.kind = 'flow' AND o.delivered_as IN ('year_to_date', 'since_start') AS running,
         CASE WHEN o.delivered_as = 'year_to_date'
              THEN make_date(year(o.period_end) - (month(o.period_end) < c.year_start_month)::INTEGER,
                             c.year_start_month, 1)
              WHEN o.delivered_as = 'since_start' THEN since.first_day
              ELSE o.period_start
         END AS counted_from
  FROM ${observation} AS o
  JOIN element AS e ON e.id = o.element
  JOIN calendar AS c ON c.country = o.country
  JOIN way AS w ON w.element = o.element AND w.country = o.country
  LEFT JOIN since ON since.element = o.element AND since.country = o.country
),
running_row AS (
  SELECT *,
         lag(period_end) OVER (series ORDER BY period_end) AS row_before,
         max(period_end) FILTER (state = 'observed') OVER before AS total_before,
         arg_max(value, period_end) FILTER (state = 'observed') OVER before AS value_before
  FROM delivered
  WHERE running
  WINDOW series AS (
           PARTITION BY element, country, place, cell, delivered_as,
                        CASE WHEN delivered_as = 'year_to_date' THEN counted_from END
         ),
         before AS (series ORDER BY period_end ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
own_period AS (
  SELECT element, country, place, cell, period_start, period_end, value
  FROM delivered
  WHERE NOT running AND state = 'observed'
    AND (element, country) IN (SELECT (element, country) FROM running_row)
),
stretch AS (
  SELECT r.*,
         coalesce(r.total_before + 1, r.counted_from) AS opens,
         p.own_value,
         p.own_months,
         p.own_end,
         p.last_own_start
  FROM running_row AS r
  LEFT JOIN (
    SELECT r.element, r.place, r.cell, r.delivered_as, r.period_end,
           sum(p.value) AS own_value,
           sum(datediff('month', p.period_start, p.period_end + 1)) AS own_months,
           max(p.period_end) AS own_end,
           max(p.period_start) FILTER (p.period_end = r.period_end) AS last_own_start
    FROM running_row AS r
    JOIN own_period AS p USING (element, country, place, cell)
    WHERE p.period_start >= coalesce(r.total_before + 1, r.counted_from)
      AND p.period_end <= r.period_end
    GROUP BY ALL
  ) AS p USING (element, place, cell, delivered_as, period_end)
),
apart AS (
  SELECT * REPLACE (
           CASE WHEN state <> 'observed'
                THEN greatest(counted_from, (period_end + 1 - to_months(step_months))::DATE, row_before + 1)
                WHEN own_months = datediff('month', opens, own_end + 1) THEN own_end + 1
                ELSE opens
           END AS period_start,
           coalesce(last_own_start - 1, period_end) AS period_end,
           CASE WHEN state = 'observed'
                THEN value - coalesce(value_before, 0) - coalesce(own_value, 0)
           END AS value
         )
  FROM stretch
  WHERE last_own_start IS NULL
     OR state = 'observed' AND own_months < datediff('month', opens, period_end + 1)
),
candidate AS (
  SELECT element, country, place, period_start, period_end, cell, state, value, text, derived, delivered_as,
         file_hash, file, sheet, ref, mixed,
         state = 'observed' AND datediff('month', period_start, period_end + 1) > step_months AS joined,
         coalesce(value < 0, false) AS correction
  FROM apart
  UNION ALL
  SELECT element, country, place, period_start, period_end, cell, state, value, text, derived, delivered_as,
         file_hash, file, sheet, ref, mixed,
         false,
         false
  FROM delivered
  WHERE NOT running AND mixed
),
-- Only what is delivered in more than one way can say one thing twice; all the rest need not be put in order.
told AS (
  SELECT * EXCLUDE mixed
  FROM candidate
  WHERE NOT mixed
  UNION ALL
  SELECT * EXCLUDE mixed
  FROM candidate
  WHERE mixed
  QUALIFY row_number() OVER (
            PARTITION BY element, place, period_start, period_end, cell
            ORDER BY state <> 'observed', delivered_as = 'since_start', delivered_as
          ) = 1
)
-- What is delivered as it is stands in order already, and is most of it.
SELECT element, country, place, period_start, period_end,
       concat(year(period_end), '-Q', quarter(period_end)) AS quarter,
       cell, state, value::DECIMAL(18,4) AS value, text, false AS joined, false AS correction, derived,
       file_hash, file, sheet, ref
FROM delivered
WHERE NOT running AND NOT mixed
UNION ALL
(SELECT element, country, place, period_start, period_end,
       concat(year(period_end), '-Q', quarter(period_end)) AS quarter,
       cell, state, value::DECIMAL(18,4) AS value, text, joined, correction, derived,
       file_hash, file, sheet, ref
FROM told
ORDER BY period_end, country, element, place, cell, period_start)`.trim(),
})

/**
 * The query that normalises a small relation: the plain one where every element is told in one way and none runs,
 * because taking totals apart is mostly planning.
 */
export async function normalisedAsNeeded(db: RunSql, observation: string): Promise<SqlQuery> {
  const [apart] = await db.all({
    values: [],
    text: `
SELECT element
FROM ${observation}
GROUP BY element, country
HAVING bool_or(delivered_as IN ('year_to_date', 'since_start')) OR min(delivered_as) <> max(delivered_as)
LIMIT 1`,
  })
  return apart ? normalised(observation) : asDelivered(observation)
}

const asDelivered = (observation: string): SqlQuery => ({
  values: [],
  text: `
SELECT o.element, o.country, o.place, o.period_start, o.period_end,
       concat(year(o.period_end), '-Q', quarter(o.period_end)) AS quarter,
       o.cell, o.state, o.value::DECIMAL(18,4) AS value, o.text, false AS joined, false AS correction, o.derived,
       o.file_hash, o.file, o.sheet, o.ref
FROM ${observation} AS o
SEMI JOIN element AS e ON e.id = o.element
SEMI JOIN calendar AS c ON c.country = o.country`,
})
