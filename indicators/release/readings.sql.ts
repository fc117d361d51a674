import type { ReadingSource } from '../model/readings.ts'
import type { SqlQuery } from '../model/run-sql.ts'

export type ReadingRow = {
  source: number
  row: number
  place: string
  cell: string
  state: string
  value: number | null
  derived: boolean
  ref: string
}

export type SourceRow = ReadingSource & { source: number; country: string }

/** A running total and what is left of it; without a stretch nothing was left, or another reading stands for it. */
export type ApartRow = {
  country: string
  row: number
  periodStart: string | null
  periodEnd: string | null
  value: number | null
  joined: boolean | null
  less: number[] | null
}

/** Readings numbered from 0 in each country, by period, place and cell; `source` numbers what they were delivered in. */
const numbered = `
SELECT o.*,
       (row_number() OVER (PARTITION BY country
          ORDER BY period_end, period_start, place, cell, delivered_as) - 1)::INTEGER AS row,
       dense_rank() OVER (ORDER BY country, period_end, period_start, file, file_hash, sheet, mapping, delivered_as)
         ::INTEGER AS source
FROM observation AS o
WHERE element = $1`

/**
 * Every delivered value of one element.
 *
 * Reads   observation
 * Shape   one row per observation, in order of country and row
 * Unit    as delivered
 */
export const readingRows = (element: string): SqlQuery => ({
  values: [element],
  text: `
SELECT source, row, place, cell, state, value::DOUBLE AS value, derived, ref
FROM (${numbered})
ORDER BY country, row`.trim(),
})

/**
 * What the values of one element were delivered in.
 *
 * Reads   observation
 * Shape   one row per country, file, sheet, period and way of counting
 */
export const sourceRows = (element: string): SqlQuery => ({
  values: [element],
  text: `
SELECT DISTINCT source, country, file_hash AS "fileHash", file, sheet, mapping,
       period_start AS "periodStart", period_end AS "periodEnd", delivered_as AS "deliveredAs"
FROM (${numbered})
ORDER BY source`.trim(),
})

/**
 * The readings of one element that did not become a fact as they were delivered.
 *
 * What a running total became is what is left of it when the total before and the single periods inside its stretch
 * are taken off; `less` names their rows.
 *
 * Reads   observation, fact, element, calendar
 * Shape   one row per running total, and per reading that became nothing because another stands for its period
 * Unit    as normalised
 */
export const apartRows = (element: string): SqlQuery => ({
  values: [element],
  text: `
WITH numbered AS (${numbered}),
since AS (
  SELECT country, min(period_start) AS first_day
  FROM numbered
  WHERE delivered_as = 'since_start'
  GROUP BY ALL
),
reading AS (
  SELECT n.*,
         e.kind = 'flow' AND delivered_as IN ('year_to_date', 'since_start') AS running,
         CASE WHEN delivered_as = 'year_to_date'
              THEN make_date(year(period_end) - (month(period_end) < c.year_start_month)::INTEGER,
                             c.year_start_month, 1)
              ELSE first_day
         END AS counted_from
  FROM numbered AS n
  JOIN element AS e ON e.id = n.element
  JOIN calendar AS c ON c.country = n.country
  LEFT JOIN since ON since.country = n.country
),
became AS (
  SELECT r.country, r.row, f.period_start, f.period_end, f.value, f.joined
  FROM reading AS r
  JOIN fact AS f
    ON f.element = $1 AND f.place = r.place AND f.cell = r.cell
   AND f.file_hash = r.file_hash AND f.sheet = r.sheet AND f.ref = r.ref AND f.state = r.state
   AND CASE WHEN r.running THEN f.period_end <= r.period_end
            ELSE f.period_start = r.period_start AND f.period_end = r.period_end END
  QUALIFY row_number() OVER (PARTITION BY r.country, r.row ORDER BY f.period_end DESC, f.period_start DESC) = 1
),
total AS (
  SELECT *,
         max(row) FILTER (state = 'observed') OVER before AS before,
         max(period_end) FILTER (state = 'observed') OVER before AS ended
  FROM reading
  WHERE running
  WINDOW before AS (
    PARTITION BY place, cell, delivered_as, CASE WHEN delivered_as = 'year_to_date' THEN counted_from END
    ORDER BY period_end ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
  )
),
taken_off AS (
  SELECT country, row, before AS other
  FROM total
  WHERE before IS NOT NULL AND state = 'observed'
  UNION ALL
  SELECT t.country, t.row, p.row
  FROM total AS t
  JOIN reading AS p
    ON p.place = t.place AND p.cell = t.cell AND NOT p.running AND p.state = 'observed'
   AND p.period_start >= coalesce(t.ended + 1, t.counted_from) AND p.period_end <= t.period_end
  WHERE t.state = 'observed'
)
SELECT r.country, r.row, f.period_start AS "periodStart", f.period_end AS "periodEnd",
       f.value::DOUBLE AS value, f.joined, t.less
FROM reading AS r
LEFT JOIN became AS f ON f.country = r.country AND f.row = r.row
LEFT JOIN (SELECT country, row, list(other ORDER BY other) AS less FROM taken_off GROUP BY ALL) AS t
  ON t.country = r.country AND t.row = r.row
WHERE r.running OR f.period_end IS NULL
ORDER BY r.country, r.row`.trim(),
})
