import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalStyles, shownBy, styleOf } from '../../../../pipelines/stages/values/number-style.ts'
import { parseNumber } from '../../../../pipelines/stages/values/parse-number.ts'

const locales = [
  ['ru-KZ', 'comma'],
  ['kk-KZ', 'comma'],
  ['fr-TN', 'comma'],
  ['ar-TN', 'comma'],
  ['ar-EG', 'comma'],
  ['en-UG', 'point'],
] as const
const decimal = fc
  .record({ whole: fc.integer({ min: -99_999_999, max: 99_999_999 }), thousandths: fc.nat({ max: 999 }) })
  .map(({ whole, thousandths }) => Number(`${whole}.${String(thousandths).padStart(3, '0')}`))
const written = (locale: string, number: number) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(number)
const scores = (...texts: string[]) => texts.map((text) => ({ text, whole: false }))
const counts = (...texts: string[]) => texts.map((text) => ({ text, whole: true }))

describe('a number formatted in a country', () => {
  it.each(locales)('is read back in the style of %s', (locale, mark) => {
    fc.assert(
      fc.property(decimal, (number) => {
        expect(parseNumber(written(locale, number), 'text', decimalStyles[mark])).toBe(number)
      }),
    )
  })

  it.each(locales)('is never another number in a file of %s that shows its style', (locale, mark) => {
    const other = mark === 'comma' ? decimalStyles.point : decimalStyles.comma
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1, maxLength: 30 }), (numbers) => {
        const texts = numbers.map((number) => written(locale, number))
        for (const declared of [null, decimalStyles[mark], other]) {
          const { style } = styleOf(scores(...texts), declared)
          const shown = texts.some((text) => shownBy(text) === mark)
          const isFree = declared !== other || shown
          for (const [index, text] of texts.entries()) {
            const read = style && parseNumber(text, 'text', style)
            if (isFree) expect([null, numbers[index]]).toContain(read)
          }
        }
      }),
    )
  })

  it('that counts is never a thousandth of itself, whatever its description declares', () => {
    const count = fc.integer({ min: 0, max: 99_999_999 })
    fc.assert(
      fc.property(fc.array(count, { minLength: 1 }), fc.constantFrom(...locales), (numbers, [locale]) => {
        const texts = numbers.map((number) => written(locale, number))
        for (const declared of [null, decimalStyles.comma, decimalStyles.point]) {
          const { style } = styleOf(counts(...texts), declared)
          for (const [index, text] of texts.entries()) {
            const read = style && parseNumber(text, 'text', style)
            expect([null, numbers[index]]).toContain(read)
          }
        }
      }),
    )
  })
})

it('reads any text as one number at most, the same with direction marks around it', () => {
  const text = fc.stringMatching(/^[-−]?[0-9٠-٩ .,٫٬'\u00A0\u202F]{1,14}$/)
  fc.assert(
    fc.property(text, (written) => {
      for (const style of Object.values(decimalStyles)) {
        const read = parseNumber(written, 'text', style)
        expect(parseNumber(`\u200F${written}\u200E`, 'text', style)).toBe(read)
        if (read !== null) expect(Number.isFinite(read)).toBe(true)
      }
    }),
  )
})

it('groups only by threes, and not behind a zero', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,4}([.,]\d{1,4}){1,3}$/), (text) => {
      for (const [mark, style] of Object.entries(decimalStyles)) {
        const read = parseNumber(text, 'text', style)
        const [group, point] = mark === 'comma' ? ['.', ','] : [',', '.']
        const [whole = '', ...rest] = text.split(point)
        const groups = whole.split(group)
        const regular =
          groups.length === 1 ||
          (/^[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups.slice(1).every((part) => part.length === 3))
        expect(read !== null).toBe(regular && rest.length <= 1 && !rest.some((part) => part.includes(group)))
      }
    }),
  )
})

describe('the style of a file', () => {
  it.each([
    ['what it declares, where nothing speaks against it', scores('1.234', '5'), decimalStyles.comma, ','],
    ['what it shows, where nothing is declared', scores('1,5', '2.345'), null, ','],
    ['any, where no number depends on it', counts('1 234', '5'), null, ','],
  ])('is %s', (_, numbers, declared, expected) => {
    expect(styleOf(numbers, declared).style?.decimal).toBe(expected)
  })

  it.each([
    [
      'a mark the description does not know',
      counts('1.234'),
      { decimal: ',', groups: [] },
      'comma',
      'whole-numbers',
    ],
    ['numbers of both styles', scores('1,5', '2,5', '3.5'), null, 'comma', 'other-numbers'],
    ['numbers of the other style', scores('1.5', '2.345'), decimalStyles.comma, 'point', 'other-numbers'],
    ['a count that would have decimals', counts('1,234'), decimalStyles.comma, 'point', 'whole-numbers'],
  ] as const)('is asked about for %s, with the likely answer', (_, numbers, declared, mark, reason) => {
    expect(styleOf(numbers, declared)).toMatchObject({ style: null, likely: { mark, reason } })
  })
})
