import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadUpdates } from '../../../indicators/logframe/load-updates.ts'
import { loadLogframe } from '../../../indicators/logframe/read-logframe.ts'
import { cellOf } from '../../../indicators/model/breakdown.ts'
import type { Observation } from '../../../indicators/model/observation.ts'
import { quarterEnd, quarterStart, quartersBetween } from '../../../indicators/model/period.ts'
import { countries, countryOf, type Place } from '../../../indicators/model/place.ts'
import { makeRelease } from '../../../indicators/release/make-release.ts'
import { fillWarehouse } from '../../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse } from '../../../pipelines/warehouse/open-warehouse.ts'

export const quarters = quartersBetween('2021-Q1', '2021-Q4')

/** Women first trained in Kazakhstan's first region: small, and a number that appears nowhere else. */
export const CANARY = 3

const place = (code: string, kind: Place['kind']): Place => ({
  code,
  name: `Place ${code}`,
  aliases: [],
  kind,
  programme: true,
  opened: null,
  closed: null,
})
const places = countries.flatMap((country) => [
  place(country, 'country'),
  place(`${country}-R1`, 'region'),
  place(`${country}-R2`, 'region'),
])

const observation = (at: string, quarter: string, sex: string | null, value: number): Observation => ({
  element: 'TR_FIRST',
  country: countryOf(at) ?? 'KAZ',
  place: at,
  periodStart: quarterStart(quarter),
  periodEnd: quarterEnd(quarter),
  deliveredAs: 'period',
  cell: sex ? cellOf({ sex }) : '',
  state: 'observed',
  value,
  text: null,
  derived: false,
  lineage: {
    fileHash: 'a'.repeat(64),
    file: 'training.csv',
    sheet: '',
    ref: 'B2',
    mapping: 'KAZ-training@1',
  },
})

const observations = countries.flatMap((country) =>
  ['R1', 'R2'].flatMap((region) =>
    quarters.flatMap((quarter) => {
      const at = `${country}-${region}`
      const women = at === 'KAZ-R1' ? CANARY : 41
      return [
        observation(at, quarter, null, women + 73),
        observation(at, quarter, 'female', women),
        observation(at, quarter, 'male', 73),
      ]
    }),
  ),
)

/** Staff trained in three countries over a year, through the real warehouse; nothing else was reported. */
export async function smallRelease(
  logframe = loadLogframe(),
  folder = mkdtempSync(join(tmpdir(), 'waymark-release-')),
  secret = new Uint8Array(32),
) {
  const db = await openWarehouse()
  try {
    const registers = {
      places,
      calendars: countries.map((country) => ({ country, yearStartMonth: 1 })),
      submissions: countries.flatMap((country) =>
        quarters.map((quarter) => ({ country, quarter, due: '2022-01-30', received: '2022-01-20' })),
      ),
      publicFigures: [],
    }
    await fillWarehouse(db, { slices: [], observations, elements: logframe.elements, ...registers })
    const inputs = {
      db,
      logframe,
      registers,
      updates: loadUpdates(),
      slices: ['b'.repeat(64)],
      earlier: [],
      quarters,
      illustrative: true,
    }
    return await makeRelease({ ...inputs, secret, dataAsOf: '2022-02-01', folder })
  } finally {
    db.close()
  }
}
