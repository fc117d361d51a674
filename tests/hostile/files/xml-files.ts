import { type HostileFile, hostile, utf8 } from '../hostile-file.ts'
import { parts, rows, sheetOf, workbook, xml } from '../small-workbook.ts'

const KIBIBYTES = 300 * 1024
const one = '<row r="1"><c r="A1"><v>1</v></c></row>'
const cell = (value: string) => `<row r="1"><c r="A1" t="str"><v>${value}</v></c></row>`
const body = `<worksheet><sheetData>${one}</sheetData></worksheet>`
const sheet = (content: string | Uint8Array) => () => workbook({ [parts.sheet]: content })

const doubling = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};&e${n};">`).join('')
const documentTypes = {
  'billion-laughs': `<!DOCTYPE a [<!ENTITY e0 "ha">${doubling}]>`,
  'quadratic-blowup': `<!DOCTYPE a [<!ENTITY big "${'x'.repeat(50_000)}">]>`,
  'file-of-the-machine': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  'address-of-the-network': '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:80/">]>',
  'parameter-entity': '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd">%x;]>',
  'type-from-outside': '<!DOCTYPE worksheet SYSTEM "http://127.0.0.1/x.dtd">',
  'type-of-nothing': '<!DOCTYPE worksheet>',
  'endless-type': `<!DOCTYPE a [${'<!ELEMENT b ANY>'.repeat(5000)}]>`,
}
const attacked = {
  sheet: parts.sheet,
  workbook: parts.workbook,
  relations: parts.relations,
  strings: parts.strings,
  styles: parts.styles,
}
const entities: HostileFile[] = Object.entries(documentTypes).flatMap(([id, type]) =>
  Object.entries(attacked).map(([where, part]) =>
    hostile(
      `xml-${id}-in-${where}`,
      () => workbook({ [part]: `<?xml version="1.0"?>${type}<a>&e12;</a>` }),
      'zip-unsafe',
    ),
  ),
)

const references: HostileFile[] = (
  [
    ['undeclared-entity', cell('&bomb;'), 'workbook-damaged'],
    ['reference-to-nul', cell('&#0;'), 'workbook-damaged'],
    ['reference-beyond-unicode', cell('&#x110000;'), 'workbook-damaged'],
    ['reference-to-half-a-letter', cell('&#xD800;'), 'workbook-damaged'],
    ['reference-without-end', cell('&#65'), 'workbook-damaged'],
    ['reference-to-a-letter', cell('&#x41;&amp;&lt;b&gt;'), ['A&<b>']],
    ['plain-text-like-markup', cell('<![CDATA[<script>&x;]]>'), ['<script>&x;']],
    ['text-like-the-end-of-data', cell('a]]>b'), 'workbook-damaged'],
    ['control-character', cell('a\u0001b'), 'workbook-damaged'],
    ['nul', cell('a\0b'), 'workbook-damaged'],
    ['no-character', cell('a\uffffb'), 'workbook-damaged'],
  ] as const
).map(([id, content, expected]) => hostile(`xml-${id}`, () => rows(content), expected))

const encodings: HostileFile[] = (
  [
    ['overlong', 'c0af', 'workbook-damaged'],
    ['lone-continuation', '80', 'workbook-damaged'],
    ['half-letter', 'eda080', 'workbook-damaged'],
    ['beyond-unicode', 'f4908080', 'workbook-damaged'],
    ['cut-letter', 'd0', 'workbook-damaged'],
  ] as const
).map(([id, hex, expected]) =>
  hostile(`xml-utf8-${id}`, () => workbook({ [parts.sheet]: withBytes(hex) }), expected),
)

function withBytes(hex: string): Uint8Array {
  const [before = '', after = ''] = sheetOf(cell('@')).split('@')
  return Buffer.concat([utf8(before), Buffer.from(hex, 'hex'), utf8(after)])
}

const utf16 = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${body}`, 'utf16le')
const otherEncodings: HostileFile[] = [
  hostile('xml-utf16', sheet(utf16), 'workbook-damaged'),
  hostile('xml-utf16-turned', sheet(Buffer.from(utf16).swap16()), 'workbook-damaged'),
  hostile(
    'xml-utf32',
    sheet(Buffer.from([...utf8(body)].flatMap((byte) => [byte, 0, 0, 0]))),
    'workbook-damaged',
  ),
  hostile('xml-that-says-utf16-and-is-not', sheet(`<?xml version="1.0" encoding="UTF-16"?>${body}`), ['1']),
  hostile(
    'xml-utf7',
    sheet('<?xml version="1.0" encoding="UTF-7"?>+ADw-worksheet/+AD4-'),
    'workbook-damaged',
  ),
  hostile('xml-with-byte-order-mark', sheet(`\ufeff${xml(body)}`), ['1']),
  hostile('xml-mark-twice', sheet(`\ufeff\ufeff${xml(body)}`), ['1']),
]

const shapes: HostileFile[] = (
  [
    ['empty', '', 'workbook-damaged'],
    ['declaration-only', xml(''), 'workbook-damaged'],
    ['two-roots', xml(body + body), 'workbook-damaged'],
    ['text-before-root', `x${xml(body)}`, 'workbook-damaged'],
    ['never-closed', xml('<worksheet><sheetData>'), 'workbook-damaged'],
    ['closed-crosswise', xml('<worksheet><sheetData></worksheet></sheetData>'), 'workbook-damaged'],
    ['attribute-twice', xml('<worksheet a="1" a="2"/>'), 'workbook-damaged'],
    ['attribute-unquoted', xml('<worksheet a=1/>'), 'workbook-damaged'],
    ['of-a-later-version', `<?xml version="9.9"?>${body}`, 'workbook-damaged'],
    ['is-json', '{"worksheet":1}', 'workbook-damaged'],
    ['is-html', '<!doctype html><p>', 'workbook-damaged'],
    ['stylesheet-instruction', xml(`<?xml-stylesheet href="http://127.0.0.1/x.xsl"?>${body}`), ['1']],
    ['program-instruction', xml(`<?php system("ls") ?>${body}`), ['1']],
    [
      'inclusion',
      xml(
        `<worksheet xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/><sheetData>${one}</sheetData></worksheet>`,
      ),
      ['1'],
    ],
    [
      'schema-elsewhere',
      xml(
        `<worksheet xsi:schemaLocation="a http://127.0.0.1/a.xsd"><sheetData>${one}</sheetData></worksheet>`,
      ),
      ['1'],
    ],
    [
      'prototype-names',
      xml(`<worksheet __proto__="1" constructor="2"><toString/><sheetData>${one}</sheetData></worksheet>`),
      ['1'],
    ],
  ] as const
).map(([id, content, expected]) => hostile(`xml-${id}`, sheet(content), expected))

const numbered = (count: number, make: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => make(nth)).join('')
/** Varied, so that it is not refused for how well it packs. */
const filler = (bytes: number) =>
  numbered(bytes / 16, (nth) => (nth * 2_654_435_761).toString(36).padEnd(16, 'z'))

const large: HostileFile[] = [
  hostile('xml-100000-deep', sheet(xml(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)), []),
  hostile('xml-100000-deep-never-closed', sheet(xml('<a>'.repeat(100_000))), 'workbook-damaged'),
  hostile(
    'xml-100000-attributes',
    sheet(xml(`<worksheet ${numbered(100_000, (nth) => `a${nth}="" `)}/>`)),
    [],
  ),
  hostile('xml-attribute-of-300-kilobytes', sheet(xml(`<worksheet a="${filler(KIBIBYTES)}"/>`)), []),
  hostile('xml-name-of-300-kilobytes', sheet(xml(`<a${filler(KIBIBYTES)}/>`)), []),
  hostile('xml-comment-of-many-kilobytes', sheet(xml(`<!--${filler(KIBIBYTES)}-->${body}`)), ['1']),
  hostile('xml-instruction-of-many-kilobytes', sheet(xml(`<?x ${filler(KIBIBYTES)}?>${body}`)), ['1']),
  hostile(
    'xml-blanks-of-many-kilobytes',
    sheet(xml(`<worksheet>${' '.repeat(KIBIBYTES)}<sheetData>${one}</sheetData></worksheet>`)),
    ['1'],
  ),
  hostile('xml-text-of-many-kilobytes', () => rows(cell(filler(KIBIBYTES))), 'file-too-large'),
  hostile(
    'xml-namespaces-by-the-thousand',
    sheet(
      xml(
        `<worksheet ${numbered(20_000, (nth) => `xmlns:n${nth}="u" `)}><sheetData>${one}</sheetData></worksheet>`,
      ),
    ),
    ['1'],
  ),
  hostile('xml-references-by-the-thousand', () => rows(cell('&amp;'.repeat(200_000))), 'file-too-large'),
]

export const xmlFiles = [...entities, ...references, ...encodings, ...otherEncodings, ...shapes, ...large]
