import { afterEach, expect, it } from 'vitest'
import type { Observation } from '../../../indicators/model/observation.ts'
import { fillWarehouse } from '../../../pipelines/warehouse/build-warehouse.ts'
import { normalised } from '../../../pipelines/warehouse/normalise.sql.ts'
import { openWarehouse, type Warehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { contents, observed } from './observations.ts'

let db: Warehouse
afterEach(() => db.close())

/** Facts as `from…to value marks`, in order. */
async function facts(...observations: Observation[]) {
  db = await openWarehouse()
  await fillWarehouse(db, { ...contents, observations })
  const rows = await db.all<{
    period_start: string
    period_end: string
    state: string
    value: number | null
    joined: boolean
    correction: boolean
  }>({ text: 'SELECT * FROM fact', values: [] })
  return rows.map((row) =>
    [
      `${row.period_start}…${row.period_end}`,
      row.state === 'observed' ? row.value : row.state,
      ...(row.joined ? ['joined'] : []),
      ...(row.correction ? ['correction'] : []),
    ].join(' '),
  )
}

const toDate = (quarter: string, value: number | null, given: Partial<Observation> = {}) =>
  observed({ element: 'PP_ADM', deliveredAs: 'year_to_date', quarter, value, ...given })
const sinceStart = (quarter: string, value: number | null, given: Partial<Observation> = {}) =>
  observed({
    element: 'PP_ADM',
    deliveredAs: 'since_start',
    quarter,
    value,
    periodStart: '2020-01-01',
    ...given,
  })
const ofPeriod = (quarter: string, value: number | null, given: Partial<Observation> = {}) =>
  observed({ element: 'PP_ADM', quarter, value, ...given })

it('compiles to the approved SQL, which DuckDB can bind', async () => {
  const { text } = normalised('observation')
  await expect(`${text}\n`).toMatchFileSnapshot('../../golden/sql/normalised.sql')
  db = await openWarehouse()
  await fillWarehouse(db, contents)
  await expect(db.all({ text: `EXPLAIN ${text}`, values: [] })).resolves.toHaveLength(1)
})

it('takes a year to date apart: 5, 12, 12, 20 is 5, 7, 0, 8', async () => {
  expect(
    await facts(toDate('2021-Q1', 5), toDate('2021-Q2', 12), toDate('2021-Q3', 12), toDate('2021-Q4', 20)),
  ).toEqual([
    '2021-01-01…2021-03-31 5',
    '2021-04-01…2021-06-30 7',
    '2021-07-01…2021-09-30 0',
    '2021-10-01…2021-12-31 8',
  ])
})

it('joins the stretches of –, 1, 2, –, 3, – and keeps what is missing', async () => {
  const half = (quarter: string, value: number | null) => sinceStart(quarter, value)
  expect(
    await facts(
      half('2020-Q1', null),
      half('2020-Q2', 1),
      half('2020-Q3', 2),
      half('2020-Q4', null),
      half('2021-Q1', 3),
      half('2021-Q2', null),
    ),
  ).toEqual([
    '2020-01-01…2020-03-31 missing',
    '2020-01-01…2020-06-30 1 joined',
    '2020-07-01…2020-09-30 1',
    '2020-10-01…2020-12-31 missing',
    '2020-10-01…2021-03-31 1 joined',
    '2021-04-01…2021-06-30 missing',
  ])
})

it('joins over a quarter nobody sent anything for', async () => {
  expect(await facts(toDate('2021-Q1', 5), toDate('2021-Q3', 12))).toEqual([
    '2021-01-01…2021-03-31 5',
    '2021-04-01…2021-09-30 7 joined',
  ])
})

it('starts again with each statistical year, in Uganda in July', async () => {
  const uganda = { place: 'UGA-R1-01', country: 'UGA' } as const
  expect(
    await facts(
      toDate('2020-Q2', 40, uganda),
      toDate('2020-Q3', 7, uganda),
      toDate('2020-Q4', 9, uganda),
      toDate('2021-Q1', 15, uganda),
    ),
  ).toEqual([
    '2019-07-01…2020-06-30 40 joined',
    '2020-07-01…2020-09-30 7',
    '2020-10-01…2020-12-31 2',
    '2021-01-01…2021-03-31 6',
  ])
})

it('does not start again where figures run since the start', async () => {
  expect(await facts(sinceStart('2020-Q4', 40), sinceStart('2021-Q1', 55))).toEqual([
    '2020-01-01…2020-12-31 40 joined',
    '2021-01-01…2021-03-31 15',
  ])
})

it('counts a place that joins late from the first day anybody of its country counts from', async () => {
  const late = { place: 'KAZ-R1-02', periodStart: '2020-07-01' }
  expect(await facts(sinceStart('2020-Q1', 4), sinceStart('2020-Q3', 9, late))).toEqual([
    '2020-01-01…2020-03-31 4',
    '2020-01-01…2020-09-30 9 joined',
  ])
})

it('keeps a running total that fell as a negative correction', async () => {
  expect(await facts(toDate('2021-Q1', 5), toDate('2021-Q2', 3))).toEqual([
    '2021-01-01…2021-03-31 5',
    '2021-04-01…2021-06-30 -2 correction',
  ])
})

it('keeps an observed zero as zero', async () => {
  expect(await facts(toDate('2021-Q1', 0), toDate('2021-Q2', 0))).toEqual([
    '2021-01-01…2021-03-31 0',
    '2021-04-01…2021-06-30 0',
  ])
})

it('keeps withheld and not applicable apart from missing, and neither is a total to subtract', async () => {
  expect(
    await facts(
      toDate('2021-Q1', null, { state: 'withheld' }),
      toDate('2021-Q2', 8),
      toDate('2021-Q3', null, { state: 'not_applicable' }),
    ),
  ).toEqual([
    '2021-01-01…2021-03-31 withheld',
    '2021-01-01…2021-06-30 8 joined',
    '2021-07-01…2021-09-30 not_applicable',
  ])
})

it('does not call a half-year joined where the element is six-monthly', async () => {
  const half = { element: 'COH6_N', periodStart: '2021-01-01' }
  expect(await facts(toDate('2021-Q2', 8, half), toDate('2021-Q4', 11, half))).toEqual([
    '2021-01-01…2021-06-30 8',
    '2021-07-01…2021-12-31 3',
  ])
})

it('leaves stocks and running-total elements as delivered', async () => {
  expect(
    await facts(
      sinceStart('2021-Q1', 40, { element: 'SEC_REC_ISSUED' }),
      sinceStart('2021-Q2', 44, { element: 'SEC_REC_ISSUED' }),
    ),
  ).toEqual(['2020-01-01…2021-03-31 40', '2020-01-01…2021-06-30 44'])
  db.close()
  expect(await facts(observed({ deliveredAs: 'as_of_date', periodStart: '2021-06-30', value: 120 }))).toEqual(
    ['2021-06-30…2021-06-30 120'],
  )
})

it('counts a quarter once where it came both by itself and within the year to date', async () => {
  expect(
    await facts(
      ofPeriod('2021-Q1', 5),
      toDate('2021-Q1', 5),
      ofPeriod('2021-Q2', 7),
      toDate('2021-Q2', 12),
      ofPeriod('2021-Q3', null),
      toDate('2021-Q3', 15),
    ),
  ).toEqual(['2021-01-01…2021-03-31 5', '2021-04-01…2021-06-30 7', '2021-07-01…2021-09-30 3'])
})

it('recovers a missing quarter from the year to date and the single quarters after it', async () => {
  expect(await facts(toDate('2021-Q1', null), ofPeriod('2021-Q2', 7), toDate('2021-Q2', 12))).toEqual([
    '2021-01-01…2021-03-31 5',
    '2021-04-01…2021-06-30 7',
  ])
})

it('takes single periods off the year to date when a country changes its way of counting', async () => {
  expect(await facts(ofPeriod('2021-Q1', 5), ofPeriod('2021-Q2', 7), toDate('2021-Q3', 15))).toEqual([
    '2021-01-01…2021-03-31 5',
    '2021-04-01…2021-06-30 7',
    '2021-07-01…2021-09-30 3',
  ])
  db.close()
  expect(await facts(ofPeriod('2021-Q2', 7), toDate('2021-Q3', 15))).toEqual([
    '2021-04-01…2021-06-30 7',
    '2021-01-01…2021-09-30 8 joined',
  ])
})
