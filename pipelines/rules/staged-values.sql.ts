import type { Observation } from '../../indicators/model/observation.ts'
import type { SqlQuery } from '../../indicators/model/run-sql.ts'
import { sql } from '../../indicators/model/sql.ts'
import { normalised } from '../warehouse/normalise.sql.ts'
import { stageObservations } from '../warehouse/observation.sql.ts'
import { literal, type Warehouse } from '../warehouse/open-warehouse.ts'

type AddedUp = { readonly element: string; readonly level: 'region' | 'country' }

/** What rules need beside the file and the year before it: elements added up to a level, elements since the start. */
export type Needs = { readonly added: readonly AddedUp[]; readonly sinceStart: readonly string[] }

/** Where an added-up value was read: so many cells are named, however many there are. */
const NAMED_CELLS = 6

/**
 * Puts the staged file beside what is already known, ready for rules, in temporary tables of a session.
 *
 * What the file brings replaces what was known of the same element, country and quarter. Running totals of the file
 * are taken apart with the help of the earlier ones.
 *
 * Reads   observation, fact, place, element, calendar
 * Shape   rule_value: one row per (element, place, period, cell) of the file's countries, `staged` where it is the file's,
 *         with its frame, and with facilities added up. `reach`: own; all, programme (added up over those facilities).
 *         `complete`: nothing is missing; `excused`: not applicable
 */
export async function stageValues(
  session: Warehouse,
  staged: readonly Observation[],
  start: string,
  { added, sinceStart }: Needs,
) {
  await stageObservations(session, 'rule_staged', staged)
  await session.run(replaced)
  await session.run(plain(`CREATE TEMP VIEW rule_observation AS ${together}`))
  await session.run(plain(`CREATE TEMP TABLE rule_normalised AS ${normalised('rule_observation').text}`))
  await session.run(wholeHistory(sinceStart))
  await session.run(ownValues)
  await session.run(startDays(start))
  if (added.length === 0) return
  await session.run(expectedPlaces(added))
  await session.run(addedUp(added))
}

const plain = (text: string): SqlQuery => ({ text, values: [] })
const quarterOf = (date: string) => `concat(year(${date}), '-Q', quarter(${date}))`

const replaced = plain(`
CREATE TEMP TABLE rule_replaced AS
SELECT DISTINCT element, country, ${quarterOf('period_end')} AS quarter
FROM rule_staged`)

/** The staged file, and what came before of those series that it continues as a running total. */
const together = `
SELECT *, true AS staged
FROM rule_staged
UNION ALL BY NAME
SELECT o.* EXCLUDE slice, false AS staged
FROM observation AS o
JOIN (
  SELECT element, country, max(period_end) AS last_day
  FROM rule_staged
  WHERE delivered_as IN ('year_to_date', 'since_start')
  GROUP BY ALL
) AS s USING (element, country)
WHERE o.period_end <= s.last_day
  AND (o.element, o.country, ${quarterOf('o.period_end')}) NOT IN (SELECT (element, country, quarter) FROM rule_replaced)`

/** Elements whose every cell is looked up since the start; of all others a year, and the totals, are enough. */
const wholeHistory = (elements: readonly string[]) =>
  plain(`
CREATE TEMP TABLE rule_whole_history AS
SELECT unnest([${elements.map(literal).join(', ')}]::VARCHAR[]) AS element`)

/**
 * A file is told by its hash: a normalised row belongs to the file in which its value, or its closing total, was read.
 */
const ownValues = plain(`
CREATE TEMP TABLE rule_value AS
WITH told AS (
  SELECT element, place, cell, period_start, period_end, state, value, correction, file, sheet, ref, true AS staged
  FROM rule_normalised
  WHERE (element, country, quarter) IN (SELECT (element, country, quarter) FROM rule_replaced)
    AND file_hash IN (SELECT file_hash FROM rule_staged)
  UNION ALL
  SELECT element, place, cell, period_start, period_end, state, value, correction, file, sheet, ref, false
  FROM fact
  WHERE country IN (SELECT country FROM rule_staged)
    AND (cell = '' OR element IN (SELECT element FROM rule_whole_history)
         OR period_end >= (SELECT min(period_start) - INTERVAL 1 YEAR FROM rule_staged))
    AND (element, country, quarter) NOT IN (SELECT (element, country, quarter) FROM rule_replaced)
)
SELECT t.element,
       t.place,
       p.level,
       'own' AS reach,
       t.cell,
       CASE WHEN e.kind = 'flow' THEN t.period_start
            ELSE (t.period_end + 1 - to_months(e.step_months))::DATE
       END AS frame_start,
       t.period_start,
       t.period_end,
       CASE WHEN e.kind = 'flow' THEN datediff('month', t.period_start, t.period_end + 1)
            ELSE e.step_months
       END::INTEGER AS months,
       e.kind = 'flow' AS flow,
       CASE WHEN t.state = 'observed' THEN t.value END AS value,
       t.state = 'observed' AND t.value IS NOT NULL AS complete,
       t.state = 'not_applicable' AS excused,
       t.correction,
       t.staged,
       t.file,
       t.sheet,
       t.ref,
       NULL::STRUCT(file VARCHAR, sheet VARCHAR, ref VARCHAR, staged BOOLEAN)[] AS refs
FROM told AS t
JOIN element AS e ON e.id = t.element
JOIN place AS p ON p.code = t.place
WHERE e.kind <> 'text'`)

/** First day counted since the start, first month counted in full quarters, last day of the quarter it lies in. */
const startDays = (start: string) => sql`
CREATE TEMP TABLE rule_start AS
SELECT day AS first_day,
       CASE WHEN day = date_trunc('quarter', day) THEN day
            ELSE (date_trunc('quarter', day) + INTERVAL 3 MONTH)::DATE
       END AS first_full_month,
       (date_trunc('quarter', day) + INTERVAL 3 MONTH)::DATE - 1 AS baseline_day
FROM (SELECT ${start}::DATE AS day)`

const needs = (added: readonly AddedUp[]) =>
  added.map(({ element, level }) => `(${literal(element)}, ${literal(level)})`).join(', ')

/** How many places of a level should report to a region or country on each day facts end. */
const expectedPlaces = (added: readonly AddedUp[]) =>
  plain(`
CREATE TEMP TABLE rule_expected AS
WITH day AS (
  SELECT DISTINCT period_end
  FROM rule_value
  WHERE element IN (SELECT element FROM (VALUES ${needs(added)}) AS need (element, level))
),
above AS (
  SELECT code, level, programme, opened, closed, parent AS top FROM place WHERE level = 'facility'
  UNION ALL
  SELECT code, level, programme, opened, closed, country FROM place WHERE level IN ('facility', 'region')
)
SELECT day.period_end, above.top, above.level, scope.reach, count(*) AS places
FROM day
CROSS JOIN (VALUES ('all'), ('programme')) AS scope (reach)
JOIN above
  ON (above.programme OR scope.reach = 'all')
 AND coalesce(above.opened <= day.period_end, true)
 AND coalesce(above.closed >= day.period_end, true)
GROUP BY ALL`)

const addedUp = (added: readonly AddedUp[]) =>
  plain(`
INSERT INTO rule_value BY NAME
WITH part AS (
  SELECT v.*, p.programme, e.scope,
         need.level AS top_level,
         CASE need.level WHEN 'country' THEN p.country ELSE p.parent END AS top
  FROM rule_value AS v
  JOIN (VALUES ${needs(added)}) AS need (element, level) ON need.element = v.element
  JOIN place AS p ON p.code = v.place AND p.level <> need.level AND p.level <> 'country'
  JOIN element AS e ON e.id = v.element
)
SELECT part.element, part.top AS place, part.top_level AS level, reach.reach, part.cell, part.frame_start,
       part.period_start, part.period_end, part.months, part.flow,
       sum(part.value) AS value,
       count(*) FILTER (part.complete OR part.excused) >= any_value(x.places) AS complete,
       false AS excused,
       bool_or(part.staged) AS staged,
       list({'file': part.file, 'sheet': part.sheet, 'ref': part.ref, 'staged': part.staged} ORDER BY part.place)
         FILTER (part.staged)[1:${NAMED_CELLS}] AS refs
FROM part
CROSS JOIN (VALUES ('all'), ('programme')) AS reach (reach)
JOIN rule_expected AS x
  ON x.period_end = part.period_end AND x.top = part.top AND x.level = part.level
 AND x.reach = CASE WHEN part.scope = 'programme-facilities' THEN 'programme' ELSE reach.reach END
WHERE part.programme OR reach.reach = 'all'
GROUP BY part.element, part.top, part.top_level, reach.reach, part.cell, part.frame_start, part.period_start,
         part.period_end, part.months, part.flow`)
