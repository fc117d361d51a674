import { loadLogframe } from '../../../indicators/logframe/read-logframe.ts'
import type { Observation } from '../../../indicators/model/observation.ts'
import { quarterEnd, quarterStart } from '../../../indicators/model/period.ts'
import type { Country, Place } from '../../../indicators/model/place.ts'
import { fillWarehouse } from '../../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { observed } from '../warehouse/observations.ts'

export const START = '2018-12-01'
export const { elements } = loadLogframe()

/** Two regions: a programme facility and a women's facility in the first, a juvenile programme facility in the second. */
const placesOf = (country: string) => {
  const place = (code: string, kind: Place['kind'], programme: boolean): Place => ({
    code: `${country}${code}`,
    name: `Place ${country}${code}`,
    aliases: [],
    kind,
    programme,
    opened: null,
    closed: null,
  })
  return [
    place('', 'country', true),
    place('-R1', 'region', true),
    place('-R1-01', 'closed', true),
    place('-R1-02', 'women', false),
    place('-R2', 'region', true),
    place('-R2-01', 'juvenile', true),
  ]
}

export const registersOf = (countries: readonly string[]) => ({
  slices: [],
  places: countries.flatMap(placesOf),
  elements,
  calendars: countries.map((country) => ({ country: country as Country, yearStartMonth: 1 })),
  submissions: [],
  publicFigures: [],
})

/** A warehouse in memory that knows these observations. */
export async function warehouseOf(observations: readonly Observation[], countries = ['KAZ']) {
  const db = await openWarehouse()
  await fillWarehouse(db, { ...registersOf(countries), observations })
  return db
}

const kindOf = new Map(elements.map(({ id, kind }) => [id, kind]))

/** `PP_STOCK@2021-Q1 KAZ-R1-01 sex=female 10` as an observation; the n-th line is read in cell Bn. */
export const readLines = (lines: readonly string[], file = 'staged.xlsx', country = 'KAZ') =>
  lines.map((line, index) => {
    const [what = '', where = '', ...rest] = line.split(' ')
    const [element = '', period = '2021-Q2'] = what.split('@')
    const value = rest.at(-1) ?? ''
    return observed({
      element,
      place: where.replace('KAZ', country),
      country: country as Country,
      ...periodOf(period),
      deliveredAs: kindOf.get(element) === 'flow' ? 'period' : 'as_of_date',
      cell: rest.length > 1 ? (rest[0] ?? '') : '',
      value: value === '–' ? null : Number(value),
      file,
      ref: `B${index + 1}`,
    })
  })

function periodOf(period: string) {
  const [year = '', part] = period.split('-')
  const [first, last] = { H1: [1, 2], H2: [3, 4] }[part ?? ''] ?? (part ? [part[1], part[1]] : [1, 4])
  return { periodStart: quarterStart(`${year}-Q${first}`), periodEnd: quarterEnd(`${year}-Q${last}`) }
}
