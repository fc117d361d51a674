import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'

const text = (content: string) => strToU8(content)
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, text('x')])))
const odt = zipSync({
  mimetype: text('application/vnd.oasis.opendocument.text'),
  'content.xml': text('<a/>'),
})

describe('a file that is no table', () => {
  it.each([
    ['PDF', text('%PDF-1.7 …')],
    ['PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10])],
    ['RTF', text('{\\rtf1 x}')],
    ['HTML', text('<html><body>Your session has expired</body></html>')],
    ['XML', text('<?xml version="1.0"?><a/>')],
    ['binary data', Uint8Array.from([1, 0, 0, 0, 2, 0, 0, 3])],
    ['Word .docx', zip('word/document.xml')],
    ['Excel .xlsb', zip('xl/workbook.bin')],
    ['OpenDocument text', odt],
    ['ZIP', zip('a.csv')],
  ])('is said to be %s, whatever its name', async (reason, bytes) => {
    await expect(decode(bytes, null)).rejects.toMatchObject({ code: 'file-kind-unknown', reason })
  })
})
