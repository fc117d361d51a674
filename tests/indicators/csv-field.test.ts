import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvField } from '../../indicators/model/csv-field.ts'

describe('a field of a CSV file', () => {
  it.each([
    '=1+1',
    "=cmd|'/c calc'!A0",
    '+1+1',
    '-1-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u200e=1',
    '＝1+1',
    '|x',
    '-',
  ])('is no formula: %j', (text) => {
    expect(csvField(text).replaceAll('"', '')).toBe(`'${text}`)
  })

  it.each([
    ['-5', '-5'],
    ['-1,5', '"-1,5"'],
    ['+3.2 %', '+3.2 %'],
    [-5, '-5'],
    [-1e-7, '-1e-7'],
    [null, ''],
    [true, 'true'],
    ['a"b', '"a""b"'],
    ['Béja', 'Béja'],
    ['', ''],
  ])('is as it was: %j', (value, written) => {
    expect(csvField(value)).toBe(written)
  })

  it('never begins with what a spreadsheet would run, unless it is a number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const field = csvField(text).replace(/^"/, '')
        expect(/^[=@＝]/.test(field) || (/^[+-]/.test(field) && !/^[+-]\d[\d\s.,]*%?"?$/.test(field))).toBe(
          false,
        )
      }),
    )
  })
})
