import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quarterEnd, quarterStart } from '../../../../indicators/model/period.ts'
import { normaliseText } from '../../../../pipelines/stages/values/normalise-text.ts'
import { parseNumber } from '../../../../pipelines/stages/values/parse-number.ts'
import { parsePeriod } from '../../../../pipelines/stages/values/parse-period.ts'

const french = { decimal: ',', groups: ['\u202F', '\u00A0', ' ', '.'] } as const
const english = { decimal: '.', groups: [','] } as const
const read = (text: string, style: { decimal: ',' | '.'; groups: readonly string[] }) =>
  parseNumber(text, 'text', { ...style, groups: [...style.groups] })

describe('a number as written', () => {
  it.each([
    ['1\u202F234,5', 1234.5],
    ['1 234', 1234],
    ['1.234.567,89', 1234567.89],
    ['1234', 1234],
    ['\u200F12', 12],
    ['١٬٢٣٤٫٥', 1234.5],
    ['۱۲', 12],
    ['−7', -7],
  ])('%s in Tunisia is %d', (text, value) => {
    expect(read(text, french)).toBe(value)
  })

  it.each(['1.23', '12,34,5', '1e3', '0x10', '1_000', 'NaN', '', ' ', '12 abc', '1,5,'])(
    '%s is no number there',
    (text) => {
      expect(read(text, french)).toBeNull()
    },
  )

  it('is read back whatever the style it was written in', () => {
    const value = fc.record({ whole: fc.nat({ max: 999_999_999 }), hundredths: fc.nat({ max: 99 }) })
    fc.assert(
      fc.property(value, ({ whole, hundredths }) => {
        const number = Number(`${whole}.${String(hundredths).padStart(2, '0')}`)
        for (const [locale, style] of [
          ['fr-TN', french],
          ['ru-KZ', french],
          ['en-UG', english],
        ] as const)
          expect(
            read(new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(number), style),
          ).toBe(number)
        expect(
          read(new Intl.NumberFormat('ar-EG', { maximumFractionDigits: 2 }).format(number), french),
        ).toBe(number)
      }),
    )
  })

  it('is never made of a blank', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\s\u200E\u200F\u00A0]*$/), (blank) => {
        expect(read(blank, french)).toBeNull()
        expect(read(blank, english)).toBeNull()
      }),
    )
  })
})

describe('a period as written', () => {
  it.each([
    ['I квартал 2021 г.', 'ru-quarter', '2021-Q1'],
    ['IV квартал 2020 года', 'ru-quarter', '2020-Q4'],
    ['отчет (3-й квартал 2021 г.)', 'ru-quarter', '2021-Q3'],
    ['за II кв. 2021 г.', 'ru-quarter', '2021-Q2'],
    ['2021 ж. III тоқсан', 'kk-quarter', '2021-Q3'],
    ['2021 жылдың 2-тоқсаны', 'kk-quarter', '2021-Q2'],
    ['IV тоқсан, 2020 ж.', 'kk-quarter', '2020-Q4'],
    ['на 1 июля 2021 года', 'ru-as-at', '2021-Q2'],
    ['Численность по состоянию на 01.07.2021', 'ru-as-at', '2021-Q2'],
    ['по состоянию на 01.01.2021', 'ru-as-at', '2020-Q4'],
    ['T1 2021', 'fr-quarter', '2021-Q1'],
    ['Situation du 2ème trimestre 2021', 'fr-quarter', '2021-Q2'],
    ['\u200Fالثلاثي الأول 2021', 'ar-quarter', '2021-Q1'],
    ['الربع الرابع لسنة 2020', 'ar-quarter', '2020-Q4'],
    ['Q1 FY 2020/21', 'en-fiscal-quarter', '2020-Q3'],
    ['Q4 FY 2020/2021', 'en-fiscal-quarter', '2021-Q2'],
    ['Second quarter, FY2020-21', 'en-fiscal-quarter', '2020-Q4'],
    ['T4-۲۰۲۰', 'fr-quarter', '2020-Q4'],
    ['Q3 2021', 'en-quarter', '2021-Q3'],
  ] as const)('%s is %s %s', (text, form, quarter) => {
    expect(parsePeriod(text, form)).toEqual({ start: quarterStart(quarter), end: quarterEnd(quarter) })
  })

  it.each([
    ['Отчет за 6 месяцев 2021 года', 'ru-quarter', '2021-Q2'],
    ['2021 жылғы 9 ай', 'kk-quarter', '2021-Q3'],
  ] as const)('%s counts from January, %s %s', (text, form, quarter) => {
    expect(parsePeriod(text, form)).toEqual({
      start: quarterStart(quarter),
      end: quarterEnd(quarter),
      cumulative: true,
    })
  })

  it('is read back in every language it is written in', () => {
    const romans = ['I', 'II', 'III', 'IV']
    const arabic = ['الأول', 'الثاني', 'الثالث', 'الرابع']
    const quarter = fc.record({ y: fc.integer({ min: 2000, max: 2098 }), n: fc.integer({ min: 1, max: 4 }) })
    fc.assert(
      fc.property(quarter, ({ y, n }) => {
        const name = `${y}-Q${n}`
        const dayAfter = new Date(Date.parse(quarterEnd(name)) + 86_400_000).toISOString().slice(0, 10)
        const fiscal = n > 2 ? y : y - 1
        const written = [
          ['ru-quarter', `Сведения за ${romans[n - 1]} квартал ${y} г.`],
          ['kk-quarter', `${y} ж. ${romans[n - 1]} тоқсан`],
          ['ru-as-at', `по состоянию на ${dayAfter.split('-').reverse().join('.')}`],
          ['fr-quarter', `Statistiques, T${n} ${y}`],
          ['ar-quarter', `الثلاثي ${arabic[n - 1]} ${y}`],
          ['en-quarter', `Q${n} ${y}`],
          ['en-fiscal-quarter', `Q${((n + 1) % 4) + 1} FY ${fiscal}/${String(fiscal + 1).slice(2)}`],
        ] as const
        for (const [form, text] of written)
          expect([text, parsePeriod(text, form)]).toEqual([
            text,
            { start: quarterStart(name), end: quarterEnd(name) },
          ])
      }),
    )
  })

  it.each([
    ['S1 2021', '2021-01-01', '2021-06-30'],
    ['II полугодие 2021 года', '2021-07-01', '2021-12-31'],
    ['السداسي الثاني 2021', '2021-07-01', '2021-12-31'],
    ['1er semestre 2020', '2020-01-01', '2020-06-30'],
  ])('%s is a half-year', (text, start, end) => {
    expect(parsePeriod(text, 'half-year')).toEqual({ start, end })
  })

  it.each([
    ['Q1 FY 2020/22', 'en-fiscal-quarter'],
    ['по состоянию на 15.07.2021', 'ru-as-at'],
    ['по состоянию на 01.02.2021', 'ru-as-at'],
    ['за 5 месяцев 2021 года', 'ru-quarter'],
    ['T5 2021', 'fr-quarter'],
    ['2021', 'fr-quarter'],
    ['T1 2021 et T2 2021', 'fr-quarter'],
    ['Q0 FY 2020/21', 'en-fiscal-quarter'],
    ['2018-2022', 'year'],
    ['', 'year'],
  ] as const)('%s names none', (text, form) => {
    expect(parsePeriod(text, form)).toBeNull()
  })
})

describe('two spellings of one word', () => {
  it.each([
    ['ОСУЖДЁННЫЕ', 'осужденные'],
    ['Établissement', 'etablissement'],
    ['المؤسسة السجنية', '\u200Fالمؤسسه  السجنيه'],
    ['الأنشطة', 'الانشطة'],
    ['capacité d’accueil', "Capacite d'accueil"],
  ])('%s and %s are the same', (a, b) => {
    expect(normaliseText(a)).toBe(normaliseText(b))
  })
})
