import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'
import { oneByteEncodings } from '../../../../pipelines/stages/decode/one-byte.ts'
import { separatorOf } from '../../../../pipelines/stages/decode/sniff-text.ts'
import { lettersBeyondAscii, phrases, type Written, written } from './written-texts.ts'

/** Where a file has at least so many letters beyond ASCII its encoding is never guessed wrongly. */
const ENOUGH_LETTERS = 4
const encodings = ['utf-8', 'utf-16le', 'utf-16be', ...oneByteEncodings]
const separators = [',', ';', '\t', '|'] as const

const spelt = (language: Written) =>
  fc
    .tuple(fc.constantFrom(...phrases[language]), fc.constantFrom('plain', 'capitals', 'title'))
    .map(([words, style]) => {
      if (style === 'capitals') return words.toUpperCase()
      return style === 'title' ? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}` : words
    })

/** Header, and rows of a place and numbers, some with a decimal comma. */
const table = (language: Written) =>
  fc
    .record({
      header: fc.array(spelt(language), { minLength: 2, maxLength: 6 }),
      places: fc.array(spelt(language), { minLength: 2, maxLength: 5 }),
      numbers: fc.array(fc.nat(99_999), { minLength: 30, maxLength: 30 }),
      decimals: fc.boolean(),
    })
    .map(({ header, places, numbers, decimals }) => [
      header,
      ...places.map((place, row) => [
        place,
        ...header.slice(1).map((_, column) => {
          const number = numbers[(row * 7 + column) % 30] ?? 0
          return decimals ? `${number},${number % 10}` : String(number)
        }),
      ]),
    ])

const quoted = (text: string, separator: string) => (text.includes(separator) ? `"${text}"` : text)
const separated = (rows: readonly string[][], separator: string, lineEnd = '\r\n') =>
  rows.map((row) => row.map((text) => quoted(text, separator)).join(separator)).join(lineEnd)
const textsOf = async (bytes: Uint8Array) => {
  const [sheet] = await decode(bytes, null)
  return sheet?.rows.map(({ cells }) => cells.map(({ text }) => text))
}

const cases = (Object.keys(phrases) as Written[]).flatMap((language) =>
  encodings.map((encoding) => ({ language, encoding })),
)

describe('a text file nobody has described', () => {
  it.each(cases)(
    'in $language, saved as $encoding, keeps its letters and columns',
    async ({ language, encoding }) => {
      await fc.assert(
        fc.asyncProperty(
          table(language),
          fc.constantFrom(...separators),
          fc.constantFrom('\r\n', '\n', '\r'),
          async (rows, separator, lineEnd) => {
            const text = separated(rows, separator, lineEnd)
            const bytes = written(text, encoding)
            if (!bytes || (language !== 'english' && lettersBeyondAscii(text) < ENOUGH_LETTERS)) return
            expect(await textsOf(bytes)).toEqual(rows)
          },
        ),
        { numRuns: 200 },
      )
    },
  )

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ])('is read by the byte order mark of %s, which is no part of the first cell', async (encoding, mark) => {
    const bytes = Uint8Array.from([...mark, ...(written('облыс;1', encoding) ?? [])])
    expect(await textsOf(bytes)).toEqual([['облыс', '1']])
  })

  it('keeps Kazakh letters that windows-1251 has not', async () => {
    const bytes = Uint8Array.from([0xd2, 0xbf, 0xf0, 0xb3, 0x3b, 0x31])
    expect(await textsOf(bytes)).toEqual([['Түрі', '1']])
  })

  it('is read by the separator Excel wrote into its first line, which is no row', async () => {
    expect(await textsOf(new TextEncoder().encode('sep=|\r\na|b;c;d\r\n1|2;3;4'))).toEqual([
      ['a', 'b;c;d'],
      ['1', '2;3;4'],
    ])
  })
})

describe('the separator', () => {
  it('is the described one only where it splits the file', () => {
    expect(separatorOf('a\tb\tc\n1\t2;5\t3', ';')).toBe('\t')
    expect(separatorOf('title;\na;b\n1;2', ';')).toBe(';')
  })

  it('is not the comma inside numbers', () => {
    expect(separatorOf('a;b\n1,5;2,5\n1,5;2,5', undefined)).toBe(';')
    expect(separatorOf('1,5\t2,5\t3,5', undefined)).toBe('\t')
  })
})
