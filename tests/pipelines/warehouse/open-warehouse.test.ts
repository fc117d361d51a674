import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '../../../indicators/model/sql.ts'
import { openWarehouse, type Warehouse } from '../../../pipelines/warehouse/open-warehouse.ts'

const folder = mkdtempSync(join(tmpdir(), 'warehouse-'))
const plain = (text: string) => ({ text, values: [] })
let db: Warehouse

beforeAll(async () => {
  writeFileSync(join(folder, 'inside.csv'), 'a\n1\n')
  symlinkSync('/etc/passwd', join(folder, 'link.csv'))
  db = await openWarehouse(':memory:', { folders: [folder] })
})
afterAll(async () => {
  db.close()
  await rm(folder, { recursive: true })
})

it('refuses to open a file a second time in one process', async () => {
  const path = join(folder, 'once.duckdb')
  const first = await openWarehouse(path)
  await expect(openWarehouse(join(folder, '.', 'once.duckdb'))).rejects.toThrow('already open')
  first.close()
  const again = await openWarehouse(path)
  again.close()
})

it('lets a file be tried again after it could not be opened', async () => {
  const path = join(folder, 'not-a-database.duckdb')
  writeFileSync(path, 'This is a text, not a database, and long enough to be looked at. '.repeat(200))
  await expect(openWarehouse(path)).rejects.toThrow()
  await rm(path)
  const opened = await openWarehouse(path)
  opened.close()
})

it('cannot change a file opened for reading, but can keep temporary tables beside it', async () => {
  const path = join(folder, 'read.duckdb')
  const written = await openWarehouse(path)
  await written.run(plain('CREATE TABLE number AS SELECT 1 AS n'))
  written.close()
  const reader = await openWarehouse(path, { readOnly: true })
  await expect(reader.run(plain('INSERT INTO number VALUES (2)'))).rejects.toThrow('read-only')
  await reader.run(plain('CREATE TEMP TABLE twice AS SELECT n * 2 AS n FROM number'))
  expect(await reader.all(sql`SELECT n FROM twice`)).toEqual([{ n: 2 }])
  reader.close()
})

it.each([
  ['a file outside its folders', "SELECT * FROM read_text('/etc/passwd')"],
  ['a file reached through its folder', () => `SELECT * FROM read_text('${folder}/../../etc/passwd')`],
  ['a link out of its folder', () => `SELECT * FROM read_text('${folder}/link.csv')`],
  ['a listing elsewhere', "SELECT * FROM glob('/etc/*')"],
  ['an address', "SELECT * FROM read_csv('https://example.org/a.csv')"],
  ['another database', "ATTACH '/elsewhere/any.duckdb' AS elsewhere"],
  ['writing elsewhere', "COPY (SELECT 1) TO '/elsewhere/any.csv'"],
  ['an extension', 'INSTALL httpfs'],
  ['loading a library', "LOAD '/elsewhere/any.duckdb_extension'"],
  ['more memory', "SET memory_limit = '100GB'"],
  ['more threads', 'SET threads = 64'],
  ['external access', 'SET enable_external_access = true'],
  ['unlocked settings', 'SET lock_configuration = false'],
  ['secrets', 'CREATE SECRET s (TYPE s3)'],
])('refuses %s', async (_, text) => {
  await expect(db.run(plain(typeof text === 'string' ? text : text()))).rejects.toThrow()
})

it('reads and writes in the folder it was given', async () => {
  const path = join(folder, 'out.csv')
  await db.run(plain(`COPY (SELECT 1 AS n) TO '${path}'`))
  expect(await db.all(plain(`SELECT n FROM read_csv('${path}', header = true)`))).toEqual([{ n: 1 }])
})

it('takes one statement at a time and binds values, never text', async () => {
  await expect(db.run(plain('SELECT 1; SELECT 2'))).rejects.toThrow()
  const hostile = `'; DROP TABLE x; --`
  expect(await db.all(sql`SELECT ${hostile} AS text, ${null} AS nothing, ${true} AS yes`)).toEqual([
    { text: hostile, nothing: null, yes: true },
  ])
})

it('answers with plain values', async () => {
  const rows = await db.all(sql`
    SELECT DATE '2021-06-30' AS day, count(*) AS rows, 12.5::DECIMAL(18,4) AS value, [1, 2] AS list`)
  expect(rows).toEqual([{ day: '2021-06-30', rows: 1, value: 12.5, list: [1, 2] }])
  await expect(db.all(sql`SELECT 9007199254740993 AS n`)).rejects.toThrow('safe whole number')
})

it('runs statements in the order they were asked for, also after one that failed', async () => {
  await db.run(plain('CREATE TEMP TABLE step (n INTEGER)'))
  const failed = db.run(plain('INSERT INTO nowhere VALUES (1)'))
  const added = db.run(plain('INSERT INTO step VALUES (1)'))
  const read = db.all(sql`SELECT n FROM step`)
  await expect(failed).rejects.toThrow('nowhere')
  await added
  expect(await read).toEqual([{ n: 1 }])
})

it('keeps temporary tables of two sessions apart, over the same tables', async () => {
  const other = await db.session()
  await db.run(plain('CREATE TABLE shared AS SELECT 1 AS n'))
  await db.run(plain('CREATE TEMP TABLE own AS SELECT 1 AS n'))
  await other.run(plain('CREATE TEMP TABLE own AS SELECT 2 AS n'))
  expect(await other.all(sql`SELECT own.n AS own, shared.n AS shared FROM own, shared`)).toEqual([
    { own: 2, shared: 1 },
  ])
  other.close()
  expect(await db.all(sql`SELECT n FROM own`)).toEqual([{ n: 1 }])
})

it('adds the same decimals to the same sum in twenty runs on two threads', async () => {
  await db.run(
    plain('CREATE TEMP TABLE many AS SELECT (i % 997)::DECIMAL(18,4) / 10 AS v FROM range(2000000) AS r(i)'),
  )
  const sums = new Set<string>()
  for (let run = 0; run < 20; run += 1) {
    const [row] = await db.all<{ sum: string }>(sql`SELECT sum(v::DECIMAL(18,4))::VARCHAR AS sum FROM many`)
    sums.add(row?.sum ?? '')
  }
  expect(sums.size).toBe(1)
})
