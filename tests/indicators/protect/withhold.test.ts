import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../indicators/model/breakdown.ts'
import type { OwnWindow } from '../../../indicators/model/indicator.ts'
import { policy } from '../../../indicators/protect/policy.ts'
import type { Quantity } from '../../../indicators/protect/quantity.ts'
import { tableKey, tablesOf, type UsedValue } from '../../../indicators/protect/tables.ts'
import { withheldTables } from '../../../indicators/protect/withhold.ts'

const quantity = (
  name: string,
  span: string,
  window: OwnWindow,
  sensitivity: Quantity['sensitivity'],
): Quantity => ({
  key: `${name} ${span}`,
  name,
  window,
  span,
  programmeOnly: false,
  grows: span === 'sum since_start',
  fewUnits: false,
  persons: true,
  sensitivity,
})

type Row = [quantity: Quantity, place: string, quarter: string, cell: Cell, value: number]

const used = ([counted, place, quarter, cell, value]: Row): UsedValue => ({
  place,
  quarter,
  cell,
  state: 'observed',
  value,
  numerator: null,
  denominator: null,
  partial: false,
  carried: false,
  coverage: null,
  components: {
    numerator: { quantity: counted, cellBehind: (shown) => shown },
    denominator: null,
    nested: false,
  },
})

/** The values that stay, as `name place quarter cell`. */
function shownOf(rows: Row[]) {
  const withheld = withheldTables(tablesOf(rows.map(used)), policy)
  return rows
    .filter(([counted, place, quarter, cell]) => !withheld.has(tableKey(counted, cell, place, quarter)))
    .map(([, ...row]) => row)
}

const stock = quantity('VEP_STOCK', 'last', 'quarter', 'S2')
const admitted = quantity('VEP_ADM', 'sum four_quarters', 'four_quarters', 'S2')
const released = quantity('REL_VEP', 'sum four_quarters', 'four_quarters', 'S2')
const prisoners = quantity('PP_STOCK', 'last', 'quarter', 'S1')
const enrolled = quantity('PRV_ENROL', 'sum since_start', 'since_start', 'S1')

describe('what would give a withheld number back', () => {
  it('is withheld where a small stock a year ago follows from today’s and what came and went', () => {
    const shown = shownOf([
      [stock, 'KAZ', '2019-Q4', '', 7],
      [stock, 'KAZ', '2020-Q4', '', 15],
      [admitted, 'KAZ', '2020-Q4', '', 20],
      [released, 'KAZ', '2020-Q4', '', 12],
    ])
    expect(shown.length).toBeLessThanOrEqual(2)
    expect(shown).not.toContainEqual(['KAZ', '2019-Q4', '', 7])
  })

  it('leaves an identity alone where nothing of it is small', () => {
    const rows: Row[] = [
      [stock, 'KAZ', '2019-Q4', '', 70],
      [stock, 'KAZ', '2020-Q4', '', 150],
      [admitted, 'KAZ', '2020-Q4', '', 200],
      [released, 'KAZ', '2020-Q4', '', 120],
    ]
    expect(shownOf(rows)).toHaveLength(rows.length)
  })

  it('is withheld where a crossed split leaves one person of its margin', () => {
    const shown = shownOf([
      [prisoners, 'KAZ', '2020-Q4', 'status=unsentenced', 400],
      [prisoners, 'KAZ', '2020-Q4', 'sex=female;status=unsentenced', 39],
      [prisoners, 'KAZ', '2020-Q4', 'sex=male;status=unsentenced', 360],
    ])
    expect(shown).toEqual([['KAZ', '2020-Q4', 'status=unsentenced', 400]])
  })

  it('is withheld where regions leave three persons of their country', () => {
    const shown = shownOf([
      [prisoners, 'KAZ', '2020-Q4', '', 50],
      [prisoners, 'KAZ-R1', '2020-Q4', '', 20],
      [prisoners, 'KAZ-R2', '2020-Q4', '', 27],
    ])
    expect(shown).toEqual([['KAZ', '2020-Q4', '', 50]])
  })

  it('is measured from when a cell was last shown, not from nothing, after it was absent', () => {
    const shown = shownOf([
      [enrolled, 'KAZ', '2020-Q1', '', 10],
      [enrolled, 'TUN', '2020-Q1', '', 20],
      [enrolled, 'KAZ', '2020-Q2', '', 30],
      [enrolled, 'KAZ', '2020-Q3', '', 40],
      [enrolled, 'TUN', '2020-Q3', '', 21],
    ])
    expect(shown).not.toContainEqual(['TUN', '2020-Q3', '', 21])
    expect(shown).toContainEqual(['KAZ', '2020-Q2', '', 30])
  })

  it('is shown over one window alone, as two would differ by a count that neither shows', () => {
    const inQuarter = quantity('ADM', 'sum quarter', 'quarter', 'S1')
    const toDate = quantity('ADM', 'sum since_start', 'since_start', 'S1')
    const shown = shownOf([
      [inQuarter, 'KAZ', '2020-Q1', '', 50],
      [toDate, 'KAZ', '2020-Q2', '', 53],
      [toDate, 'KAZ', '2020-Q3', '', 113],
    ])
    expect(shown).toEqual([
      ['KAZ', '2020-Q2', '', 53],
      ['KAZ', '2020-Q3', '', 113],
    ])
  })
})
