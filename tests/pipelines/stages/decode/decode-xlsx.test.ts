import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'

const xml = (text: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
const workbook = (sheet: string, more: Record<string, Uint8Array> = {}, state = '') =>
  zipSync({
    'xl/workbook.xml': xml(
      `<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" ${state} r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': xml(sheet),
    ...more,
  })
const rows = (...written: string[]) => `<worksheet><sheetData>${written.join('')}</sheetData></worksheet>`

describe('an .xlsx workbook', () => {
  it('that lies about its size, names a missing drawing and begins in row 3 is read to the end', async () => {
    const count = 20_000
    const lines = Array.from({ length: count }, (_, index) => {
      const row = index + 4
      const cells = [`C${index % 190}`, `Country ${index % 190}`, 'Persons held', 'Total']
        .map((text, column) => `<c r="${'ABCD'[column]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`)
        .join('')
      return `<row r="${row}">${cells}<c r="E${row}"><v>${index}</v></c></row>`
    })
    const header =
      '<row r="1"/><row r="3"><c r="A3" t="inlineStr"><is><t>Iso3_code</t></is></c><c r="E3" t="inlineStr"><is><t>VALUE</t></is></c></row>'
    const sheet = `<worksheet><dimension ref="A1"/><sheetData>${header}${lines.join('')}</sheetData><drawing r:id="rId9"/></worksheet>`
    const drawing = xml(
      '<Relationships><Relationship Id="rId9" Target="../drawings/none.xml"/></Relationships>',
    )
    const [read] = await decode(workbook(sheet, { 'xl/worksheets/_rels/sheet1.xml.rels': drawing }), null)
    expect(read?.rows).toHaveLength(count + 1)
    expect(read?.rows[0]?.row).toBe(3)
    expect(read?.rows.at(-1)?.cells.at(-1)).toEqual({ column: 5, text: String(count - 1), kind: 'number' })
  })

  it('has formulas without a result, which are no blanks, and formulas whose result is empty', async () => {
    const [read] = await decode(
      workbook(
        rows(
          '<row r="1"><c r="A1"><f>B1*2</f></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>1+1</f><v>2</v></c></row>',
        ),
      ),
      null,
    )
    expect(read?.rows[0]?.cells).toEqual([
      { column: 1, text: '', kind: 'uncalculated', formula: true },
      { column: 3, text: '2', kind: 'number', formula: true },
    ])
  })

  it('marks what is hidden and reads it', async () => {
    const sheet =
      '<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData></worksheet>'
    const [read] = await decode(workbook(sheet, {}, 'state="veryHidden"'), null)
    expect([read?.hidden, read?.hiddenColumns, read?.rows.map(({ hidden }) => hidden)]).toEqual([
      true,
      [{ from: 2, to: 3 }],
      [true, undefined],
    ])
  })

  it('keeps a percentage as a person sees it, and a number typed as text as it was typed', async () => {
    const styles = xml('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>')
    const [read] = await decode(
      workbook(
        rows(
          '<row r="1"><c r="A1" s="1"><v>0.455</v></c><c r="B1" t="inlineStr"><is><t>00123</t></is></c></row>',
        ),
        { 'xl/styles.xml': styles },
      ),
      null,
    )
    expect(read?.rows[0]?.cells.map(({ kind, text }) => [kind, text])).toEqual([
      ['percent', '45.5%'],
      ['text', '00123'],
    ])
  })

  it('is refused where a filled cell stands outside the cells that are read', async () => {
    const stray = workbook(rows('<row r="1"><c r="A1"><v>1</v></c><v>2</v></row>'))
    await expect(decode(stray, null)).rejects.toMatchObject({ code: 'cells-lost', reason: '1 / 2' })
  })

  it('is not refused for a filled cell in a comment, which is none', async () => {
    const [read] = await decode(
      workbook(rows('<!-- <v>9</v> --><row r="1"><c r="A1"><v>1</v></c></row>')),
      null,
    )
    expect(read?.rows).toHaveLength(1)
  })
})
