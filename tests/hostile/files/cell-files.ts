import { type HostileFile, hostile } from '../hostile-file.ts'
import { cells, parts, rowOf, rows, xml } from '../small-workbook.ts'

const damaged = 'workbook-damaged'
const strings = { [parts.strings]: xml('<sst><si><t>zero</t></si><si><t>one</t></si></sst>') }
const shared = (index: string) => rows(rowOf(`<c r="A1" t="s"><v>${index}</v></c>`), strings)
const number = (value: string) => cells(`<c r="A1"><v>${value}</v></c>`)
const text = (value: string) => cells(`<c r="A1" t="str"><v xml:space="preserve">${value}</v></c>`)
const at = (ref: string) => cells(`<c r="${ref}"><v>1</v></c>`)
const row = (r: string) => rows(`<row r="${r}"><c><v>1</v></c></row>`)
const table = (
  prefix: string,
  make: (value: string) => Uint8Array,
  lines: readonly (readonly [string, string, HostileFile['expected']])[],
) => lines.map(([id, value, expected]) => hostile(`${prefix}-${id}`, () => make(value), expected))

const indexes = table('string-index', shared, [
  ['sound', '1', ['one']],
  ['beyond-the-table', '2', damaged],
  ['of-a-billion', '1000000000', damaged],
  ['negative', '-1', damaged],
  ['fraction', '0.5', damaged],
  ['empty', '', damaged],
  ['blank', ' ', damaged],
  ['in-hex', '0x1', damaged],
  ['with-exponent', '1e0', damaged],
  ['word', 'length', damaged],
  ['prototype', '__proto__', damaged],
])

const places = table('ref', at, [
  ['row-zero', 'A0', damaged],
  ['beyond-the-last-row', 'A1048577', damaged],
  ['beyond-the-last-column', 'XFE1', damaged],
  ['of-four-letters', 'AAAA1', damaged],
  ['small-letter', 'a1', damaged],
  ['negative', 'A-1', damaged],
  ['fixed', '$A$1', damaged],
  ['range', 'A1:B2', damaged],
  ['empty', '', damaged],
  ['leading-zero', 'A01', damaged],
  ['huge', `A${'9'.repeat(400)}`, damaged],
  ['numbers-only', 'R1C1', damaged],
  ['of-another-row', 'A2', damaged],
  ['of-another-sheet', "'[x.xlsx]S'!A1", damaged],
])

const rowNumbers = table('row', row, [
  ['zero', '0', damaged],
  ['negative', '-1', damaged],
  ['fraction', '1.5', damaged],
  ['beyond-the-last', '1048577', damaged],
  ['with-exponent', '1e3', damaged],
  ['in-hex', '0x10', damaged],
  ['blank', ' ', damaged],
  ['word', 'NaN', damaged],
])

const numbers = table('number', number, [
  ['of-no-kind', 'NaN', damaged],
  ['infinite', 'INF', damaged],
  ['beyond-infinity', '1e309', damaged],
  ['in-hex', '0x10', damaged],
  ['with-comma', '1,5', damaged],
  ['two-signs', '--1', damaged],
  ['of-other-digits', '١٢', damaged],
  ['tiny', '1e-320', ['0']],
  ['of-1000-digits', '1'.repeat(1000), damaged],
  ['of-1000-decimals', `0.${'1'.repeat(1000)}`, ['0.111111111111111']],
  ['negative-zero', '-0', ['0']],
  ['blank', ' ', damaged],
])

const injections = table('formula-text', text, [
  ['equals', '=1+1', ['=1+1']],
  ['command', "=cmd|'/c calc'!A0", ["=cmd|'/c calc'!A0"]],
  ['plus', '+1+1', ['+1+1']],
  ['minus', '-1-1', ['-1-1']],
  ['at', '@SUM(1)', ['@SUM(1)']],
  ['tab', '&#9;=1', ['\t=1']],
  ['return', '&#13;=1', ['\r=1']],
  ['line-feed', '&#10;=1', ['\n=1']],
  ['full-width', '＝1+1', ['＝1+1']],
  ['link', '=HYPERLINK("http://127.0.0.1","x")', ['=HYPERLINK("http://127.0.0.1","x")']],
])

const formulas = table('formula', (content) => cells(content), [
  ['with-its-value', '<c r="A1"><f>WEBSERVICE("http://127.0.0.1")</f><v>7</v></c>', ['7']],
  ['of-another-workbook', '<c r="A1"><f>[1]S!A1</f><v>7</v></c>', ['7']],
  ['of-a-command', '<c r="A1"><f>DDE("cmd","/c calc","x")</f><v>7</v></c>', ['7']],
  ['never-calculated', '<c r="A1"><f>1+1</f></c>', ['']],
  ['array-of-everything', '<c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c>', ['1']],
  ['shared-by-everything', '<c r="A1"><f t="shared" ref="A1:XFD1048576" si="0">1</f><v>1</v></c>', ['1']],
  ['of-a-megabyte', `<c r="A1"><f>${'1+'.repeat(500_000)}1</f><v>1</v></c>`, ['1']],
])

const kinds = table('kind', (content) => cells(content), [
  ['unknown', '<c r="A1" t="zzz"><v>5</v></c>', ['5']],
  ['prototype', '<c r="A1" t="__proto__"><v>5</v></c>', ['5']],
  ['truth-of-seven', '<c r="A1" t="b"><v>7</v></c>', ['FALSE']],
  ['error-of-no-kind', '<c r="A1" t="e"><v>javascript:alert(1)</v></c>', ['javascript:alert(1)']],
  ['date-of-no-kind', '<c r="A1" t="d"><v>&lt;script&gt;alert(1)</v></c>', ['<script>al']],
  ['values-twice', '<c r="A1"><v>1</v><v>2</v></c>', damaged],
  ['cell-in-a-cell', '<c r="A1"><c r="B1"><v>1</v></c></c>', damaged],
  ['cell-twice', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>', damaged],
  ['cell-backwards', '<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>', damaged],
  ['text-of-32767', `<c r="A1" t="str"><v>${'x'.repeat(32_767)}</v></c>`, ['x'.repeat(32_767)]],
  ['text-of-32768', `<c r="A1" t="str"><v>${'x'.repeat(32_768)}</v></c>`, 'file-too-large'],
  [
    'readings',
    '<c r="A1" t="inlineStr"><is><t>東</t><rPh sb="0" eb="1"><t>higashi</t></rPh></is></c>',
    ['東'],
  ],
])

export const cellFiles = [
  ...indexes,
  ...places,
  ...rowNumbers,
  ...numbers,
  ...injections,
  ...formulas,
  ...kinds,
]
