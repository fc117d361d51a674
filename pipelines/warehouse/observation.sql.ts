import type { Observation } from '../../indicators/model/observation.ts'
import type { SqlQuery, SqlValue } from '../../indicators/model/run-sql.ts'
import type { Warehouse } from './open-warehouse.ts'

/** The columns of a slice, in order: column → how it is read from an observation, and its type as stored. */
const columns = [
  ['element', 'VARCHAR', (o) => o.element],
  ['country', 'VARCHAR', (o) => o.country],
  ['place', 'VARCHAR', (o) => o.place],
  ['period_start', 'DATE', (o) => o.periodStart],
  ['period_end', 'DATE', (o) => o.periodEnd],
  ['delivered_as', 'VARCHAR', (o) => o.deliveredAs],
  ['cell', 'VARCHAR', (o) => o.cell],
  ['state', 'VARCHAR', (o) => o.state],
  ['value', 'DECIMAL(18,4)', (o) => o.value],
  ['text', 'VARCHAR', (o) => o.text],
  ['derived', 'BOOLEAN', (o) => o.derived],
  ['file_hash', 'VARCHAR', (o) => o.lineage.fileHash],
  ['file', 'VARCHAR', (o) => o.lineage.file],
  ['sheet', 'VARCHAR', (o) => o.lineage.sheet],
  ['ref', 'VARCHAR', (o) => o.lineage.ref],
  ['mapping', 'VARCHAR', (o) => o.lineage.mapping],
] as const satisfies readonly (readonly [string, string, (observation: Observation) => SqlValue])[]

const plain = (text: string): SqlQuery => ({ text, values: [] })
const appended = (type: string) =>
  type === 'DATE' ? 'VARCHAR' : type.startsWith('DECIMAL') ? 'DOUBLE' : type

/** Column definitions of a slice and of the table `observation`. */
export const observationColumns = columns.map(([name, type]) => `${name} ${type}`).join(', ')

/**
 * Puts observations in a temporary table with the columns of a slice.
 *
 * Unit    values as DECIMAL(18,4)
 * Errors  a value with more than four decimals, which would be rounded without a word
 */
export async function stageObservations(db: Warehouse, table: string, observations: readonly Observation[]) {
  const raw = `${table}_raw`
  await db.run(
    plain(
      `CREATE TEMP TABLE ${raw} (${columns.map(([name, type]) => `${name} ${appended(type)}`).join(', ')})`,
    ),
  )
  await db.append(
    raw,
    observations,
    columns.map(([, , read]) => read),
  )
  await refuseRounding(db, raw)
  const casts = columns.map(([name, type]) => `${name}::${type} AS ${name}`).join(', ')
  await db.run(plain(`CREATE TEMP TABLE ${table} AS SELECT ${casts} FROM ${raw}`))
  await db.run(plain(`DROP TABLE ${raw}`))
}

async function refuseRounding(db: Warehouse, raw: string) {
  const [rounded] = await db.all<{ element: string; ref: string; value: number }>(
    plain(`SELECT element, ref, value FROM ${raw} WHERE value <> round(value, 4) OR isnan(value) LIMIT 1`),
  )
  if (rounded)
    throw new Error(`${rounded.element} at ${rounded.ref}: ${rounded.value} has more than four decimals.`)
}

/** Refuses two observations of one thing, which would count twice. */
export async function refuseDuplicates(db: Warehouse, table: string) {
  const [twice] = await db.all<{ what: string; files: string }>(
    plain(`
      SELECT concat_ws(' ', element, place, period_start, period_end, cell) AS what,
             string_agg(DISTINCT file || ' ' || ref, ', ' ORDER BY file || ' ' || ref) AS files
      FROM ${table}
      GROUP BY element, place, period_start, period_end, cell, delivered_as
      HAVING count(*) > 1
      ORDER BY what
      LIMIT 1`),
  )
  if (twice) throw new Error(`Delivered more than once: ${twice.what}, in ${twice.files}.`)
}
