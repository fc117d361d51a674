import type { Country } from '../model/place.ts'
import type { SqlQuery } from '../model/run-sql.ts'
import { sql } from '../model/sql.ts'

export type PlaceRow = { code: string; name: string; level: string }
export type SubmissionRow = { country: string; quarter: string; due: string; received: string | null }

/**
 * Reads   place
 * Shape   countries and regions, by code
 */
export const placesAboveUnits: SqlQuery = sql`
SELECT code, name, level
FROM place
WHERE level IN ('country', 'region')
ORDER BY code`

/**
 * Reads   submission
 * Shape   one row per (country, quarter)
 * Unit    days are ISO dates; `received` is null where nothing came
 */
export const submissions: SqlQuery = sql`
SELECT country, quarter, due, received
FROM submission
ORDER BY quarter, country`

export type CalendarRow = { country: Country; yearStartMonth: number }

/**
 * Reads   calendar
 * Shape   one row per country
 * Unit    first month of its statistical and fiscal year
 */
export const calendars: SqlQuery = sql`
SELECT country, year_start_month AS "yearStartMonth"
FROM calendar
ORDER BY country`

export type ReportedRow = { country: string; quarter: string; reported: number; expected: number }

/**
 * How much of what was due for a quarter came: every element of every unit is one part.
 *
 * Reads   place, element, cube; element ids and quarters as JSON
 * Shape   one row per (country, quarter)
 * Unit    parts; one counts as reported when a value, "not applicable" or "withheld" was sent for a period that
 *         ends in the quarter
 */
export const reportedParts = (elements: readonly string[], quarterEnds: readonly string[]): SqlQuery => sql`
WITH asked AS (
  SELECT e.id AS element, q.closes, e.scope = 'programme-facilities' AS programme_only,
         CASE e.scope WHEN 'country' THEN 'country' WHEN 'regions' THEN 'region' ELSE 'facility' END AS level
  FROM element AS e
  JOIN (SELECT unnest(from_json(${JSON.stringify(quarterEnds)}::JSON, '["DATE"]')) AS closes) AS q
    ON month(q.closes) % e.step_months = 0
  WHERE e.id IN (SELECT unnest(from_json(${JSON.stringify(elements)}::JSON, '["VARCHAR"]')))
),
due AS (
  SELECT a.element, a.closes, p.country, count(*) AS units
  FROM asked AS a
  JOIN place AS p
    ON p.level = a.level AND (p.programme OR NOT a.programme_only)
   AND coalesce(p.opened <= a.closes, true) AND coalesce(p.closed >= a.closes, true)
  GROUP BY ALL
),
came AS (
  SELECT a.element, a.closes, c.country, sum(c.observed + c.inapplicable + c.withheld) AS words
  FROM asked AS a
  JOIN cube AS c
    ON c.element = a.element AND c.cell = '' AND c.level = a.level AND (c.programme OR NOT a.programme_only)
   AND c.period_end = a.closes AND a.closes BETWEEN c.open_from AND c.open_until
  GROUP BY ALL
)
SELECT d.country, concat(year(d.closes), '-Q', quarter(d.closes)) AS quarter,
       sum(least(d.units, coalesce(c.words, 0)))::INTEGER AS reported, sum(d.units)::INTEGER AS expected
FROM due AS d
LEFT JOIN came AS c USING (element, closes, country)
GROUP BY ALL
ORDER BY quarter, country`
