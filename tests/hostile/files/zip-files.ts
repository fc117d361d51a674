import { deflateRawSync } from 'node:zlib'
import { type HostileFile, hostile, utf8 } from '../hostile-file.ts'
import { parts, soundParts, workbook, workbookAnd, workbookWith, xml } from '../small-workbook.ts'
import { type Part, writeZip } from '../write-zip.ts'

const MEBIBYTE = 1024 * 1024
const zeros = (bytes: number) => new Uint8Array(bytes)
const packedZeros = (mebibytes: number) => deflateRawSync(zeros(mebibytes * MEBIBYTE))
const bomb = packedZeros(100)
const bombPart = (nth: number): Part => ({
  name: `xl/media/${nth}.xml`,
  content: '',
  packed: bomb,
  size: 100 * MEBIBYTE,
})
const named = (name: string | Uint8Array) => () => workbookAnd([{ name, content: 'x' }])
const fake = writeZip(soundParts({ [parts.sheet]: xml('<worksheet/>') }))

const names: HostileFile[] = (
  [
    ['climbing', '../../etc/passwd'],
    ['climbing-inside', 'xl/../../x.xml'],
    ['climbing-with-backslashes', '..\\..\\x.dll'],
    ['ending-in-dots', 'xl/..'],
    ['absolute', '/etc/cron.d/x'],
    ['of-a-drive', 'C:\\Windows\\x.dll'],
    ['of-a-network-share', '\\\\server\\share\\x'],
    ['with-a-nul', 'xl/a\0.xml'],
    ['twice', parts.sheet],
    ['a-case-twin', 'XL/Workbook.XML'],
    ['a-backslash-twin', 'xl\\workbook.xml'],
  ] as const
).map(([id, name]) => hostile(`zip-name-${id}`, named(name), 'zip-unsafe'))

const harmlessNames: HostileFile[] = (
  [
    ['empty', ''],
    ['very-long', 'x'.repeat(65_000)],
    ['turned-right-to-left', 'xl/\u202eslx.exe'],
    ['not-utf8', new Uint8Array([0xff, 0xfe, 0x80])],
    ['of-a-device', 'CON'],
    ['of-a-prototype', '__proto__'],
    ['a-folder', 'xl/worksheets/'],
    ['dotted', '...'],
  ] as const
).map(([id, name]) => hostile(`zip-name-${id}`, named(name), ['1']))

const sizes: HostileFile[] = [
  hostile('zip-bomb-of-zeros', () => workbookAnd([bombPart(1)]), 'zip-unsafe'),
  hostile('zip-bomb-as-sheet', () => workbookWith(parts.sheet, bombPart(0)), 'zip-unsafe'),
  hostile(
    'zip-bomb-of-many-parts',
    () => workbookAnd([1, 2, 3].map((nth) => ({ ...bombPart(nth), packedSize: MEBIBYTE }))),
    'zip-unsafe',
  ),
  hostile(
    'zip-bomb-that-admits-little',
    () => workbookWith(parts.sheet, { packed: bomb, size: 1000 }),
    'zip-damaged',
  ),
  hostile(
    'zip-bomb-that-admits-just-enough',
    () => workbookWith(parts.sheet, { packed: bomb, size: 20 * MEBIBYTE }),
    'zip-damaged',
  ),
  hostile(
    'zip-bomb-in-a-bomb',
    () => workbookAnd([{ name: 'xl/a.zip', content: writeZip([bombPart(1)]), method: 0 }]),
    ['1'],
  ),
  hostile(
    'zip-of-zips-only',
    () => writeZip([{ name: 'lib 0.zip', content: writeZip([bombPart(1)]) }]),
    'file-kind-unknown',
  ),
  hostile('zip-size-of-4-gigabytes', () => workbookWith(parts.sheet, { size: 0xfffffffe }), 'zip-unsafe'),
  hostile('zip-size-too-large-by-one', () => workbookWith(parts.sheet, { size: 200 }), 'zip-damaged'),
  hostile('zip-size-zero', () => workbookWith(parts.sheet, { size: 0 }), 'zip-damaged'),
  hostile('zip-packed-beyond-the-end', () => workbookWith(parts.sheet, { packedSize: 1e6 }), 'zip-damaged'),
  hostile('zip-packed-to-nothing', () => workbookWith(parts.sheet, { packedSize: 0 }), 'zip-damaged'),
  hostile(
    'zip-stored-with-two-sizes',
    () => workbookWith(parts.sheet, { method: 0, size: 9 }),
    'zip-damaged',
  ),
]

const directories: HostileFile[] = [
  hostile('zip-sound', () => workbook(), ['1']),
  hostile('zip-stored', () => writeZip(soundParts().map((part) => ({ ...part, method: 0 }))), ['1']),
  hostile('zip-sizes-behind', () => writeZip(soundParts().map((part) => ({ ...part, described: true }))), [
    '1',
  ]),
  hostile('zip-of-nothing', () => writeZip([]), 'file-kind-unknown'),
  hostile('zip-mark-only', () => utf8('PK'), 'zip-damaged'),
  hostile('zip-first-mark-only', () => utf8('PK\x03\x04'), 'zip-damaged'),
  hostile('zip-without-directory', () => workbook().slice(0, -22), 'zip-damaged'),
  hostile('zip-counts-one-more', () => workbook({}, { count: 5 }), 'zip-damaged'),
  hostile('zip-counts-one-less', () => workbook({}, { count: 3 }), 'workbook-damaged'),
  hostile('zip-counts-65535', () => workbook({}, { count: 65_535 }), 'zip-unsafe'),
  hostile(
    'zip-of-3000-parts',
    () =>
      workbookAnd(Array.from({ length: 3000 }, (_, nth) => ({ name: `x/${nth}`, content: '', method: 0 }))),
    'zip-unsafe',
  ),
  hostile('zip-directory-beyond-the-end', () => workbook({}, { directoryOffset: 1e9 }), 'zip-damaged'),
  hostile('zip-directory-at-the-start', () => workbook({}, { directoryOffset: 0 }), 'zip-damaged'),
  hostile('zip-offset-beyond-the-end', () => workbookWith(parts.sheet, { offset: 1e9 }), 'zip-damaged'),
  hostile('zip-offset-into-another-part', () => workbookWith(parts.sheet, { offset: 7 }), 'zip-unsafe'),
  hostile('zip-comment-of-65535', () => workbook({}, { comment: 'x'.repeat(65_535) }), ['1']),
  hostile(
    'zip-comment-longer-than-the-file',
    () => Buffer.from(workbook()).fill(0xff, workbook().length - 2),
    'zip-damaged',
  ),
  hostile('zip-with-a-zip-for-comment', () => workbook({}, { comment: fake }), 'zip-damaged'),
  hostile(
    'zip-after-junk',
    () => workbook({}, { before: utf8('MZ\0\0 this program'), shifted: true }),
    'file-kind-unknown',
  ),
  hostile(
    'zip-after-junk-with-its-mark',
    () => workbook({}, { before: utf8('PKjunk'), shifted: true }),
    'zip-damaged',
  ),
  hostile('zip-before-junk', () => workbook({}, { after: utf8('junk') }), 'zip-damaged'),
  hostile('zip-twice', () => workbook({}, { after: fake }), 'zip-damaged'),
  hostile('zip-of-a-second-disk', () => workbook({}, { disk: 1 }), 'zip-damaged'),
  hostile('zip-split-in-volumes', () => workbook({}, { before: utf8('PK\x07\x08') }), ['1']),
  hostile(
    'zip-part-not-listed',
    () => workbookAnd([{ name: 'xl/vbaProject.bin', content: 'x', unlisted: true }]),
    ['1'],
  ),
  hostile(
    'zip-extra-beyond-the-end',
    () => workbookWith(parts.sheet, { size: 0xffffffff, extra: utf8('\x01\0\xff\x7f') }),
    'zip-unsafe',
  ),
]

const long = (size: bigint) => {
  const extra = Buffer.alloc(12)
  extra.writeUInt32LE(0x00080001, 0)
  extra.writeBigUInt64LE(size, 4)
  return { size: 0xffffffff, extra }
}
const longZips: HostileFile[] = [
  hostile('zip64-true', () => workbook({}, { longEnd: 'true' }), ['1']),
  hostile('zip64-size-missing', () => workbookWith(parts.sheet, { size: 0xffffffff }), 'zip-damaged'),
  hostile('zip64-size-beyond-belief', () => workbookWith(parts.sheet, long(2n ** 63n)), 'zip-damaged'),
  hostile('zip64-size-of-a-terabyte', () => workbookWith(parts.sheet, long(2n ** 40n)), 'zip-unsafe'),
  hostile(
    'zip64-count-of-a-billion',
    () => workbook({}, { longEnd: { count: 10n ** 9n, offset: 0n } }),
    'zip-unsafe',
  ),
  hostile(
    'zip64-offset-beyond-belief',
    () => workbook({}, { longEnd: { count: 4n, offset: 2n ** 60n } }),
    'zip-damaged',
  ),
]

const overlapping: HostileFile[] = [
  hostile(
    'zip-many-parts-over-one',
    () =>
      workbookAnd(Array.from({ length: 500 }, (_, nth) => ({ name: `xl/${nth}.xml`, content: '', over: 3 }))),
    'zip-unsafe',
  ),
  hostile(
    'zip-parts-that-overlap',
    () =>
      writeZip([
        { name: 'a', content: '', packed: bomb, size: MEBIBYTE },
        { name: 'b', content: '', packed: zeros(10), offset: 40 },
        ...soundParts(),
      ]),
    'zip-unsafe',
  ),
]

const streams: HostileFile[] = (
  [
    ['garbage', utf8('this is no packed stream')],
    ['of-an-unknown-block', new Uint8Array([0x07, 0, 0])],
    ['of-a-stored-block-that-lies', new Uint8Array([0x01, 0xff, 0x00, 0x00, 0x00, 0x41])],
    ['of-empty-blocks', Buffer.from('000000ffff'.repeat(40_000), 'hex')],
    ['reaching-before-its-start', new Uint8Array([0x63, 0x00, 0x02, 0x00])],
    ['cut', deflateRawSync(utf8('x'.repeat(5000))).subarray(0, 10)],
    ['empty', new Uint8Array()],
  ] as const
).map(([id, packed]) =>
  hostile(`zip-stream-${id}`, () => workbookWith(parts.sheet, { packed, size: 5000 }), 'zip-damaged'),
)

const methods: HostileFile[] = [1, 6, 9, 12, 14, 93, 95, 98, 99].map((method) =>
  hostile(`zip-method-${method}`, () => workbookWith(parts.sheet, { method }), 'zip-unsafe'),
)

const locks: HostileFile[] = [
  hostile('zip-encrypted', () => workbookWith(parts.sheet, { flags: 1 }), 'zip-unsafe'),
  hostile('zip-strongly-encrypted', () => workbookWith(parts.sheet, { flags: 0x41 }), 'zip-unsafe'),
  hostile(
    'zip-encrypted-elsewhere',
    () => workbookAnd([{ name: 'x', content: 'x', flags: 1 }]),
    'zip-unsafe',
  ),
  hostile('zip-wrong-checksum', () => workbookWith(parts.sheet, { checksum: 1 }), 'zip-damaged'),
  hostile('zip-checksum-zero', () => workbookWith(parts.sheet, { checksum: 0 }), 'zip-damaged'),
]

export const zipFiles = [
  ...directories,
  ...names,
  ...harmlessNames,
  ...sizes,
  ...longZips,
  ...overlapping,
  ...streams,
  ...methods,
  ...locks,
]
