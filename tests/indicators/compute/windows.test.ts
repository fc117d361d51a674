import { expect, it } from 'vitest'
import { isDue, isRunning, periodsIn, windowOf } from '../../../indicators/compute/windows.ts'
import type { WindowKind } from '../../../indicators/model/indicator.ts'

const epochs = { start: '2018-12-01', plannedEnd: '2021-12-31', yearStartMonth: 7 }
const quarterly = { window: 'quarter', frequency: 'quarterly', staleness: 1 } as const
const slotsIn = (window: { firstSlot: number; lastSlot: number }) => window.lastSlot - window.firstSlot + 1

it('has annual values in the fourth quarter and half-yearly ones in the second and fourth', () => {
  const quarters = ['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4']
  const due = (frequency: 'annual' | 'six-monthly' | 'quarterly') =>
    quarters.filter((quarter) => isDue(frequency, quarter)).map((quarter) => quarter.slice(5))
  expect(due('annual')).toEqual(['Q4'])
  expect(due('six-monthly')).toEqual(['Q2', 'Q4'])
  expect(due('quarterly')).toEqual(['Q1', 'Q2', 'Q3', 'Q4'])
})

it('ends with its quarter and opens one, two or four quarters before its end', () => {
  const opens = (window: 'quarter' | 'half_year' | 'four_quarters') =>
    windowOf({ ...quarterly, window }, '2021-Q2', 3, epochs).opens
  expect([opens('quarter'), opens('half_year'), opens('four_quarters')]).toEqual([
    '2021-04-01',
    '2021-01-01',
    '2020-07-01',
  ])
  expect(windowOf(quarterly, '2021-Q2', 3, epochs).closes).toBe('2021-06-30')
})

it('counts since the start only periods that began after it', () => {
  const since = (start: string, months: number) =>
    slotsIn(windowOf({ ...quarterly, window: 'since_start' }, '2019-Q4', months, { ...epochs, start }))
  expect(since('2018-12-01', 3)).toBe(4)
  expect(since('2018-10-01', 3)).toBe(5)
  expect(since('2019-01-02', 3)).toBe(3)
  expect(since('2018-12-01', 12)).toBe(1)
  expect(since('2019-02-01', 12)).toBe(0)
})

it('holds no whole year in a quarter, and waits for the report of the last whole one', () => {
  const window = windowOf(quarterly, '2021-Q2', 12, epochs)
  expect(slotsIn(window)).toBeLessThan(1)
  expect(window.lastQuarter).toBe('2020-Q4')
})

it('carries a latest value by the periods of the indicator', () => {
  const annual = { window: 'four_quarters', frequency: 'annual', staleness: 1 } as const
  const window = windowOf(annual, '2021-Q4', 12, epochs)
  expect([window.freshFrom, window.lastFrom]).toEqual(['2021-01-01', '2020-01-01'])
  const none = windowOf({ ...quarterly, staleness: 0 }, '2021-Q4', 3, epochs)
  expect([none.freshFrom, none.lastFrom]).toEqual(['2021-10-01', '2021-10-01'])
})

it('opens a half-year and a year with the calendar, a fiscal year with the country', () => {
  const opens = (window: WindowKind, quarter: string) =>
    windowOf({ ...quarterly, window }, quarter, 3, epochs).opens
  expect(['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4'].map((quarter) => opens('half_year', quarter))).toEqual([
    '2021-01-01',
    '2021-01-01',
    '2021-07-01',
    '2021-07-01',
  ])
  expect(['2021-Q1', '2021-Q4'].map((quarter) => opens('year', quarter))).toEqual([
    '2021-01-01',
    '2021-01-01',
  ])
  expect(['2021-Q2', '2021-Q3'].map((quarter) => opens('fiscal_year', quarter))).toEqual([
    '2020-07-01',
    '2021-07-01',
  ])
  const april = { ...epochs, yearStartMonth: 4 }
  expect(windowOf({ ...quarterly, window: 'fiscal_year' }, '2021-Q1', 3, april).opens).toBe('2020-04-01')
})

it('opens an extension on the day after the planned end', () => {
  const window = windowOf({ ...quarterly, window: 'extension' }, '2022-Q2', 3, epochs)
  expect([window.opens, slotsIn(window)]).toEqual(['2022-01-01', 2])
})

it('knows which windows still grow', () => {
  const running = (window: WindowKind) =>
    ['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4'].filter((quarter) => isRunning(window, quarter, epochs))
  expect(running('quarter')).toEqual([])
  expect(running('half_year')).toEqual(['2021-Q1', '2021-Q3'])
  expect(running('year')).toEqual(['2021-Q1', '2021-Q2', '2021-Q3'])
  expect(running('fiscal_year')).toEqual(['2021-Q1', '2021-Q3', '2021-Q4'])
})

it('names the quarters in which the periods of a window end', () => {
  const year = windowOf({ ...quarterly, window: 'year' }, '2021-Q4', 6, epochs)
  expect(periodsIn(year)).toEqual(['2021-Q2', '2021-Q4'])
})
