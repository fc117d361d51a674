import { z } from 'zod'
import { Cell, TOTAL } from '../../../indicators/model/breakdown.ts'
import { cellsOf, type DataElement } from '../../../indicators/model/data-element.ts'
import { IsoDate, Quarter } from '../../../indicators/model/period.ts'
import { type Country, type Place, PlaceCode } from '../../../indicators/model/place.ts'
import { DeliveredState } from '../../../indicators/model/value-state.ts'

/** What stands in a cell: a number, or why there is none. */
const Standing = z.union([z.number().min(0), DeliveredState.exclude(['observed'])])

/**
 * A delivered value that is known to be wrong, put right by decision: `corrections.yaml` beside a country's
 * descriptions. The file stays as it came. It is applied where the file says `was`, and to nothing else.
 */
export const Correction = z.strictObject({
  element: z.string(),
  place: PlaceCode,
  /** The quarter in which the value's period ends. */
  period: Quarter,
  cell: Cell.default(TOTAL),
  was: Standing,
  becomes: Standing,
  reason: z.string().min(1),
  date: IsoDate,
  who: z.string().min(1),
})
export type Correction = z.infer<typeof Correction>

type Misfit = { path: PropertyKey[]; message: string }
type Known = { country: Country; places: readonly Place[]; elements: ReadonlyMap<string, DataElement> }

/** What its schema cannot see in a list of corrections: what it is about does not exist, or it changes nothing. */
export function checkCorrections(
  corrections: readonly Correction[],
  { country, places, elements }: Known,
): Misfit[] {
  const misfits: Misfit[] = []
  const known = new Set<string>(places.map(({ code }) => code))
  const said = new Set<string>()
  for (const [index, { element: id, place, period, cell, was, becomes }] of corrections.entries()) {
    const add = (field: string, message: string) => misfits.push({ path: [index, field], message })
    const element = elements.get(id)
    if (!element) add('element', `there is no data element ${id}`)
    else if (cell !== TOTAL && !cellsOf(element).includes(cell)) add('cell', `${id} is not split by ${cell}`)
    if (!known.has(place)) add('place', `${country} has no place ${place}`)
    if (was === becomes) add('becomes', 'it is what it was')
    const key = [id, place, period, cell, was].join('|')
    if (said.has(key)) add('was', 'the same value is corrected twice')
    said.add(key)
  }
  return misfits
}
