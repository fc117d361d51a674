import { writeOds, writeXlsx } from 'hucre'
import { fileName, fillReturn, forms, type Sent, bytesOf as written } from '../../../fixtures/returns.ts'
import { buildTruth } from '../../../fixtures/truth/build-truth.ts'
import { readRegister } from '../../../fixtures/truth/register.ts'
import { xls } from '../../../fixtures/writers/xls.ts'
import { utf8 } from '../hostile-file.ts'
import { parts, rowOf, rows, xml } from '../small-workbook.ts'

/** A sound file that mutants are made of. */
export type Seed = { id: string; bytes: Uint8Array }

const lines = [
  ['Return for Q3 FY 2020/21'],
  ['Region', 'Station', 'People', 'Women', 'Team', 'Stage'],
  ['North', 'Alpha', '1,240', '12', 'yes', '3'],
  ['South', 'Gamma “quoted”', '7', '', 'no', '1'],
]
const table = (separator: string) => lines.map((line) => line.join(separator)).join('\r\n')
const sheet = {
  name: 'Население',
  rows: [
    ['Облыс / Область', 'всего', 'дата'],
    ['Солтүстік', 1234, new Date(Date.UTC(2021, 5, 30))],
    ['الشمال', 0.5, true],
  ],
  merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
}

/** Files of every kind that is read, small, so that many mutants can be made of each. */
export async function seeds(): Promise<Seed[]> {
  return [
    { id: 'xlsx', bytes: await writeXlsx({ sheets: [sheet, { name: 'Б', rows: [] }] }) },
    { id: 'ods', bytes: await writeOds({ sheets: [sheet] }) },
    { id: 'xlsx-by-hand', bytes: byHand() },
    { id: 'xls', bytes: xls([{ sheet: 'S', rightToLeft: false, rows: lines, merges: [] }]) },
    { id: 'csv', bytes: utf8(table(';')) },
    { id: 'tsv', bytes: utf8(`\ufeff${table('\t')}`) },
    { id: 'csv-quoted', bytes: utf8(table(',').replaceAll(/[^,\r\n]+/g, '"$&"')) },
    { id: 'csv-utf16', bytes: Buffer.from(`\ufeff${table(';')}`, 'utf16le') },
    ...(await returns()),
  ]
}

const byHand = () =>
  rows(
    `<row r="1" spans="1:4"><c r="A1" t="s" s="1"><v>0</v></c><c r="C1"><f>A1+1</f><v>12.5</v></c></row>
     <row r="3" hidden="1"><c r="B3" t="inlineStr"><is><r><t>за </t></r><r><t xml:space="preserve"> год</t></r></is></c>
     <c r="D3" s="1"><v>44377</v></c><c r="E3" t="e"><v>#N/A</v></c></row>${rowOf().replace('1', '4')}`,
    {
      [parts.strings]: xml('<sst count="1"><si><t>всего</t><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>'),
      [parts.styles]: xml(
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
      ),
    },
  )

/** One return of each national form, as it is sent. */
async function returns(): Promise<Seed[]> {
  const truth = buildTruth()
  return Promise.all(
    ['KAZ-training', 'TUN-half-year', 'UGA-half-year'].map(async (mapping) => {
      const form = forms.find((one) => one.mapping === mapping)
      if (!form) throw new Error(`no form ${mapping}`)
      const quarter = form.due.includes(2) ? '2021-Q2' : '2021-Q4'
      const sent: Sent = { form, quarter, version: 'first', receivedOn: '2021-08-01' }
      const filled = fillReturn(truth, sent, readRegister(form.country))
      return { id: fileName(sent), bytes: await written(form, filled) }
    }),
  )
}
