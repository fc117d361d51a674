import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { sql } from '../../../indicators/model/sql.ts'
import { buildWarehouse } from '../../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { writeSlice } from '../../../pipelines/warehouse/write-slice.ts'
import { contents, observed } from './observations.ts'

const folder = mkdtempSync(join(tmpdir(), 'warehouse-'))
const slices = join(folder, 'slices')
afterAll(() => rm(folder, { recursive: true }))

const slice = async (...observations: ReturnType<typeof observed>[]) =>
  join(slices, `${(await writeSlice(observations, slices)).hash}.parquet`)

const readAll = async (path: string, table: string) => {
  const db = await openWarehouse(path, { readOnly: true })
  const rows = await db.all({ text: `SELECT * FROM ${table}`, values: [] })
  db.close()
  return rows
}

it('holds what the slices delivered, each row with its slice, and one fact per period', async () => {
  const path = join(folder, 'two.duckdb')
  const first = await slice(
    observed({ value: 120 }),
    observed({ cell: 'sex=female', value: null, ref: 'C2' }),
  )
  const second = await slice(observed({ quarter: '2021-Q3', value: 130.5 }))
  await buildWarehouse({ ...contents, path, slices: [first, second] })
  expect(await readAll(path, 'observation')).toMatchObject([
    { element: 'PP_STOCK', period_end: '2021-06-30', cell: '', value: 120, slice: first.slice(-72, -8) },
    { period_end: '2021-06-30', cell: 'sex=female', state: 'missing', value: null, ref: 'C2' },
    { period_end: '2021-09-30', value: 130.5, slice: second.slice(-72, -8) },
  ])
  expect(await readAll(path, 'fact')).toMatchObject([
    { quarter: '2021-Q2', cell: '', state: 'observed', value: 120, joined: false, correction: false },
    { quarter: '2021-Q2', cell: 'sex=female', state: 'missing', value: null },
    { quarter: '2021-Q3', cell: '', state: 'observed', value: 130.5 },
  ])
  expect(await readAll(path, 'place')).toEqual([
    {
      code: 'KAZ-R1-01',
      name: 'Facility KZ-R1-01',
      country: 'KAZ',
      level: 'facility',
      parent: 'KAZ-R1',
      kind: 'closed',
      programme: true,
      opened: null,
      closed: null,
    },
  ])
  expect(await readAll(path, 'submission')).toEqual([
    { country: 'KAZ', quarter: '2021-Q2', due: '2021-07-30', received: '2021-07-12' },
  ])
  expect(await readAll(path, 'public_figure')).toEqual([])
})

it('gives the same rows in the same order whatever the order of slices', async () => {
  const parts = [
    await slice(observed({ quarter: '2020-Q1', value: 1 })),
    await slice(observed({ quarter: '2020-Q2', value: 2 })),
    await slice(observed({ quarter: '2020-Q3', value: 3, place: 'TUN-R1-01' })),
  ]
  const one = join(folder, 'one.duckdb')
  const other = join(folder, 'other.duckdb')
  await buildWarehouse({ ...contents, path: one, slices: parts })
  await buildWarehouse({ ...contents, path: other, slices: parts.toReversed() })
  for (const table of ['observation', 'fact'])
    expect(await readAll(one, table)).toEqual(await readAll(other, table))
})

it('keeps names as they are, whatever stands in them', async () => {
  const path = join(folder, 'names.duckdb')
  const file = `Қыркүйек '21'; DROP TABLE x; -- $1 "ع" .xlsx`
  await buildWarehouse({
    ...contents,
    path,
    slices: [await slice(observed({ file, sheet: "d'été", ref: "B'2" }))],
  })
  expect(await readAll(path, 'observation')).toMatchObject([{ file, sheet: "d'été", ref: "B'2" }])
})

it('keeps values as decimals and dates as dates', async () => {
  const path = join(folder, 'types.duckdb')
  await buildWarehouse({ ...contents, path, slices: [await slice(observed({}))] })
  const db = await openWarehouse(path, { readOnly: true })
  const types = await db.all<{ type: string }>(sql`
    SELECT DISTINCT data_type AS type
    FROM information_schema.columns
    WHERE column_name IN ('value', 'period_end', 'due', 'as_of')
    ORDER BY type`)
  db.close()
  expect(types.map(({ type }) => type)).toEqual(['DATE', 'DECIMAL(18,4)'])
})

it('refuses one thing delivered by two slices, an unknown element, and leaves nothing behind', async () => {
  const path = join(folder, 'refused.duckdb')
  const known = await slice(observed({ value: 1 }))
  const again = await slice(observed({ value: 2, file: 'other.xlsx' }))
  await expect(buildWarehouse({ ...contents, path, slices: [known, again] })).rejects.toThrow(
    'Delivered more than once: PP_STOCK',
  )
  const strange = await slice(observed({ element: 'NO_SUCH' }))
  await expect(buildWarehouse({ ...contents, path, slices: [strange] })).rejects.toThrow(
    'No data element NO_SUCH',
  )
  expect(existsSync(path)).toBe(false)
  expect(readdirSync(folder).filter((name) => name.startsWith('refused'))).toEqual([])
})

it('builds with no slice at all', async () => {
  const path = join(folder, 'empty.duckdb')
  await buildWarehouse({ ...contents, path })
  expect(await readAll(path, 'fact')).toEqual([])
})
