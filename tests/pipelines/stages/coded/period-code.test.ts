import { expect, it } from 'vitest'
import { fitPeriod, readPeriodCode } from '../../../../pipelines/stages/coded/period-code.ts'

it.each([
  ['202103', '2021-03-01', '2021-03-31'],
  ['2021-02', '2021-02-01', '2021-02-28'],
  ['2021Q4', '2021-10-01', '2021-12-31'],
  ['2021-Q1', '2021-01-01', '2021-03-31'],
  ['2021S2', '2021-07-01', '2021-12-31'],
  ['2021-S1', '2021-01-01', '2021-06-30'],
  ['2021', '2021-01-01', '2021-12-31'],
  ['2021July', '2021-07-01', '2022-06-30'],
  ['2021April', '2021-04-01', '2022-03-31'],
  ['2021-01-01/P3M', '2021-01-01', '2021-03-31'],
  ['2021-07-01/P1Y', '2021-07-01', '2022-06-30'],
  ['2021-01-01/2021-03-31', '2021-01-01', '2021-03-31'],
])('reads %s', (code, start, end) => {
  expect(readPeriodCode(code)).toEqual({ start, end })
})

it.each(['2021W1', '20210105', '2021Q5', '202113', '2021-01-01/P7D', '2021-01-01/2021-03-30', '', 'Q1'])(
  'does not guess at %s',
  (code) => {
    expect(readPeriodCode(code)).toBeNull()
  },
)

const fitted = (
  code: string,
  frequency: 'quarterly' | 'annual',
  as: 'period' | 'as_of_date' | 'year_to_date',
) => {
  const stretch = readPeriodCode(code)
  return stretch && fitPeriod(stretch, { frequency }, as, 1)
}

it('takes a figure for the period it is counted by, a running one from the start of its year, and a situation within it', () => {
  expect(fitted('2021Q2', 'quarterly', 'period')).toEqual({ start: '2021-04-01', end: '2021-06-30' })
  expect(fitted('2021Q2', 'quarterly', 'year_to_date')).toEqual({ start: '2021-01-01', end: '2021-06-30' })
  expect(fitted('2021S1', 'quarterly', 'year_to_date')).toEqual({ start: '2021-01-01', end: '2021-06-30' })
  expect(fitted('202106', 'quarterly', 'as_of_date')).toEqual({ start: '2021-04-01', end: '2021-06-30' })
  expect(fitted('2021Q4', 'annual', 'as_of_date')).toEqual({ start: '2021-01-01', end: '2021-12-31' })
  expect(fitted('2021July', 'annual', 'period')).toEqual({ start: '2021-07-01', end: '2022-06-30' })
})

it('makes no quarter of a month, and no month of a quarter', () => {
  expect(fitted('202106', 'quarterly', 'period')).toBeNull()
  expect(fitted('202105', 'quarterly', 'as_of_date')).toBeNull()
  expect(fitted('2021Q2', 'annual', 'period')).toBeNull()
  expect(fitted('2021Q2', 'annual', 'as_of_date')).toBeNull()
})
