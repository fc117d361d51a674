import { z } from 'zod'
import { IsoDate } from './period.ts'
import { Country } from './place.ts'

/** A planned or starting value. A percentage keeps its pair, so that countries pool as Σ numerator ÷ Σ denominator. */
export const PlannedValue = z.strictObject({
  value: z.number(),
  numerator: z.number().optional(),
  denominator: z.number().positive().optional(),
})
export type PlannedValue = z.infer<typeof PlannedValue>

/**
 * The plan of one indicator in one country.
 *
 * `illustrative` is true for invented figures; a publicly reported one names its `source` instead.
 */
export const Plan = z.strictObject({
  country: Country,
  baseline: z.strictObject({ date: IsoDate, planned: PlannedValue.nullable() }),
  milestones: z.array(z.strictObject({ date: IsoDate, planned: PlannedValue })),
  target: z.strictObject({ date: IsoDate, planned: PlannedValue }).nullable(),
  illustrative: z.boolean(),
  source: z.string().optional(),
})
export type Plan = z.infer<typeof Plan>
