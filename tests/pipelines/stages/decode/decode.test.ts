import fc from 'fast-check'
import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { decodeApart } from '../../../../pipelines/stages/apart/decode-apart.ts'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'
import { Unreadable } from '../../../../pipelines/stages/decode/unreadable.ts'

const xml = (text: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
const parts = (sheet: string, more: Record<string, Uint8Array> = {}) => ({
  'xl/workbook.xml': xml(
    '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ),
  'xl/_rels/workbook.xml.rels': xml(
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  'xl/worksheets/sheet1.xml': xml(sheet),
  ...more,
})
const workbook = (sheet: string, more?: Record<string, Uint8Array>) =>
  Buffer.from(zipSync(parts(sheet, more)))
const reasonOf = async (bytes: Buffer) => {
  const error = await decode(bytes, null).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Unreadable)
  return (error as Unreadable).code
}

describe('a workbook', () => {
  it('is read as an independent writer wrote it', async () => {
    const bytes = Buffer.from(
      await writeXlsx({
        sheets: [
          {
            name: 'Население',
            rows: [
              ['Облыс / Область', 'всего'],
              ['Солтүстік', 1234],
              ['الشمال', 0.5],
            ],
          },
        ],
      }),
    )
    const [sheet] = await decode(bytes, null)
    expect(sheet?.name).toBe('Население')
    expect(sheet?.rows.map(({ cells }) => cells.map(({ text, kind }) => [kind, text]))).toEqual([
      [
        ['text', 'Облыс / Область'],
        ['text', 'всего'],
      ],
      [
        ['text', 'Солтүстік'],
        ['number', '1234'],
      ],
      [
        ['text', 'الشمال'],
        ['number', '0.5'],
      ],
    ])
  })

  it('gives stored values of formulas, errors as text, dates as ISO, and merged ranges', async () => {
    const styles = xml('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
    const sheet = `<worksheet><sheetData>
      <row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#DIV/0!</v></c><c r="C1" s="1"><v>44377</v></c></row>
      <row r="2"><c r="A2" t="inlineStr"><is><r><t>за </t></r><r><t>год</t></r></is></c><c r="B2" t="b"><v>0</v></c></row>
      </sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`
    const [read] = await decode(workbook(sheet, { 'xl/styles.xml': styles }), null)
    expect(read?.rows.flatMap(({ cells }) => cells.map(({ text }) => text))).toEqual([
      '2',
      '#DIV/0!',
      '2021-06-30',
      'за год',
      'FALSE',
    ])
    expect(read?.merged).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }])
  })

  it('may hold cells in its farthest corner', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>'
    const [read] = await decode(workbook(sheet), null)
    expect(read?.rows.map(({ row, cells }) => [row, cells[0]?.column])).toEqual([
      [1, 1],
      [1_048_576, 16_384],
    ])
  })
})

describe('a hostile file', () => {
  it('is refused for a document type', async () => {
    const sheet = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>'
    expect(await reasonOf(workbook(sheet))).toBe('zip-unsafe')
  })

  it('is refused for macros', async () => {
    expect(await reasonOf(workbook('<worksheet/>', { 'xl/vbaProject.bin': new Uint8Array(3) }))).toBe(
      'zip-unsafe',
    )
  })

  it('is refused by its directory when it unpacks to far more than it is', async () => {
    const bomb = workbook('<worksheet/>', { 'xl/worksheets/sheet2.xml': new Uint8Array(120_000_000) })
    expect(await reasonOf(bomb)).toBe('zip-unsafe')
  })

  it('is refused when its directory lies about a size', async () => {
    const lying = workbook(`<worksheet>${' '.repeat(5_000_000)}</worksheet>`)
    for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4)) {
      if (lying.readUInt32LE(at + 24) > 1_000_000) lying.writeUInt32LE(1000, at + 24)
    }
    expect(await reasonOf(lying)).toBe('zip-damaged')
  })

  it('never ends the program that reads it, however it is mutated', async () => {
    const sound = workbook(
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    )
    const mutation = fc.array(fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255) }), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(mutation, async (changes) => {
        const bytes = Buffer.from(sound)
        for (const { at, byte } of changes) bytes[at] = byte
        const read = await decodeApart(bytes, null).catch((error: unknown) => error)
        expect(Array.isArray(read) || read instanceof Unreadable).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a text file', () => {
  it.each([
    ['windows-1251', [0xd1, 0xc8, 0xc7, 0xce], 'СИЗО'],
    ['windows-1252', [0xe9, 0x74, 0xe9], 'été'],
    ['windows-1256', [0xd3, 0xcc, 0xe4], 'سجن'],
  ] as const)('in %s keeps its letters', async (encoding, bytes, text) => {
    const [sheet] = await decode(Buffer.from([...bytes, 0x3b, 0x31]), { encoding, separator: ';' })
    expect(sheet?.rows[0]?.cells.map((cell) => cell.text)).toEqual([text, '1'])
  })

  it('with a byte order mark is read by it', async () => {
    const [sheet] = await decode(Buffer.from('\uFEFFоблыс;1', 'utf16le'), {
      encoding: 'windows-1251',
      separator: ';',
    })
    expect(sheet?.rows[0]?.cells[0]?.text).toBe('облыс')
  })
})
