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
 * Reads   place, element, fact; element ids and quarters as JSON
 * Shape   one row per (country, quarter)
 * Unit    parts; one counts as reported when a value, "not applicable" or "withheld" was sent for a period that
 *         ends in the quarter
 */
export const reportedParts = (elements: readonly string[], quarterEnds: readonly string[]): SqlQuery => sql`
WITH due AS (
  SELECT e.id AS element, q.closes, p.code AS place, p.country
  FROM element AS e
  JOIN (SELECT unnest(from_json(${JSON.stringify(quarterEnds)}::JSON, '["DATE"]')) AS closes) AS q
    ON month(q.closes) % e.step_months = 0
  JOIN place AS p
    ON p.level = CASE e.scope WHEN 'country' THEN 'country' WHEN 'regions' THEN 'region' ELSE 'facility' END
   AND (p.programme OR e.scope <> 'programme-facilities')
   AND coalesce(p.opened <= q.closes, true) AND coalesce(p.closed >= q.closes, true)
  WHERE e.id IN (SELECT unnest(from_json(${JSON.stringify(elements)}::JSON, '["VARCHAR"]')))
),
came AS (
  SELECT DISTINCT element, place, period_end
  FROM fact
  WHERE state <> 'missing' AND cell = ''
)
SELECT d.country, concat(year(d.closes), '-Q', quarter(d.closes)) AS quarter,
       count(c.place)::INTEGER AS reported, count(*)::INTEGER AS expected
FROM due AS d
LEFT JOIN came AS c ON c.element = d.element AND c.place = d.place AND c.period_end = d.closes
GROUP BY ALL
ORDER BY quarter, country`
