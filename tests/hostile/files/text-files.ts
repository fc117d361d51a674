import { type HostileFile, hostile, utf8 } from '../hostile-file.ts'

const text = (id: string, content: string, expected: HostileFile['expected']) =>
  hostile(`text-${id}`, () => utf8(content), expected)
const hex = (id: string, digits: string, expected: HostileFile['expected']) =>
  hostile(`text-${id}`, () => Buffer.from(digits, 'hex'), expected)
const SIXTEEN_MEBIBYTES = 16 * 1024 * 1024

const quotes: HostileFile[] = [
  text('quote-never-closed', 'a;b\n"c;d\n1;2', 'text-damaged'),
  text('quote-closed-inside', '"a"b;c\n1;2', 'text-damaged'),
  text('quote-only', '"', 'text-damaged'),
  text('quotes-only', '"'.repeat(99_999), 'text-damaged'),
  text('quotes-in-pairs-only', '"'.repeat(100_000), 'file-too-large'),
  text('quote-inside-a-field', 'a;5" pipe\n1;2', ['a', '5" pipe', '1', '2']),
  text('line-ends-inside-quotes', '"a\nb";c\n1;2', ['a\nb', 'c', '1', '2']),
  text('quotes-doubled', '"a""b";c', ['a"b', 'c']),
]

const sizes: HostileFile[] = [
  text('separators-only', ';'.repeat(16_383), []),
  text('20000-columns', ';'.repeat(20_000), 'file-too-large'),
  text('20000-filled-columns', 'a;'.repeat(20_000), 'file-too-large'),
  text('cell-of-32768', `a;${'x'.repeat(32_768)}`, 'file-too-large'),
  text('cell-of-200000', 'x'.repeat(200_000), 'file-too-large'),
  text('line-ends-only', '\n'.repeat(200_000), []),
  text('returns-only', '\r'.repeat(200_000), []),
  text('blanks-only', ' '.repeat(200_000), []),
  text('more-rows-than-a-sheet', '\n'.repeat(1_048_577), 'file-too-large'),
  text('one-line-of-sixteen-megabytes', 'x'.repeat(SIXTEEN_MEBIBYTES), 'file-too-large'),
  text('one-quoted-line-of-sixteen-megabytes', `"${'x'.repeat(SIXTEEN_MEBIBYTES)}`, 'text-damaged'),
  hostile(
    'text-beyond-what-is-taken',
    () => new Uint8Array(64 * 1024 * 1024 + 1).fill(0x31),
    'file-too-large',
  ),
]

const encodings: HostileFile[] = [
  hex('mark-only-utf8', 'efbbbf', []),
  hex('mark-only-utf16', 'fffe', []),
  hex('half-a-letter-of-utf16', 'fffe41', 'text-encoding-wrong'),
  hex('half-a-pair-of-utf16', 'fffe00d8', 'text-encoding-wrong'),
  hex('utf8-mark-then-windows', 'efbbbfd1c8c7ce', 'text-encoding-wrong'),
  hex('cut-in-a-letter', 'd0a1d098d0', 'text-encoding-wrong'),
  text('nul-at-the-start', '\0a;b\n1;2\n', 'file-kind-unknown'),
  hostile('text-nul-far-behind', () => utf8(`${'a;b\n'.repeat(3000)}x\0;y`), 'file-kind-unknown'),
  hostile('text-nul-at-the-very-end', () => utf8(`${'a;b\n'.repeat(3000)}\0`), 'file-kind-unknown'),
  hex('nul-in-a-cell', '613b00620a313b32', 'file-kind-unknown'),
]

const letters: HostileFile[] = [
  text('turned-right-to-left', 'a\u202eb;1', ['a\u202eb', '1']),
  text('isolates', '\u2066\u2067\u2068x\u2069;1', ['\u2066\u2067\u2068x\u2069', '1']),
  text('invisible-only', '\u200b;\u2060', ['\u200b', '\u2060']),
  text('letters-piled-up', `z${'\u0334'.repeat(20_000)};1`, [`z${'\u0334'.repeat(20_000)}`, '1']),
  text('escape-of-a-terminal', '\u001b[2J\u001b]0;x\u0007;1', ['\u001b[2J\u001b]0', 'x\u0007', '1']),
  text('no-characters', '\ufffe;\uffff', ['\ufffe', '\uffff']),
  text('formulas', `=1+1;+1;-1;@x;=cmd|'/c calc'!A0`, ['=1+1', '+1', '-1', '@x', `=cmd|'/c calc'!A0`]),
  text('markup', 'a;<script>alert(1)</script>', ['a', '<script>alert(1)</script>']),
  text('query', "'; DROP TABLE observation; --", ["'", ' DROP TABLE observation', ' --']),
  text('prototype-names', '__proto__;constructor;toString\n1;2;3', [
    '__proto__',
    'constructor',
    'toString',
    '1',
    '2',
    '3',
  ]),
  text('line-separators', 'a\u2028b;c\u0085d', ['a\u2028b', 'c\u0085d']),
  text('replacements', '\ufffd;1', ['\ufffd', '1']),
]

const nothing: HostileFile[] = [
  hostile('nothing', () => new Uint8Array(), 'file-empty'),
  hex('one-byte', '41', ['A']),
  hex('one-nul', '00', 'file-kind-unknown'),
  hex('one-high-byte', 'ff', ['ÿ']),
  text('one-blank', ' ', []),
  text('one-line-end', '\n', []),
]

export const textFiles = [...quotes, ...sizes, ...encodings, ...letters, ...nothing]
