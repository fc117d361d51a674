import { constants, copyFile, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Observation } from '../../indicators/model/observation.ts'
import { cubeRows } from './cube.sql.ts'
import { normalised } from './normalise.sql.ts'
import {
  refuseDuplicates,
  refuseUnknown,
  sliceRows,
  stageObservations,
  toldBySeveral,
} from './observation.sql.ts'
import { openWarehouse, type Warehouse } from './open-warehouse.ts'
import { replaceSlices } from './replace-slices.ts'
import { fillReceived, fillRegisters, type Registers } from './tables.sql.ts'

/** `slices` are paths of slice files; `observations` come beside or instead of them, where nothing is on disk. */
export type WarehouseContents = Registers & {
  readonly slices: readonly string[]
  readonly observations?: readonly Observation[]
}

/**
 * Builds the warehouse file from the current slices and the registers.
 *
 * Shape   tables observation, fact, cube and the registers, each sorted; a country's quarter stands together, so that
 *         it can be replaced without a look at the rest
 * Errors  one thing delivered by two slices; an element or country no register knows
 */
export const buildWarehouse = ({ path, ...contents }: WarehouseContents & { readonly path: string }) =>
  atomically(path, contents.slices, (db) => fillWarehouse(db, contents))

/**
 * Builds a warehouse file from an earlier one of the same places, elements and calendars: only what other slices
 * change is made again.
 *
 * Errors  as `buildWarehouse`
 */
export async function updateWarehouse({
  from,
  path,
  ...contents
}: Omit<WarehouseContents, 'observations'> & { readonly from: string; readonly path: string }) {
  await atomically(
    path,
    contents.slices,
    async (db) => {
      const held = await db.all<{ slice: string }>({
        text: 'SELECT DISTINCT slice FROM observation',
        values: [],
      })
      const names = new Set(held.map(({ slice }) => slice))
      const wanted = new Map(contents.slices.map((slice) => [basename(slice, '.parquet'), slice]))
      await replaceSlices(db, {
        removed: [...names].filter((name) => !wanted.has(name)).sort(),
        added: [...wanted].filter(([name]) => !names.has(name)).map(([, slice]) => slice),
      })
      await fillReceived(db, contents)
    },
    (partial) => copyFile(from, partial, constants.COPYFILE_FICLONE),
  )
}

/** Nothing exists at `path` until all is there. */
async function atomically(
  path: string,
  slices: readonly string[],
  fill: (db: Warehouse) => Promise<void>,
  begin: (partial: string) => Promise<void> = async () => {},
) {
  const partial = `${path}.partial-${process.pid}`
  await rm(partial, { force: true })
  try {
    await begin(partial)
    const db = await openWarehouse(partial, { folders: slices.map(dirname) })
    try {
      await fill(db)
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
  await fillFacts(db, contents)
  await run(db, `CREATE TABLE cube AS ${cubeRows('fact').text}`)
}

/** The same without the cube, for those who look at single facts. */
export async function fillFacts(db: Warehouse, contents: WarehouseContents) {
  await fillRegisters(db, contents)
  await fillReceived(db, contents)
  await stageObservations(db, 'unfiled', contents.observations ?? [])
  await run(
    db,
    `CREATE TABLE observation AS
     SELECT *
     FROM (${[...sliceRows(contents.slices), "SELECT *, '' AS slice FROM unfiled"].join(' UNION ALL ')})
     ORDER BY period_end, country, element, place, cell, period_start, delivered_as`,
  )
  await run(db, 'DROP TABLE unfiled')
  await refuseDuplicates(db, 'observation', toldBySeveral('observation'))
  await refuseUnknown(db, 'observation')
  await run(db, `CREATE TABLE fact AS ${normalised('observation').text}`)
}

const run = (db: Warehouse, text: string) => db.run({ text, values: [] })
