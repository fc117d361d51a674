import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quartersBetween } from '../../../indicators/model/period.ts'
import { valueAxis } from '../../../web/charts/scale.ts'
import { textWidth, wrap } from '../../../web/charts/text-size.ts'
import { datePosition } from '../../../web/charts/time-axis.ts'

const numbers = fc.array(fc.double({ min: -1e6, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 8 })

describe('the value axis', () => {
  it('holds zero and every number, between its first and last tick', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 6 }), fc.boolean(), (values, steps, whole) => {
        const { min, max, ticks } = valueAxis(values, steps, whole)
        const slack = (max - min) * 1e-9
        expect(min).toBeLessThanOrEqual(Math.min(0, ...values) + slack)
        expect(max).toBeGreaterThanOrEqual(Math.max(0, ...values) - slack)
        expect([ticks[0], ticks.at(-1)]).toEqual([min, max])
        expect(ticks.length).toBeLessThanOrEqual(steps + 3)
      }),
    )
  })

  it('counts people in whole steps', () => {
    expect(valueAxis([2], 5, true)).toEqual({ min: 0, max: 2, ticks: [0, 1, 2] })
    expect(valueAxis([2], 4, false).ticks).toEqual([0, 0.5, 1, 1.5, 2])
    expect(valueAxis([1290], 5, true).ticks).toEqual([0, 500, 1000, 1500])
  })

  it('reaches below zero for corrections', () => {
    expect(valueAxis([-30, 90], 4, true)).toEqual({ min: -50, max: 100, ticks: [-50, 0, 50, 100] })
  })
})

describe('the time axis', () => {
  const quarters = quartersBetween('2018-Q4', '2021-Q4')

  it('puts the end of a quarter on its tick', () => {
    expect(datePosition(quarters, '2018-12-31')).toBe(0)
    expect(datePosition(quarters, '2019-03-31')).toBe(1)
    expect(datePosition(quarters, '2021-12-31')).toBe(12)
  })

  it('puts a day between the ends of two quarters', () => {
    expect(datePosition(quarters, '2019-02-14')).toBe(0.5)
    expect(datePosition(quarters, '2018-10-01')).toBeGreaterThan(-1)
  })
})

describe('words', () => {
  it('are wrapped without losing any', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zа-яء-ي]{1,12}$/), { minLength: 1 }), (words) => {
        const text = words.join(' ')
        const lines = wrap(text, 90, 13)
        expect(lines.join(' ')).toBe(text)
        expect(lines.every((line) => textWidth(line, 13) <= 90 || !line.includes(' '))).toBe(true)
      }),
    )
  })

  it('take no room for the marks that order them', () => {
    expect(textWidth('\u2068452\u2069', 13)).toBe(textWidth('452', 13))
  })
})
