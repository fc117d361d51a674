import { readdirSync, readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { editParts } from '../../../../fixtures/broken/fill-template.ts'
import { checkFile } from '../../../../pipelines/stages/check-file.ts'
import { findingCodes } from '../../../../pipelines/stages/findings/findings.ts'
import { readPublicFigures } from '../../../../pipelines/stages/read-public-figures.ts'
import { smallSources } from '../small-sources.ts'

const title = 'Return for Q3 FY 2020/21'
const header = 'Region;Station;People;Women;Team;Stage'
const csv = (...lines: string[]) => Buffer.from([title, header, ...lines].join('\n'))
const named = (head: string, ...lines: string[]) => Buffer.from([title, head, ...lines].join('\n'))

const [wide] = smallSources.mappings
/** The small return as a workbook of two sheets, and a long table. */
const inWorkbook = {
  ...smallSources,
  mappings: wide
    ? [
        {
          ...wide,
          file: '^book',
          csv: undefined,
          tables: wide.tables.map((table) => ({ ...table, sheet: '^Data$' })),
        },
      ]
    : [],
}
const twoBetas = {
  ...smallSources,
  places: {
    ...smallSources.places,
    UGA: smallSources.places.UGA.map((place) =>
      place.code === 'UGA-R2-01' ? { ...place, aliases: ['Gamma', 'Alpha'] } : place,
    ),
  },
}
const cells = ['North', 'Alpha', 5, 1, 'no', 1]
const book = async (sheets: Record<string, (string | number)[][]>) =>
  Buffer.from(await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) }))
const table = [[title], header.split(';')]

type Sent = { bytes: Buffer; name?: string; sources?: typeof smallSources }
const text = (...lines: string[]): Sent => ({ bytes: csv(...lines) })

/** One file for each code, and the cell in which it is found. */
const files: Record<string, readonly [ref: string, sent: Sent | Promise<Sent>]> = {
  'answer-unreadable': ['E3', text('North;Alpha;5;1;perhaps;1')],
  'cell-blank': ['C3', text('North;Alpha;;1;no;1')],
  'cell-error': ['C3', errorCell()],
  'column-missing': ['A2', { bytes: named('Region;Station;People;Team;Stage', 'North;Alpha;5;no;1') }],
  'column-twice': [
    'D2',
    { bytes: named('Region;Station;People;Persons;Women;Team;Stage', 'North;Alpha;5;5;1;no;1') },
  ],
  'column-unmapped': ['G2', { bytes: named(`${header};Officers on duty`, 'North;Alpha;5;1;no;1;7') }],
  'file-empty': ['', { bytes: Buffer.alloc(0) }],
  'header-missing': ['', { bytes: Buffer.from(`${title}\nNorth;Alpha;5`) }],
  'mapping-unknown': ['', { bytes: Buffer.from('a;b\n1;2'), name: 'else.csv' }],
  'number-negative': ['C3', text('North;Alpha;-5;1;no;1')],
  'number-not-whole': ['C3', text('North;Alpha;2.5;1;no;1')],
  'number-too-large': ['C3', text('North;Alpha;99999999999999999;1;no;1')],
  'number-unreadable': ['C3', text('North;Alpha;about ten;1;no;1')],
  'period-unreadable': ['A1', { bytes: Buffer.from(['Return', header, 'North;Alpha;5;1;no;1'].join('\n')) }],
  'place-not-open': ['C3', text('North;Beta;5;1;no;1')],
  'place-too-coarse': ['C3', text('North;;5;1;no;1')],
  'place-unclear': ['B3', { bytes: csv(';Alpha;5;1;no;1'), sources: twoBetas }],
  'place-unknown': ['B3', text('North;Delta;5;1;no;1')],
  'sheet-ignored': ['', book({ Data: [...table, cells], Notes: [['kept apart']] }).then(asBook)],
  'stage-unknown': ['F3', text('North;Alpha;5;1;no;9')],
  'text-damaged': ['', { bytes: Buffer.from('a;"b\n;c"d') }],
  'total-differs': ['C4', text('North;Alpha;5;1;no;1', 'North;Sub-total;6;1;;')],
  'value-twice': ['C4', text('North;Alpha;5;1;no;1', 'North;Alpha;6;1;no;1')],
  'personal-data': ['A1', { bytes: Buffer.from('Full name;Date of birth;Cell\nAnna Example;1990-01-01;4') }],
}

function asBook(bytes: Buffer): Sent {
  return { bytes, name: 'book.xlsx', sources: inWorkbook as typeof smallSources }
}

async function errorCell(): Promise<Sent> {
  const bytes = await book({ Data: [...table, cells] })
  const broken = editParts(bytes, (part, xml) =>
    part === 'xl/worksheets/sheet1.xml'
      ? xml.replace(/<c r="C3"[^>]*>.*?<\/c>/, '<c r="C3" t="e"><v>#DIV/0!</v></c>')
      : xml,
  )
  return asBook(Buffer.from(broken))
}

it.each(Object.entries(files))('%s is found in a file, where it stands', async (code, [ref, sent]) => {
  const { bytes, name = 'small.csv', sources = smallSources } = await sent
  const { findings } = await checkFile({ name, bytes, sources })
  expect(findings.filter((finding) => finding.code === code).map(({ at }) => at.ref)).toContain(ref)
})

it('public-figure-wrong is found in the file of public figures, where it stands', async () => {
  const [head = ''] = readFileSync('fixtures/files/public-figures.csv', 'utf8').split('\n')
  const row = head.split(',').map(() => 'nothing')
  const { findings } = await readPublicFigures(
    'public-figures.csv',
    Buffer.from(`${head}\n${row.join(',')}\n`),
  )
  expect(findings.map(({ code }) => code)).toContain('public-figure-wrong')
})

it('says everything of three damaged tables at once, each at its cell', async () => {
  const lines = [
    'West;Alpha;5;1;no;1',
    'North;Delta;-5;1;perhaps;9',
    'North;Alpha;2.5;;no;1',
    'North;Alpha;3;1;no;1',
  ]
  const { findings } = await checkFile({ name: 'small.csv', bytes: csv(...lines), sources: smallSources })
  const sheets = {
    ...inWorkbook,
    mappings: inWorkbook.mappings.map((mapping) => ({
      ...mapping,
      tables: mapping.tables.flatMap((one) =>
        ['^One$', '^Two$', '^Three$', '^Four$'].map((sheet) => ({ ...one, sheet })),
      ),
    })),
  } as typeof smallSources
  const bytes = await book({
    One: [...table, ['North', 'Alpha', -5, 1, 'no', 1]],
    Two: [['Return'], header.split(';'), ['North', 'Alpha', 5, 1, 'maybe', 1]],
    Three: [...table, ['North', 'Delta', 5, 1, 'no', 9]],
    Five: [['apart']],
  })
  const whole = await checkFile({ name: 'book.xlsx', bytes, sources: sheets })
  expect(findings.map(({ code, at }) => `${at.ref} ${code}`)).toEqual(
    expect.arrayContaining([
      'A3 place-unknown',
      'B4 place-unknown',
      'C4 number-negative',
      'E4 answer-unreadable',
      'F4 stage-unknown',
      'C5 number-not-whole',
      'D5 cell-blank',
    ]),
  )
  expect(whole.findings.map(({ code, at }) => [at.sheet, at.ref, code].join(' ').trim()).sort()).toEqual([
    'Five  sheet-ignored',
    'One C3 number-negative',
    'Three B3 place-unknown',
    'Three F3 stage-unknown',
    'Two A1 period-unreadable',
    'Two E3 answer-unreadable',
    'sheet-missing',
  ])
})

it('has a file for each code, here or in a test that names it', () => {
  const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|yaml)$/.test(name) && !name.endsWith('every-code.test.ts'))
    .map((name) => readFileSync(`tests/${name}`, 'utf8'))
    .join('\n')
  const known = new Set([...Object.keys(files), 'public-figure-wrong', 'sheet-missing'])
  const open = findingCodes.filter(
    (code) => !known.has(code) && !tests.includes(`'${code}'`) && !tests.includes(` ${code}`),
  )
  expect(open).toEqual([])
})
