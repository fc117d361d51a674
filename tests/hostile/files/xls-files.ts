import { compoundOf } from '../../../fixtures/writers/compound.ts'
import {
  double,
  type Record,
  sharedStrings,
  streamOf,
  text,
  u16,
  u32,
  type XlsSheet,
  xlsOf,
} from '../../../fixtures/writers/xls.ts'
import { type HostileFile, hostile } from '../hostile-file.ts'

const damaged = 'workbook-damaged'
const at = (row: number, column: number) => [row, column, 0].flatMap(u16)
const number = (row: number, column: number, value: number): Record => ({
  type: 0x203,
  bytes: [...at(row, column), ...double(value)],
})
const sheet = (...records: Record[]): XlsSheet => ({ name: 'S', records })
const one = sheet(number(0, 0, 1))
const holding =
  (...records: Record[]) =>
  () =>
    xlsOf([sheet(...records)])
const withGlobals =
  (...records: Record[]) =>
  () =>
    xlsOf([one], records)

/** A sound file with one number of its container set to another. */
const container = (at: number, value: number) => () => {
  const bytes = xlsOf([one])
  new DataView(bytes.buffer).setUint32(at, value, true)
  return bytes
}

const containers: HostileFile[] = [
  hostile('xls-sound', () => xlsOf([one]), ['1']),
  hostile('xls-table-in-a-circle', container(512 + 8, 2), damaged),
  hostile('xls-table-of-itself', container(76, 5_000_000), damaged),
  hostile('xls-more-tables-than-there-are', container(68, 0), ['1']),
  hostile('xls-more-tables-nowhere', container(68, 0x00ffffff), damaged),
  hostile('xls-directory-nowhere', container(48, 0x00ffffff), damaged),
  hostile('xls-sectors-of-a-gigabyte', container(28, 0x001e_fffe), damaged),
  hostile('xls-cut-in-its-header', () => xlsOf([one]).slice(0, 100), damaged),
  hostile('xls-header-only', () => xlsOf([one]).slice(0, 512), damaged),
  hostile('xls-signature-only', () => xlsOf([one]).slice(0, 8), damaged),
  hostile('xls-of-no-stream', () => compoundOf({}), 'file-kind-unknown'),
]

const records: HostileFile[] = [
  hostile('xls-encrypted', withGlobals({ type: 0x2f, bytes: u16(1) }), 'zip-unsafe'),
  hostile('xls-encrypted-package', () => compoundOf({ EncryptedPackage: new Uint8Array(9) }), 'zip-unsafe'),
  hostile('xls-macro-sheet', () => xlsOf([{ ...one, kind: 1 }]), 'zip-unsafe'),
  hostile(
    'xls-macros',
    () => compoundOf({ Workbook: streamOf([one]), _VBA_PROJECT_CUR: new Uint8Array(9) }),
    'zip-unsafe',
  ),
  hostile(
    'xls-strings-by-the-billion',
    withGlobals({ type: 0xfc, bytes: [...u32(0xffffffff), ...u32(0xffffffff)] }),
    damaged,
  ),
  hostile(
    'xls-strings-cut',
    withGlobals({ type: 0xfc, bytes: [...u32(1), ...u32(1), ...u16(500), 1, 65] }),
    damaged,
  ),
  hostile('xls-strings-in-pieces', withGlobals(...sharedStrings(['x'.repeat(30_000)], 20)), ['1']),
  hostile('xls-string-beyond-the-table', holding({ type: 0xfd, bytes: [...at(0, 0), ...u32(9)] }), damaged),
  hostile('xls-cell-twice', holding(number(0, 0, 1), number(0, 0, 2)), damaged),
  hostile(
    'xls-numbers-backwards',
    holding({ type: 0xbd, bytes: [...u16(0), ...u16(9), ...u16(0), ...u32(0), ...u16(3)] }),
    damaged,
  ),
  hostile('xls-number-of-no-kind', holding(number(0, 0, Number.NaN)), damaged),
  hostile('xls-number-infinite', holding(number(0, 0, Number.POSITIVE_INFINITY)), damaged),
  hostile('xls-column-beyond-the-last', holding(number(0, 0xffff, 1)), damaged),
  hostile(
    'xls-merged-everything',
    holding({ type: 0xe5, bytes: [1, 0, 0xffff, 0, 0x3fff].flatMap(u16) }),
    'file-too-large',
  ),
  hostile(
    'xls-record-beyond-the-end',
    () => compoundOf({ Workbook: streamOf([one]).subarray(0, -6) }),
    damaged,
  ),
  hostile('xls-formula-text', holding({ type: 0x204, bytes: [...at(0, 0), ...text("=cmd|'/c calc'!A0")] }), [
    "=cmd|'/c calc'!A0",
  ]),
]

const manySheets: HostileFile[] = [
  hostile(
    'xls-1000-sheets',
    () => xlsOf(Array.from({ length: 1000 }, () => one)),
    Array.from({ length: 1000 }, () => '1'),
  ),
]

export const xlsFiles = [...containers, ...records, ...manySheets]
