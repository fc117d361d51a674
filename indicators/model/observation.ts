import { z } from 'zod'
import { Cell } from './breakdown.ts'
import { IsoDate } from './period.ts'
import { Country, PlaceCode } from './place.ts'
import { DeliveredState } from './value-state.ts'

/** How the source counts. */
export const DeliveredAs = z.enum(['period', 'year_to_date', 'since_start', 'as_of_date'])
export type DeliveredAs = z.infer<typeof DeliveredAs>

/**
 * Where a value was read: the file's SHA-256, its name, the sheet (empty in a CSV) and the cell in A1 form.
 * A derived value names its parts: `C7-D7`, `D7+E7`.
 */
export const Lineage = z.strictObject({
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  file: z.string(),
  sheet: z.string(),
  ref: z.string(),
  mapping: z.string(),
})
export type Lineage = z.infer<typeof Lineage>

/**
 * One value as a country delivered it, before any computing.
 *
 * Shape   one per (element, place, period, cell) in a slice; each element is delivered at one level per country and period
 * Unit    whole persons, events or items; 0/1 for yes/no; 0–5 for stages
 */
export const Observation = z.strictObject({
  element: z.string(),
  country: Country,
  place: PlaceCode,
  periodStart: IsoDate,
  periodEnd: IsoDate,
  deliveredAs: DeliveredAs,
  cell: Cell,
  state: DeliveredState,
  value: z.number().nullable(),
  text: z.string().nullable(),
  /** True where the mapping computed the value from cells of the same row (men = total − women). */
  derived: z.boolean(),
  lineage: Lineage,
})
export type Observation = z.infer<typeof Observation>
