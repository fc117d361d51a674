import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { answerLines, collectAnswer } from '../../../../pipelines/stages/apart/answer.ts'
import { decodeApart } from '../../../../pipelines/stages/apart/decode-apart.ts'
import { limitsFor } from '../../../../pipelines/stages/apart/limits.ts'
import { ReaderStopped } from '../../../../pipelines/stages/apart/reader-stopped.ts'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'

const cost = { cpuMs: 0, peakMebibytes: 0 }
const rows = Array.from({ length: 5000 }, (_, row) => [`ряд ${row}`, row, row / 8])

const twoSheets = await writeXlsx({
  sheets: [
    { name: 'А', rows },
    { name: 'Б', rows: [] },
  ],
})

describe('a file read apart', () => {
  it.each([
    ['a workbook of two sheets', twoSheets],
    [
      'a text with line separators and half letters',
      new TextEncoder().encode('a\u2028b;\u0085;1\r\n;"x\ny";2'),
    ],
    ['a text of many rows', new TextEncoder().encode(rows.map((row) => row.join(';')).join('\n'))],
  ])('is the same as read here: %s', async (_, bytes) => {
    expect(await decodeApart(bytes, null)).toEqual(await decode(Buffer.from(bytes), null))
  })

  it('is read after one that could not be', async () => {
    await expect(decodeApart(Buffer.from('PK no zip'), null)).rejects.toMatchObject({ code: 'zip-damaged' })
    expect((await decodeApart(Buffer.from('a;b'), null))[0]?.rows).toHaveLength(1)
  })

  it('may cost more where it is larger', () => {
    const [small, large] = [limitsFor(30_000), limitsFor(60_000_000)]
    expect(small).toMatchObject({ cpuMs: 2000, residentMebibytes: 256, kept: true })
    expect(large.cpuMs).toBeGreaterThan(small.cpuMs)
    expect(large.kept).toBe(false)
  })
})

describe('an answer in lines', () => {
  const sheets = [
    {
      name: 'S',
      merged: [],
      rows: [{ row: 2, cells: [{ column: 1, text: '\ud800', kind: 'text' as const }] }],
    },
  ]
  const arrived = (lines: readonly string[]) => {
    const answer = collectAnswer()
    for (const line of lines) answer.take(JSON.parse(line))
    return answer.result()
  }
  const lines = [...answerLines(sheets, () => cost)].map((line) => JSON.stringify(line))

  it('arrives whole', () => {
    expect(arrived(lines)).toEqual({ sheets, cost })
  })

  it('is no answer where rows or the end are lost', () => {
    for (const lost of lines.keys())
      expect(() => arrived(lines.filter((_, nth) => nth !== lost))).toThrow(ReaderStopped)
  })
})
