import type { SqlQuery } from '../../indicators/model/run-sql.ts'

/**
 * Facts → what the units of one region (or the country itself) said together, so that any window is a sum of few rows.
 *
 * Everything a window asks of a single unit stands in the key: `next_end` is when its next word on the same thing
 * came (null: none yet), and from `open_from` to `open_until` it was open, as far as this word can stand. Words of
 * what adds up over time never stand for a later day, so theirs have no `next_end`; a refusal stands for nothing,
 * and has its own first day there.
 *
 * Names become small numbers first and names again last: ordering ten million words by text takes four times as long.
 *
 * Reads   a fact relation with all words of the series in it, place, element, element_cell
 * Shape   one row per (element, cell, level, programme, up, period_start, period_end, next_end,
 *         open_from, open_until)
 * Unit    `total` as delivered, a story without a number counting 1; the others count words of units
 */
export const cubeRows = (fact: string): SqlQuery => ({
  values: [],
  text: cubeOf(fact, inheritedWords('own')),
})

/** The same of words among which the inherited ones are already. */
export const cubeOfWords = (word: string): SqlQuery => ({
  values: [],
  text: cubeOf(word, 'SELECT * FROM own WHERE false'),
})

/**
 * What does not apply as a whole does not apply to any of its cells: the words that cells inherit which say nothing
 * themselves. Columns as of the relation of words.
 */
export const inheritedWords = (word: string) => `
  SELECT f.element, f.country, f.place, c.cell, f.period_start, f.period_end, f.state, f.value
  FROM ${word} AS f
  JOIN element_cell AS c ON c.element = f.element
  ANTI JOIN ${word} AS own
    ON own.element = f.element AND own.place = f.place AND own.cell = c.cell
   AND own.period_start = f.period_start AND own.period_end = f.period_end
  WHERE f.state = 'not_applicable' AND f.cell = ''`

const cubeOf = (fact: string, inherited: string) =>
  `
WITH series AS (
  SELECT e.id AS element, c.cell, e.kind = 'text' AS tells, e.kind IN ('flow', 'text') AS adds,
         (row_number() OVER (ORDER BY e.id, c.cell))::INTEGER AS series
  FROM element AS e
  JOIN (SELECT element, cell FROM element_cell UNION ALL SELECT id, '' FROM element) AS c ON c.element = e.id
),
unit AS (
  SELECT code, country, up, level, programme, opened, closed,
         (row_number() OVER (ORDER BY code))::INTEGER AS unit,
         (dense_rank() OVER (ORDER BY country, up, level, programme, opened, closed))::INTEGER AS crowd
  FROM (SELECT *, CASE level WHEN 'facility' THEN parent ELSE code END AS up FROM place)
),
crowd AS (
  SELECT DISTINCT crowd, country, up, level, programme, opened, closed
  FROM unit
),
own AS NOT MATERIALIZED (
  SELECT element, country, place, cell, period_start, period_end, state, value
  FROM ${fact}
  WHERE state <> 'missing'
),
inherited AS (${inherited}
),
word AS (
  SELECT series, crowd, period_start, period_end, NULL::DATE AS next_end, state,
         CASE WHEN tells THEN coalesce(value, 1) ELSE value END AS value
  FROM (${wordsOf('s.adds')})
  UNION ALL
  -- Of two words on the same day a number is the later one. A refusal to give one ends nothing.
  SELECT series, crowd, period_start, period_end,
         CASE WHEN state = ${codes.withheld} THEN period_start
              ELSE lead(period_end) OVER (
                PARTITION BY (series::BIGINT * 10000000 + unit) * 2 + (state = ${codes.withheld})::INTEGER
                ORDER BY (period_end - DATE '1900-01-01') * 2 + (state = ${codes.observed})::INTEGER, period_start DESC
              )
         END,
         state, value
  FROM (${wordsOf('NOT s.adds')})
),
added AS (
  SELECT series, crowd, period_start, period_end, next_end,
         sum(value) FILTER (state = ${codes.observed}) AS total,
         count_if(state = ${codes.observed}) AS observed,
         count_if(state = ${codes.not_applicable}) AS inapplicable,
         count_if(state = ${codes.withheld}) AS withheld
  FROM word
  GROUP BY ALL
)
SELECT s.element, s.cell, c.level, c.programme, c.country, c.up, a.period_start, a.period_end, a.next_end,
       greatest(c.opened, a.period_end) AS open_from,
       coalesce(CASE WHEN c.closed < a.period_end THEN a.period_end - 1 ELSE c.closed END, DATE '9999-12-30')
         AS open_until,
       sum(a.total)::DECIMAL(38,4) AS total,
       sum(a.observed)::INTEGER AS observed,
       sum(a.inapplicable)::INTEGER AS inapplicable,
       sum(a.withheld)::INTEGER AS withheld
FROM added AS a
JOIN series AS s USING (series)
JOIN crowd AS c USING (crowd)
GROUP BY ALL
ORDER BY ALL`.trim()

const codes = { observed: 1, not_applicable: 2, withheld: 3 } as const
const codeOf = (state: string) =>
  `CASE ${state} WHEN 'observed' THEN ${codes.observed} WHEN 'not_applicable' THEN ${codes.not_applicable} ELSE ${codes.withheld} END::TINYINT`

/** The words of some series. Each branch reads the facts for itself, so that none has to hold them all. */
const wordsOf = (condition: string) => `
    SELECT s.series, s.tells, u.unit, u.crowd, f.period_start, f.period_end, f.value, ${codeOf('f.state')} AS state
    FROM own AS f
    JOIN series AS s ON s.element = f.element AND s.cell = f.cell AND ${condition}
    JOIN unit AS u ON u.code = f.place
    UNION ALL
    SELECT s.series, s.tells, u.unit, u.crowd, f.period_start, f.period_end, f.value, ${codeOf('f.state')} AS state
    FROM inherited AS f
    JOIN series AS s ON s.element = f.element AND s.cell = f.cell AND ${condition}
    JOIN unit AS u ON u.code = f.place
  `
