import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Observation } from '../../indicators/model/observation.ts'
import { cubeRows } from './cube.sql.ts'
import { normalised } from './normalise.sql.ts'
import { observationColumns, refuseDuplicates, stageObservations } from './observation.sql.ts'
import { literal, openWarehouse, type Warehouse } from './open-warehouse.ts'
import { fillRegisters, type Registers } from './tables.sql.ts'

/** `slices` are paths of slice files; `observations` come beside or instead of them, where nothing is on disk. */
export type WarehouseContents = Registers & {
  readonly slices: readonly string[]
  readonly observations?: readonly Observation[]
}

/**
 * Builds the warehouse file from the current slices and the registers. Nothing exists at `path` until all is there.
 *
 * Shape   tables observation, fact, cube and the registers, each sorted
 * Errors  one thing delivered by two slices; an element or country no register knows
 */
export async function buildWarehouse({ path, ...contents }: WarehouseContents & { readonly path: string }) {
  const partial = `${path}.partial-${process.pid}`
  await rm(partial, { force: true })
  try {
    const db = await openWarehouse(partial, { folders: contents.slices.map(dirname) })
    try {
      await fillWarehouse(db, contents)
      await db.run({ text: 'CHECKPOINT', values: [] })
    } finally {
      db.close()
    }
    await rename(partial, path)
  } finally {
    await rm(partial, { force: true })
    await rm(`${partial}.wal`, { force: true })
  }
}

/** The tables of a warehouse in an empty database: a file being built, or one in memory. */
export async function fillWarehouse(db: Warehouse, contents: WarehouseContents) {
  await fillRegisters(db, contents)
  await stageObservations(db, 'unfiled', contents.observations ?? [])
  await run(
    db,
    `CREATE TABLE observation AS
     SELECT *
     FROM (${[...sliceRows(contents.slices), "SELECT *, '' AS slice FROM unfiled"].join(' UNION ALL ')})
     ORDER BY element, period_end, period_start, place, cell, delivered_as`,
  )
  await run(db, 'DROP TABLE unfiled')
  await refuseDuplicates(db, 'observation')
  await refuseUnknown(db)
  await run(db, `CREATE TABLE fact AS ${normalised('observation').text}`)
  await run(db, `CREATE TABLE cube AS ${cubeRows('fact').text}`)
}

const run = (db: Warehouse, text: string) => db.run({ text, values: [] })

/** Columns are named: a slice with other columns is an error, not a shifted row. */
function sliceRows(slices: readonly string[]): string[] {
  if (slices.length === 0) return []
  const columns = observationColumns
    .split(', ')
    .map((definition) => definition.split(' ')[0])
    .join(', ')
  const files = [...slices].sort().map(literal).join(', ')
  return [
    `SELECT ${columns}, parse_filename(filename, true) AS slice FROM read_parquet([${files}], filename = true)`,
  ]
}

async function refuseUnknown(db: Warehouse) {
  const [unknown] = await db.all<{ element: string; country: string; file: string }>({
    text: `
      SELECT element, country, min(file) AS file
      FROM observation
      WHERE element NOT IN (SELECT id FROM element) OR country NOT IN (SELECT country FROM calendar)
      GROUP BY ALL
      ORDER BY ALL
      LIMIT 1`,
    values: [],
  })
  if (unknown)
    throw new Error(
      `No data element ${unknown.element}, or no calendar of ${unknown.country} (${unknown.file}).`,
    )
}
