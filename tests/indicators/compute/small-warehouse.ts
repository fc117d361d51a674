import { type ComputeAt, computeIndicators } from '../../../indicators/compute/compute-indicators.ts'
import { DataElement } from '../../../indicators/model/data-element.ts'
import { Indicator } from '../../../indicators/model/indicator.ts'
import { Logframe } from '../../../indicators/model/logframe.ts'
import type { Observation } from '../../../indicators/model/observation.ts'
import { quarterEnd } from '../../../indicators/model/period.ts'
import { countries, type Place } from '../../../indicators/model/place.ts'
import type { Plan } from '../../../indicators/model/target.ts'
import { fillWarehouse } from '../../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse } from '../../../pipelines/warehouse/open-warehouse.ts'

export const element = (id: string, given: Partial<DataElement> = {}) =>
  DataElement.parse({
    id,
    title: { en: id },
    kind: 'flow',
    people: true,
    dimensions: ['sex'],
    scope: 'country',
    frequency: 'quarterly',
    sensitivity: 'S0',
    ...given,
  })

const text = { en: 'Made for a test' }

/** A count of N per quarter, summed over countries, unless said. */
export const indicator = (given: Partial<Indicator> = {}) =>
  Indicator.parse({
    id: 'made',
    code: 'OP1.1.1',
    level: 'output',
    objectives: [],
    area: 'all',
    title: text,
    definition: text,
    computation: text,
    unit: 'number',
    direction: 'increase',
    formula: { kind: 'count', of: { sum: [{ element: 'N' }], over: 'sum' } },
    window: 'quarter',
    geography: 'sum',
    targetMode: 'level',
    path: 'linear',
    staleness: 1,
    breakdowns: [],
    byRegion: false,
    frequency: 'quarterly',
    sensitivity: 'S0',
    sourceOfVerification: '',
    assumption: '',
    mapping: '',
    publicMeasures: [],
    version: 1,
    since: '2018-12-01',
    ...given,
  })

export const place = (code: string, given: Partial<Place> = {}): Place => ({
  code,
  name: code,
  aliases: [],
  kind: 'closed',
  programme: true,
  opened: null,
  closed: null,
  ...given,
})

export type Small = {
  elements: DataElement[]
  indicators: Indicator[]
  plans?: Record<string, Plan[]>
  places?: Place[]
  observations: Observation[]
  /** Country and quarter → deadline; the quarter's last day unless said. */
  due?: Record<string, string>
  start?: string
  /** Country → first month of its fiscal year; January unless said. */
  yearStarts?: Record<string, number>
}

export const logframeOf = ({ elements, indicators, plans = {}, start = '2018-12-01' }: Small) =>
  Logframe.parse({ start, plannedEnd: '2021-12-31', chain: [], elements, indicators, plans })

/** Builds a warehouse in memory and computes all of its indicators. */
export async function computeSmall(small: Small, at: ComputeAt) {
  const db = await openWarehouse()
  try {
    await fillWarehouse(db, {
      slices: [],
      places: [...countries.map((code) => place(code, { kind: 'country' })), ...(small.places ?? [])],
      elements: small.elements,
      calendars: countries.map((country) => ({ country, yearStartMonth: small.yearStarts?.[country] ?? 1 })),
      submissions: countries.flatMap((country) =>
        at.quarters.map((quarter) => ({
          country,
          quarter,
          due: small.due?.[`${country} ${quarter}`] ?? quarterEnd(quarter),
          received: null,
        })),
      ),
      publicFigures: [],
      observations: small.observations,
    })
    return await computeIndicators(db, logframeOf(small), at)
  } finally {
    db.close()
  }
}
