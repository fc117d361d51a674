import { createHash } from 'node:crypto'
import type { Warehouse } from './open-warehouse.ts'

/** Everything a warehouse says, by table. */
export const warehouseTables = [
  'calendar',
  'cube',
  'element',
  'element_cell',
  'fact',
  'observation',
  'place',
  'public_figure',
  'submission',
] as const

/**
 * What a warehouse says, as one SHA-256: the same rows in any order and in any file give the same.
 *
 * Reads   the tables named, all unless said
 */
export async function logicalHash(
  db: Warehouse,
  tables: readonly (typeof warehouseTables)[number][] = warehouseTables,
): Promise<string> {
  const hash = createHash('sha256')
  for (const table of tables) {
    // Two halves of a row's MD5, added up: an order need not be made, and a row that is there twice counts twice.
    const [sums] = await db.all<{ rows: string; lower: string; upper: string }>({
      text: `
        SELECT count(*)::VARCHAR AS rows,
               coalesce(sum(md5_number_lower(content)), 0)::VARCHAR AS lower,
               coalesce(sum(md5_number_upper(content)), 0)::VARCHAR AS upper
        FROM (SELECT row_of::VARCHAR AS content FROM ${table} AS row_of)`,
      values: [],
    })
    hash.update(`${table} ${sums?.rows} ${sums?.lower} ${sums?.upper}\n`)
  }
  return hash.digest('hex')
}
