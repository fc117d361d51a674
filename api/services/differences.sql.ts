import type { SqlQuery } from '../../indicators/model/run-sql.ts'
import { sql } from '../../indicators/model/sql.ts'

/** Beyond half of what it was a change is looked at, unless so few are counted that chance alone moves them so far. */
const SUSPICIOUS_SHARE = 0.5
const SUSPICIOUS_ROOTS = 5

/**
 * The reports and quarters that are told anew: those of table `newer`, and others of which it leaves nothing.
 *
 * Shape   table `report`; a report that is no longer told has to be added to it
 */
export const reportsTold: SqlQuery = sql`
CREATE TEMP TABLE report AS
SELECT DISTINCT country, split_part(mapping, '@', 1) AS report, date_trunc('quarter', period_end)::DATE AS quarter
FROM newer`

export const addReport = (country: string, report: string, quarter: string): SqlQuery =>
  sql`INSERT INTO report VALUES (${country}, ${report}, ${quarter}::DATE)`

/**
 * What counts of the reports and quarters of table `report`; nothing of it lies outside the days given, which spares
 * looking at the rest.
 *
 * Shape   table `known`
 */
export const findKnown = (first: string, last: string): SqlQuery => sql`
CREATE TEMP TABLE known AS
SELECT *
FROM observation
WHERE period_end BETWEEN ${first}::DATE AND ${last}::DATE
  AND country IN (SELECT country FROM report)
  AND (country, split_part(mapping, '@', 1), date_trunc('quarter', period_end)::DATE) IN (
        SELECT (country, report, quarter) FROM report
      )`

/**
 * What a newer version of a report changes: table `newer` beside table `known`.
 *
 * A value that is missing says nothing, so that a blank in place of a number is a removal, and one beside it no change.
 *
 * Shape   table `difference`: one row per value that is told otherwise, or by one side only
 */
export const findDifferences: SqlQuery = sql`
CREATE TEMP TABLE difference AS
SELECT coalesce(t.element, k.element) AS element,
       coalesce(t.place, k.place) AS place,
       coalesce(t.cell, k.cell) AS cell,
       coalesce(t.period_end, k.period_end) AS period_end,
       CASE WHEN k.element IS NULL THEN 'new' WHEN t.element IS NULL THEN 'removed' ELSE 'changed' END AS kind,
       k.state AS was_state, k.value AS was_value, t.state AS now_state, t.value AS now_value,
       t.sheet, t.ref,
       coalesce(abs(t.value - k.value) > greatest(k.value * ${SUSPICIOUS_SHARE},
                                                  ${SUSPICIOUS_ROOTS} * sqrt(greatest(k.value, 1))),
                false) AS suspicious
FROM (SELECT * FROM newer WHERE state <> 'missing') AS t
FULL JOIN (SELECT * FROM known WHERE state <> 'missing') AS k
  ON k.element = t.element AND k.place = t.place AND k.cell = t.cell AND k.delivered_as = t.delivered_as
 AND k.period_start = t.period_start AND k.period_end = t.period_end
WHERE k.element IS NULL OR t.element IS NULL
   OR k.state <> t.state OR k.value IS DISTINCT FROM t.value OR k.text IS DISTINCT FROM t.text`

export const countDifferences: SqlQuery = sql`
SELECT count(*) FILTER (kind = 'new')::INTEGER AS new,
       count(*) FILTER (kind = 'changed')::INTEGER AS changed,
       count(*) FILTER (kind = 'removed')::INTEGER AS removed,
       count(*) FILTER (suspicious)::INTEGER AS suspicious,
       EXISTS (FROM known) AS newer
FROM difference`

export const gravestDifferences = (most: number): SqlQuery => sql`
SELECT d.element, d.place, p.name AS "placeName", d.cell, d.period_end AS "periodEnd", d.kind, d.suspicious,
       d.was_state AS "wasState", d.was_value::DOUBLE AS "wasValue",
       d.now_state AS "nowState", d.now_value::DOUBLE AS "nowValue",
       coalesce(d.sheet, '') AS sheet, coalesce(d.ref, '') AS ref
FROM difference AS d
LEFT JOIN place AS p ON p.code = d.place
ORDER BY d.suspicious DESC, d.kind = 'new', d.kind, d.element, d.place, d.period_end, d.cell
LIMIT ${most}`
