import fc from 'fast-check'
import { read as readIndependently } from 'hucre'
import { describe, expect, it } from 'vitest'
import { compoundOf } from '../../../../fixtures/writers/compound.ts'
import {
  double,
  type Record,
  sharedStrings,
  streamOf,
  text,
  u16,
  u32,
  type XlsSheet,
  xls,
  xlsOf,
} from '../../../../fixtures/writers/xls.ts'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'
import type { Sheet } from '../../../../pipelines/stages/decode/sheet.ts'
import { Unreadable } from '../../../../pipelines/stages/decode/unreadable.ts'

const at = (row: number, column: number, style = 0) => [row, column, style].flatMap(u16)
const number = (row: number, column: number, value: number, style = 0): Record => ({
  type: 0x203,
  bytes: [...at(row, column, style), ...double(value)],
})
const formula = (row: number, column: number, result: readonly number[]): Record => ({
  type: 0x06,
  bytes: [...at(row, column), ...result, ...u16(0), ...u32(0), ...u16(0)],
})
const special = (kind: number, value = 0) => [kind, 0, value, 0, 0, 0, 0xff, 0xff]
const style = (format: number): Record => ({ type: 0xe0, bytes: [...u16(0), ...u16(format), ...u32(0)] })
const sheet = (...records: Record[]): XlsSheet => ({ name: 'Лист', records })
const one = sheet(number(0, 0, 7))
const cellsOf = ([first]: Sheet[]) =>
  first?.rows.flatMap(({ row, cells }) =>
    cells.map(({ column, kind, text: value }) => [row, column, kind, value]),
  )
const read = (sheets: XlsSheet[], globals?: Record[]) => decode(xlsOf(sheets, globals), null)
const begin = (kind: number): Record => ({
  type: 0x809,
  bytes: [...u16(0x600), ...u16(kind), ...u32(0), ...u32(0), ...u32(0)],
})
const end: Record = { type: 0x0a, bytes: [] }

describe('an .xls workbook', () => {
  it('gives each kind of cell as a person sees it', async () => {
    const sheets = [
      sheet(
        number(0, 0, 1234.5),
        number(0, 1, 44_377, 1),
        number(0, 2, 0.455, 2),
        number(0, 3, 44_377, 3),
        { type: 0x27e, bytes: [...at(1, 0), ...u32((-5 << 2) | 2)] },
        { type: 0x27e, bytes: [...at(1, 1), ...u32((123_456 << 2) | 3)] },
        {
          type: 0xbd,
          bytes: [
            ...u16(1),
            ...u16(2),
            ...u16(0),
            ...u32(0x3ff80000),
            ...u16(0),
            ...u32((9 << 2) | 2),
            ...u16(3),
          ],
        },
        { type: 0x205, bytes: [...at(2, 0), 1, 0] },
        { type: 0x205, bytes: [...at(2, 1), 0x07, 1] },
        { type: 0x204, bytes: [...at(2, 2), ...text('00123')] },
      ),
    ]
    const dates: Record = { type: 0x41e, bytes: [...u16(164), ...text('dd.mm.yyyy')] }
    expect(cellsOf(await read(sheets, [dates, style(0), style(14), style(9), style(164)]))).toEqual([
      [1, 1, 'number', '1234.5'],
      [1, 2, 'date', '2021-06-30'],
      [1, 3, 'percent', '45.5%'],
      [1, 4, 'date', '2021-06-30'],
      [2, 1, 'number', '-5'],
      [2, 2, 'number', '1234.56'],
      [2, 3, 'number', '1.5'],
      [2, 4, 'number', '9'],
      [3, 1, 'boolean', 'TRUE'],
      [3, 2, 'error', '#DIV/0!'],
      [3, 3, 'text', '00123'],
    ])
  })

  it('gives the stored values of formulas, and says where a text was never stored', async () => {
    const [read1] = await read([
      sheet(
        formula(0, 0, double(14)),
        formula(0, 1, special(0)),
        { type: 0x207, bytes: text('да') },
        formula(0, 2, special(1, 1)),
        formula(0, 3, special(2, 0x2a)),
        formula(0, 4, special(3)),
        formula(0, 5, special(0)),
      ),
    ])
    expect(read1?.rows[0]?.cells).toEqual([
      { column: 1, text: '14', kind: 'number', formula: true },
      { column: 2, text: 'да', kind: 'text', formula: true },
      { column: 3, text: 'TRUE', kind: 'boolean', formula: true },
      { column: 4, text: '#N/A', kind: 'error', formula: true },
      { column: 6, text: '', kind: 'uncalculated', formula: true },
    ])
  })

  it('counts days from 1904 where it says so', async () => {
    const cells = cellsOf(
      await read(
        [sheet(number(0, 0, 0, 1), number(0, 1, 1, 1))],
        [{ type: 0x22, bytes: u16(1) }, style(0), style(14)],
      ),
    )
    expect(cells?.map(([, , , shown]) => shown)).toEqual(['1904-01-01', '1904-01-02'])
  })

  it('marks what is hidden and reads it, and passes over charts', async () => {
    const hiddenRow: Record = { type: 0x208, bytes: [...at(0, 0), ...[9, 0, 0, 0x20].flatMap(u16)] }
    const hiddenColumn: Record = {
      type: 0x7d,
      bytes: [...u16(1), ...u16(2), ...u16(0), ...u16(0), ...u16(1), ...u16(0)],
    }
    const chart = [begin(0x20), number(0, 0, 99), end]
    const sheets = await read([
      sheet(hiddenColumn, hiddenRow, number(0, 0, 7), ...chart, number(1, 0, 8)),
      { ...one, name: 'B', visibility: 2 },
    ])
    expect(sheets.map(({ name, hidden, hiddenColumns }) => [name, hidden, hiddenColumns])).toEqual([
      ['Лист', undefined, [{ from: 2, to: 3 }]],
      ['B', true, undefined],
    ])
    expect(sheets[0]?.rows.map(({ hidden, cells }) => [hidden, cells[0]?.text])).toEqual([
      [true, '7'],
      [undefined, '8'],
    ])
  })

  it('keeps every letter of its shared texts, wherever a record ends inside them', async () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'ж', 'ة', 'é', '\n', '€'), maxLength: 60 }),
      { minLength: 1, maxLength: 20 },
    )
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 20, max: 90 }), async (strings, longest) => {
        const cells = strings.map(
          (_, index): Record => ({ type: 0xfd, bytes: [...at(index, 0), ...u32(index)] }),
        )
        const expected = strings.filter((one) => one.trim() !== '')
        const shown = cellsOf(await read([sheet(...cells)], sharedStrings(strings, longest)))
        expect(shown?.map(([, , , value]) => value)).toEqual(expected)
      }),
    )
  })

  it('of before Excel 97 is read in its code page', async () => {
    const cyrillic = [...'СИЗО'].map((letter) => letter.charCodeAt(0) - 0x410 + 0xc0)
    const globals = [
      { type: 0x809, bytes: [...u16(0x500), ...u16(5), ...u32(0)] },
      { type: 0x42, bytes: u16(1251) },
    ]
    const inside = [
      { type: 0x809, bytes: [...u16(0x500), ...u16(0x10), ...u32(0)] },
      { type: 0x204, bytes: [...at(0, 0), ...u16(4), ...cyrillic] },
      end,
    ]
    const bytesOf = (records: Record[]) =>
      records.flatMap(({ type, bytes }) => [...u16(type), ...u16(bytes.length), ...bytes])
    const boundary = (place: number): Record => ({ type: 0x85, bytes: [...u32(place), 0, 0, 4, ...cyrillic] })
    const place = bytesOf([...globals, boundary(0), end]).length
    const stream = Uint8Array.from(bytesOf([...globals, boundary(place), end, ...inside]))
    const [old] = await decode(compoundOf({ Book: stream }), null)
    expect([old?.name, old?.rows[0]?.cells[0]?.text]).toEqual(['СИЗО', 'СИЗО'])
  })

  it('is read as an independent reader reads it', async () => {
    const value = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: -80_000, max: 80_000 }).map((eighths) => eighths / 8),
      fc.constantFrom('облыс', 'x\ny', null),
    )
    const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const bytes = xls([{ sheet: 'S', rightToLeft: false, rows: written, merges: [] }])
        const ours = cellsOf(await decode(bytes, null))?.map(([row, column, , shown]) => [row, column, shown])
        const [theirs] = (await readIndependently(bytes)).sheets
        const cells = theirs?.rows.flatMap((row, index) =>
          (row ?? []).flatMap((cell, column) =>
            cell === null || cell === undefined ? [] : [[index + 1, column + 1, String(cell)]],
          ),
        )
        expect(ours).toEqual(cells)
      }),
      { numRuns: 100 },
    )
  })
})

describe('an .xls workbook that cannot be trusted', () => {
  it.each([
    ['encrypted', () => xlsOf([one], [{ type: 0x2f, bytes: u16(1) }]), 'zip-unsafe'],
    ['encrypted as a whole', () => compoundOf({ EncryptedPackage: new Uint8Array(9) }), 'zip-unsafe'],
    ['with a macro sheet', () => xlsOf([{ ...one, kind: 1 }]), 'zip-unsafe'],
    [
      'with macros',
      () => compoundOf({ Workbook: streamOf([one]), _VBA_PROJECT_CUR: new Uint8Array(9) }),
      'zip-unsafe',
    ],
    ['a Word document', () => compoundOf({ WordDocument: new Uint8Array(9) }), 'file-kind-unknown'],
    ['with a cell twice', () => xlsOf([sheet(number(0, 0, 1), number(0, 0, 2))]), 'workbook-damaged'],
    [
      'with a text nobody wrote',
      () => xlsOf([sheet({ type: 0xfd, bytes: [...at(0, 0), ...u32(3)] })]),
      'workbook-damaged',
    ],
    [
      'cut off',
      () => xlsOf([sheet(...Array.from({ length: 900 }, (_, row) => number(row, 0, row)))]).subarray(0, 9000),
      'workbook-damaged',
    ],
    [
      'with a sheet nothing refers to',
      () => compoundOf({ Workbook: Uint8Array.from([...streamOf([one]), ...streamOf([one])]) }),
      'cells-lost',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(decode(bytes(), null)).rejects.toMatchObject({ code })
  })

  it('because its sectors run in a circle is refused', async () => {
    const bytes = xlsOf([one])
    new DataView(bytes.buffer).setUint32(512 + 4, 1, true)
    await expect(decode(bytes, null)).rejects.toMatchObject({ code: 'workbook-damaged' })
  })

  it('is decided, however it is mutated', async () => {
    const sound = xls([
      {
        sheet: 'S',
        rightToLeft: false,
        rows: [
          ['ж', 1],
          ['a', 2.5],
        ],
        merges: [],
      },
    ])
    const change = fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Uint8Array.from(sound)
        for (const { at: place, byte } of changes) bytes[place] = byte
        const result = await decode(bytes, null).catch((error: unknown) => error)
        expect(Array.isArray(result) || result instanceof Unreadable).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
