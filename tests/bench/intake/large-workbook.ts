import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { workbook } from '../../../fixtures/writers/workbook.ts'
import { loadLogframe } from '../../../indicators/logframe/read-logframe.ts'
import { loadSources } from '../../../pipelines/stages/map/load-sources.ts'

const ROWS = 20_000
const BAD = 10_000
const FIRST_YEAR = 1960
/** Header, data element, cell, and a value that breaks no rule beside the others. */
const measures = [
  ['Capacity', 'PP_CAP', {}, 120],
  ['Staff', 'ST_STOCK', {}, 40],
  ['Admitted', 'PP_ADM', {}, 12],
  ['Admitted, women', 'PP_ADM', { sex: 'female' }, 2],
  ['Admitted, men', 'PP_ADM', { sex: 'male' }, 10],
  ['Released', 'PP_REL', {}, 12],
  ['Prisoners', 'PP_STOCK', {}, 100],
  ['Women', 'PP_STOCK', { sex: 'female' }, 10],
  ['Men', 'PP_STOCK', { sex: 'male' }, 90],
] as const

/** A return of every station over many quarters, half as many wrong cells as rows, and the description it is read by. */
export async function largeWorkbook(data: string) {
  const mapping = {
    id: 'UGA-large',
    version: 1,
    learned: { by: 'bench', why: 'measuring', at: '2022-01-01T00:00:00.000Z' },
    country: 'UGA',
    title: 'Large return',
    file: '^large .*\\.xlsx$',
    numbers: { decimal: '.', groups: [','] },
    tables: [
      {
        sheet: '^Large$',
        period: { form: 'en-fiscal-quarter', in: 'column', header: 'Quarter' },
        deliveredAs: 'period',
        anchor: ['Region', 'Station'],
        headerRows: 1,
        place: ['Region', 'Station'],
        columns: measures.map(([header, element, cell]) => ({ header: [header], element, cell })),
      },
    ],
  }
  const folder = join(data, 'mappings', 'UGA')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'UGA-large@1.yaml'), stringify(mapping))
  const places = loadSources(loadLogframe().elements).places.UGA
  const regions = new Map(places.map(({ code, name }) => [code, name]))
  const stations = places.filter(({ code }) => code.split('-').length === 3)
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const station = stations[index % stations.length]
    const quarter = Math.floor(index / stations.length)
    const year = FIRST_YEAR + Math.floor(quarter / 4)
    return [
      regions.get(station?.code.replace(/-[^-]+$/, '') ?? '') ?? '',
      station?.name ?? '',
      `Q${(quarter % 4) + 1} FY ${year}/${String((year + 1) % 100).padStart(2, '0')}`,
      ...measures.map(([, , , usual], column) =>
        column === index % measures.length && index % (ROWS / BAD) === 0 ? 'twelve' : usual,
      ),
    ]
  })
  const header = ['Region', 'Station', 'Quarter', ...measures.map(([header]) => header)]
  const bytes = await workbook([
    { sheet: 'Large', rightToLeft: false, rows: [header, ...rows], merges: [] },
  ] as unknown as Parameters<typeof workbook>[0])
  return { name: 'large return.xlsx', bytes, rows: ROWS, bad: BAD }
}
