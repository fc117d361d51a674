import { countries } from '../../../indicators/model/place.ts'
import { literal, openWarehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { fillRegisters } from '../../../pipelines/warehouse/tables.sql.ts'
import { quarters, registersFor } from './scene.ts'
import { toldFacts, toldSlice } from './told.sql.ts'

/** Quarter by quarter, each country's, as they stand in a warehouse. */
const reports = quarters.flatMap((quarter) => countries.map((country) => ({ country, quarter })))

/** Writes a warehouse file of registers and about so many facts, and nothing made of them. */
export async function writeFacts({ path, facts }: { path: string; facts: number }) {
  const db = await openWarehouse(path)
  const run = (text: string) => db.run({ text, values: [] })
  try {
    await fillRegisters(db, registersFor(facts))
    await run('BEGIN')
    for (const [nth, { country, quarter }] of reports.entries())
      await run(`${nth === 0 ? 'CREATE TABLE fact AS' : 'INSERT INTO fact'} ${toldFacts(country, quarter)}`)
    await run('COMMIT')
    await run('CHECKPOINT')
    const [counted] = await db.all<{ rows: number }>({
      text: 'SELECT count(*)::INTEGER AS rows FROM fact',
      values: [],
    })
    return { rows: counted?.rows ?? 0 }
  } finally {
    db.close()
  }
}

/** Writes what makes about so many facts as slices: a file for each country and quarter. */
export async function writeSlices({ folder, facts }: { folder: string; facts: number }) {
  const db = await openWarehouse(undefined, { folders: [folder] })
  try {
    await fillRegisters(db, registersFor(facts))
    for (const { country, quarter } of reports)
      await db.run({
        text: `COPY (${toldSlice(country, quarter)} ORDER BY ALL)
               TO ${literal(slicePath(folder, country, quarter))} (FORMAT parquet, COMPRESSION zstd)`,
        values: [],
      })
    return {}
  } finally {
    db.close()
  }
}

export const slicePath = (folder: string, country: string, quarter: string) =>
  `${folder}/${country}-${quarter}.parquet`

/** A slice as it would have been, had every number been one more. */
export async function correctSlice({ from, to, folder }: { from: string; to: string; folder: string }) {
  const db = await openWarehouse(undefined, { folders: [folder] })
  try {
    await db.run({
      text: `COPY (SELECT * REPLACE ((value + 1)::DECIMAL(18,4) AS value) FROM read_parquet(${literal(from)}))
             TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd)`,
      values: [],
    })
    return {}
  } finally {
    db.close()
  }
}
