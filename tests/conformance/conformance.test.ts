import { describe, expect, it } from 'vitest'
import { type Computed, computeIndicators } from '../../indicators/compute/compute-indicators.ts'
import { standingOf } from '../../indicators/compute/standings.ts'
import type { Logframe } from '../../indicators/model/logframe.ts'
import { fillWarehouse } from '../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse } from '../../pipelines/warehouse/open-warehouse.ts'
import { buildCase } from './build-case.ts'
import { type Case, type Expectation, readCases, type Written } from './case.ts'

async function computed(one: Case) {
  const { contents, logframe, at } = buildCase(one)
  const db = await openWarehouse()
  try {
    await fillWarehouse(db, contents)
    return { logframe, result: await computeIndicators(db, logframe, at) }
  } finally {
    db.close()
  }
}

/** Half away from zero, as a reader would round. */
const rounded = (value: number, { decimals }: Written) => {
  const shifted = Math.abs(value) * 10 ** decimals
  return (Math.sign(value) * Math.round(shifted + shifted * Number.EPSILON * 4)) / 10 ** decimals
}

/** What was computed, in the form and only the parts of what is expected. */
function found(one: Case, expectation: Expectation, logframe: Logframe, result: Computed) {
  const [place = '', quarter = '', cell = ''] = expectation.at.split(' ')
  const { window } = expectation
  const known = window ? result.otherwise.filter((value) => value.window === window) : result.values
  const values = known.filter(
    (value) => value.place === place && value.quarter === quarter && value.cell === cell,
  )
  const [value] = values
  const [indicator] = logframe.indicators
  if (values.length > 1 || !indicator) throw new Error(`${expectation.at} has ${values.length} values.`)
  if (!value) return { absent: true }
  const plan = (result.plans[indicator.id] ?? []).find((one) => one.place === place && one.cell === cell)
  const { status, progress } =
    result.standings.find(
      (standing) => standing.place === place && standing.quarter === quarter && standing.cell === cell,
    ) ?? standingOf(indicator, plan ?? null, value, one.dataAsOf)
  const { coverage } = value
  const all: Record<string, unknown> = {
    ...progress,
    ...value,
    low: value.bounds?.low ?? null,
    high: value.bounds?.high ?? null,
    status,
    coverage: coverage && `${coverage.reported}/${coverage.expected}`,
  }
  const { at: _, window: __, ...asked } = expectation
  return Object.fromEntries(
    Object.entries(asked).map(([key, wanted]) => {
      const own = key === 'absent' ? false : all[key]
      const isNumber = typeof own === 'number' && wanted !== null && typeof wanted === 'object'
      return [key, isNumber ? rounded(own, wanted) : (own ?? null)]
    }),
  )
}

const wanted = ({ at: _, window: __, ...asked }: Expectation) =>
  Object.fromEntries(
    Object.entries(asked).map(([key, value]) => [
      key,
      value !== null && typeof value === 'object' ? value.number : value,
    ]),
  )

const themes = readCases()

describe.each(themes)('$theme', ({ cases }) => {
  it.each(cases)('$id: $says', async (one) => {
    const { logframe, result } = await computed(one)
    expect(one.expect.map((each) => ({ at: each.at, ...found(one, each, logframe, result) }))).toEqual(
      one.expect.map((each) => ({ at: each.at, ...wanted(each) })),
    )
  })
})

it('has cases with names of their own', () => {
  const ids = themes.flatMap(({ cases }) => cases.map(({ id }) => id))
  expect(ids.length).toBeGreaterThan(100)
  expect(new Set(ids).size).toBe(ids.length)
})
