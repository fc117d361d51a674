import { cells, parts, rowOf, rows, sheetOf, soundParts, workbook, xml } from '../small-workbook.ts'
import { writeZip } from '../write-zip.ts'
import type { TortureFile } from './torture-file.ts'

const one = '<c r="A1"><v>1</v></c>'
const odd = (id: string, bytes: () => Uint8Array, ...found: TortureFile['cells']): TortureFile => ({
  id: `odd ${id}`,
  described: null,
  bytes,
  cells: found,
})
const sheet = (content: string) => () => workbook({ [parts.sheet]: content })
const valued =
  (attributes: string, value: string, more: Record<string, string> = {}) =>
  () =>
    rows(rowOf(`<c r="A1" ${attributes}><v>${value}</v></c>`), more)
const dated = (format: string, value: string, properties = '') =>
  valued('s="1"', value, {
    [parts.styles]: xml(
      `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    ),
    ...(properties && {
      [parts.workbook]: xml(
        `<workbook xmlns:r="r"><workbookPr ${properties}/><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>`,
      ),
    }),
  })

const dates = [
  odd('date as a day', dated('dd/mm/yyyy', '44377'), [1, 1, '2021-06-30']),
  odd('date with words', dated('[$-419]d mmmm yyyy &quot;г.&quot;;@', '44377'), [1, 1, '2021-06-30']),
  odd('date of the other calendar', dated('yyyy-mm-dd', '42915', 'date1904="1"'), [1, 1, '2021-06-30']),
  odd('number with a red format', dated('[Red]0.00', '44377'), [1, 1, '44377']),
  odd('number with a currency', dated('#,##0 &quot;дней&quot;', '44377'), [1, 1, '44377']),
  odd('date in ISO', valued('t="d"', '2021-06-30T00:00:00Z'), [1, 1, '2021-06-30']),
]

const numbers = [
  odd('sum of tenths', valued('', '0.30000000000000004'), [1, 1, '0.3']),
  odd('exponent', valued('', '1.2E+3'), [1, 1, '1200']),
  odd('small exponent', valued('', '1.5E-05'), [1, 1, '0.000015']),
  odd('sixteen digits', valued('', '1234567890123456'), [1, 1, '1234567890123460']),
  odd('plus sign', valued('', '+5'), [1, 1, '5']),
]

const layouts = [
  odd(
    'sparse',
    () =>
      rows(
        '<row r="5"><c r="C5"><v>1</v></c><c r="XFD5"><v>2</v></c></row><row r="1048576"><c r="B1048576"><v>3</v></c></row>',
      ),
    [5, 3, '1'],
    [5, 16_384, '2'],
    [1_048_576, 2, '3'],
  ),
  odd(
    'styled empty cells',
    () => cells('<c r="A1" s="0"/>', '<c r="B1"><v></v></c>', '<c r="C1"><v>1</v></c>'),
    [1, 3, '1'],
  ),
  odd(
    'blank texts',
    () =>
      cells(
        '<c r="A1" t="str"><v> </v></c>',
        '<c r="B1" t="inlineStr"><is><t/></is></c>',
        '<c r="C1"><v>1</v></c>',
      ),
    [1, 3, '1'],
  ),
  odd('comments between cells', () => rows(`<!-- a --><row r="1"><!-- b -->${one}<?x?></row>`), [1, 1, '1']),
  odd(
    'extensions behind the data',
    sheet(
      sheetOf(
        rowOf(one),
        '<extLst><ext uri="x"><x14:y xmlns:x14="z"><xm:f>S!A1</xm:f></x14:y></ext></extLst>',
      ),
    ),
    [1, 1, '1'],
  ),
  odd(
    'controls with rows of their own',
    sheet(
      sheetOf(
        `<row r="1048576"><c r="A1048576"><v>1</v></c></row>`,
        '<controls><control><anchor><from><xdr:col>1</xdr:col><xdr:row>3</xdr:row></from></anchor></control></controls>',
      ),
    ),
    [1_048_576, 1, '1'],
  ),
  odd(
    'header and footer',
    sheet(sheetOf(rowOf(one), '<headerFooter><oddHeader>&amp;C&amp;"Arial"Отчёт</oddHeader></headerFooter>')),
    [1, 1, '1'],
  ),
  odd(
    'alternative content',
    sheet(
      xml(
        `<worksheet xmlns:mc="m"><mc:AlternateContent><mc:Choice Requires="x14"><a/></mc:Choice></mc:AlternateContent><sheetData>${rowOf(one)}</sheetData></worksheet>`,
      ),
    ),
    [1, 1, '1'],
  ),
  odd(
    'phonetic properties',
    () => cells('<c r="A1" t="inlineStr"><is><t>a</t><phoneticPr fontId="1"/></is></c>'),
    [1, 1, 'a'],
  ),
  odd('escaped letters', () => cells('<c r="A1" t="str"><v>a&#10;b&#x41F;</v></c>'), [1, 1, 'a\nbП']),
]

const packages = [
  odd('parts in any order', () => writeZip(soundParts().reverse()), [1, 1, '1']),
  odd(
    'parts with backslashes',
    () => writeZip(soundParts().map((part) => ({ ...part, name: String(part.name).replaceAll('/', '\\') }))),
    [1, 1, '1'],
  ),
  odd(
    'parts in capitals',
    () => writeZip(soundParts().map((part) => ({ ...part, name: String(part.name).toUpperCase() }))),
    [1, 1, '1'],
  ),
  odd(
    'folders of their own',
    () =>
      writeZip([
        { name: 'xl/', content: '', method: 0 },
        { name: 'xl/worksheets/', content: '', method: 0 },
        ...soundParts(),
      ]),
    [1, 1, '1'],
  ),
  odd('a comment of the packer', () => workbook({}, { comment: 'packed by hand' }), [1, 1, '1']),
  odd('long directory', () => workbook({}, { longEnd: 'true' }), [1, 1, '1']),
  odd(
    'extra fields',
    () => writeZip(soundParts().map((part) => ({ ...part, extra: Buffer.from('5554050001000000', 'hex') }))),
    [1, 1, '1'],
  ),
  odd('byte order marks', sheet(`\ufeff${sheetOf(rowOf(one))}`), [1, 1, '1']),
  odd('no strings, no styles, no types', () => writeZip(soundParts().slice(1)), [1, 1, '1']),
  odd(
    'links to other workbooks',
    () =>
      workbook({
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        [parts.sheet]: sheetOf(rowOf('<c r="A1"><f>[1]S!A1</f><v>1</v></c>')),
      }),
    [1, 1, '1'],
  ),
  odd(
    'pictures and drawings',
    () =>
      workbook({
        'xl/media/image1.png': Buffer.from('89504e470d0a1a0a', 'hex'),
        'xl/drawings/drawing1.xml': '<wsDr/>',
      }),
    [1, 1, '1'],
  ),
]

export const oddWorkbooks: TortureFile[] = [...dates, ...numbers, ...layouts, ...packages]
