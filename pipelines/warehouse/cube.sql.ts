import type { SqlQuery } from '../../indicators/model/run-sql.ts'

/**
 * Facts → what the units of one region (or the country itself) said together, so that any window is a sum of few rows.
 *
 * Everything a window asks of a single unit stands in the key: `next_end` is when its next word on the same thing
 * came (null: none yet), and from `open_from` to `open_until` it was open, as far as this word can stand.
 * Words of flows are added and never stand for a later day, so theirs have no `next_end`.
 *
 * Reads   a fact relation with all words of the series in it, place, element, element_cell
 * Shape   one row per (element, cell, level, programme, up, period_start, period_end, next_end,
 *         open_from, open_until)
 * Unit    `total` as delivered, a story without a number counting 1; the others count words of units
 */
export const cubeRows = (fact: string): SqlQuery => ({
  values: [],
  text: `
WITH own AS (
  SELECT element, place, cell, period_start, period_end, state, value
  FROM ${fact}
  WHERE state <> 'missing'
),
word AS (
  SELECT * FROM own
  UNION ALL
  -- What does not apply as a whole does not apply to any of its cells.
  SELECT f.element, f.place, c.cell, f.period_start, f.period_end, f.state, NULL
  FROM own AS f
  JOIN element_cell AS c ON c.element = f.element
  ANTI JOIN own
    ON own.element = f.element AND own.place = f.place AND own.cell = c.cell
   AND own.period_start = f.period_start AND own.period_end = f.period_end
  WHERE f.state = 'not_applicable' AND f.cell = ''
),
followed AS (
  SELECT w.*, NULL::DATE AS next_end, e.kind
  FROM word AS w
  JOIN element AS e ON e.id = w.element
  WHERE e.kind IN ('flow', 'text')
  UNION ALL
  -- Of two words on the same day a number is the later one. A refusal to give one follows nothing.
  SELECT w.*,
         lead(period_end) OVER (
           PARTITION BY element, cell, place, state = 'withheld'
           ORDER BY period_end, state = 'observed', period_start DESC
         ),
         e.kind
  FROM word AS w
  JOIN element AS e ON e.id = w.element
  WHERE e.kind NOT IN ('flow', 'text')
)
SELECT f.element, f.cell, p.level, p.programme, p.country,
       CASE p.level WHEN 'facility' THEN p.parent ELSE p.code END AS up,
       f.period_start, f.period_end, f.next_end,
       greatest(p.opened, f.period_end) AS open_from,
       coalesce(CASE WHEN p.closed < f.period_end THEN f.period_end - 1 ELSE p.closed END, DATE '9999-12-30')
         AS open_until,
       sum(CASE WHEN f.kind = 'text' THEN coalesce(f.value, 1) ELSE f.value END)
         FILTER (f.state = 'observed')::DECIMAL(38,4) AS total,
       count_if(f.state = 'observed')::INTEGER AS observed,
       count_if(f.state = 'not_applicable')::INTEGER AS inapplicable,
       count_if(f.state = 'withheld')::INTEGER AS withheld
FROM followed AS f
JOIN place AS p ON p.code = f.place
GROUP BY ALL
ORDER BY ALL`.trim(),
})
