import { cubeOfWords, inheritedWords } from './cube.sql.ts'
import { normalised } from './normalise.sql.ts'
import {
  observationNames,
  refuseDuplicates,
  refuseUnknown,
  sliceRows,
  toldBySeveral,
} from './observation.sql.ts'
import { literal, type Warehouse } from './open-warehouse.ts'

/** Slices to put in, by path; and to take out, by name: their files need not exist any more. */
export type SliceChange = { readonly removed: readonly string[]; readonly added: readonly string[] }

/**
 * Takes slices out of a warehouse and puts others in. What follows from them is made again, and nothing else; the
 * tables then hold what a new warehouse of the same slices would, in another order of rows.
 *
 * Errors  one thing delivered by two slices, or what no register knows; nothing is changed then
 */
export async function replaceSlices(db: Warehouse, { removed, added }: SliceChange) {
  if (removed.length === 0 && added.length === 0) return
  const run = (text: string) => db.run({ text, values: [] })
  const names = removed.map(literal).join(', ')
  const isRemoved = names ? `slice IN (${names})` : 'false'
  await run('BEGIN')
  try {
    await run(`
      CREATE TEMP TABLE arrived AS
      SELECT * FROM (${[`SELECT ${observationNames}, slice FROM observation WHERE false`, ...sliceRows(added)].join(' UNION ALL ')})`)
    await run(
      scopeOf(
        `SELECT ${observationNames}, slice FROM observation WHERE ${isRemoved} UNION ALL SELECT * FROM arrived`,
      ),
    )
    await refuseUnknown(db, 'arrived')
    await run(`DELETE FROM observation WHERE ${isRemoved}`)
    await run('INSERT INTO observation SELECT * FROM arrived')
    const [{ first, last } = { first: '', last: '' }] = await db.all<Reach>(REACH)
    // Bounds that are written out let DuckDB pass over all other quarters.
    const within = (row: string) =>
      `${row}.period_end BETWEEN DATE '${first}' AND DATE '${last}'
        AND ${row}.period_end BETWEEN s.first_end AND s.last_end`
    await run(`
      CREATE TEMP TABLE touched AS
      SELECT o.*
      FROM observation AS o
      JOIN scope AS s USING (element, country)
      WHERE ${within('o')}`)
    await refuseDuplicates(db, 'touched', toldBySeveral('touched'))
    await run(`
      DELETE FROM fact USING scope AS s
      WHERE fact.element = s.element AND fact.country = s.country AND ${within('fact')}`)
    await run(`CREATE TEMP TABLE made AS ${normalised('touched').text}`)
    await run('INSERT INTO fact SELECT * FROM made')
    await replaceCube(db, within)
    await run('COMMIT')
  } catch (error) {
    await run('ROLLBACK')
    throw error
  }
  for (const table of ['arrived', 'scope', 'touched', 'made', 'word']) await run(`DROP TABLE ${table}`)
}

/**
 * How far the change of one observation reaches: a period of its own no further than itself, a running total as
 * far as its statistical year, a count since the start through all its series.
 */
const scopeOf = (changed: string) => `
CREATE TEMP TABLE scope AS
WITH changed AS (
  SELECT element, country, min(period_end) AS first_end, max(period_end) AS last_end
  FROM (${changed})
  GROUP BY ALL
),
counted AS (
  SELECT element, country, bool_or(delivered_as = 'since_start') AS is_long
  FROM (
    SELECT element, country, delivered_as FROM observation
    UNION ALL
    SELECT element, country, delivered_as FROM arrived
  ) AS known
  SEMI JOIN changed USING (element, country)
  WHERE delivered_as IN ('year_to_date', 'since_start')
  GROUP BY ALL
),
dated AS (
  SELECT c.element, c.country, e.kind NOT IN ('flow', 'text') AS stands, coalesce(r.is_long, false) AS is_long,
         r.element IS NOT NULL AS is_running, c.first_end, c.last_end,
         to_months(y.year_start_month - 1) AS shift
  FROM changed AS c
  JOIN element AS e ON e.id = c.element
  JOIN calendar AS y ON y.country = c.country
  LEFT JOIN counted AS r ON r.element = c.element AND r.country = c.country
)
SELECT element, country, stands,
       CASE WHEN is_long THEN DATE '0001-01-01'
            WHEN is_running THEN (date_trunc('year', first_end - shift) + shift)::DATE
            ELSE first_end
       END AS first_end,
       CASE WHEN is_long THEN DATE '9999-12-30'
            WHEN is_running THEN (date_trunc('year', last_end - shift) + shift + INTERVAL 1 YEAR)::DATE - 1
            ELSE last_end
       END AS last_end
FROM dated`

type Reach = { first: string; last: string }
const REACH = {
  values: [],
  text: "SELECT coalesce(min(first_end), DATE '9999-12-30') AS first, coalesce(max(last_end), DATE '0001-01-01') AS last FROM scope",
}

/**
 * Makes the rows of the cube again that changed words stand in, and those of words that stand until a changed one:
 * of each series the last word before them. The first word after tells how long the changed ones stand.
 */
async function replaceCube(db: Warehouse, within: (row: string) => string) {
  const run = (text: string) => db.run({ text, values: [] })
  await run(`
    DELETE FROM cube USING scope AS s
    WHERE cube.element = s.element AND cube.country = s.country
      AND (cube.period_end BETWEEN s.first_end AND s.last_end
           OR s.stands AND cube.period_end < s.first_end AND coalesce(cube.next_end >= s.first_end, true))`)
  await run(`
    CREATE TEMP TABLE word AS
    WITH own AS (SELECT ${wordNames} FROM made WHERE state <> 'missing')
    SELECT * FROM own
    UNION ALL
    ${inheritedWords('own')}`)
  await run(`
    INSERT INTO word
    WITH own AS NOT MATERIALIZED (
      SELECT ${wordNames}
      FROM fact AS f
      JOIN scope AS s USING (element, country)
      WHERE s.stands AND f.state <> 'missing' AND NOT (${within('f')})
    ),
    beside AS (
      SELECT w.element, w.country, w.place, w.cell,
             {'period_start': w.period_start, 'period_end': w.period_end, 'state': w.state, 'value': w.value} AS said,
             ((w.period_end - DATE '1900-01-01') * 2 + (w.state = 'observed')::BIGINT) * 1000000
               - (w.period_start - DATE '1900-01-01') AS nth,
             w.period_end < s.first_end AS is_before
      FROM (SELECT * FROM own UNION ALL ${inheritedWords('own')}) AS w
      JOIN scope AS s USING (element, country)
      WHERE w.state <> 'withheld'
    )
    SELECT element, country, place, cell, unnest(said)
    FROM (
      SELECT element, country, place, cell, CASE WHEN is_before THEN arg_max(said, nth) ELSE arg_min(said, nth) END AS said
      FROM beside
      GROUP BY element, country, place, cell, is_before
    )`)
  await run(`
    INSERT INTO cube
    SELECT c.*
    FROM (${cubeOfWords('word').text}) AS c
    JOIN scope AS s ON s.element = c.element AND s.country = c.country
    WHERE c.period_end <= s.last_end`)
}

const wordNames = 'element, country, place, cell, period_start, period_end, state, value'
