import type { Observation } from '../../indicators/model/observation.ts'
import { type Quarter, quarterEnd, quarterStart } from '../../indicators/model/period.ts'
import { sql } from '../../indicators/model/sql.ts'
import type { Warehouse } from '../../pipelines/warehouse/open-warehouse.ts'

type Row = Omit<Observation, 'lineage'> & Observation['lineage']

/** What counts of a report's quarter, as it was delivered. */
export async function knownObservations(
  db: Warehouse,
  { country, report, quarter }: { country: string; report: string; quarter: Quarter },
): Promise<Observation[]> {
  const rows = await db.all<Row>(sql`
    SELECT element, country, place, period_start AS "periodStart", period_end AS "periodEnd",
           delivered_as AS "deliveredAs", cell, state, value::DOUBLE AS value, text, derived,
           file_hash AS "fileHash", file, sheet, ref, mapping
    FROM observation
    WHERE country = ${country} AND split_part(mapping, '@', 1) = ${report}
      AND period_end BETWEEN ${quarterStart(quarter)}::DATE AND ${quarterEnd(quarter)}::DATE`)
  return rows.map(({ fileHash, file, sheet, ref, mapping, ...said }) => ({
    ...said,
    lineage: { fileHash, file, sheet, ref, mapping },
  }))
}
