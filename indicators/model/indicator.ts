import { z } from 'zod'
import { Dimension } from './breakdown.ts'
import { Frequency, Sensitivity } from './data-element.ts'
import { Text } from './text.ts'

/** How the periods inside a window combine, per element, before geography. */
export const TimeRule = z.enum(['sum', 'last', 'mean_of_period_ends', 'max', 'min'])
export type TimeRule = z.infer<typeof TimeRule>

/** The stretch of time an indicator's value speaks of, ending with the quarter it is shown for. Half-years are of the calendar. */
export const OwnWindow = z.enum(['quarter', 'half_year', 'four_quarters', 'since_start'])
export type OwnWindow = z.infer<typeof OwnWindow>

/**
 * The windows a value can be asked for besides: a year of the calendar or of the country's own budget up to the
 * quarter, and an extension from the day after the planned end.
 */
export const WindowKind = z.enum([...OwnWindow.options, 'year', 'fiscal_year', 'extension'])
export type WindowKind = z.infer<typeof WindowKind>

/**
 * One element of a sum, with an optional fixed category (`TR_FIRST` with `sex: female`) and,
 * where `programmeOnly`, counting programme facilities alone.
 */
export const Term = z.strictObject({
  element: z.string(),
  only: z.partialRecord(Dimension, z.string()).optional(),
  programmeOnly: z.boolean().optional(),
})
export type Term = z.infer<typeof Term>
export const Operand = z.strictObject({ sum: z.array(Term).min(1), over: TimeRule })
export type Operand = z.infer<typeof Operand>

export const Formula = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), of: Operand }),
  z.strictObject({
    kind: z.literal('ratio'),
    numerator: Operand,
    denominator: Operand,
    scale: z.literal([1, 100, 1000, 100_000]),
  }),
  z.strictObject({ kind: z.literal('weighted_mean'), numerator: Operand, denominator: Operand }),
  /**
   * Different people. `people` are those of each period, one count per activity, and one person can be in several;
   * `firstTime` those of them never counted since the start; `base` all who could be. `disjointCountries` is false
   * where a person can be counted in two countries.
   */
  z.strictObject({
    kind: z.literal('persons_unique'),
    people: z.array(Term).min(1),
    firstTime: Term.optional(),
    base: Operand.optional(),
    disjointCountries: z.boolean().default(true),
  }),
  /** Steps taken one after the other; the element says how many are done. */
  z.strictObject({ kind: z.literal('milestone'), element: z.string(), steps: z.array(Text).min(1) }),
  z.strictObject({ kind: z.literal('facilities_with'), element: z.string() }),
  z.strictObject({ kind: z.literal('share_of_facilities'), element: z.string() }),
  z.strictObject({ kind: z.literal('ordinal'), element: z.string(), levels: z.array(Text).min(2) }),
  z.strictObject({ kind: z.literal('yes_no'), element: z.string() }),
  z.strictObject({ kind: z.literal('qualitative'), element: z.string() }),
  z.strictObject({ kind: z.literal('external'), element: z.string() }),
])
export type Formula = z.infer<typeof Formula>

/** How countries combine into the programme. `distribution` and `list_only` have no programme value. */
export const GeoRule = z.enum(['sum', 'ratio_of_sums', 'count_of_units', 'distribution', 'list_only'])
export type GeoRule = z.infer<typeof GeoRule>

export const Direction = z.enum(['increase', 'decrease', 'ceiling', 'floor', 'range', 'none'])
export type Direction = z.infer<typeof Direction>

export const TargetMode = z.enum(['cumulative', 'level', 'per_period', 'none'])

export const Path = z.enum(['linear', 'steps', 'end_only'])
export type Path = z.infer<typeof Path>

/**
 * What one version of an indicator says: a logframe indicator, or a context series (level `context`: no objective,
 * no target).
 *
 * `id` is permanent; `code` is what the printed logframe calls it. `breakdowns` are lists side by side, never crossed.
 * It holds from `since` until a later version does.
 */
export const Definition = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  code: z.string().regex(/^(GO|SO\d|OP\d\.\d|X|CTX)\.\d$/),
  level: z.enum(['impact', 'outcome', 'output', 'cross-cutting', 'context']),
  objectives: z.array(z.enum(['GO', 'SO1', 'SO2'])),
  area: z.enum(['FA1', 'FA2', 'FA3', 'FA4', 'all']),
  title: Text,
  definition: Text,
  /** The computation in words, for the page. */
  computation: Text,
  unit: z.enum(['number', 'percentage', 'per-1000', 'ratio', 'score', 'stage', 'yes-no', 'qualitative']),
  direction: Direction,
  /** Where a value should lie, both ends included; with direction `range` alone. */
  range: z.strictObject({ low: z.number(), high: z.number() }).optional(),
  formula: Formula,
  window: OwnWindow,
  geography: GeoRule,
  targetMode: TargetMode,
  path: Path,
  /** The share of expected countries from which on a programme figure is rated; all of them unless said. */
  minimumCoverage: z.number().min(0).max(1).optional(),
  /** How many of its own periods (quarters, half-years, years) a latest value may be carried. */
  staleness: z.int().min(0),
  /** The lowest level at which each split is published internally; `protect` decides on the public edition. */
  breakdowns: z.array(z.strictObject({ by: Dimension, levels: z.enum(['programme', 'country', 'region']) })),
  byRegion: z.boolean(),
  frequency: Frequency,
  sensitivity: Sensitivity,
  opsysProfile: z.enum(['A', 'B', 'C', 'manual']).optional(),
  sourceOfVerification: z.string(),
  assumption: z.string(),
  mapping: z.string(),
  /** `measure` names of publicly reported figures that speak to this indicator. */
  publicMeasures: z.array(z.string()),
  version: z.int().min(1),
  since: z.iso.date(),
})
export type Definition = z.infer<typeof Definition>

/** What may be different from one version of an indicator to the next; the rest makes it the same indicator. */
const Meaning = Definition.omit({
  id: true,
  code: true,
  level: true,
  objectives: true,
  area: true,
  publicMeasures: true,
  version: true,
  since: true,
})
export type Meaning = z.infer<typeof Meaning>
export const meanings = Object.keys(Meaning.shape) as (keyof Meaning)[]

/**
 * A version that no longer holds: what it said otherwise than the version after it (null for what it did not say),
 * and why that one took its place.
 */
export const EarlierDefinition = Meaning.partial().extend({
  range: Definition.shape.range.nullable(),
  opsysProfile: Definition.shape.opsysProfile.nullable(),
  version: Definition.shape.version,
  since: Definition.shape.since,
  reason: Text,
})
export type EarlierDefinition = z.infer<typeof EarlierDefinition>

/** An indicator: the definition that holds now, and the earlier ones, oldest first. */
export const Indicator = Definition.extend({ earlier: z.array(EarlierDefinition).min(1).optional() })
export type Indicator = z.infer<typeof Indicator>
