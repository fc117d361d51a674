import { expect, it } from 'vitest'
import { decodeApart } from '../../pipelines/stages/apart/decode-apart.ts'
import { tortureFiles } from './torture/torture-files.ts'

it('has hundreds of files, each of its own name', () => {
  expect(tortureFiles.length).toBeGreaterThanOrEqual(400)
  expect(new Set(tortureFiles.map(({ id }) => id)).size).toBe(tortureFiles.length)
})

it.each(tortureFiles)(
  '$id is read to the last cell, the same twice',
  async ({ bytes: make, described, cells }) => {
    const bytes = make()
    const sheets = await decodeApart(bytes, described)
    const found = sheets.flatMap(({ rows }) =>
      rows.flatMap(({ row, cells: filled }) => filled.map(({ column, text }) => [row, column, text])),
    )
    expect(found).toEqual(cells)
    expect(await decodeApart(bytes, described)).toEqual(sheets)
  },
)
