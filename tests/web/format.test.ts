import { expect, it } from 'vitest'
import type { Language } from '../../indicators/model/text.ts'
import { localeOf } from '../../web/i18n/locale.ts'

const plain = (text: string) => text.replaceAll(/[\u200e\u200f\u2068\u2069]/g, '')
const formatOf = (language: Language) => localeOf(language).format

it.each([
  ['en', '1,234,567.9', '12.8%', '3 September 2026', 'Q3 2026'],
  ['fr', '1\u202f234\u202f567,9', '12,8\u202f%', '3 septembre 2026', 'T3 2026'],
  ['ru', '1\u00a0234\u00a0567,9', '12,8\u00a0%', '3 сентября 2026 г.', '3-й кв. 2026 г.'],
  ['kk', '1\u00a0234\u00a0567,9', '12,8%', '2026 ж. 3 қыркүйек', '2026 ж. ІІІ тоқсан'],
  ['ar', '1.234.567,9', '12,8%', '3 سبتمبر 2026', 'الثلاثي الثالث 2026'],
] as const)(
  'writes numbers, shares, dates and quarters as %s does',
  (language, number, share, date, quarter) => {
    const format = formatOf(language)
    expect(plain(format.number(1_234_567.89, 1))).toBe(number)
    expect(plain(format.percent(12.84)).replaceAll(/\s/g, '\u00a0')).toBe(share.replaceAll(/\s/g, '\u00a0'))
    expect(plain(format.date('2026-09-03'))).toBe(date)
    expect(plain(format.quarter('2026-Q3'))).toBe(quarter)
  },
)

it('rounds half away from zero', () => {
  expect(formatOf('en').percent(12.25)).toBe('12.3%')
  expect(formatOf('en').number(-2.5)).toBe('-3')
})

it('gives a share its sign and a count none', () => {
  const { value } = formatOf('en')
  expect([value(45.67, 'percentage'), value(1290, 'number'), value(0.834, 'per-1000')]).toEqual([
    '45.7%',
    '1,290',
    '0.83',
  ])
})

it('lists with the comma of the language', () => {
  expect(formatOf('en').enumerate(['a', 'b'])).toBe('a, b')
  expect(formatOf('ar').enumerate(['a', 'b'])).toBe('a، b')
  expect(formatOf('en').list(['a', 'b', 'c'])).toBe('a, b and c')
})
