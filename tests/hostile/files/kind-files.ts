import { type HostileFile, hostile, utf8 } from '../hostile-file.ts'
import { parts, workbook } from '../small-workbook.ts'
import { writeZip } from '../write-zip.ts'

const unknown = 'file-kind-unknown'
const damagedMessage = 'message-damaged'
const magic = (id: string, digits: string, expected: HostileFile['expected'] = unknown) =>
  hostile(`kind-${id}`, () => Buffer.concat([Buffer.from(digits, 'hex'), new Uint8Array(64)]), expected)
const text = (id: string, content: string, expected: HostileFile['expected'] = 'mapping-unknown') =>
  hostile(`kind-${id}`, () => utf8(content), expected, 'report.xlsx')
const packed = (id: string, names: Record<string, string>) =>
  hostile(
    `kind-${id}`,
    () => writeZip(Object.entries(names).map(([name, content]) => ({ name, content, method: 0 }))),
    unknown,
    'report.xlsx',
  )

const binaries = [
  magic('program-of-windows', '4d5a9000030000000400'),
  magic('program-of-linux', '7f454c46020101000000'),
  magic('program-of-java', 'cafebabe00000034'),
  magic('program-of-the-web', '0061736d01000000'),
  magic('picture-png', '89504e470d0a1a0a0000'),
  magic('picture-gif', '474946383961010001000000'),
  magic('picture-jpeg', 'ffd8ffe000104a464946'),
  magic('page-pdf', '255044462d312e370a25e2e3cfd30a00'),
  magic('packed-gzip', '1f8b0800000000000003'),
  magic('packed-bzip2', '425a6839314159265359'),
  magic('packed-xz', 'fd377a585a000004'),
  magic('packed-7z', '377abcaf271c0004'),
  magic('packed-rar', '526172211a070100'),
  magic('packed-zstd', '28b52ffd00000000'),
  magic('base-sqlite', '53514c69746520666f726d6174203300'),
  magic('base-duckdb', '00000000000000004455434b'),
  magic('table-parquet', '50415231150015'),
  magic('table-arrow', '4152524f57310000'),
  magic('sound', '52494646240000005741564566'),
  magic('film', '000000186674797069736f6d'),
]

const texts = [
  text('page-of-the-web', '<!doctype html><p>1</p>', unknown),
  text('picture-svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', unknown),
  text('letter', 'From: a@b\nTo: c@d\n\nhello'),
  text('rich-text', '{\\rtf1\\ansi hello}', unknown),
  text('script-of-a-shell', '#!/bin/sh\nrm -rf /\n'),
  text('query-file-of-excel', 'WEB\n1\nhttp://127.0.0.1/x\n'),
  text('link-of-symbols', 'ID;P\nC;Y1;X1;K"=cmd"\nE\n', unknown),
  text('key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'),
]

const messages = [
  text(
    'message-with-entities',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><dataValueSet/>',
    damagedMessage,
  ),
  text('message-cut', '{"dataValues":[{"value":"1"', damagedMessage),
  text('message-of-no-values', '{"dataValues":{"value":"1"}}', damagedMessage),
  text('message-of-a-prototype', '{"__proto__":{"dataValues":[]}}', damagedMessage),
  text('message-too-deep', `{"dataValues":${'['.repeat(100_000)}`, damagedMessage),
  text('message-too-deep-in-objects', `{"dataValues":[${'{"a":'.repeat(50_000)}`, damagedMessage),
  text('json-too-deep', '['.repeat(100_000), unknown),
]

const packages = [
  packed('document-of-word', { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' }),
  packed('slides', { '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<presentation/>' }),
  packed('text-of-libreoffice', {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': '<office/>',
  }),
  packed('book', { mimetype: 'application/epub+zip', 'META-INF/container.xml': '<container/>' }),
  packed('program-of-java-packed', { 'META-INF/MANIFEST.MF': 'Main-Class: X', 'X.class': '\xca\xfe' }),
  packed('binary-workbook', { '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }),
  packed('workbook-in-another-folder', { 'a/xl/workbook.xml': '<workbook/>' }),
]

const sound = workbook()
const cut = Array.from({ length: 9 }, (_, nth) =>
  hostile(
    `cut-at-${nth + 1}-tenths`,
    () => sound.slice(0, Math.floor((sound.length * (nth + 1)) / 10)),
    'zip-damaged',
    'report.xlsx',
  ),
)

const swapped = [
  hostile('kind-workbook-named-text', () => workbook(), ['1'], 'report.csv'),
  hostile('kind-text-named-workbook', () => utf8('a;b\n1;2'), ['a', 'b', '1', '2'], 'report.xlsx'),
  hostile('kind-workbook-named-program', () => workbook(), ['1'], 'report.xlsx.exe'),
  hostile('kind-workbook-without-a-name', () => workbook(), ['1'], ''),
  hostile('kind-half-zeroed', () => Buffer.from(sound).fill(0, Math.floor(sound.length / 2)), 'zip-damaged'),
  hostile('kind-begun-with-zeros', () => Buffer.from(sound).fill(0, 0, 4), unknown),
  hostile('kind-sheet-alone', () => utf8('<worksheet><sheetData/></worksheet>'), unknown, `${parts.sheet}`),
]

export const kindFiles = [...binaries, ...texts, ...messages, ...packages, ...cut, ...swapped]
