import { z } from 'zod'
import { Cell } from './breakdown.ts'
import { DefinitionBreak } from './definition-history.ts'
import { Indicator } from './indicator.ts'
import { ResultStatement } from './logframe.ts'
import { IsoDate, Quarter } from './period.ts'
import { PlaceCode } from './place.ts'
import { Plan } from './target.ts'
import { Text } from './text.ts'
import { ValueState } from './value-state.ts'

export const Edition = z.enum(['public', 'internal'])
export type Edition = z.infer<typeof Edition>

export const statuses = [
  'met',
  'on_track',
  'at_risk',
  'off_track',
  'reversed',
  'not_due',
  'not_rated',
  'no_data',
] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

/** How many of the parts expected were reported. The programme counts countries; a country counts units × periods. */
export const Coverage = z.strictObject({ reported: z.int(), expected: z.int() })
export type Coverage = z.infer<typeof Coverage>

/**
 * Progress measures, unclipped; proportions (1 = 100 %), and in the indicator's unit: `targetToDate`, the last aim that
 * is due; `planned` for the day; `plannedInPeriod`, what a plan that grows adds in the period; `gap`.
 */
export const Progress = z.strictObject({
  baseline: z.number().nullable(),
  baselineDate: IsoDate.nullable(),
  nextMilestone: z.number().nullable(),
  nextMilestoneDate: IsoDate.nullable(),
  target: z.number().nullable(),
  targetDate: IsoDate.nullable(),
  attainment: z.number().nullable(),
  toFinal: z.number().nullable(),
  toMilestone: z.number().nullable(),
  targetToDate: z.number().nullable(),
  planned: z.number().nullable(),
  plannedInPeriod: z.number().nullable(),
  planRatio: z.number().nullable(),
  gap: z.number().nullable(),
})
export type Progress = z.infer<typeof Progress>

/** Where a number that nobody knows exactly lies; no upper end where none is known. */
export const Bounds = z.strictObject({ low: z.number(), high: z.number().nullable() })
export type Bounds = z.infer<typeof Bounds>

/**
 * One value of one indicator as a release shows it.
 *
 * Shape   one per (place, quarter, cell), for the indicator's own window ending with that quarter; only quarters due by its frequency
 * Unit    the indicator's; percentages 0–100. `value`, `numerator`, `denominator` are null unless `state` is observed.
 *         Different people that can only be bounded have `bounds` and no `value`.
 *         yes/no: 1 or 0, and for the programme numerator countries with yes of denominator countries; qualitative: number of verified stories
 * `partial` some part is missing (a partial count is a lower bound); `carried` a latest value older than the quarter
 */
export const ReleasedValue = z.strictObject({
  place: PlaceCode,
  quarter: Quarter,
  cell: Cell,
  state: ValueState,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  bounds: Bounds.optional(),
  partial: z.boolean(),
  carried: z.boolean(),
  coverage: Coverage.nullable(),
})
export type ReleasedValue = z.infer<typeof ReleasedValue>

/** Where an indicator stands in one place at one quarter's end: its total, and every cell that has a plan of its own. */
export const Standing = z.strictObject({
  place: PlaceCode,
  quarter: Quarter,
  cell: Cell,
  status: Status,
  progress: Progress,
})
export type Standing = z.infer<typeof Standing>

/** A publicly reported figure: real data, with its source, shown beside the indicators it speaks to. */
export const PublicFigure = z.strictObject({
  country: z.string(),
  asOf: IsoDate,
  measure: z.string(),
  value: z.number(),
  unit: z.string(),
  sex: z.string(),
  precision: z.string(),
  source: z.string(),
})
export type PublicFigure = z.infer<typeof PublicFigure>

/** Which release a view belongs to. `id` is the address pin (`?v=`): the date and the first digits of the hash. */
export const ReleaseLabel = z.strictObject({
  id: z.string(),
  edition: Edition,
  /** The last quarter with data; all "latest" figures are of this quarter. */
  quarter: Quarter,
  dataAsOf: IsoDate,
  illustrative: z.boolean(),
})
export type ReleaseLabel = z.infer<typeof ReleaseLabel>

export const PlaceName = z.strictObject({ code: PlaceCode, name: z.string() })
export type PlaceName = z.infer<typeof PlaceName>

/** Everything a release says of one indicator. */
export const IndicatorView = z.strictObject({
  release: ReleaseLabel,
  indicator: Indicator,
  /** Where the definition changed within the quarters of the release, oldest first. */
  breaks: z.array(DefinitionBreak),
  /** Programme plan (pooled) first, then the countries'. */
  plans: z.array(Plan),
  /** Programme, countries, then regions where the edition has them. */
  places: z.array(PlaceName),
  quarters: z.array(Quarter),
  values: z.array(ReleasedValue),
  standings: z.array(Standing),
  publicFigures: z.array(PublicFigure),
})
export type IndicatorView = z.infer<typeof IndicatorView>

/** One line of a logframe table: everything an overview needs of an indicator. */
export const IndicatorSummary = z.strictObject({
  id: z.string(),
  code: z.string(),
  level: Indicator.shape.level,
  objectives: Indicator.shape.objectives,
  area: Indicator.shape.area,
  title: Text,
  unit: Indicator.shape.unit,
  direction: Indicator.shape.direction,
  sensitivity: Indicator.shape.sensitivity,
  /** Programme first, then the three countries: the total at the indicator's last due quarter. */
  latest: z.array(ReleasedValue),
  standings: z.array(Standing),
  /** The standings one release quarter earlier, for "changed since". */
  previousStandings: z.array(Standing),
  /** Programme and countries by sex at the same quarter; empty where the indicator has no sex split. */
  bySex: z.array(ReleasedValue),
  /** The programme's and countries' totals over all quarters, for sparklines. */
  trend: z.array(ReleasedValue),
})
export type IndicatorSummary = z.infer<typeof IndicatorSummary>

/** A dated public event, for the updates feed. `date` is ISO at the precision known (`2018-12`, `2019-03-26`); `label` as published. */
export const Update = z.strictObject({
  date: z.string(),
  label: z.string(),
  country: z.string(),
  fact: Text,
  areas: z.array(z.enum(['FA1', 'FA2', 'FA3', 'FA4'])),
  source: z.string().optional(),
})
export type Update = z.infer<typeof Update>

/** Who reported: one per country and quarter. */
export const Completeness = z.strictObject({
  country: PlaceCode,
  quarter: Quarter,
  reported: z.int(),
  expected: z.int(),
  /** Days after the deadline; negative is early, null where nothing was received. */
  daysLate: z.int().nullable(),
})
export type Completeness = z.infer<typeof Completeness>

const Shown = z.strictObject({ shown: z.int().min(0), of: z.int().min(0) })
/** How many of the figures of a level an edition shows; the others are withheld to protect people. */
export const ShownShare = z.strictObject({
  level: z.enum(['programme', 'country', 'region']),
  all: Shown,
  women: Shown,
})
export type ShownShare = z.infer<typeof ShownShare>

/** The view every page starts from. */
export const ProgrammeView = z.strictObject({
  release: ReleaseLabel,
  protection: z.array(ShownShare),
  chain: z.array(ResultStatement),
  indicators: z.array(IndicatorSummary),
  completeness: z.array(Completeness),
  updates: z.array(Update),
  publicFigures: z.array(PublicFigure),
})
export type ProgrammeView = z.infer<typeof ProgrammeView>

/** What became of a delivered value: a running total is taken apart, less the readings named. */
export const NormalisedFact = z.strictObject({
  periodStart: IsoDate,
  periodEnd: IsoDate,
  value: z.number().nullable(),
  less: z.array(
    z.strictObject({ file: z.string(), sheet: z.string(), ref: z.string(), value: z.number().nullable() }),
  ),
})
export type NormalisedFact = z.infer<typeof NormalisedFact>

/**
 * One delivered value behind a figure, with the place it was read (internal edition only).
 *
 * `fact` is null where another reading stands for the period.
 */
export const LineageRow = z.strictObject({
  element: z.string(),
  place: PlaceCode,
  placeName: z.string(),
  cell: Cell,
  periodStart: IsoDate,
  periodEnd: IsoDate,
  deliveredAs: z.string(),
  state: ValueState,
  value: z.number().nullable(),
  derived: z.boolean(),
  file: z.string(),
  sheet: z.string(),
  ref: z.string(),
  mapping: z.string(),
  fact: NormalisedFact.nullable(),
})
export type LineageRow = z.infer<typeof LineageRow>

/** What was delivered for one indicator in one quarter. Sums over several quarters rest on the earlier quarters' views as well. */
export const LineageView = z.strictObject({
  release: ReleaseLabel,
  indicator: z.string(),
  quarter: Quarter,
  rows: z.array(LineageRow),
})
export type LineageView = z.infer<typeof LineageView>
