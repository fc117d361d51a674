import type { Observation } from '../../indicators/model/observation.ts'
import { quarterEnd, quarterOf, quarterStart } from '../../indicators/model/period.ts'
import type { SqlQuery } from '../../indicators/model/run-sql.ts'
import { sql } from '../../indicators/model/sql.ts'
import { normalisedAsNeeded } from '../../pipelines/warehouse/normalise.sql.ts'
import { stageObservations } from '../../pipelines/warehouse/observation.sql.ts'
import type { Warehouse } from '../../pipelines/warehouse/open-warehouse.ts'

/**
 * Takes one accepted slice into a warehouse in memory, so that the next file is checked against it.
 *
 * What it brings replaces what was known of the same mapping and quarter. A series of running totals is taken
 * apart again as a whole; of any other series only the quarter's facts are made.
 */
export async function appendToHistory(db: Warehouse, slice: readonly Observation[]) {
  const [first] = slice
  if (!first) return
  const quarter = quarterOf(first.periodEnd)
  const { country, lineage } = first
  const bounds = { country, from: quarterStart(quarter), to: quarterEnd(quarter) }
  await stageObservations(db, 'arrived', slice)
  for (const step of stepsOf({ ...bounds, mapping: lineage.mapping.split('@')[0] ?? '' })) await db.run(step)
  const { text } = await normalisedAsNeeded(db, 'known')
  await db.run({ text: `INSERT INTO fact BY NAME ${text}`, values: [] })
  for (const table of ['arrived', 'touched', 'running', 'known'])
    await db.run({ text: `DROP TABLE ${table}`, values: [] })
}

type Bounds = { country: string; mapping: string; from: string; to: string }

const stepsOf = ({ country, mapping, from, to }: Bounds): SqlQuery[] => [
  sql`
    CREATE TEMP TABLE touched AS
    SELECT DISTINCT element FROM arrived
    UNION
    SELECT DISTINCT element FROM observation
    WHERE country = ${country} AND split_part(mapping, '@', 1) = ${mapping} AND period_end BETWEEN ${from}::DATE AND ${to}::DATE`,
  sql`
    DELETE FROM observation
    WHERE country = ${country} AND split_part(mapping, '@', 1) = ${mapping} AND period_end BETWEEN ${from}::DATE AND ${to}::DATE`,
  sql`INSERT INTO observation BY NAME SELECT *, '' AS slice FROM arrived`,
  sql`
    CREATE TEMP TABLE running AS
    SELECT DISTINCT element
    FROM observation
    WHERE country = ${country} AND delivered_as IN ('year_to_date', 'since_start') AND element IN (FROM touched)`,
  sql`
    CREATE TEMP TABLE known AS
    SELECT *
    FROM observation
    WHERE country = ${country} AND element IN (FROM touched)
      AND (period_end BETWEEN ${from}::DATE AND ${to}::DATE OR element IN (FROM running))`,
  sql`
    DELETE FROM fact
    WHERE country = ${country} AND element IN (FROM touched)
      AND (period_end BETWEEN ${from}::DATE AND ${to}::DATE OR element IN (FROM running))`,
]
