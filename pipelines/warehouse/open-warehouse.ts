import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBResultReader,
  DuckDBTypeId,
  type DuckDBValue,
  type DuckDBValueConverter,
  JSDuckDBValueConverter,
} from '@duckdb/node-api'
import type { RunSql, SqlQuery, SqlValue } from '../../indicators/model/run-sql.ts'

/**
 * One connection to a DuckDB, one statement at a time.
 *
 * Shape   rows are plain values: dates as ISO text, decimals and whole numbers as numbers, lists as arrays
 * Errors  a whole number JavaScript cannot hold, a second statement in one text
 */
export interface Warehouse extends RunSql {
  run(query: SqlQuery): Promise<void>
  /** Adds rows to a temporary table whose columns, in order, are text, double or boolean. */
  append<Row>(
    table: string,
    rows: readonly Row[],
    columns: readonly ((row: Row) => SqlValue)[],
  ): Promise<void>
  /** A second connection: the same tables, but temporary tables of its own. Closed by whoever asked for it. */
  session(): Promise<Warehouse>
  close(): void
}

export type WarehouseOptions = {
  readonly readOnly?: boolean
  /** Folders whose files its SQL may read and write; no others can be reached once it is open. */
  readonly folders?: readonly string[]
  /** Single files its SQL may read as well. */
  readonly files?: readonly string[]
  readonly memory?: string
  /** One is faster for statements of many steps over few rows: each step would share out next to nothing. */
  readonly threads?: 1 | 2
}

const IN_MEMORY = ':memory:'
const CHUNK_ROWS = 2048
const CHUNKS_PER_TURN = 16

/** Opening one file twice in a process would succeed and lose writes without a word. */
const openFiles = new Set<string>()
let opened = 0

/**
 * Opens a DuckDB file, or one in memory for tests and passing work, locked down: no extensions, no network,
 * no files but those of `folders`, no change of settings.
 *
 * A running statement holds one of libuv's four threads; with one statement at a time per warehouse, files
 * can still be read while it runs. A process that opens several sets UV_THREADPOOL_SIZE=16.
 */
export async function openWarehouse(path = IN_MEMORY, options: WarehouseOptions = {}): Promise<Warehouse> {
  const file = path === IN_MEMORY ? null : join(realpathSync(dirname(resolve(path))), basename(path))
  if (file && openFiles.has(file)) throw new Error(`The warehouse ${file} is already open in this process.`)
  if (file) openFiles.add(file)
  try {
    const instance = await DuckDBInstance.create(file ?? IN_MEMORY, settings(options))
    const connection = await instance.connect()
    await lockDown(connection, file, options)
    return warehouseOver(instance, connection, () => {
      instance.closeSync()
      if (file) openFiles.delete(file)
    })
  } catch (error) {
    if (file) openFiles.delete(file)
    throw error
  }
}

const settings = ({ readOnly = false, memory = '2GB', threads = 2 }: WarehouseOptions) => ({
  access_mode: readOnly ? 'READ_ONLY' : 'AUTOMATIC',
  threads: String(threads),
  memory_limit: memory,
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  allow_unsigned_extensions: 'false',
})

/** A text as an SQL literal, for the places where DuckDB takes no bound value (COPY, SET, file lists). */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

async function lockDown(
  connection: DuckDBConnection,
  file: string | null,
  { folders = [], files = [] }: WarehouseOptions,
) {
  opened += 1
  // A name of its own: two instances that spill into one folder would overwrite each other's pages.
  const spill = `${file ?? join(tmpdir(), 'waymark')}.spill-${process.pid}-${opened}`
  const allowed = folders.map((folder) => literal(`${resolve(folder)}/`))
  for (const setting of [
    `SET temp_directory = ${literal(spill)}`,
    `SET max_temp_directory_size = '4GB'`,
    `SET allowed_directories = [${allowed.join(', ')}]`,
    `SET allowed_paths = [${files.map((path) => literal(resolve(path))).join(', ')}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ])
    await connection.run(setting)
}

function warehouseOver(
  instance: DuckDBInstance,
  connection: DuckDBConnection,
  closed: () => void,
): Warehouse {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>) => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
  // `prepare` takes exactly one statement; `connection.run` would run several from one text.
  const query = async ({ text, values }: SqlQuery) => {
    const statement = await connection.prepare(text)
    try {
      statement.bind([...values])
      return await statement.runAndReadAll()
    } finally {
      statement.destroySync()
    }
  }
  return {
    all: <Row>(asked: SqlQuery) => inTurn(async () => rowsOf(await query(asked)) as Row[]),
    run: (asked) => inTurn(async () => void (await query(asked))),
    append: (table, rows, columns) => inTurn(() => append(connection, table, rows, columns)),
    session: async () => warehouseOver(instance, await instance.connect(), () => undefined),
    close() {
      connection.closeSync()
      closed()
    },
  }
}

/** Rows by way of columns: reading values row by row takes three times as long. */
function rowsOf(result: DuckDBResultReader) {
  const names = result.deduplicatedColumnNames()
  const columns = result.convertColumns(plainValue)
  return Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => {
    const one: Record<string, unknown> = {}
    for (const [column, name] of names.entries()) one[name] = columns[column]?.[row]
    return one
  })
}

const plainValue: DuckDBValueConverter<unknown> = (value, type, converter) => {
  if (value === null) return null
  if (type.typeId === DuckDBTypeId.DATE) return String(value)
  if (typeof value !== 'bigint') return JSDuckDBValueConverter(value, type, converter as never)
  if (!Number.isSafeInteger(Number(value))) throw new Error(`${value} is beyond a safe whole number.`)
  return Number(value)
}

async function append<Row>(
  connection: DuckDBConnection,
  table: string,
  rows: readonly Row[],
  columns: readonly ((row: Row) => SqlValue)[],
) {
  const appender = await connection.createAppender(table, 'main', 'temp')
  const types = columns.map((_, index) => appender.columnType(index))
  for (let start = 0, chunks = 1; start < rows.length; start += CHUNK_ROWS, chunks += 1) {
    const part = rows.slice(start, start + CHUNK_ROWS)
    const chunk = DuckDBDataChunk.create(types, part.length)
    chunk.setColumns(columns.map((column) => part.map(column) as DuckDBValue[]))
    appender.appendDataChunk(chunk)
    if (chunks % CHUNKS_PER_TURN === 0) await new Promise(setImmediate)
  }
  appender.closeSync()
}
