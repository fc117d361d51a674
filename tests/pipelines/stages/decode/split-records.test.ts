import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'
import { splitRecords } from '../../../../pipelines/stages/decode/split-records.ts'

const recordsOf = (text: string, separator: string) => {
  const records: string[][] = []
  splitRecords(text, separator, (fields) => records.push(fields))
  return records
}
const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`
const field = fc.string({ unit: fc.constantFrom('a', 'ж', ' ', '"', ';', '\n', '\r\n', '1', '') })
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('records of a text', () => {
  it('are what was written, to the last field, however lines end', () => {
    const records = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(records, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, lineEnd, ends) => {
        const text = rows.map((row) => row.map(quoted).join(';')).join(lineEnd) + (ends ? lineEnd : '')
        expect(recordsOf(text, ';')).toEqual(rows)
      }),
    )
  })

  it('are those of an independent reader, wherever it reads the text at all', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', '""', ';', '\n', ' ', '"b"'), maxLength: 30 })
    let compared = 0
    fc.assert(
      fc.property(text, (sample) => {
        let expected: string[][]
        try {
          expected = parse(sample, { delimiter: ';', relax_column_count: true, record_delimiter: '\n' })
        } catch {
          return
        }
        compared += 1
        expect(recordsOf(sample, ';')).toEqual(expected)
      }),
      { numRuns: 3000 },
    )
    expect(compared).toBeGreaterThan(500)
  })

  it('begin on the line they are said to', () => {
    const lines: number[] = []
    splitRecords('a\n"b\r\nc"\n\nd', ';', (_, line) => lines.push(line))
    expect(lines).toEqual([1, 2, 4, 5])
  })

  it('keep a quotation mark inside a word', () => {
    expect(recordsOf('N° 3"4;ТОО "Ы"', ';')).toEqual([['N° 3"4', 'ТОО "Ы"']])
  })
})

describe('a text with a quotation mark in the wrong place', () => {
  it.each([
    ['never closed', 'a;b\n1;2\n3;"4\n5;6', '3'],
    ['closed inside a field', 'a;b\n"1" of 2;2', '2'],
    ['closed by chance rows later', 'a;b;c\n1;2;3\n"4;5;6\n7;8;9"\n1;2;3', '3'],
  ])('%s is damaged, and its line is said', async (_, text, line) => {
    await expect(decode(bytesOf(text), null)).rejects.toMatchObject({ code: 'text-damaged', reason: line })
  })

  it('is not suspected where a remark has several lines', async () => {
    const [sheet] = await decode(bytesOf('a;b\n1;"see; below\nand above"\n2;c'), null)
    expect(sheet?.rows).toHaveLength(3)
  })
})
