import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Observation } from '../../indicators/model/observation.ts'
import { refuseDuplicates, stageObservations } from './observation.sql.ts'
import { literal, openWarehouse, type Warehouse } from './open-warehouse.ts'

/**
 * Writes the observations of one accepted file as `<sha256>.parquet`.
 *
 * Shape   one row per observation, in canonical order: the same observations in any order give the same bytes
 * Errors  two observations of one thing; a value with more than four decimals
 */
export async function writeSlice(observations: readonly Observation[], folder: string) {
  await mkdir(folder, { recursive: true })
  const partial = join(folder, `.partial-${process.pid}-${randomUUID()}`)
  const db = await openWarehouse(':memory:', { folders: [folder], threads: 1 })
  try {
    await stageObservations(db, 'slice', observations)
    await refuseDuplicates(db, 'slice')
    await copySorted(db, 'SELECT * FROM slice ORDER BY ALL', partial)
    const hash = await settledHash(partial)
    await rename(partial, join(folder, `${hash}.parquet`))
    return { hash, rows: observations.length }
  } finally {
    db.close()
    await rm(partial, { force: true })
  }
}

/** Rows in canonical order as the file of a slice. */
export const copySorted = (db: Warehouse, rows: string, path: string) =>
  db.run({
    text: `COPY (${rows}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`,
    values: [],
  })

/** The file's SHA-256, once its bytes are on disk. */
export async function settledHash(path: string) {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
