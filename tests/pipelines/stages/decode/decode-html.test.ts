import { describe, expect, it } from 'vitest'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'
import { written } from './written-texts.ts'

const read = (html: string) => decode(new TextEncoder().encode(html), null)

describe('a web page under the name of a workbook', () => {
  it('is read as its tables, with merged cells where they stand', async () => {
    const [sheet, second] = await read(`<html><head><style>td { a: "<td>" }</style></head><body><p>aside</p>
      <!-- <td>none</td> --><table><tr><th rowspan=2>Station</th><th colspan="2">Convicts &amp; remands</th></tr>
      <tr><td>M</td><td title="a > b">F</td></tr><tr style="display:none"><td>Luzira<br>&#1078;&nbsp;1</td><td></td><td><b>1</b> 234</td></tr></table>
      <table><tr><td>x</table>`)
    expect(sheet?.rows).toEqual([
      {
        row: 1,
        cells: [
          { column: 1, text: 'Station', kind: 'text' },
          { column: 2, text: 'Convicts & remands', kind: 'text' },
        ],
      },
      {
        row: 2,
        cells: [
          { column: 2, text: 'M', kind: 'text' },
          { column: 3, text: 'F', kind: 'text' },
        ],
      },
      {
        row: 3,
        cells: [
          { column: 1, text: 'Luzira\nж\u00a01', kind: 'text' },
          { column: 3, text: '1 234', kind: 'text' },
        ],
        hidden: true,
      },
    ])
    expect(sheet?.merged).toEqual([
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 1, left: 2, bottom: 1, right: 3 },
    ])
    expect([sheet?.name, second?.name, second?.rows[0]?.cells[0]?.text]).toEqual(['1', '2', 'x'])
  })

  it('keeps its letters in the encoding it names', async () => {
    const html = '<!doctype html><meta charset="windows-1251"><table><tr><td>да</td></tr></table>'
    const [sheet] = await decode(written(html, 'windows-1251') ?? new Uint8Array(), null)
    expect(sheet?.rows[0]?.cells[0]?.text).toBe('да')
  })

  it.each([
    ['has no table', '<html><body>Your session has expired</body></html>', 'file-kind-unknown'],
    ['has a table in a table', '<table><tr><td><table><tr><td>1</table></table>', 'file-kind-unknown'],
    ['has a cell outside its table', '<table><tr><td>1</table><td>2', 'cells-lost'],
    [
      'merges more than a sheet holds',
      '<table><tr><td colspan=9999 rowspan=99999>1</table>',
      'file-too-large',
    ],
  ])('is refused where it %s', async (_, html, code) => {
    await expect(read(html)).rejects.toMatchObject({ code })
  })

  it('of tags that never end is decided in one pass', async () => {
    await expect(read(`<table>${'<a '.repeat(200_000)}`)).resolves.toMatchObject([{ rows: [] }])
  })
})
