import { type HostileFile, hostile } from '../hostile-file.ts'
import { parts, rowOf, rows, sheetOf, workbook, xml } from '../small-workbook.ts'

const damaged = 'workbook-damaged'
const numbered = (count: number, make: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => make(nth)).join('')
const one = '<c r="A1"><v>1</v></c>'
const merged =
  (...refs: string[]) =>
  () =>
    workbook({
      [parts.sheet]: sheetOf(
        rowOf(one),
        `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
      ),
    })
const styled =
  (formats: string, cellFormats = '<xf numFmtId="200"/>') =>
  () =>
    rows(rowOf('<c r="A1" s="0"><v>44377</v></c>'), {
      [parts.styles]: xml(
        `<styleSheet><numFmts>${formats}</numFmts><cellXfs>${cellFormats}</cellXfs></styleSheet>`,
      ),
    })
const format = (code: string) => `<numFmt numFmtId="200" formatCode="${code}"/>`
const listed = (sheets: string) => () =>
  workbook({ [parts.workbook]: xml(`<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`) })
const related = (relations: string) => () =>
  workbook({ [parts.relations]: xml(`<Relationships>${relations}</Relationships>`) })
const sheetAt = (target: string, more = '') =>
  related(`<Relationship Id="rId1" Type="t/worksheet" Target="${target}" ${more}/>`)
const named = (name: string) => listed(`<sheet name="${name}" sheetId="1" r:id="rId1"/>`)
const holding =
  (name: string, content = 'x') =>
  () =>
    workbook({ [name]: content })

const ranges: HostileFile[] = [
  hostile('merged-everything', merged('A1:XFD1048576'), 'file-too-large'),
  hostile('merged-by-columns', merged(...Array.from({ length: 200 }, () => 'A1:A10000')), 'file-too-large'),
  hostile('merged-backwards', merged('B2:A1'), damaged),
  hostile('merged-nowhere', merged(''), damaged),
  hostile('merged-beyond-the-sheet', merged('A1:XFE9'), damaged),
  hostile('merged-with-three-ends', merged('A1:B2:C3'), damaged),
  hostile('merged-over-itself', merged('A1:B2', 'A1:B2'), ['1']),
  hostile(
    'dimension-of-everything',
    () =>
      workbook({
        [parts.sheet]: xml(
          `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rowOf(one)}</sheetData></worksheet>`,
        ),
      }),
    ['1'],
  ),
  hostile(
    'columns-by-the-billion',
    () =>
      workbook({
        [parts.sheet]: xml(
          `<worksheet><cols><col min="1" max="4294967295" hidden="1"/></cols><sheetData>${rowOf(one)}</sheetData></worksheet>`,
        ),
      }),
    ['1'],
  ),
  hostile(
    'columns-from-zero',
    () =>
      workbook({
        [parts.sheet]: xml(
          '<worksheet><cols><col min="0" max="1" hidden="1"/></cols><sheetData/></worksheet>',
        ),
      }),
    damaged,
  ),
  hostile(
    'validation-of-everything',
    () =>
      workbook({
        [parts.sheet]: sheetOf(
          rowOf(one),
          '<dataValidations><dataValidation sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>',
        ),
      }),
    ['1'],
  ),
  hostile(
    'corner-cells',
    () =>
      rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
    ['1', '2'],
  ),
]

const amounts: HostileFile[] = [
  hostile(
    'one-long-string-3000-times',
    () =>
      rows(`<row r="1">${numbered(3000, () => '<c t="s"><v>0</v></c>')}</row>`, {
        [parts.strings]: xml(`<sst><si><t>${'x'.repeat(32_767)}</t></si></sst>`),
      }),
    'file-too-large',
  ),
  hostile(
    'string-of-a-megabyte',
    () =>
      rows(rowOf('<c r="A1" t="s"><v>0</v></c>'), {
        [parts.strings]: xml(`<sst><si><t>${'x'.repeat(1_000_000)}</t></si></sst>`),
      }),
    'file-too-large',
  ),
  hostile(
    'strings-that-say-a-billion',
    () =>
      rows(rowOf('<c r="A1" t="s"><v>0</v></c>'), {
        [parts.strings]: xml('<sst count="1000000000" uniqueCount="1000000000"><si><t>a</t></si></sst>'),
      }),
    ['a'],
  ),
  hostile(
    'strings-in-strings',
    () =>
      rows(rowOf('<c r="A1" t="s"><v>0</v></c>'), {
        [parts.strings]: xml('<sst><si><si><t>a</t></si></si></sst>'),
      }),
    ['a'],
  ),
  hostile(
    'row-of-20000-cells',
    () => rows(`<row r="1">${numbered(20_000, () => '<c><v>1</v></c>')}</row>`),
    damaged,
  ),
  hostile('empty-rows-by-the-thousand', () => rows(numbered(60_000, () => '<row/>')), []),
  hostile(
    '50000-sheets',
    () =>
      workbook({
        [parts.workbook]: xml(
          `<workbook xmlns:r="r"><sheets>${numbered(50_000, (nth) => `<sheet name="${nth}" r:id="rId1"/>`)}</sheets></workbook>`,
        ),
      }),
    damaged,
  ),
  hostile(
    '5000-sheets-of-one-part',
    listed(numbered(5000, (nth) => `<sheet name="${nth}" r:id="rId1"/>`)),
    damaged,
  ),
]

const styles: HostileFile[] = [
  hostile('format-of-brackets', styled(format('['.repeat(200_000))), ['44377']),
  hostile('format-of-quotes', styled(format(`${'&quot;['.repeat(60_000)}`)), ['44377']),
  hostile('format-of-backslashes', styled(format('\\_'.repeat(100_000))), ['44377']),
  hostile('format-of-semicolons', styled(format(';'.repeat(200_000))), ['44377']),
  hostile(
    'formats-by-the-thousand',
    styled(numbered(20_000, (nth) => `<numFmt numFmtId="${nth}" formatCode="0"/>`)),
    ['44377'],
  ),
  hostile('cell-formats-by-the-thousand', styled(format('0'), '<xf numFmtId="0"/>'.repeat(50_000)), [
    '44377',
  ]),
  hostile('style-beyond-the-table', () => rows(rowOf('<c r="A1" s="4294967295"><v>5</v></c>')), ['5']),
  hostile('style-negative', () => rows(rowOf('<c r="A1" s="-1"><v>5</v></c>')), ['5']),
  hostile('style-prototype', () => rows(rowOf('<c r="A1" s="__proto__"><v>5</v></c>')), ['5']),
  hostile(
    'date-beyond-time',
    () =>
      rows(rowOf('<c r="A1" s="0"><v>1e15</v></c>'), {
        [parts.styles]: xml('<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'),
      }),
    ['1000000000000000'],
  ),
  hostile(
    'date-before-time',
    () =>
      rows(rowOf('<c r="A1" s="0"><v>-1</v></c>'), {
        [parts.styles]: xml('<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'),
      }),
    ['-1'],
  ),
]

const names: HostileFile[] = [
  hostile('sheet-without-name', named(''), ['1']),
  hostile('sheet-named-by-markup', named('&lt;img src=x onerror=alert(1)&gt;'), ['1']),
  hostile('sheet-named-by-a-path', named('../../etc/passwd'), ['1']),
  hostile('sheet-named-by-a-formula', named("=cmd|'/c calc'!A0"), ['1']),
  hostile('sheet-named-right-to-left', named('\u202egnp.exe'), ['1']),
  hostile('sheet-named-at-length', named('x'.repeat(100_000)), ['1']),
  hostile('sheet-named-prototype', named('__proto__'), ['1']),
  hostile('sheet-very-hidden', listed('<sheet name="S" state="veryHidden" r:id="rId1"/>'), ['1']),
  hostile('sheet-without-relation', listed('<sheet name="S"/>'), damaged),
  hostile('no-sheets', listed(''), []),
  hostile('sheet-twice', listed('<sheet name="S" r:id="rId1"/><sheet name="T" r:id="rId1"/>'), damaged),
]

const targets: HostileFile[] = [
  hostile(
    'sheet-twice-by-case',
    () =>
      workbook({
        [parts.workbook]: xml(
          '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="rId1"/><sheet name="T" r:id="rId2"/></sheets></workbook>',
        ),
        [parts.relations]: xml(
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/SHEET1.xml"/></Relationships>',
        ),
      }),
    damaged,
  ),
  hostile('target-absolute', sheetAt('/xl/worksheets/sheet1.xml'), ['1']),
  hostile('target-climbing', sheetAt('../../../etc/passwd'), damaged),
  hostile('target-of-the-machine', sheetAt('file:///etc/passwd', 'TargetMode="External"'), damaged),
  hostile('target-of-the-network', sheetAt('http://127.0.0.1/s.xml', 'TargetMode="External"'), damaged),
  hostile('target-share', sheetAt('\\\\127.0.0.1\\s', 'TargetMode="External"'), damaged),
  hostile('target-missing', related(''), damaged),
  hostile('target-in-a-circle', sheetAt('_rels/workbook.xml.rels'), []),
  hostile('target-itself', sheetAt('workbook.xml'), []),
  hostile('target-climbing-and-back', sheetAt('../xl/worksheets/sheet1.xml'), ['1']),
  hostile(
    'template-from-outside',
    related(
      '<Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="t/attachedTemplate" Target="http://127.0.0.1/t.dotm" TargetMode="External"/>',
    ),
    'zip-unsafe',
  ),
  hostile('workbook-from-outside', holding('xl/externalLinks/externalLink1.xml', '<externalLink/>'), ['1']),
]

const content = (type: string) => xml(`<Types><Override PartName="/xl/x.bin" ContentType="${type}"/></Types>`)
const programs: HostileFile[] = [
  hostile('macro-program', holding('xl/vbaProject.bin'), 'zip-unsafe'),
  hostile('macro-program-in-capitals', holding('xl/VBAPROJECT.BIN'), 'zip-unsafe'),
  hostile('macro-sheet', holding('xl/macrosheets/sheet1.xml'), 'zip-unsafe'),
  hostile(
    'macro-under-another-name',
    () => workbook({ 'xl/x.bin': 'x', [parts.types]: content('application/vnd.ms-office.vbaProject') }),
    'zip-unsafe',
  ),
  hostile(
    'macro-sheet-under-another-name',
    () => workbook({ 'xl/x.bin': 'x', [parts.types]: content('application/vnd.ms-excel.macrosheet+xml') }),
    'zip-unsafe',
  ),
  hostile(
    'macro-by-relation',
    related(
      '<Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="x.bin"/>',
    ),
    'zip-unsafe',
  ),
  hostile(
    'macro-workbook-without-program',
    () => workbook({ [parts.types]: content('application/vnd.ms-excel.sheet.macroEnabled.main+xml') }),
    ['1'],
  ),
  hostile('active-control', holding('xl/activeX/activeX1.bin'), 'zip-unsafe'),
  hostile('embedded-object', holding('xl/embeddings/oleObject1.bin'), 'zip-unsafe'),
  hostile('embedded-program', holding('xl/embeddings/setup.exe'), 'zip-unsafe'),
  hostile('printer-settings', holding('xl/printerSettings/printerSettings1.bin'), ['1']),
  hostile('binary-workbook', holding('xl/workbook.bin'), ['1']),
  hostile('custom-ribbon', holding('customUI/customUI.xml', '<customUI onLoad="x"/>'), ['1']),
]

export const workbookFiles = [...ranges, ...amounts, ...styles, ...names, ...targets, ...programs]
