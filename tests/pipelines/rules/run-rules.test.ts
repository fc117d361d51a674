import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { Observation } from '../../../indicators/model/observation.ts'
import { sql } from '../../../indicators/model/sql.ts'
import { compileRules } from '../../../pipelines/rules/compile-rules.ts'
import { loadRules } from '../../../pipelines/rules/load-rules.ts'
import { Rule } from '../../../pipelines/rules/rule.ts'
import { runRules } from '../../../pipelines/rules/run-rules.ts'
import { stageValues } from '../../../pipelines/rules/staged-values.sql.ts'
import { buildWarehouse } from '../../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse, type Warehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { observed } from '../warehouse/observations.ts'
import { readLines, registersOf, START, warehouseOf } from './small-files.ts'

const { rules } = loadRules()
const only = (...ids: string[]) => rules.filter(({ id }) => ids.includes(id))
const known = (...lines: string[]) => readLines(lines, 'earlier.xlsx')
const staged = (...lines: string[]) => readLines(lines)

let db: Warehouse
afterEach(() => db.close())

async function run(history: readonly Observation[], file: readonly Observation[], checked: readonly Rule[]) {
  db = await warehouseOf(history)
  return runRules(db, { staged: file, rules: checked, start: START })
}

it('compiles one comparing rule to the approved SQL, which DuckDB can bind', async () => {
  const query = compileRules(only('V16'))
  await expect(`${query?.text}\n`).toMatchFileSnapshot('../../golden/sql/rule-v16.sql')
  const all = compileRules(rules)
  db = await warehouseOf([])
  const session = await db.session()
  await stageValues(session, [], START, { known: [], added: [] })
  for (const { text } of [query, all].filter((one) => one !== null))
    expect(await session.all({ text: `EXPLAIN ${text}`, values: [] })).toHaveLength(1)
  session.close()
})

it('compiles to nothing where all rules are checked while reading', async () => {
  expect(compileRules(only('V36', 'V42', 'V43', 'V44'))).toBeNull()
  expect(await run([], staged('PP_STOCK KAZ-R1-01 1'), only('V36'))).toEqual([])
})

it('names every cell behind both sides, with the file of those from elsewhere', async () => {
  const found = await run(
    known('PP_STOCK@2021-Q1 KAZ-R1-01 100'),
    staged('PP_STOCK KAZ-R1-01 140', 'PP_ADM KAZ-R1-01 20', 'PP_REL KAZ-R1-01 5'),
    only('V16'),
  )
  expect(found).toEqual([
    {
      code: 'rule-v16',
      rule: 'V16',
      severity: 'warning',
      at: { file: 'staged.xlsx', sheet: 'Report', ref: 'B1' },
      value: '140',
      params: {
        check: 0,
        place: 'KAZ-R1-01',
        placeName: 'Place KAZ-R1-01',
        period: '2021-Q2',
        cell: '',
        left: 'PP_STOCK',
        right: 'PP_STOCK@eve + PP_ADM − PP_REL',
        leftValue: 140,
        rightValue: 115,
        cells: 'Report!B1, earlier.xlsx!Report!B1, Report!B2, Report!B3',
      },
    },
  ])
})

it('names the staged cell first when the other side was known before', async () => {
  const [found] = await run(
    known('VEP_RNA_VALID KAZ 31', 'PP_STOCK KAZ-R1-01 1'),
    staged('VEP_STOCK KAZ 30'),
    only('V06'),
  )
  expect(found?.at).toEqual({ file: 'staged.xlsx', sheet: 'Report', ref: 'B1' })
  expect(found?.params.cells).toBe('earlier.xlsx!Report!B1, Report!B1')
})

it('says nothing of what was known before and is not touched by the file', async () => {
  const wrong = known('VEP_RNA_VALID@2021-Q1 KAZ 31', 'VEP_STOCK@2021-Q1 KAZ 30')
  expect(await run(wrong, staged('VEP_RNA_VALID KAZ 30', 'VEP_STOCK KAZ 30'), only('V06'))).toEqual([])
})

it('puts the file in place of what was known of the same element and quarter', async () => {
  const history = known('VEP_RNA_VALID KAZ 30', 'VEP_STOCK KAZ 40', 'VEP_STOCK KAZ sex=female 4')
  const file = staged('VEP_STOCK KAZ 29', 'VEP_RNA_VALID KAZ sex=female 5')
  const found = await run(history, file, only('V06'))
  expect(found).toEqual([])
  const both = await runRules(db, {
    staged: [
      ...file,
      ...staged('VEP_RNA_VALID KAZ 30').map((one) => ({ ...one, lineage: { ...one.lineage, ref: 'C1' } })),
    ],
    rules: only('V06'),
    start: START,
  })
  expect(both.map(({ at }) => at.ref)).toEqual(['C1'])
})

it('compares running totals by what happened in the period', async () => {
  const toDate = (quarter: string, element: string, value: number, file: string) =>
    observed({ element, place: 'KAZ', quarter, value, file, deliveredAs: 'year_to_date', ref: element })
  const history = [
    toDate('2021-Q1', 'VEP_ADM', 10, 'earlier.xlsx'),
    toDate('2021-Q1', 'VEP_ADM_RNA', 2, 'earlier.xlsx'),
  ]
  const fine = [
    toDate('2021-Q2', 'VEP_ADM', 15, 'staged.xlsx'),
    toDate('2021-Q2', 'VEP_ADM_RNA', 7, 'staged.xlsx'),
  ]
  expect(await run(history, fine, only('V09'))).toEqual([])
  const wrong = [
    toDate('2021-Q2', 'VEP_ADM', 15, 'staged.xlsx'),
    toDate('2021-Q2', 'VEP_ADM_RNA', 8, 'staged.xlsx'),
  ]
  const found = await runRules(db, { staged: wrong, rules: only('V09'), start: START })
  expect(found.map(({ params }) => [params.leftValue, params.rightValue])).toEqual([[6, 5]])
})

it('warns of a running total that fell, by how much', async () => {
  const toDate = (quarter: string, value: number, file: string) =>
    observed({ element: 'PP_ADM', quarter, value, file, deliveredAs: 'year_to_date', ref: 'D4' })
  const found = await run(
    [toDate('2021-Q1', 50, 'earlier.xlsx')],
    [toDate('2021-Q2', 47, 'staged.xlsx')],
    only('O03'),
  )
  expect(found).toMatchObject([
    {
      rule: 'O03',
      severity: 'warning',
      at: { ref: 'D4' },
      params: { left: 'PP_ADM', leftValue: 3, period: '2021-Q2' },
    },
  ])
})

it('keeps the most severe of two findings of one rule in one cell', async () => {
  const found = await run(
    known('PP_ADM@2021-Q1 KAZ-R1-01 15'),
    staged('PP_SCREENED KAZ-R1-01 90', 'PP_ADM KAZ-R1-01 40'),
    only('V10'),
  )
  expect(found.map(({ severity }) => severity)).toEqual(['error'])
})

it('compares each country with itself, and counts a facility only while it is open', async () => {
  const history = readLines(['PP_STOCK KAZ-R1-01 5', 'PP_STOCK KAZ-R2-01 5'], 'earlier.xlsx', 'TUN')
  db = await warehouseOf(history, ['KAZ', 'TUN'])
  const file = [
    ...staged('VEP_STOCK KAZ 3', 'PP_STOCK KAZ-R1-01 2'),
    ...readLines(['VEP_STOCK KAZ 11'], 'tun.xlsx', 'TUN'),
  ]
  const before = await runRules(db, { staged: file, rules: only('V04'), start: START })
  expect(before.map(({ at }) => at.file)).toEqual(['tun.xlsx'])
  await db.run(sql`UPDATE place SET closed = DATE '2021-06-29' WHERE code = 'KAZ-R2-01'`)
  const after = await runRules(db, { staged: file, rules: only('V04'), start: START })
  expect(after.map(({ at }) => at.file)).toEqual(['staged.xlsx', 'tun.xlsx'])
})

it('treats a facility the element does not apply to as nothing, not as missing', async () => {
  const [vep, stock, other] = staged('VEP_STOCK KAZ 6', 'PP_STOCK KAZ-R1-01 5', 'PP_STOCK KAZ-R2-01 –')
  if (!vep || !stock || !other) throw new Error('three lines')
  const excused = { ...other, state: 'not_applicable' as const }
  expect(await run([], [vep, stock, other], only('V04'))).toEqual([])
  expect(
    await runRules(db, { staged: [vep, stock, excused], rules: only('V04'), start: START }),
  ).toHaveLength(1)
})

const pair = (is: string) =>
  Rule.parse({
    id: 'X01',
    kind: 'compare',
    level: 'error',
    title: { en: 'pair' },
    message: { en: 'pair' },
    missing: 'skip_if_any_missing',
    checks: [{ left: ['CMP_RCVD'], is, right: ['CMP_DONE'] }],
  })

it('tells what must come together, and what must not, by presence: 0 is present', async () => {
  const both = staged('CMP_RCVD KAZ-R1-01 0', 'CMP_DONE KAZ-R1-01 0')
  const one = staged('CMP_RCVD KAZ-R1-01 0', 'CMP_DONE KAZ-R1-01 –')
  expect(await run([], both, [pair('both_or_none')])).toEqual([])
  expect(await runRules(db, { staged: one, rules: [pair('both_or_none')], start: START })).toHaveLength(1)
  expect(await runRules(db, { staged: both, rules: [pair('not_both')], start: START })).toHaveLength(1)
  expect(await runRules(db, { staged: one, rules: [pair('not_both')], start: START })).toEqual([])
})

it('adds what is there where a side is skipped only if all is missing', async () => {
  const rule = (missing: string) =>
    Rule.parse({
      ...pair('at_most'),
      missing,
      checks: [{ left: ['CMP_DONE', 'CLS_REV_DEC'], is: 'at_most', right: 3 }],
    })
  const part = staged('CMP_DONE KAZ 4', 'CLS_REV_DEC KAZ –')
  const none = staged('CMP_DONE KAZ –', 'CLS_REV_DEC KAZ –')
  expect(await run([], part, [rule('skip_if_any_missing')])).toEqual([])
  const found = (file: Observation[], missing: string) =>
    runRules(db, { staged: file, rules: [rule(missing)], start: START })
  expect(await found(part, 'skip_if_all_missing')).toHaveLength(1)
  expect(await found(none, 'skip_if_all_missing')).toEqual([])
  expect(await found(none, 'missing_is_zero')).toEqual([])
})

it('changes nothing in the warehouse and leaves nothing behind, also when two files are checked at once', async () => {
  db = await warehouseOf(known('PP_STOCK@2021-Q1 KAZ-R1-01 100'))
  const tables = () => db.all(sql`SELECT table_name, estimated_size FROM duckdb_tables() ORDER BY table_name`)
  const before = await tables()
  const [grown, same] = await Promise.all(
    [151, 150].map((value) =>
      runRules(db, { staged: staged(`PP_STOCK KAZ-R1-01 ${value}`), rules: only('V37'), start: START }),
    ),
  )
  expect([grown?.length, same?.length]).toEqual([1, 0])
  expect(await tables()).toEqual(before)
})

it('finds the same in a file whatever the order of its values', async () => {
  const lines = [
    'VEP_STOCK KAZ 30',
    'VEP_RNA_VALID KAZ 31',
    'VEP_PLAN_RNA KAZ 33',
    'VEP_ADM KAZ 2',
    'VEP_ADM_RNA KAZ 3',
  ]
  const file = staged(...lines)
  const forward = await run([], file, rules)
  expect(forward.map(({ rule }) => rule)).toEqual(['V06', 'V07', 'V09'])
  expect(await runRules(db, { staged: file.toReversed(), rules, start: START })).toEqual(forward)
})

it('checks a file against a warehouse that is open for reading only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'))
  const path = join(folder, 'known.duckdb')
  await buildWarehouse({
    ...registersOf(['KAZ']),
    path,
    observations: known('PP_STOCK@2021-Q1 KAZ-R1-01 100'),
  })
  db = await openWarehouse(path, { readOnly: true })
  const file = staged('PP_STOCK KAZ-R1-01 151')
  expect(await runRules(db, { staged: file, rules: only('V37'), start: START })).toHaveLength(1)
  await rm(folder, { recursive: true })
})

it('says nothing of an empty file', async () => {
  expect(await run([], [], rules)).toEqual([])
})
