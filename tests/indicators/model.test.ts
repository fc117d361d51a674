import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Cell, cellOf, dimensions, parseCell, splitOf } from '../../indicators/model/breakdown.ts'
import {
  quarterAfter,
  quarterEnd,
  quarterOf,
  quarterStart,
  quartersBetween,
} from '../../indicators/model/period.ts'
import { parentOf, placeLevel } from '../../indicators/model/place.ts'
import { localise } from '../../indicators/model/text.ts'

const quarter = fc
  .record({ year: fc.integer({ min: 1990, max: 2060 }), number: fc.integer({ min: 1, max: 4 }) })
  .map(({ year, number }) => `${year}-Q${number}`)

const categories = fc
  .dictionary(fc.constantFrom('sex', 'age', 'status'), fc.nat({ max: 1 }))
  .map((chosen) =>
    Object.fromEntries(
      Object.entries(chosen).map(([by, index]) => [
        by,
        dimensions[by as keyof typeof dimensions][index] as string,
      ]),
    ),
  )

describe('a quarter', () => {
  it('holds its own first and last day, whatever the quarter', () => {
    fc.assert(
      fc.property(quarter, (q) => {
        expect(quarterOf(quarterStart(q))).toBe(q)
        expect(quarterOf(quarterEnd(q))).toBe(q)
      }),
    )
  })

  it('steps there and back again', () => {
    fc.assert(
      fc.property(quarter, fc.integer({ min: 0, max: 100 }), (q, steps) => {
        const later = quarterAfter(q, steps)
        expect(quarterAfter(later, -steps)).toBe(q)
        expect(quartersBetween(q, later)).toHaveLength(steps + 1)
      }),
    )
  })

  it('ends a leap February quarter on 31 March', () => {
    expect(quarterEnd('2020-Q1')).toBe('2020-03-31')
  })
})

describe('a breakdown cell', () => {
  it('is the same text whatever order its dimensions were named in', () => {
    fc.assert(
      fc.property(categories, (chosen) => {
        const reversed = Object.fromEntries(Object.entries(chosen).reverse())
        expect(cellOf(reversed)).toBe(cellOf(chosen))
        expect(parseCell(cellOf(chosen))).toEqual(chosen)
        expect(Cell.safeParse(cellOf(chosen)).success).toBe(true)
      }),
    )
  })

  it.each(['sex=woman', 'sex=female;age=adult', 'colour=red', 'sex'])('refuses %s', (text) => {
    expect(Cell.safeParse(text).success).toBe(false)
  })

  it('names the dimensions it is split by', () => {
    expect(splitOf('')).toBe('')
    expect(splitOf('age=adult;sex=female')).toBe('age;sex')
  })
})

describe('a place', () => {
  it.each([
    ['ALL', 'programme', null],
    ['KAZ', 'country', 'ALL'],
    ['KAZ-R1', 'region', 'KAZ'],
    ['KAZ-R1-01', 'facility', 'KAZ-R1'],
  ])('%s is a %s under %s', (code, level, parent) => {
    expect(placeLevel(code)).toBe(level)
    expect(parentOf(code)).toBe(parent)
  })
})

describe('a text in several languages', () => {
  it('falls back to English and says so', () => {
    expect(localise({ en: 'target' }, 'kk')).toEqual({ text: 'target', language: 'en', confirmed: true })
  })

  it('strips the mark of unconfirmed wording and reports it', () => {
    expect(localise({ en: 'risk', kk: 'тәуекел°' }, 'kk')).toEqual({
      text: 'тәуекел',
      language: 'kk',
      confirmed: false,
    })
  })
})
