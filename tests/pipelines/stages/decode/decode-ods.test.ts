import fc from 'fast-check'
import { readOds, writeOds } from 'hucre/ods'
import { describe, expect, it } from 'vitest'
import { odsOf } from '../../../../fixtures/writers/ods.ts'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'
import type { Sheet } from '../../../../pipelines/stages/decode/sheet.ts'

const cell = (type: string, value: string, shown = '', more = '') =>
  `<table:table-cell office:value-type="${type}" ${value} ${more}><text:p>${shown}</text:p></table:table-cell>`
const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`
const table = (rows: string, name = 'S', more = '') =>
  `<table:table table:name="${name}" ${more}>${rows}</table:table>`
const read = (tables: string, styles?: string, more?: Record<string, string>) =>
  decode(odsOf(tables, styles, more), null)
const cellsOf = ([sheet]: Sheet[]) =>
  sheet?.rows.flatMap(({ cells }) => cells.map(({ kind, text }) => [kind, text]))
const seven = cell('float', 'office:value="7"', '7')

describe('an OpenDocument workbook', () => {
  it('gives each kind of cell as a person sees it', async () => {
    const cells = [
      cell('float', 'office:value="1234.5"', '1 234,50'),
      cell('percentage', 'office:value="0.455"', '45,5 %'),
      cell('date', 'office:date-value="2021-06-30T00:00:00"', '30.06.21'),
      cell('time', 'office:time-value="PT12H30M00S"', '12:30'),
      cell('boolean', 'office:boolean-value="true"', 'ИСТИНА'),
      cell('string', '', '00123'),
      cell('string', 'office:string-value=""', '#DIV/0!', 'table:formula="of:=1/0"'),
    ]
    expect(cellsOf(await read(table(row(cells.join('')))))).toEqual([
      ['number', '1234.5'],
      ['percent', '45.5%'],
      ['date', '2021-06-30'],
      ['date', '12:30'],
      ['boolean', 'TRUE'],
      ['text', '00123'],
      ['error', '#DIV/0!'],
    ])
  })

  it('has a formula without a result, which is no blank, and one whose result is empty', async () => {
    const cells =
      '<table:table-cell table:formula="of:=[.A2]"/><table:table-cell table:formula="of:=&quot;&quot;"><text:p/></table:table-cell>'
    expect(cellsOf(await read(table(row(cells))))).toEqual([['uncalculated', '']])
  })

  it('writes out what is repeated, and passes over a million empty rows', async () => {
    const twice = cell('float', 'office:value="7"', '7', 'table:number-columns-repeated="2"')
    const empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    const [sheet] = await read(
      table(
        row(twice, 'table:number-rows-repeated="3"') +
          row(empty, 'table:number-rows-repeated="1048572"') +
          row(`<table:table-cell table:number-columns-repeated="16383"/>${seven}`),
      ),
    )
    expect(sheet?.rows.map(({ row: number, cells }) => [number, cells.map(({ column }) => column)])).toEqual([
      [1, [1, 2]],
      [2, [1, 2]],
      [3, [1, 2]],
      [1_048_576, [16_384]],
    ])
  })

  it('marks what is hidden and reads it', async () => {
    const styles =
      '<style:style style:name="x" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const columns =
      '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
    const sheets = await read(
      table(columns + row(seven) + row(seven, 'table:visibility="filter"'), 'A') +
        table(row(seven), 'B', 'table:style-name="x"'),
      styles,
    )
    expect(sheets.map(({ name, hidden, hiddenColumns }) => [name, hidden, hiddenColumns])).toEqual([
      ['A', undefined, [{ from: 2, to: 3 }]],
      ['B', true, undefined],
    ])
    expect(sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([undefined, true])
  })

  it('leaves comments, drawings and tracked changes out', async () => {
    const commented =
      '<table:table-cell office:value-type="string"><office:annotation><text:p>aside</text:p></office:annotation><text:p>a<text:s text:c="2"/>b<text:note><text:p>n</text:p></text:note></text:p><text:p>c</text:p></table:table-cell>'
    const changes =
      '<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell office:value-type="float" office:value="1"/></table:previous></table:cell-content-change></table:tracked-changes>'
    expect(cellsOf(await read(changes + table(row(commented))))).toEqual([['text', 'a  b\nc']])
  })

  it('is read as an independent writer wrote it and an independent reader reads it', async () => {
    const value = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.constantFrom('облыс', 'المجموع', '00123', 'a & <b>', 'x\ny'),
      fc.constant(null),
    )
    const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const bytes = await writeOds({ sheets: [{ name: 'S', rows: written }] })
        const [sheet] = await decode(bytes, null)
        const oracle = (await readOds(bytes)).sheets[0]?.rows ?? []
        const plain = (text: unknown) => String(text).replaceAll('\n', ' ')
        const ours = new Map(
          sheet?.rows.flatMap(({ row: number, cells }) =>
            cells.map(({ column, text }) => [`${number},${column}`, plain(text)]),
          ),
        )
        const theirs = new Map(
          oracle.flatMap(
            (cells, index) =>
              cells.flatMap((one, column) =>
                one === null || one === undefined || one === ''
                  ? []
                  : [[`${index + 1},${column + 1}`, plain(one)]],
              ) as [string, string][],
          ),
        )
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 100 },
    )
  })
})

describe('an OpenDocument workbook that cannot be trusted', () => {
  const many = 'table:number-columns-repeated="16384"'
  it.each([
    [
      'repeats a row of cells a million times',
      table(row(cell('float', 'office:value="7"', '7', many), 'table:number-rows-repeated="1048576"')),
      'file-too-large',
    ],
    [
      'has a cell past the last column',
      table(row(cell('float', 'office:value="7"', '7', many) + seven)),
      'workbook-damaged',
    ],
    ['has a number that is none', table(row(cell('float', 'office:value="1,5"', '1,5'))), 'workbook-damaged'],
    ['has a number without a value', table(row(cell('float', '', '1'))), 'workbook-damaged'],
    ['has a cell outside a row', table(seven), 'workbook-damaged'],
    [
      'has a table inside a cell',
      table(row(`<table:table-cell>${table(row(seven))}</table:table-cell>`)),
      'workbook-damaged',
    ],
    ['has a cell where none belongs', `<table:shapes>${seven}</table:shapes>`, 'cells-lost'],
    [
      'has a gap of a billion spaces',
      table(row(cell('string', '', '<text:s text:c="99999999"/>'))),
      'file-too-large',
    ],
  ])('and %s is refused', async (_, tables, code) => {
    await expect(read(tables)).rejects.toMatchObject({ code })
  })

  it.each([
    [
      'encrypted',
      {
        'META-INF/manifest.xml':
          '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
      },
    ],
    ['macros', { 'Basic/Standard/Module1.xml': '<a/>' }],
  ])('because of %s is refused', async (reason, more) => {
    await expect(read(table(row(seven)), '', more)).rejects.toMatchObject({ code: 'zip-unsafe', reason })
  })
})
