import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { Country, Place } from '../../../indicators/model/place.ts'
import type { Sources } from '../../../pipelines/stages/map/load-sources.ts'
import { Calendar, Mapping } from '../../../pipelines/stages/map/mapping.ts'

const element = (id: string, kind: DataElement['kind'], more: Partial<DataElement> = {}): DataElement => ({
  id,
  title: { en: id },
  kind,
  people: kind === 'flow' || kind === 'stock',
  dimensions: ['sex'],
  scope: 'programme-facilities',
  frequency: 'quarterly',
  sensitivity: 'S1',
  ...more,
})

const place = (code: string, name: string, more: Partial<Place> = {}): Place => ({
  code,
  name,
  aliases: [name],
  kind: 'mixed',
  programme: true,
  opened: null,
  closed: null,
  ...more,
})

const ugandan = [
  place('UGA', 'Uganda', { kind: 'country' }),
  place('UGA-R1', 'North', { kind: 'region' }),
  place('UGA-R1-01', 'Alpha', { aliases: ['Alpha', 'Stn. Alpha'] }),
  place('UGA-R1-02', 'Beta', { closed: '2020-12-31' }),
  place('UGA-R2', 'South', { kind: 'region' }),
  place('UGA-R2-01', 'Gamma'),
]

const wide = Mapping.parse({
  id: 'UGA-small',
  version: 1,
  country: 'UGA',
  title: 'Small return',
  file: '^small.*$',
  csv: { encoding: 'utf-8', separator: ';' },
  numbers: { decimal: '.', groups: [','] },
  marks: { 'n.k.': 'missing', 'n.r.': 'withheld' },
  tables: [
    {
      sheet: '^$',
      period: { form: 'en-fiscal-quarter', in: 'title' },
      deliveredAs: 'period',
      anchor: ['Region', 'Station'],
      headerRows: 1,
      place: ['Region', 'Station'],
      totals: ['Sub-total', 'Total'],
      columns: [
        { header: ['People | Persons'], element: 'PEOPLE' },
        { header: ['Women'], element: 'PEOPLE', cell: { sex: 'female' } },
        { header: ['Team'], element: 'TEAM', deliveredAs: 'as_of_date' },
        { header: ['Stage'], element: 'STAGE', deliveredAs: 'as_of_date' },
      ],
      ignore: ['Remarks'],
      complete: [{ elements: ['PEOPLE'], make: { sex: 'male' }, as: 'rest', of: [{ sex: 'female' }] }],
    },
  ],
})

const calendar = (country: Country) =>
  Calendar.parse({ country, yearStartMonth: 1, dueDays: 30, reports: [] })

/** One Ugandan return of four columns over three stations. */
export const smallSources: Sources = {
  mappings: [wide],
  earlier: [],
  places: {
    KAZ: [place('KAZ', 'Kazakhstan', { kind: 'country' })],
    TUN: [place('TUN', 'Tunisia', { kind: 'country' })],
    UGA: ugandan,
  },
  calendars: { KAZ: calendar('KAZ'), TUN: calendar('TUN'), UGA: calendar('UGA') },
  elements: new Map(
    [
      element('PEOPLE', 'flow'),
      element('TEAM', 'status', { dimensions: [] }),
      element('STAGE', 'ordinal', { dimensions: [] }),
    ].map((one) => [one.id, one]),
  ),
  corrections: { KAZ: [], TUN: [], UGA: [] },
}

export const smallFile = (...lines: string[]) =>
  Buffer.from(
    ['Return for Q3 FY 2020/21', 'Region;Station;People;Women;Team;Stage;Remarks', ...lines].join('\n'),
  )
