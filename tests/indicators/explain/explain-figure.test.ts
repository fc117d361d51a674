import { afterAll, describe, expect, it } from 'vitest'
import { cellUse } from '../../../indicators/explain/cell-use.ts'
import { type AskedFigure, explainFigure } from '../../../indicators/explain/explain-figure.ts'
import type { Explanation } from '../../../indicators/model/explanation.ts'
import type { Edition } from '../../../indicators/model/released.ts'
import { observed } from '../../pipelines/warehouse/observations.ts'
import { element, indicator, place, type Small } from '../compute/small-warehouse.ts'
import { explainedRelease } from './explained-release.ts'

const quarters = ['2021-Q1', '2021-Q2']
const sum = (id: string) => ({ sum: [{ element: id }], over: 'sum' as const })
const at = (id: string, where: string, value: number | null, given: Parameters<typeof observed>[0] = {}) =>
  observed({ element: id, place: where, value, ...given })

const small: Small = {
  elements: [
    element('PEOPLE', { scope: 'all-facilities', dimensions: [] }),
    element('HEADS', { scope: 'all-facilities', kind: 'stock' }),
    element('PART'),
    element('WHOLE'),
    element('YEARLY', { frequency: 'annual' }),
    element('STAGE', { kind: 'ordinal', people: false, dimensions: [] }),
    element('TOTAL'),
  ],
  indicators: [
    indicator({ id: 'people', code: 'OP1.1.1', formula: { kind: 'count', of: sum('PEOPLE') } }),
    indicator({
      id: 'heads',
      code: 'OP1.1.2',
      formula: { kind: 'count', of: { sum: [{ element: 'HEADS' }], over: 'last' } },
      frequency: 'six-monthly',
      window: 'half_year',
      staleness: 0,
    }),
    indicator({
      id: 'rate',
      code: 'OP1.1.3',
      unit: 'percentage',
      geography: 'ratio_of_sums',
      formula: { kind: 'ratio', numerator: sum('PART'), denominator: sum('WHOLE'), scale: 100 },
      version: 2,
      since: '2021-04-01',
      earlier: [
        {
          version: 1,
          since: '2018-12-01',
          reason: { en: 'Counted otherwise' },
          definition: { en: 'As before' },
        },
      ],
    }),
    indicator({ id: 'yearly', code: 'OP1.1.4', formula: { kind: 'count', of: sum('YEARLY') } }),
    indicator({
      id: 'stage',
      code: 'OP1.1.5',
      unit: 'stage',
      geography: 'distribution',
      formula: { kind: 'ordinal', element: 'STAGE', levels: [{ en: 'None' }, { en: 'Draft' }] },
    }),
    indicator({
      id: 'by-sex',
      code: 'OP1.1.6',
      formula: { kind: 'count', of: sum('TOTAL') },
      breakdowns: [{ by: 'sex', levels: 'country' }],
    }),
  ],
  places: [
    ...['KAZ-R1'].map((code) => place(code, { kind: 'region' })),
    ...['KAZ-R1-01', 'KAZ-R1-02', 'KAZ-R1-03', 'KAZ-R1-04'].map((code) => place(code)),
    place('KAZ-R1-05', { closed: '2021-05-31' }),
  ],
  observations: [
    ...[12, 30, 7].map((value, i) => at('PEOPLE', `KAZ-R1-0${i + 1}`, value)),
    at('PEOPLE', 'KAZ-R1-04', null, { ref: 'C40' }),
    at('HEADS', 'KAZ-R1-01', 50, { quarter: '2021-Q1', ref: 'H1' }),
    at('HEADS', 'KAZ-R1-01', 55, { ref: 'H2' }),
    at('HEADS', 'KAZ-R1-02', 20, { quarter: '2021-Q1' }),
    at('PART', 'KAZ', 97),
    at('WHOLE', 'KAZ', 220),
    at('PART', 'TUN', 145),
    at('WHOLE', 'TUN', 227),
    at('PART', 'UGA', 8),
    at('YEARLY', 'KAZ', 400, { periodStart: '2021-01-01', periodEnd: '2021-12-31', ref: 'Y1' }),
    at('STAGE', 'KAZ', 1),
    at('TOTAL', 'KAZ', 20, { quarter: '2021-Q1', deliveredAs: 'year_to_date', ref: 'T1' }),
    at('TOTAL', 'KAZ', 32, { deliveredAs: 'year_to_date', ref: 'T2' }),
    at('TOTAL', 'KAZ', 3, { cell: 'sex=female', ref: 'T3' }),
    at('TOTAL', 'KAZ', 8, { cell: 'sex=male', ref: 'T2-T3', derived: true }),
  ],
  start: '2018-12-01',
}

const release = await explainedRelease(small, { quarters, dataAsOf: '2021-08-31' })
afterAll(() => release.remove())

async function explained(asked: Partial<AskedFigure> & { indicator: string }, edition: Edition = 'internal') {
  const figure = { place: 'KAZ', quarter: '2021-Q2', cell: '', ...asked }
  const found = await explainFigure(release.source(edition), figure)
  if (!found) throw new Error(`${Object.values(figure).join(' ')} is not explained`)
  return found
}

const left = ({ excluded }: Explanation) =>
  excluded.map(({ why, place: where, at: read }) => [why, where, read?.ref ?? null])

describe('a count', () => {
  it('adds its facilities and names the one whose cell was blank', async () => {
    const one = await explained({ indicator: 'people' })
    expect(one.steps).toMatchObject([
      { kind: 'units', element: 'PEOPLE', result: 49, reported: 3, expected: 4 },
    ])
    expect(one.steps[0]).toHaveProperty('addends.length', 3)
    expect(left(one)).toEqual([['missing', 'KAZ-R1-04', 'C40']])
    expect(one.window).toEqual({ kind: 'quarter', first: '2021-04-01', last: '2021-06-30' })
    expect(one.lineage?.map(({ value }) => value)).toEqual([12, 30, 7])
  })

  it('takes the latest of each facility, with what it takes the place of', async () => {
    const one = await explained({ indicator: 'heads' })
    expect(one.steps).toMatchObject([{ kind: 'units', rule: 'last', result: 75 }])
    expect(left(one)).toContainEqual(['superseded', 'KAZ-R1-01', 'H1'])
    expect(left(one)).toContainEqual(['missing', 'KAZ-R1-03', null])
    expect(left(one).filter(([, where]) => where === 'KAZ-R1-05')).toEqual([])
  })

  it('never splits a year that crosses the edge of a quarter', async () => {
    const one = await explained({ indicator: 'yearly' })
    expect([one.value.state, one.steps, left(one)]).toEqual(['not_due', [], [['straddles', 'KAZ', 'Y1']]])
  })

  it('takes a running total apart and names what was taken off', async () => {
    const [row] = (await explained({ indicator: 'by-sex' })).lineage ?? []
    expect(row).toMatchObject({ ref: 'T2', value: 32, fact: { value: 12, less: [{ ref: 'T1', value: 20 }] } })
  })

  it('says of what is not stated that it is left of the total', async () => {
    const one = await explained({ indicator: 'by-sex', cell: 'sex=unknown' })
    expect(one.steps).toMatchObject([
      {
        kind: 'rest',
        total: 12,
        named: [
          { cell: 'sex=female', value: 3 },
          { cell: 'sex=male', value: 8 },
        ],
        result: 1,
      },
    ])
    expect(one.lineage?.map(({ ref }) => ref).sort()).toEqual(['T2', 'T2-T3', 'T3'])
  })
})

describe('a rate of the programme', () => {
  it('adds both sides over the countries that have both, then divides', async () => {
    const one = await explained({ indicator: 'rate', place: 'ALL' })
    expect(one.steps).toMatchObject([
      { kind: 'countries', side: 'numerator', result: 242 },
      { kind: 'countries', side: 'denominator', result: 447 },
      { kind: 'divide', scale: 100, numerator: 242, denominator: 447, result: (100 * 242) / 447 },
    ])
    expect(one.countries.map(({ place: where, entered, why }) => [where, entered, why])).toEqual([
      ['KAZ', true, null],
      ['TUN', true, null],
      ['UGA', false, 'one_side'],
    ])
    expect(one.sides.find(({ side }) => side === 'denominator')?.terms[0]?.parts).toMatchObject([
      { place: 'KAZ', value: 220 },
      { place: 'TUN', value: 227 },
      { place: 'UGA', state: 'missing', value: null },
    ])
  })

  it('names the definition that was valid for the quarter', async () => {
    const before = await explained({ indicator: 'rate', quarter: '2021-Q1' })
    expect([before.version, before.indicator.definition.en]).toEqual([1, 'As before'])
    expect((await explained({ indicator: 'rate' })).version).toBe(2)
  })

  it('says of a country without a number what is known of it', async () => {
    const one = await explained({ indicator: 'rate', place: 'UGA' })
    expect([one.value.state, one.steps]).toMatchObject([
      'missing',
      [{ kind: 'units', side: 'numerator', result: 8 }],
    ])
    expect(one.sides.map(({ side, value }) => [side, value])).toEqual([
      ['numerator', 8],
      ['denominator', null],
    ])
    expect(left(one)).toEqual([['missing', 'UGA', null]])
  })
})

it('lists stages, and adds none', async () => {
  const one = await explained({ indicator: 'stage', place: 'ALL' })
  expect([one.value.state, one.steps, one.lineage]).toEqual(['not_applicable', [], []])
  expect(one.countries.every(({ entered, why }) => !entered && why === null)).toBe(true)
})

describe('in the public edition', () => {
  it('a withheld figure is explained without a number', async () => {
    const one = await explained({ indicator: 'by-sex', cell: 'sex=female' }, 'public')
    expect([one.value.state, one.value.value, one.steps]).toEqual(['suppressed', null, []])
    expect(one.sides).toMatchObject([
      { side: 'value', value: null, terms: [{ element: 'TOTAL', parts: [] }] },
    ])
  })

  it('a rate shows its pair and its countries as they are published, and nothing they were made of', async () => {
    const one = await explained({ indicator: 'rate', place: 'ALL' }, 'public')
    expect(one.steps.map(({ kind }) => kind)).toEqual(['countries', 'countries', 'divide'])
    expect(one.countries.map(({ why }) => why)).toEqual([null, null, 'missing'])
    expect([one.lineage, one.excluded]).toEqual([null, []])
  })
})

it('leaves a question open that was not asked', async () => {
  const source = release.source('internal')
  expect(
    await explainFigure(source, { indicator: 'rate', place: 'KAZ', quarter: '2030-Q1', cell: '' }),
  ).toBeNull()
})

describe('a cell', () => {
  const follow = async (ref: string, quarter = '2021-Q2') => {
    const source = release.source('internal')
    const name = `kaz-${quarter}.xlsx`
    const { fileHash } = (await source.inner?.files())?.find(({ file }) => file === name) ?? { fileHash: '' }
    if (!source.inner) throw new Error('no evidence')
    const cells = await source.inner.cells(fileHash)
    return cellUse({ ...source, inner: source.inner }, cells, { sheet: 'Report', ref })
  }

  it('feeds what it is taken off from, and what was worked out with it', async () => {
    const total = await follow('T2')
    expect(total.readings.map(({ reading }) => [reading.cell, reading.ref, reading.value])).toEqual([
      ['', 'T2', 32],
      ['sex=male', 'T2-T3', 8],
    ])
    const before = await follow('T1', '2021-Q1')
    expect(before.readings[0]?.figures.map(({ quarter, cell }) => `${quarter} ${cell}`)).toContain('2021-Q2 ')
  })

  it('says why a figure does not count it', async () => {
    const { readings } = await follow('C40')
    expect(readings[0]?.figures.map(({ place: where, use }) => [where, use])).toEqual([
      ['ALL', 'missing'],
      ['KAZ', 'missing'],
    ])
  })
})
