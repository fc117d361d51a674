import { type HostileFile, hostile } from '../hostile-file.ts'
import { xml } from '../small-workbook.ts'
import { type Part, writeZip } from '../write-zip.ts'

const damaged = 'workbook-damaged'
const kind = 'application/vnd.oasis.opendocument.spreadsheet'
const content = (tables: string, before = '') =>
  xml(
    `${before}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  )
const ods = (tables: string, more: readonly Part[] = []) =>
  writeZip([
    { name: 'mimetype', content: kind, method: 0 },
    { name: 'content.xml', content: content(tables) },
    ...more,
  ])
const table = (rows: string) => `<table:table table:name="S">${rows}</table:table>`
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`
const one =
  '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
const cell = (attributes: string, text = '') =>
  `<table:table-cell ${attributes}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`
const number = (value: string) => () =>
  ods(table(row(cell(`office:value-type="float" office:value="${value}"`, value))))
const repeated = (name: string, count: string, inside = one) =>
  inside.replace('<table:table-cell', `<table:table-cell table:number-columns-${name}="${count}"`)

const repeats: HostileFile[] = [
  hostile('ods-sound', () => ods(table(row(one))), ['1']),
  hostile(
    'ods-empty-cells-by-the-billion',
    () => ods(table(row(one + repeated('repeated', '900000000', '<table:table-cell/>')))),
    ['1'],
  ),
  hostile(
    'ods-empty-rows-by-the-billion',
    () => ods(table(row(one) + row('<table:table-cell/>', 'table:number-rows-repeated="900000000"'))),
    ['1'],
  ),
  hostile(
    'ods-filled-cells-by-the-billion',
    () => ods(table(row(repeated('repeated', '1000000000')))),
    damaged,
  ),
  hostile(
    'ods-filled-rows-by-the-million',
    () => ods(table(row(one.repeat(10), 'table:number-rows-repeated="1000000"'))),
    'file-too-large',
  ),
  hostile(
    'ods-filled-rows-by-the-billion',
    () => ods(table(row(one, 'table:number-rows-repeated="1000000000"'))),
    damaged,
  ),
  hostile('ods-repeated-less-than-never', () => ods(table(row(repeated('repeated', '-1')))), damaged),
  hostile('ods-repeated-never', () => ods(table(row(repeated('repeated', '0')))), damaged),
  hostile('ods-repeated-in-words', () => ods(table(row(repeated('repeated', 'many')))), damaged),
  hostile('ods-repeated-beyond-belief', () => ods(table(row(repeated('repeated', '1e400')))), damaged),
  hostile(
    'ods-spanning-everything',
    () =>
      ods(
        table(
          row(
            one.replace(
              '<table:table-cell',
              '<table:table-cell table:number-columns-spanned="16384" table:number-rows-spanned="1048576"',
            ),
          ),
        ),
      ),
    'file-too-large',
  ),
  hostile(
    'ods-blanks-by-the-billion',
    () =>
      ods(
        table(
          row(
            cell('office:value-type="string"').replace(
              '></',
              '><text:p>a<text:s text:c="1000000000"/>b</text:p></',
            ),
          ),
        ),
      ),
    damaged,
  ),
]

const values: HostileFile[] = [
  hostile('ods-number-of-no-kind', number('NaN'), damaged),
  hostile('ods-number-infinite', number('INF'), damaged),
  hostile('ods-number-beyond-infinity', number('1e309'), damaged),
  hostile('ods-number-in-hex', number('0x10'), damaged),
  hostile('ods-formula-text', () => ods(table(row(cell('office:value-type="string"', '=1+1')))), ['=1+1']),
  hostile(
    'ods-formula-of-the-network',
    () =>
      ods(
        table(
          row(
            one.replace(
              '<table:table-cell',
              '<table:table-cell table:formula="of:=WEBSERVICE(&quot;http://127.0.0.1&quot;)"',
            ),
          ),
        ),
      ),
    ['1'],
  ),
  hostile('ods-table-in-a-table', () => ods(table(row(one) + table(row(one)))), damaged),
  hostile('ods-cell-without-a-row', () => ods(table(one)), damaged),
  hostile('ods-no-tables', () => ods(''), []),
]

const packages: HostileFile[] = [
  hostile(
    'ods-entities',
    () =>
      writeZip([
        { name: 'mimetype', content: kind, method: 0 },
        {
          name: 'content.xml',
          content: content(table(row(one)), '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        },
      ]),
    'zip-unsafe',
  ),
  hostile(
    'ods-encrypted',
    () =>
      ods(table(row(one)), [
        {
          name: 'META-INF/manifest.xml',
          content:
            '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
        },
      ]),
    'zip-unsafe',
  ),
  hostile(
    'ods-macros',
    () => ods(table(row(one)), [{ name: 'Basic/Standard/Module1.xml', content: '<module/>' }]),
    'zip-unsafe',
  ),
  hostile(
    'ods-scripts',
    () => ods(table(row(one)), [{ name: 'Scripts/python/x.py', content: 'x' }]),
    'zip-unsafe',
  ),
  hostile('ods-without-content', () => writeZip([{ name: 'mimetype', content: kind, method: 0 }]), damaged),
  hostile(
    'ods-and-workbook-at-once',
    () => ods(table(row(one)), [{ name: 'xl/workbook.xml', content: '<workbook/>' }]),
    [],
  ),
]

export const odsFiles = [...repeats, ...values, ...packages]
