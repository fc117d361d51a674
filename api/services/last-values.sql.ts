import type { Country } from '../../indicators/model/place.ts'
import { sql } from '../../indicators/model/sql.ts'
import type { Warehouse } from '../../pipelines/warehouse/open-warehouse.ts'

export type LastFact = { place: string; element: string; cell: string; value: number }

/**
 * What a country reported for periods of one length that end on one day.
 *
 * Reads   fact: running totals are taken apart, so that a quarter stands beside a quarter
 * Unit    as delivered
 */
export const factsOf = (db: Warehouse, country: Country, { start, end }: { start: string; end: string }) =>
  db.all<LastFact>(sql`
    SELECT f.place, f.element, f.cell, f.value::DOUBLE AS value
    FROM fact AS f
    JOIN element AS e ON e.id = f.element
    WHERE f.country = ${country} AND f.period_end = ${end}::DATE AND f.state = 'observed' AND f.value IS NOT NULL
      AND (f.period_start = ${start}::DATE OR e.kind <> 'flow')
    ORDER BY ALL`)
