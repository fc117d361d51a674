import { Buffer } from 'node:buffer'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { Observation } from '../../../indicators/model/observation.ts'
import { quarterEnd, quarterStart } from '../../../indicators/model/period.ts'
import { countryOf } from '../../../indicators/model/place.ts'
import type { WarehouseContents } from '../../../pipelines/warehouse/build-warehouse.ts'

type Given = Partial<Omit<Observation, 'lineage'>> & {
  readonly quarter?: string
  readonly ref?: string
  readonly file?: string
  readonly sheet?: string
  readonly mapping?: string
}

/** One observation, of prisoners in custody unless said. `quarter` sets the period; null values are missing. */
export function observed({
  quarter = '2021-Q2',
  ref = 'B2',
  file,
  sheet,
  mapping,
  ...given
}: Given): Observation {
  const place = given.place ?? 'KAZ-R1-01'
  const value = given.value === undefined ? 10 : given.value
  const name = file ?? `kaz-${quarter}.xlsx`
  return {
    element: 'PP_STOCK',
    country: given.country ?? countryOf(place) ?? 'KAZ',
    place,
    periodStart: quarterStart(quarter),
    periodEnd: quarterEnd(quarter),
    deliveredAs: 'period',
    cell: '',
    state: value === null ? 'missing' : 'observed',
    text: null,
    derived: false,
    ...given,
    value,
    lineage: {
      fileHash: Buffer.from(name.padEnd(32, '.').slice(-32)).toString('hex'),
      file: name,
      sheet: sheet ?? 'Report',
      ref,
      mapping: mapping ?? 'KAZ-population',
    },
  }
}

export const element = (id: string, given: Partial<DataElement> = {}): DataElement => ({
  id,
  title: { en: id },
  kind: 'flow',
  people: true,
  dimensions: ['sex'],
  scope: 'all-facilities',
  frequency: 'quarterly',
  sensitivity: 'S0',
  ...given,
})

/** What an otherwise empty warehouse holds: a stock, a flow and a running total of Kazakhstan, Tunisia and Uganda. */
export const contents: WarehouseContents = {
  slices: [],
  places: [
    {
      code: 'KAZ-R1-01',
      name: 'Facility KZ-R1-01',
      aliases: [],
      kind: 'closed',
      programme: true,
      opened: null,
      closed: null,
    },
  ],
  elements: [
    element('PP_STOCK', { kind: 'stock' }),
    element('PP_ADM'),
    element('COH6_N', { frequency: 'six-monthly' }),
    element('SEC_REC_ISSUED', { kind: 'cumulative', people: false }),
    element('NARR', { kind: 'text', people: false }),
  ],
  calendars: [
    { country: 'KAZ', yearStartMonth: 1 },
    { country: 'TUN', yearStartMonth: 1 },
    { country: 'UGA', yearStartMonth: 7 },
  ],
  submissions: [{ country: 'KAZ', quarter: '2021-Q2', due: '2021-07-30', received: '2021-07-12' }],
  publicFigures: [],
}
