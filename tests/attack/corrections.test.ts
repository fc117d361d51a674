import { expect, it } from 'vitest'
import { loadLogframe } from '../../indicators/logframe/read-logframe.ts'
import { smallCorrections } from './corrections.ts'
import { editionsOf } from './editions.ts'
import type { Figure } from './figure.ts'

const indicators = new Map(loadLogframe().indicators.map((indicator) => [indicator.id, indicator]))
const figure = (release: string, place: string, value?: number): Figure => ({
  release,
  indicator: 'prison-population',
  place,
  quarter: '2020-Q1',
  cell: '',
  state: value === undefined ? 'suppressed' : 'observed',
  numbers: value === undefined ? {} : { value },
  at: {},
})

it('finds a total that a later release moved by one', () => {
  const figures = [
    figure('1', 'KAZ', 58),
    figure('2', 'KAZ', 59),
    figure('1', 'TUN', 70),
    figure('2', 'TUN', 90),
  ]
  expect(smallCorrections({ figures, indicators, disagreements: [] })).toEqual([
    { figure: '2 prison-population KAZ 2020-Q1 ', part: 'value', before: 58, after: 59 },
  ])
})

it('takes what changed for another number, in every country where only the programme shows it', () => {
  const kazakh = [
    figure('1', 'KAZ', 58),
    figure('2', 'KAZ', 59),
    figure('1', 'TUN'),
    figure('2', 'TUN'),
  ] as const
  const find = editionsOf(kazakh, indicators)
  expect([find(kazakh[0], 'KAZ'), find(kazakh[1], 'KAZ'), find(kazakh[3], 'TUN')]).toEqual(['', '2', ''])
  const pooled = [figure('1', 'ALL', 100), figure('2', 'ALL', 104), figure('2', 'TUN')] as const
  expect(editionsOf(pooled, indicators)(pooled[2], 'TUN')).toBe('2')
})
