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
export type DatedValue = z.infer<typeof DatedValue>

const Aims = z.strictObject({
  baseline: DatedValue.nullable(),
  milestones: z.array(DatedValue),
  target: DatedValue.nullable(),
})

/** What is aimed at from a day on, whole: figures of quarters that end on or after `from` are judged by it. */
export const PlanRevision = Aims.extend({ from: IsoDate, reason: Text })
export type PlanRevision = z.infer<typeof PlanRevision>

/**
 * The plan of one indicator in one place, for one cell (the total unless said).
 *
 * Each of the `revisions`, oldest first, takes the place of what was aimed at before, from its day on. `extension`
 * moves the end without touching the original target. `illustrative` is true as long as any figure is invented;
 * `source` names the public figure behind the plan and says which part it is. A programme plan pooled from the
 * countries' says so with `pooled`.
 */
export const Plan = z.strictObject({
  place: PlaceCode,
  cell: Cell,
  ...Aims.shape,
  revisions: z.array(PlanRevision).optional(),
  extension: z.strictObject({ date: IsoDate, planned: PlannedValue, reason: Text }).nullable(),
  pooled: z.boolean(),
  illustrative: z.boolean(),
  source: z.string().optional(),
})
export type Plan = z.infer<typeof Plan>

/** The plan that holds on a day, as if it had never been another. */
export function planOn({ revisions = [], ...first }: Plan, day: string): Plan {
  const held = revisions.findLast(({ from }) => from <= day)
  if (!held) return first
  const { baseline, milestones, target } = held
  return { ...first, baseline, milestones, target }
}
