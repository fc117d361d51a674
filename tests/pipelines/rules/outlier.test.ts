import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quarterAfter } from '../../../indicators/model/period.ts'
import { loadRules } from '../../../pipelines/rules/load-rules.ts'
import { poissonBand } from '../../../pipelines/rules/poisson.ts'
import { runRules } from '../../../pipelines/rules/run-rules.ts'
import { readLines, START, warehouseOf } from './small-files.ts'

const rules = loadRules().rules.filter(({ kind }) => kind === 'outlier')

/** Findings on the last of a series of quarters that ends with 2021-Q2; null is missing. */
async function judge(element: string, place: string, series: readonly (number | null)[]) {
  const lines = series.map((value, index) => {
    const quarter = quarterAfter('2021-Q2', index - series.length + 1)
    return `${element}@${quarter} ${place} ${value ?? '–'}`
  })
  const db = await warehouseOf(readLines(lines.slice(0, -1), 'earlier.xlsx'))
  const found = await runRules(db, { staged: readLines(lines.slice(-1)), rules, start: START })
  db.close()
  return found.map(({ rule, params }) => ({
    rule,
    usual: params.rightValue,
    low: params.low,
    high: params.high,
  }))
}

const steady = [200, 210, 190, 205, 195, 202, 198]

it('flags a flow far from its median, by its own spread', async () => {
  // Median 200, deviations 0 10 10 5 5 2 2: MAD 5, spread 7.413 but chance alone is √200 = 14.14: 3.5 × 14.14 = 49.5.
  expect(await judge('PP_ADM', 'KAZ-R1-01', [...steady, 249])).toEqual([])
  expect(await judge('PP_ADM', 'KAZ-R1-01', [...steady, 250])).toEqual([
    { rule: 'O01', usual: 200, low: 150.5025, high: 249.4975 },
  ])
  expect(await judge('PP_ADM', 'KAZ-R1-01', [...steady, 150])).toHaveLength(1)
})

it('lets a series that usually moves a lot move a lot', async () => {
  expect(await judge('TR_PART', 'KAZ-R1', [40, 120, 60, 180, 90, 30, 150, 260])).toEqual([])
})

it('judges a stock by its changes, so that steady growth is no outlier', async () => {
  const growing = Array.from({ length: 10 }, (_, i) => 1000 + 100 * i)
  expect(await judge('PP_STOCK', 'KAZ-R1-01', [...growing, 2000])).toEqual([])
  expect(await judge('PP_STOCK', 'KAZ-R1-01', [...growing, 1700])).toMatchObject([
    { rule: 'O01', usual: 2000 },
  ])
})

it('judges small counts by what chance allows', async () => {
  const few = [2, 0, 3, 1, 2, 4, 2]
  const { high } = poissonBand(2, 0.0005)
  expect(high).toBe(8)
  expect(await judge('PP_ADM', 'KAZ-R1-01', [...few, high])).toEqual([])
  expect(await judge('PP_ADM', 'KAZ-R1-01', [...few, high + 1])).toEqual([
    { rule: 'O02', usual: 2, low: 0, high },
  ])
  expect(await judge('PP_ADM', 'KAZ-R1-01', [0, 0, 0, 0, 0, 0, 3])).toEqual([])
})

it('gives small counts that come in groups the room they usually take', async () => {
  const groups = [0, 15, 4, 20, 0, 12, 8]
  // Median 8, deviations 8 7 4 12 8 4 0: MAD 7, so up to 8 + 3.5 × 1.4826 × 7 = 44.3 where chance alone ends at 19.
  expect(poissonBand(8, 0.0005).high).toBe(19)
  expect(await judge('TR_PART', 'KAZ-R1', [...groups, 44])).toEqual([])
  expect(await judge('TR_PART', 'KAZ-R1', [...groups, 45])).toMatchObject([{ rule: 'O02', usual: 8, low: 0 }])
})

it('asks once about a flow that has moved to a new level', async () => {
  const begun = [0, 0, 0, 0, 0, 0, 14]
  expect(await judge('PP_SCREENED', 'KAZ-R1-01', begun)).toMatchObject([{ rule: 'O02', usual: 0 }])
  expect(await judge('PP_SCREENED', 'KAZ-R1-01', [...begun, 17])).toEqual([])
  expect(await judge('PP_SCREENED', 'KAZ-R1-01', [...begun, 28])).toHaveLength(1)
  expect(await judge('PP_ADM', 'KAZ-R1-01', [...steady, 300, 310])).toEqual([])
})

it('judges a small stock by the value before, so that slow growth is no outlier', async () => {
  const growing = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
  expect(await judge('RNA_ASSESSORS', 'KAZ-R1', [...growing, 14])).toEqual([])
  expect(await judge('RNA_ASSESSORS', 'KAZ-R1', [...growing, 40])).toMatchObject([{ rule: 'O02', usual: 12 }])
})

it('says nothing with too short a past, of a missing value, or of what does not count persons', async () => {
  expect(await judge('PP_ADM', 'KAZ-R1-01', [200, 200, 200, 200, 200, 900])).toEqual([])
  expect(await judge('PP_ADM', 'KAZ-R1-01', [...steady, null])).toEqual([])
  expect(await judge('PP_ADM', 'KAZ-R1-01', [200, null, 200, null, 200, 200, 200, 900])).toEqual([])
  expect(await judge('TR_COURSES', 'KAZ', [...steady, 900])).toEqual([])
})

/** The chance of at most `count`, added up term by term in logarithms. */
function chanceOfAtMost(count: number, mean: number) {
  let logFactorial = 0
  let sum = 0
  for (let k = 0; k <= count; k += 1) {
    if (k > 0) logFactorial += Math.log(k)
    sum += Math.exp(k * Math.log(mean) - mean - logFactorial)
  }
  return sum
}

it('has the narrowest band whose tails are each less likely than asked', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 30, noNaN: true }),
      fc.constantFrom(0.0005, 0.01, 0.05),
      (mean, tail) => {
        const { low, high } = poissonBand(mean, tail)
        expect(chanceOfAtMost(low, mean)).toBeGreaterThanOrEqual(tail)
        if (low > 0) expect(chanceOfAtMost(low - 1, mean)).toBeLessThan(tail)
        expect(1 - chanceOfAtMost(high, mean)).toBeLessThan(tail)
        expect(1 - chanceOfAtMost(high - 1, mean)).toBeGreaterThanOrEqual(tail)
      },
    ),
  )
})
