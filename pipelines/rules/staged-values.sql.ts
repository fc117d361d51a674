import type { Observation } from '../../indicators/model/observation.ts'
import type { SqlQuery } from '../../indicators/model/run-sql.ts'
import { sql } from '../../indicators/model/sql.ts'
import { normalisedAsNeeded } from '../warehouse/normalise.sql.ts'
import { stageObservations } from '../warehouse/observation.sql.ts'
import { literal, type Warehouse } from '../warehouse/open-warehouse.ts'

type AddedUp = { readonly element: string; readonly level: 'region' | 'country' }

/**
 * What rules look up of an element before the file: as many months before its periods, the totals of all time, or
 * every cell since the start.
 */
export type LookedUp = {
  readonly element: string
  readonly earlier: number
  readonly totals: boolean
  readonly sinceStart: boolean
}

/** What rules need beside the file: elements as known before it, and elements added up to a level. */
export type Needs = { readonly known: readonly LookedUp[]; readonly added: readonly AddedUp[] }

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
  { known, added }: Needs,
) {
  const countries = [...new Set(staged.map(({ country }) => country))]
  await stageObservations(session, 'rule_staged', staged)
  await session.run(replaced)
  await session.run(plain(`CREATE TEMP TABLE rule_observation AS ${together(countries)}`))
  const { text } = await normalisedAsNeeded(session, 'rule_observation')
  await session.run(plain(`CREATE TEMP TABLE rule_normalised AS ${text}`))
  await session.run(ownValues)
  await session.run(startDays(start))
  if (known.length > 0) await session.run(knownValues(known, countries))
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

const listed = (words: readonly string[]) => `(${words.map(literal).join(', ') || 'NULL'})`

/** The staged file, and what came before of those series that it continues as a running total. */
const together = (countries: readonly string[]) => `
WITH continued AS (
  SELECT element, country, max(period_end) AS last_day
  FROM rule_staged
  WHERE delivered_as IN ('year_to_date', 'since_start')
  GROUP BY ALL
)
SELECT *, true AS staged
FROM rule_staged
UNION ALL BY NAME
SELECT o.* EXCLUDE slice, false AS staged
FROM observation AS o
JOIN continued AS c USING (element, country)
WHERE o.country IN ${listed(countries)}
  AND o.period_end <= c.last_day
  AND (o.element, o.country, ${quarterOf('o.period_end')}) NOT IN (SELECT (element, country, quarter) FROM rule_replaced)`

const asValues = (told: string, staged: boolean) => `
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
       ${staged} AS staged,
       t.file,
       t.sheet,
       t.ref,
       NULL::STRUCT(file VARCHAR, sheet VARCHAR, ref VARCHAR, staged BOOLEAN)[] AS refs
FROM ${told} AS t
JOIN element AS e ON e.id = t.element
JOIN place AS p ON p.code = t.place
WHERE e.kind <> 'text'`

/**
 * A file is told by its hash: a normalised row belongs to the file in which its value, or its closing total, was read.
 */
const ownValues = plain(`
CREATE TEMP TABLE rule_value AS
${asValues('rule_normalised', true)}
  AND (t.element, t.country, t.quarter) IN (SELECT (element, country, quarter) FROM rule_replaced)
  AND t.file_hash IN (SELECT file_hash FROM rule_staged)`)

/** Never more than a year back but for totals and what is counted since the start. */
const knownValues = (known: readonly LookedUp[], countries: readonly string[]) =>
  plain(`
INSERT INTO rule_value
WITH file AS (
  SELECT (SELECT min(period_start) FROM rule_staged) AS first_day, min(frame_start) AS first_frame FROM rule_value
),
need AS (
  SELECT element, totals,
         CASE WHEN since_start THEN '-infinity'::DATE
              ELSE greatest(first_day - INTERVAL 1 YEAR, first_frame - to_months(earlier) - INTERVAL 1 DAY)::DATE
         END AS from_day
  FROM (VALUES ${known.map(neededRow).join(', ')}) AS looked_up (element, earlier, totals, since_start), file
),
before AS (
  SELECT f.*
  FROM fact AS f
  JOIN need AS n ON n.element = f.element AND (f.period_end >= n.from_day OR f.cell = '' AND n.totals)
  WHERE f.country IN ${listed(countries)}
    AND (f.element, f.country, f.quarter) NOT IN (SELECT (element, country, quarter) FROM rule_replaced)
)
${asValues('before', false)}`)

const neededRow = ({ element, earlier, totals, sinceStart }: LookedUp) =>
  `(${literal(element)}, ${earlier}, ${totals}, ${sinceStart})`

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
