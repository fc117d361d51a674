import { z } from 'zod'
import { Cell } from './breakdown.ts'
import { Formula, GeoRule, Indicator, OwnWindow, TimeRule } from './indicator.ts'
import { IsoDate, Quarter } from './period.ts'
import { PlaceCode } from './place.ts'
import { Bounds, LineageRow, PlaceName, ReleasedValue, ReleaseLabel } from './released.ts'
import { Text } from './text.ts'
import { ValueState } from './value-state.ts'

/** A count has a value only; a rate has two sides. Different people have newcomers and all who could be beside it. */
export const sideNames = ['value', 'numerator', 'denominator', 'first_time', 'base'] as const
export const SideName = z.enum(sideNames)
export type SideName = z.infer<typeof SideName>

/**
 * Why something is not in a figure.
 *
 * `straddles` a period crosses the window's edge; `cut` a stretch that could not be taken apart does; `stale` older than
 * a latest value may be; `superseded` a later word of the same unit and
 * period counts; `closed` the unit was no longer open;
 * `covered` another reading stands for the period
 */
export const Exclusion = z.enum([
  'missing',
  'withheld',
  'not_applicable',
  'not_due',
  'straddles',
  'cut',
  'stale',
  'superseded',
  'closed',
  'covered',
])
export type Exclusion = z.infer<typeof Exclusion>

/** What one element came to in one country or region. `excused` and `withheld` are periods of units, as coverage is. */
export const ElementPart = z.strictObject({
  place: PlaceCode,
  state: ValueState,
  value: z.number().nullable(),
  reported: z.int(),
  expected: z.int(),
  excused: z.int(),
  withheld: z.int(),
  carried: z.boolean(),
})
export type ElementPart = z.infer<typeof ElementPart>

/** One element of a side; `parts` are the figure's own place, or the countries behind the programme. */
export const ExplainedTerm = z.strictObject({
  element: z.string(),
  title: Text,
  cell: Cell,
  programmeOnly: z.boolean(),
  /** How its periods combine; null where the kind of formula says it. */
  rule: TimeRule.nullable(),
  parts: z.array(ElementPart),
})
export type ExplainedTerm = z.infer<typeof ExplainedTerm>

export const ExplainedSide = z.strictObject({
  side: SideName,
  value: z.number().nullable(),
  terms: z.array(ExplainedTerm),
})
export type ExplainedSide = z.infer<typeof ExplainedSide>

/** A country of a programme figure: its own figure, whether it entered, and if not why. */
export const CountryShare = ReleasedValue.omit({ quarter: true, cell: true }).extend({
  name: z.string(),
  entered: z.boolean(),
  /** `one_side`: only the numerator or only the denominator is known. */
  why: z.enum(['missing', 'withheld', 'not_due', 'not_applicable', 'one_side']).nullable(),
})
export type CountryShare = z.infer<typeof CountryShare>

const Addend = z.strictObject({ place: PlaceCode, name: z.string(), value: z.number() })

/**
 * One step of a calculation, with its numbers; `result` follows from the others.
 *
 * Shape   `units`: each unit's value is `weight` × the sum of its readings. `rest`: what the named cells leave of the
 *         total. `reported`: how many units answered. `stages`: how many there
 *         are. `answers`: countries with yes. `people`, `bounds`: where the number of different people lies
 */
export const Step = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('units'),
    side: SideName,
    element: z.string(),
    cell: Cell,
    rule: TimeRule,
    addends: z.array(Addend.extend({ readings: z.array(z.number()), weight: z.number() })),
    result: z.number(),
    reported: z.int(),
    expected: z.int(),
  }),
  z.strictObject({
    kind: z.literal('elements'),
    side: SideName,
    addends: z.array(z.strictObject({ element: z.string(), cell: Cell, value: z.number() })),
    result: z.number(),
  }),
  z.strictObject({
    kind: z.literal('countries'),
    side: SideName,
    addends: z.array(Addend),
    result: z.number(),
  }),
  z.strictObject({
    kind: z.literal('rest'),
    side: SideName,
    total: z.number(),
    named: z.array(z.strictObject({ cell: Cell, value: z.number() })),
    result: z.number(),
  }),
  z.strictObject({ kind: z.literal('reported'), element: z.string(), result: z.int() }),
  z.strictObject({ kind: z.literal('stages'), result: z.int() }),
  z.strictObject({
    kind: z.literal('people'),
    counts: z.array(z.strictObject({ element: z.string(), quarter: Quarter, value: z.number() })),
    /** Whether every activity and period was counted: only then is their sum an upper end. */
    whole: z.boolean(),
    newcomers: z.number().nullable(),
    base: z.number().nullable(),
    ...Bounds.shape,
  }),
  z.strictObject({
    kind: z.literal('bounds'),
    addends: z.array(z.strictObject({ place: PlaceCode, name: z.string(), ...Bounds.shape })),
    disjoint: z.boolean(),
    ...Bounds.shape,
  }),
  z.strictObject({ kind: z.literal('answers'), yes: z.int(), of: z.int(), result: z.int() }),
  z.strictObject({
    kind: z.literal('divide'),
    scale: z.number(),
    numerator: z.number(),
    denominator: z.number(),
    result: z.number(),
  }),
])
export type Step = z.infer<typeof Step>

/** Something left out, with the cell it was read in where it was read at all. */
export const Excluded = z.strictObject({
  why: Exclusion,
  side: SideName,
  element: z.string(),
  cell: Cell,
  place: PlaceCode,
  placeName: z.string(),
  periodStart: IsoDate,
  periodEnd: IsoDate,
  at: z.strictObject({ file: z.string(), sheet: z.string(), ref: z.string() }).nullable(),
})
export type Excluded = z.infer<typeof Excluded>

/** A reading that counts in a figure, with the side it counts in. */
export const CountedReading = LineageRow.extend({ side: SideName })
export type CountedReading = z.infer<typeof CountedReading>

/**
 * One published figure taken apart.
 *
 * Shape   in the public edition `parts` and `excluded` are empty and `lineage` is null: it holds nothing that the
 *         public figures do not say
 */
export const Explanation = z.strictObject({
  release: ReleaseLabel,
  indicator: Indicator.pick({
    id: true,
    code: true,
    title: true,
    unit: true,
    definition: true,
    computation: true,
  }),
  /** The definition that was valid for the quarter. */
  version: z.int(),
  since: IsoDate,
  formula: Formula,
  geography: GeoRule,
  window: z.strictObject({ kind: OwnWindow, first: IsoDate, last: IsoDate }),
  place: PlaceName,
  quarter: Quarter,
  cell: Cell,
  value: ReleasedValue,
  sides: z.array(ExplainedSide),
  /** Of a programme figure; empty for all others. */
  countries: z.array(CountryShare),
  excluded: z.array(Excluded),
  steps: z.array(Step),
  lineage: z.array(CountedReading).nullable(),
})
export type Explanation = z.infer<typeof Explanation>

/** A figure a cell was used for: `use` is `counted`, or why it was left out. */
export const FedFigure = ReleasedValue.extend({
  indicator: z.string(),
  code: z.string(),
  /** Of the definition the figure was computed by. */
  unit: Indicator.shape.unit,
  use: z.union([z.literal('counted'), Exclusion]),
})
export type FedFigure = z.infer<typeof FedFigure>

/**
 * What one cell of a file was read as, and every figure that comes of it (internal edition only).
 *
 * Shape   a cell is read once or more: a total that is also less the women gives the men
 */
export const CellUse = z.strictObject({
  release: ReleaseLabel,
  file: z.string(),
  fileHash: z.string(),
  sheet: z.string(),
  ref: z.string(),
  readings: z.array(z.strictObject({ reading: LineageRow, title: Text, figures: z.array(FedFigure) })),
  indicators: z.array(Indicator.pick({ id: true, code: true, title: true })),
  /** Names of the places with figures. */
  names: z.record(PlaceCode, z.string()),
})
export type CellUse = z.infer<typeof CellUse>
