import { z } from 'zod'
import { Cell } from './breakdown.ts'
import { IsoDate } from './period.ts'
import { PlaceCode } from './place.ts'
import { Text } from './text.ts'

/** A planned or starting value. A percentage keeps its pair, so that countries pool as Σ numerator ÷ Σ denominator. */
export const PlannedValue = z.strictObject({
  value: z.number(),
  numerator: z.number().optional(),
  denominator: z.number().positive().optional(),
})
export type PlannedValue = z.infer<typeof PlannedValue>

export const DatedValue = z.strictObject({ date: IsoDate, planned: PlannedValue })

/**
 * The plan of one indicator in one place, for one cell (the total unless said).
 *
 * `extension` moves the end without touching the original target. `illustrative` is true as long as any
 * figure is invented; `source` names the public figure behind the plan and says which part it is. A programme
 * plan pooled from the countries' says so with `pooled`.
 */
export const Plan = z.strictObject({
  place: PlaceCode,
  cell: Cell,
  baseline: z.strictObject({ date: IsoDate, planned: PlannedValue }).nullable(),
  milestones: z.array(DatedValue),
  target: DatedValue.nullable(),
  extension: z.strictObject({ date: IsoDate, planned: PlannedValue, reason: Text }).nullable(),
  pooled: z.boolean(),
  illustrative: z.boolean(),
  source: z.string().optional(),
})
export type Plan = z.infer<typeof Plan>
