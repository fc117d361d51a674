import type { Observation } from '../../indicators/model/observation.ts'
import type { SqlQuery, SqlValue } from '../../indicators/model/run-sql.ts'
import { literal, type Warehouse } from './open-warehouse.ts'

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

/** Texts of few values: handed over as numbers of a list, which costs half of handing over each text. */
const repeated = new Set<string>([
  'element',
  'country',
  'period_start',
  'period_end',
  'delivered_as',
  'cell',
  'state',
  'file_hash',
  'file',
  'sheet',
  'mapping',
])

const plain = (text: string): SqlQuery => ({ text, values: [] })
const appended = (type: string) =>
  type === 'DATE' ? 'VARCHAR' : type.startsWith('DECIMAL') ? 'DOUBLE' : type

/** The columns of a slice, which the table `observation` begins with. */
export const observationNames = columns.map(([name]) => name).join(', ')

/**
 * Puts observations in a temporary table with the columns of a slice.
 *
 * Unit    values as DECIMAL(18,4)
 * Errors  a value with more than four decimals, which would be rounded without a word
 */
export async function stageObservations(db: Warehouse, table: string, observations: readonly Observation[]) {
  const raw = `${table}_raw`
  const definitions = columns.map(([name, type, read]) => {
    const words = repeated.has(name) ? [...new Set(observations.map((o) => String(read(o))))] : []
    return `${name} ${words.length > 0 ? `ENUM (${words.map(literal).join(', ')})` : appended(type)}`
  })
  await db.run(plain(`CREATE TEMP TABLE ${raw} (${definitions.join(', ')})`))
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

/**
 * Refuses two observations of one thing, which would count twice. `suspect` narrows the look down to rows that could
 * be twice there.
 */
export async function refuseDuplicates(db: Warehouse, table: string, suspect = `SELECT * FROM ${table}`) {
  const [twice] = await db.all<{ what: string; files: string }>(
    plain(`
      WITH suspect AS (${suspect})
      SELECT concat_ws(' ', element, place, period_start, period_end, cell) AS what,
             string_agg(DISTINCT file || ' ' || ref, ', ' ORDER BY file || ' ' || ref) AS files
      FROM suspect
      SEMI JOIN (
        SELECT element, place, period_start, period_end, cell, delivered_as
        FROM suspect
        GROUP BY ALL
        HAVING count(*) > 1
        ORDER BY ALL
        LIMIT 1
      ) AS repeated USING (element, place, period_start, period_end, cell, delivered_as)
      GROUP BY what`),
  )
  if (twice) throw new Error(`Delivered more than once: ${twice.what}, in ${twice.files}.`)
}

/** What more than one slice tells of the same stretch of time. A slice itself says nothing twice, or it was not written. */
export const toldBySeveral = (table: string) => `
  SELECT *
  FROM ${table}
  SEMI JOIN (
    SELECT element, country, period_start, period_end
    FROM ${table}
    GROUP BY ALL
    HAVING count(DISTINCT slice) > 1 OR bool_or(slice = '')
  ) AS several USING (element, country, period_start, period_end)`

/** Refuses what no register knows: it would be left out of every sum without a word. */
export async function refuseUnknown(db: Warehouse, table: string) {
  const [unknown] = await db.all<{ element: string; country: string; cell: string; file: string }>(
    plain(`
      SELECT element, country, cell, min(file) AS file
      FROM ${table}
      WHERE element NOT IN (SELECT id FROM element)
         OR country NOT IN (SELECT country FROM calendar)
         OR cell <> '' AND (element, cell) NOT IN (SELECT (element, cell) FROM element_cell)
      GROUP BY ALL
      ORDER BY ALL
      LIMIT 1`),
  )
  if (!unknown) return
  const { element, country, cell, file } = unknown
  const by = cell === '' ? '' : ` by ${cell}`
  throw new Error(`No data element ${element}${by}, or no calendar of ${country} (${file}).`)
}

/** Columns are named: a slice with other columns is an error, not a shifted row. */
export function sliceRows(slices: readonly string[]): string[] {
  if (slices.length === 0) return []
  const files = [...slices].sort().map(literal).join(', ')
  return [
    `SELECT ${observationNames}, parse_filename(filename, true) AS slice FROM read_parquet([${files}], filename = true)`,
  ]
}
