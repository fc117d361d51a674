import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { Quarter } from '../../../indicators/model/period.ts'
import type { Country } from '../../../indicators/model/place.ts'
import { observationNames } from '../../../pipelines/warehouse/observation.sql.ts'
import { logframe, periodsOf } from './scene.ts'

/** One element for one of its own periods. */
export type Delivery = { element: DataElement; period: ReturnType<typeof periodsOf>[number] }

/** All there are, in the order of a warehouse's rows. */
export const deliveries: readonly Delivery[] = [...logframe.elements]
  .sort((a, b) => (a.id < b.id ? -1 : 1))
  .flatMap((element) => periodsOf(element).map((period) => ({ element, period })))

const units: Record<DataElement['scope'], string> = {
  country: "level = 'country'",
  regions: "level = 'region'",
  'all-facilities': "level = 'facility'",
  'programme-facilities': "level = 'facility' AND programme",
}

/** A series has a level of its own and sixteen deviations from it, one for each four bits of its seed. */
const amount = (index: number) => `(seed % 240 + (seed >> ${4 * index} & 15))`
const january = ({ index, quarter }: Delivery['period']) => Math.max(0, index + 1 - Number(quarter.slice(6)))
const sumOf = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, step) => amount(first + step)).join(' + ')

function numberOf({ element, period }: Delivery, running: boolean) {
  if (element.kind === 'status') return `${amount(period.index)} % 2`
  if (element.kind === 'ordinal') return `${amount(period.index)} % 6`
  if (element.kind === 'score') return `${amount(period.index)} / 4`
  return sumOf(running ? january(period) : period.index, period.index)
}

const isCounting = ({ kind, frequency }: DataElement) => kind === 'flow' && frequency === 'quarterly'

/**
 * What every unit says of an element for one period: the same on every run, by hash.
 *
 * About three rows in a hundred are blank or never sent. Few units withhold it, few have nothing of the kind, some are
 * silent for three quarters on end, and a few still report when they have closed.
 *
 * Reads   place, element_cell
 * Shape   one row per (place, cell), none where nothing was sent
 * Unit    `value` is what happened in the period; where `running`, in the year so far
 */
const told = (delivery: Delivery, running: boolean) => {
  const { element, period } = delivery
  return `
SELECT country, place, cell, row_number() OVER () AS nth,
       CASE WHEN withholds THEN 'withheld' WHEN has_none THEN 'not_applicable' WHEN is_blank THEN 'missing'
            ELSE 'observed'
       END AS state,
       CASE WHEN state = 'observed' THEN ${numberOf(delivery, running && isCounting(element))} END AS value
FROM (
  SELECT p.*, c.cell, hash(place, '${element.id}', cell) AS seed,
         hash(seed, ${period.index}) % 100 = 0 OR sent % 100 = 0 AS is_blank,
         subject % 400 = 7 AND ${period.index} % 3 = 0 AS withholds,
         subject % 150 = 11 AND ${period.index} >= 4 AS has_none
  FROM (
    SELECT code AS place, country, hash(code, ${period.index}) AS sent, hash(code, '${element.id}') AS subject
    FROM place
    WHERE ${units[element.scope]}
      AND coalesce(opened <= DATE '${period.end}', true)
      AND (coalesce(closed >= DATE '${period.end}', true) OR sent % 200 = 2)
  ) AS p
  CROSS JOIN (SELECT '' AS cell UNION ALL SELECT cell FROM element_cell WHERE element = '${element.id}') AS c
  WHERE sent % 100 <> 1 AND NOT (subject % 60 = 3 AND ${period.index} BETWEEN 6 AND 8)
)
WHERE NOT has_none OR cell = ''`
}

const lineage = (quarter: string) => `
  sha256(concat(country, '${quarter}')) AS file_hash, concat(country, ' ${quarter}.xlsx') AS file,
  'Report' AS sheet, concat('C', nth) AS ref`

/** Rows of the table `fact`, sorted. */
export const toldFacts = (delivery: Delivery) => `
SELECT '${delivery.element.id}' AS element, country, place,
       DATE '${delivery.period.start}' AS period_start, DATE '${delivery.period.end}' AS period_end,
       '${delivery.period.quarter}' AS quarter, cell, state, value::DECIMAL(18,4) AS value, NULL::VARCHAR AS text,
       false AS joined, false AS correction, false AS derived, ${lineage(delivery.period.quarter)}
FROM (${told(delivery, false)})
ORDER BY place, cell`

/** A country's slice for a quarter. Kazakhstan counts events from 1 January. */
export const toldSlice = (country: Country, quarter: Quarter) =>
  deliveries
    .filter(({ period }) => period.quarter === quarter)
    .map((delivery) => {
      const { element, period } = delivery
      const running = country === 'KAZ' && isCounting(element)
      return `
SELECT ${observationNames}
FROM (
  SELECT '${element.id}' AS element, country, place, DATE '${period.start}' AS period_start,
         DATE '${period.end}' AS period_end, '${running ? 'year_to_date' : 'period'}' AS delivered_as,
         cell, state, value::DECIMAL(18,4) AS value, NULL::VARCHAR AS text, false AS derived,
         ${lineage(quarter)}, '${country}-report' AS mapping
  FROM (${told(delivery, running)})
  WHERE country = '${country}'
)`
    })
    .join(' UNION ALL ')
