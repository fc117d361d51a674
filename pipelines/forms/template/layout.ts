import { type Cell, parseCell, TOTAL } from '../../../indicators/model/breakdown.ts'
import { cellsOf, type DataElement, type Frequency } from '../../../indicators/model/data-element.ts'
import { type Quarter, quarterAfter, quarterEnd, quarterStart } from '../../../indicators/model/period.ts'
import { type Country, type Place, placeLevel } from '../../../indicators/model/place.ts'
import type { Sources } from '../../stages/map/load-sources.ts'
import type { Mapping } from '../../stages/map/mapping.ts'

/** `report`: the id of one of the country's reports, or ALL_FIGURES. */
export type TemplateRequest = { country: Country; quarter: Quarter; report: string }

/** The form for everything due in a quarter, and the mapping it is read by. */
export const ALL_FIGURES = 'ALL-template'

/** What one cell of a form asks for. `key` is what its hidden header says: `PP_STOCK sex=female`. */
export type Asked = { key: string; element: DataElement; cell: Cell }

/** One sheet of a form. A wide one has a row for each place; a long one a row for each thing asked of the country. */
export type TemplateSheet = {
  scope: DataElement['scope']
  frequency: Frequency
  /** Facilities or regions, in the order of the register; none on a long sheet. */
  places: readonly Place[]
  asked: readonly Asked[]
  /** First and last day, and how the period column writes it. */
  period: { start: string; end: string; text: string }
}

const frequencies = ['quarterly', 'six-monthly', 'annual'] as const
const scopes = ['all-facilities', 'programme-facilities', 'regions', 'country'] as const

/**
 * What a country is asked for a quarter, by frequency and level.
 *
 * Shape   none where nothing is due; in the order of the logframe, women and men before the total
 */
export function templateSheets(request: TemplateRequest, sources: Sources): TemplateSheet[] {
  const elements = [...sources.elements.values()].filter(isIn(request, sources))
  return frequencies.flatMap((frequency) => {
    const period = periodOf(frequency, request.quarter)
    if (!period) return []
    return scopes.flatMap((scope) => {
      const asked = elements
        .filter((one) => one.scope === scope && one.frequency === frequency)
        .flatMap(cellsAsked)
      const places = placesIn(scope, sources.places[request.country], period)
      return asked.length > 0 && (scope === 'country' || places.length > 0)
        ? [{ scope, frequency, places, asked, period }]
        : []
    })
  })
}

export const isLong = ({ scope }: TemplateSheet) => scope === 'country'

function isIn({ report }: TemplateRequest, { mappings }: Sources) {
  if (report === ALL_FIGURES) return () => true
  const mapping = mappings.find(({ id }) => id === report)
  const named = new Set(mapping ? elementsOf(mapping) : [])
  return ({ id }: DataElement) => named.has(id)
}

/** The data elements a report asks for. */
export const elementsOf = ({ tables }: Mapping): string[] => {
  const meanings = tables.flatMap(({ columns, measure }) => [
    ...columns,
    ...Object.values(measure?.labels ?? {}),
  ])
  return [...new Set(meanings.flatMap(({ element }) => element ?? []))]
}

function cellsAsked(element: DataElement): Asked[] {
  const cells = cellsOf(element).filter((cell) => parseCell(cell).sex !== 'unknown')
  const bySex = (cell: Cell) => cell === 'sex=female' || cell === 'sex=male'
  return [...cells.filter(bySex), TOTAL, ...cells.filter((cell) => !bySex(cell))].map((cell) => ({
    key: `${element.id} ${cell}`.trim(),
    element,
    cell,
  }))
}

function placesIn(
  scope: DataElement['scope'],
  places: readonly Place[],
  { start, end }: TemplateSheet['period'],
) {
  if (scope === 'country') return []
  const level = scope === 'regions' ? 'region' : 'facility'
  return places.filter(
    ({ code, programme, opened, closed }) =>
      placeLevel(code) === level &&
      (scope !== 'programme-facilities' || programme) &&
      (opened ?? '') <= end &&
      (closed ?? '9999') >= start,
  )
}

/** Half-years are asked for in the second and fourth quarter, years in the fourth. */
export function periodOf(frequency: Frequency, quarter: Quarter): TemplateSheet['period'] | null {
  const year = quarter.slice(0, 4)
  const number = Number(quarter.slice(6))
  const end = quarterEnd(quarter)
  if (frequency === 'quarterly') return { start: quarterStart(quarter), end, text: `Q${number} ${year}` }
  if (frequency === 'six-monthly' && number % 2 === 0)
    return { start: quarterStart(quarterAfter(quarter, -1)), end, text: `H${number / 2} ${year}` }
  return frequency === 'annual' && number === 4 ? { start: `${year}-01-01`, end, text: year } : null
}

/** The period of the same length just before; null where none ends with the quarter. */
export function periodBefore(frequency: Frequency, quarter: Quarter) {
  const steps = { quarterly: 1, 'six-monthly': 2, annual: 4 }[frequency]
  return periodOf(frequency, quarterAfter(quarter, -steps))
}
