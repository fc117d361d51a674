import { z } from 'zod'
import { Dimension } from './breakdown.ts'
import { Frequency, Sensitivity } from './data-element.ts'
import { Text } from './text.ts'

/** How periods combine into a window. */
export const TimeRule = z.enum([
  'sum_since_start',
  'sum_period',
  'sum_year',
  'sum_four_quarters',
  'last',
  'mean_of_four_quarters',
])
export type TimeRule = z.infer<typeof TimeRule>

/**
 * One element of a sum, with an optional fixed category (`TR_FIRST` with `sex=female`) and,
 * where `programmeOnly`, counting programme facilities alone.
 */
export const Term = z.strictObject({
  element: z.string(),
  only: z.record(z.string(), z.string()).optional(),
  programmeOnly: z.boolean().optional(),
})
export const Operand = z.strictObject({ sum: z.array(Term).min(1), over: TimeRule })
export type Operand = z.infer<typeof Operand>

export const Formula = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), of: Operand }),
  z.strictObject({
    kind: z.literal('ratio'),
    numerator: Operand,
    denominator: Operand,
    scale: z.number().positive(),
  }),
  z.strictObject({
    kind: z.literal('weighted_mean'),
    numerator: Operand,
    denominator: Operand,
    scale: z.literal(1),
  }),
  z.strictObject({ kind: z.literal('facilities_with'), element: z.string() }),
  z.strictObject({ kind: z.literal('share_of_facilities'), element: z.string(), scale: z.literal(100) }),
  z.strictObject({ kind: z.literal('ordinal'), element: z.string(), levels: z.array(Text).min(2) }),
  z.strictObject({ kind: z.literal('yes_no'), element: z.string() }),
  z.strictObject({ kind: z.literal('qualitative'), element: z.string() }),
  z.strictObject({ kind: z.literal('external'), element: z.string() }),
])
export type Formula = z.infer<typeof Formula>

export const GeoRule = z.enum(['sum', 'ratio_of_sums', 'count_of_units', 'distribution', 'list_only'])
export const Direction = z.enum(['increase', 'decrease', 'none'])
export type Direction = z.infer<typeof Direction>

/**
 * One logframe indicator (or a context series, which has no objective and no target).
 *
 * `id` is permanent; `code` is what the printed logframe calls it.
 */
export const Indicator = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  code: z.string(),
  level: z.enum(['impact', 'outcome', 'output', 'cross-cutting', 'context']),
  objectives: z.array(z.enum(['GO', 'SO1', 'SO2'])),
  area: z.enum(['FA1', 'FA2', 'FA3', 'FA4', 'all']),
  title: Text,
  definition: Text,
  unit: z.enum(['number', 'percentage', 'per-1000', 'score', 'stage', 'yes-no', 'qualitative']),
  direction: Direction,
  formula: Formula,
  geography: GeoRule,
  targetMode: z.enum(['cumulative', 'level', 'none']),
  path: z.enum(['linear', 'steps', 'end_only']),
  /** How many quarters a latest value may be carried. */
  staleness: z.number().int().min(0),
  breakdowns: z.array(z.strictObject({ by: Dimension, levels: z.enum(['programme', 'country', 'region']) })),
  byRegion: z.boolean(),
  frequency: Frequency,
  sensitivity: Sensitivity,
  opsysProfile: z.enum(['A', 'B', 'C', 'manual']).optional(),
  sourceOfVerification: z.string(),
  assumption: z.string(),
  mapping: z.string(),
  context: z.array(z.string()).optional(),
  version: z.number().int().min(1),
  since: z.iso.date(),
})
export type Indicator = z.infer<typeof Indicator>
