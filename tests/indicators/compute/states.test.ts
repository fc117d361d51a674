import { expect, it } from 'vitest'
import { quartersBetween } from '../../../indicators/model/period.ts'
import { observed } from '../../pipelines/warehouse/observations.ts'
import { computeSmall, element, indicator, type Small } from './small-warehouse.ts'

const at = { quarters: quartersBetween('2018-Q4', '2019-Q2'), quarter: '2019-Q2', dataAsOf: '2019-07-10' }
const said = (place: string, quarter: string, value: number | null, cell = '') =>
  observed({ element: 'N', place, quarter, value, cell })
const base: Small = { elements: [element('N')], indicators: [indicator()], observations: [] }

async function statesOf(small: Small) {
  const { values } = await computeSmall(small, at)
  return Object.fromEntries(
    values.map(({ place, quarter, cell, state, value }) => [
      [place, quarter, cell].filter(Boolean).join(' '),
      value ?? state,
    ]),
  )
}

it('says "not due" of the first window that can hold no whole period', async () => {
  const found = await statesOf({
    ...base,
    indicators: [indicator({ window: 'since_start' })],
    observations: [said('KAZ', '2018-Q4', 7), said('KAZ', '2019-Q1', 3)],
  })
  expect(found).toMatchObject({ 'KAZ 2018-Q4': 'not_due', 'KAZ 2019-Q1': 3 })
})

it('waits for a report that is not due before it shows a sum to date', async () => {
  const small: Small = {
    ...base,
    indicators: [indicator({ window: 'since_start' })],
    observations: [said('KAZ', '2019-Q1', 3), said('TUN', '2019-Q1', 4), said('TUN', '2019-Q2', 1)],
    due: { 'KAZ 2019-Q2': '2019-07-30', 'TUN 2019-Q2': '2019-07-30' },
  }
  expect(await statesOf(small)).toMatchObject({
    'KAZ 2019-Q2': 'not_due',
    'TUN 2019-Q2': 5,
    'ALL 2019-Q2': 5,
  })
  const { values } = await computeSmall(small, at)
  const programme = values.find(({ place, quarter }) => place === 'ALL' && quarter === '2019-Q2')
  expect(programme).toMatchObject({ partial: true, coverage: { reported: 1, expected: 3 } })
})

it('holds a report not received by the date of the data as not received', async () => {
  const small = { ...base, observations: [] }
  expect((await statesOf(small))['KAZ 2019-Q2']).toBe('missing')
  const later = { ...small, due: { 'KAZ 2019-Q2': '2019-07-30' } }
  expect((await statesOf(later))['KAZ 2019-Q2']).toBe('not_due')
})

it('takes what does not apply as a whole as not applying to any of its cells', async () => {
  const found = await statesOf({
    ...base,
    indicators: [indicator({ breakdowns: [{ by: 'sex', levels: 'country' }] })],
    observations: [
      observed({ element: 'N', place: 'KAZ', quarter: '2019-Q1', state: 'not_applicable', value: null }),
    ],
  })
  expect(found).toMatchObject({ 'KAZ 2019-Q1': 'not_applicable', 'KAZ 2019-Q1 sex=female': 'not_applicable' })
})

it('needs every element of a sum, or there is none', async () => {
  const found = await statesOf({
    ...base,
    elements: [element('N'), element('M')],
    indicators: [
      indicator({
        formula: { kind: 'count', of: { sum: [{ element: 'N' }, { element: 'M' }], over: 'sum' } },
      }),
    ],
    observations: [
      said('KAZ', '2019-Q1', 3),
      said('KAZ', '2019-Q2', 3),
      observed({ element: 'M', place: 'KAZ', quarter: '2019-Q2', value: 4 }),
    ],
  })
  expect(found).toMatchObject({ 'KAZ 2019-Q1': 'missing', 'KAZ 2019-Q2': 7 })
})

it('shows no "not stated" of things that are not people', async () => {
  const split = indicator({ breakdowns: [{ by: 'sex', levels: 'country' }] })
  const observations = [said('KAZ', '2019-Q1', 10), said('KAZ', '2019-Q1', 4, 'sex=female')]
  const people = await statesOf({ ...base, indicators: [split], observations })
  const scores = await statesOf({
    elements: [element('N', { people: false })],
    indicators: [split],
    observations,
  })
  expect(people['KAZ 2019-Q1 sex=unknown']).toBe(6)
  expect(scores).not.toHaveProperty('KAZ 2019-Q1 sex=unknown')
})

it('splits by a category only where the definition says so', async () => {
  const split = indicator({ breakdowns: [{ by: 'sex', levels: 'programme' }] })
  const observations = [said('KAZ', '2019-Q1', 10), said('KAZ', '2019-Q1', 4, 'sex=female')]
  const found = await statesOf({ ...base, indicators: [split], observations })
  expect(found['ALL 2019-Q1 sex=female']).toBe(4)
  expect(found).not.toHaveProperty('KAZ 2019-Q1 sex=female')
})

it('tells how much of a quarter came and how late', async () => {
  const { completeness } = await computeSmall({ ...base, observations: [said('KAZ', '2019-Q1', 3)] }, at)
  const kaz = completeness.filter(({ country }) => country === 'KAZ')
  expect(kaz.map(({ quarter, reported, expected }) => [quarter, reported, expected])).toEqual([
    ['2018-Q4', 0, 1],
    ['2019-Q1', 1, 1],
    ['2019-Q2', 0, 1],
  ])
  expect(kaz.every(({ daysLate }) => daysLate === null)).toBe(true)
})

it('gives the same in the same order every time', async () => {
  const small = { ...base, observations: [said('UGA', '2019-Q1', 3), said('KAZ', '2019-Q1', 2)] }
  const again = { ...small, observations: small.observations.toReversed() }
  expect(await computeSmall(again, at)).toEqual(await computeSmall(small, at))
})
