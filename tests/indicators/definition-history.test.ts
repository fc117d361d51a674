import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  breaksOf,
  definitionFor,
  definitionOn,
  definitionsIn,
  versionsOf,
} from '../../indicators/model/definition-history.ts'
import { Indicator } from '../../indicators/model/indicator.ts'
import { quarterEnd, quartersBetween } from '../../indicators/model/period.ts'
import { type Plan, planOn } from '../../indicators/model/target.ts'
import { indicator } from './compute/small-warehouse.ts'

const quarters = quartersBetween('2018-Q4', '2022-Q3')
const reason = { en: 'It was unclear' }

/** Said each of three ways: first by half-years without a profile, then by quarters, now over a year. */
const thrice = Indicator.parse({
  ...indicator({ window: 'four_quarters', opsysProfile: 'A', version: 3, since: '2021-07-15' }),
  earlier: [
    { version: 1, since: '2018-12-01', reason: { en: 'Half a year was too long' }, window: 'half_year' },
    { version: 2, since: '2020-01-01', reason, window: 'quarter', staleness: 3, opsysProfile: null },
  ],
})

describe('a definition with a history', () => {
  it('says what it said on each day: an earlier version differs from the one after it alone', () => {
    const said = versionsOf(thrice).map(({ version, window, staleness, opsysProfile }) => [
      version,
      window,
      staleness,
      opsysProfile,
    ])
    expect(said).toEqual([
      [1, 'half_year', 3, undefined],
      [2, 'quarter', 3, undefined],
      [3, 'four_quarters', thrice.staleness, 'A'],
    ])
  })

  it('holds from its first day on, the first one on every day before', () => {
    const versions = ['1999-01-01', '2019-12-31', '2020-01-01', '2021-07-14', '2021-07-15', '2030-01-01']
    expect(versions.map((day) => definitionOn(thrice, day).version)).toEqual([1, 1, 2, 2, 3, 3])
  })

  it('computes a quarter by what holds on its last day', () => {
    expect(definitionFor(thrice, '2021-Q2').version).toBe(2)
    expect(definitionFor(thrice, '2021-Q3').version).toBe(3)
  })

  it('has a break at the first quarter of every version but the first', () => {
    expect(breaksOf(thrice)).toEqual([
      {
        version: 2,
        since: '2020-01-01',
        quarter: '2020-Q1',
        changed: ['window'],
        reason: { en: 'Half a year was too long' },
      },
      {
        version: 3,
        since: '2021-07-15',
        quarter: '2021-Q3',
        changed: ['window', 'staleness', 'opsysProfile'],
        reason,
      },
    ])
  })

  it('gives every quarter to exactly one version, in order', () => {
    fc.assert(
      fc.property(fc.subarray(quarters), (asked) => {
        const parts = definitionsIn(thrice, asked)
        expect(parts.flatMap((part) => part.quarters)).toEqual(asked)
        for (const { definition, quarters: own } of parts)
          expect(
            own.every((quarter) => definitionOn(thrice, quarterEnd(quarter)).version === definition.version),
          ).toBe(true)
      }),
    )
  })

  it('is as short as it ever was where nothing changed', () => {
    const plain = indicator({})
    expect(versionsOf(plain)).toEqual([plain])
    expect(definitionOn(plain, '2020-01-01')).toBe(plain)
    expect(breaksOf(plain)).toEqual([])
  })
})

describe('a plan with revisions', () => {
  const dated = (date: string, value: number) => ({ date, planned: { value } })
  const first = { baseline: dated('2018-12-31', 0), milestones: [], target: dated('2021-12-31', 100) }
  const plan: Plan = {
    ...{ place: 'KAZ', cell: '', extension: null, pooled: false, illustrative: true },
    ...first,
    revisions: [
      { from: '2020-07-01', reason, ...first, target: dated('2021-12-31', 80) },
      { from: '2021-01-01', reason, ...first, target: dated('2022-06-30', 90) },
    ],
  }

  it('aims at what was planned on the day, and keeps what was planned before', () => {
    const aims = ['2018-12-31', '2020-06-30', '2020-07-01', '2020-12-31', '2021-01-01', '2025-01-01'].map(
      (day) => planOn(plan, day).target?.planned.value,
    )
    expect(aims).toEqual([100, 100, 80, 80, 90, 90])
    expect(planOn(plan, '2021-01-01')).not.toHaveProperty('revisions')
  })
})
