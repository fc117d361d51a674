import { questionsOf } from '../../../indicators/compute/questions.ts'
import { isDue } from '../../../indicators/compute/windows.ts'
import { loadLogframe } from '../../../indicators/logframe/read-logframe.ts'
import { cellsOf, type DataElement } from '../../../indicators/model/data-element.ts'
import { WindowKind } from '../../../indicators/model/indicator.ts'
import { quarterEnd, quarterStart, quartersBetween } from '../../../indicators/model/period.ts'
import { type Country, countries, type Place } from '../../../indicators/model/place.ts'
import type { Registers } from '../../../pipelines/warehouse/tables.sql.ts'

export const logframe = loadLogframe()
export const quarters = quartersBetween('2018-Q4', '2022-Q3')

/** Every kind of window, over all quarters, on a day when every report is due. */
export const at = { quarters, quarter: '2022-Q3', dataAsOf: '2022-12-31', windows: WindowKind.options }

/** First month of the fiscal year. */
const yearStarts = new Map<Country, number>([
  ['KAZ', 1],
  ['TUN', 1],
  ['UGA', 7],
])

/** What all indicators ask of the facts. */
export const asked = () => questionsOf(logframe, { ...at, yearStarts })

const regionsOf: Record<Country, number> = { KAZ: 6, TUN: 6, UGA: 8 }
const regions = countries.flatMap((country) =>
  Array.from({ length: regionsOf[country] }, (_, region) => `${country}-R${region + 1}`),
)

/** How many of an element's own periods end in these quarters. */
const periodsOf = ({ frequency }: DataElement) =>
  quarters.filter((quarter) => isDue(frequency, quarter)).length

/** Rows a unit would send if it were always open and said everything. */
const rowsOf = (scope: DataElement['scope']) =>
  logframe.elements
    .filter((element) => element.scope === scope)
    .reduce((sum, element) => sum + (1 + cellsOf(element).length) * periodsOf(element), 0)

/** The part of them that is left when units open, close and stay silent. */
const SENT = 0.95

const place = (code: string, given: Partial<Place>): Place => ({
  code,
  name: code,
  aliases: [],
  kind: 'closed',
  programme: true,
  opened: null,
  closed: null,
  ...given,
})

/** Every second facility is the programme's; one in 17 opened and one in 29 closed while it ran. */
const facility = (index: number) =>
  place(`${regions[index % regions.length]}-F${index}`, {
    programme: index % 2 === 0,
    opened: index % 17 === 3 ? quarterStart(quarters[1 + (index % 9)] ?? '') : null,
    closed: index % 29 === 5 ? quarterEnd(quarters[5 + (index % 8)] ?? '') : null,
  })

/** The registers of three countries with as many facilities as it takes to send about so many facts. */
export function registersFor(facts: number): Registers {
  const above = countries.length * rowsOf('country') + regions.length * rowsOf('regions')
  const each = rowsOf('all-facilities') + rowsOf('programme-facilities') / 2
  const facilities = Math.max(2, Math.round((facts / SENT - above) / each))
  return {
    places: [
      ...countries.map((code) => place(code, { kind: 'country' })),
      ...regions.map((code) => place(code, { kind: 'region' })),
      ...Array.from({ length: facilities }, (_, index) => facility(index)),
    ],
    elements: logframe.elements,
    calendars: [...yearStarts].map(([country, yearStartMonth]) => ({ country, yearStartMonth })),
    submissions: countries.flatMap((country) =>
      quarters.map((quarter) => ({ country, quarter, due: quarterEnd(quarter), received: null })),
    ),
    publicFigures: [],
  }
}
