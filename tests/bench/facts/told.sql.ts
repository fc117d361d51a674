import { type Quarter, quarterEnd } from '../../../indicators/model/period.ts'
import type { Country } from '../../../indicators/model/place.ts'
import { observationNames } from '../../../pipelines/warehouse/observation.sql.ts'
import { quarters } from './scene.ts'

/** A series has a level of its own and sixteen deviations from it, one for each four bits of its seed. */
const amount = (index: number) => `(seed % 240 + (seed >> ${4 * index} & 15))`

/** What happened in a quarter and in those before it in its year. */
const sinceJanuary = (index: number, quarter: Quarter) =>
  quarters
    .map((one, nth) => ({ one, nth }))
    .filter(({ one, nth }) => nth <= index && one.slice(0, 4) === quarter.slice(0, 4))
    .map(({ nth }) => amount(nth))
    .join(' + ')

/**
 * What every unit of a country says for the periods that end with a quarter: the same on every run, by hash.
 *
 * About three rows in a hundred are blank or never sent. Few units withhold an element, few have nothing of the kind,
 * some are silent for three quarters on end, and a few still report when they have closed.
 *
 * Reads   place, element, element_cell
 * Shape   one row per (element, place, cell), in that order; none where nothing was sent
 * Unit    `value` is what happened in the period, `since_january` what happened in the year so far
 */
const told = (country: Country, quarter: Quarter) => {
  const index = quarters.indexOf(quarter)
  const end = `DATE '${quarterEnd(quarter)}'`
  return `
SELECT element, country, place, (${end} + 1 - to_months(step_months))::DATE AS period_start, ${end} AS period_end,
       kind = 'flow' AND step_months = 3 AS counts, cell,
       CASE WHEN withholds THEN 'withheld' WHEN has_none THEN 'not_applicable' WHEN is_blank THEN 'missing'
            ELSE 'observed'
       END AS state,
       CASE WHEN state <> 'observed' THEN NULL
            WHEN kind = 'status' THEN ${amount(index)} % 2
            WHEN kind = 'ordinal' THEN ${amount(index)} % 6
            WHEN kind = 'score' THEN ${amount(index)} / 4
            ELSE ${amount(index)}
       END AS value,
       CASE WHEN state = 'observed' THEN ${sinceJanuary(index, quarter)} END AS since_january,
       sha256('${country} ${quarter}') AS file_hash, '${country} ${quarter}.xlsx' AS file, 'Report' AS sheet,
       concat('C', seed % 9000) AS ref
FROM (
  SELECT e.id AS element, e.kind, e.step_months, p.country, p.code AS place, c.cell,
         hash(p.code, e.id, c.cell) AS seed,
         hash(p.code, e.id) AS subject,
         hash(p.code, ${index}) AS sent,
         hash(seed, ${index}) % 100 = 0 OR sent % 100 = 0 AS is_blank,
         subject % 400 = 7 AND ${index} % 3 = 0 AS withholds,
         subject % 150 = 11 AND ${index} >= 4 AS has_none
  FROM element AS e
  JOIN (SELECT element, cell FROM element_cell UNION ALL SELECT id, '' FROM element) AS c ON c.element = e.id
  JOIN place AS p
    ON p.level = CASE e.scope WHEN 'country' THEN 'country' WHEN 'regions' THEN 'region' ELSE 'facility' END
   AND (p.programme OR e.scope <> 'programme-facilities')
  WHERE p.country = '${country}' AND month(${end}) % e.step_months = 0
    AND coalesce(p.opened <= ${end}, true)
    AND (coalesce(p.closed >= ${end}, true) OR sent % 200 = 2)
    AND sent % 100 <> 1 AND NOT (subject % 60 = 3 AND ${index} BETWEEN 6 AND 8)
)
WHERE NOT has_none OR cell = ''
ORDER BY element, place, cell`
}

/** A country's quarter as rows of the table `fact`, in its order. */
export const toldFacts = (country: Country, quarter: Quarter) => `
SELECT element, country, place, period_start, period_end, '${quarter}' AS quarter, cell, state,
       value::DECIMAL(18,4) AS value, NULL::VARCHAR AS text, false AS joined, false AS correction, false AS derived,
       file_hash, file, sheet, ref
FROM (${told(country, quarter)})`

/** A country's quarter as a slice. Kazakhstan counts events from 1 January. */
export const toldSlice = (country: Country, quarter: Quarter) => {
  const running = `counts AND country = 'KAZ'`
  return `
SELECT ${observationNames}
FROM (
  SELECT * REPLACE (CASE WHEN ${running} THEN since_january ELSE value END::DECIMAL(18,4) AS value),
         CASE WHEN ${running} THEN 'year_to_date' ELSE 'period' END AS delivered_as,
         NULL::VARCHAR AS text, false AS derived, '${country}-report' AS mapping
  FROM (${told(country, quarter)})
)`
}
