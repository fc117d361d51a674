import { z } from 'zod'
import { Cell } from './breakdown.ts'
import { Indicator } from './indicator.ts'
import { IsoDate, Quarter } from './period.ts'
import { PlaceCode } from './place.ts'
import { Plan } from './target.ts'
import { Text } from './text.ts'
import { ValueState } from './value-state.ts'

export const Edition = z.enum(['public', 'internal'])
export type Edition = z.infer<typeof Edition>

export const Status = z.enum([
  'met',
  'on_track',
  'at_risk',
  'off_track',
  'reversed',
  'no_data',
  'not_due',
  'not_rated',
])
export type Status = z.infer<typeof Status>

/** How many of the parts expected were reported: countries for the programme, facilities or returns for a country. */
export const Coverage = z.strictObject({ reported: z.number().int(), expected: z.number().int() })

/** Progress measures, unclipped. All null where a state forbids them; proportions (1 = 100 %). */
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
  planned: z.number().nullable(),
  planRatio: z.number().nullable(),
  gap: z.number().nullable(),
})
export type Progress = z.infer<typeof Progress>

/**
 * One value of one indicator as a release shows it.
 *
 * Shape   one per (indicator, place, quarter, cell); to date, by the indicator's own time rule, at the quarter's end
 * Unit    the indicator's; percentages 0–100. `value`, `numerator`, `denominator` are null unless `state` is observed
 */
export const ReleasedValue = z.strictObject({
  place: PlaceCode,
  quarter: Quarter,
  cell: Cell,
  state: ValueState,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  partial: z.boolean(),
  carried: z.boolean(),
  coverage: Coverage.nullable(),
})
export type ReleasedValue = z.infer<typeof ReleasedValue>

/** Where an indicator stands in one place at one quarter's end. */
export const Standing = z.strictObject({
  place: PlaceCode,
  quarter: Quarter,
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

export const IndicatorView = z.strictObject({
  indicator: Indicator,
  plans: z.array(Plan),
  places: z.array(PlaceCode),
  quarters: z.array(Quarter),
  values: z.array(ReleasedValue),
  standings: z.array(Standing),
  publicFigures: z.array(PublicFigure),
})
export type IndicatorView = z.infer<typeof IndicatorView>

/** One line of a logframe table: everything an overview needs of an indicator, at the latest quarter. */
export const IndicatorSummary = z.strictObject({
  id: z.string(),
  code: z.string(),
  level: Indicator.shape.level,
  objectives: Indicator.shape.objectives,
  area: Indicator.shape.area,
  title: Text,
  unit: Indicator.shape.unit,
  direction: Indicator.shape.direction,
  /** Programme first, then the three countries: the total at the release's quarter. */
  latest: z.array(ReleasedValue),
  standings: z.array(Standing),
  /** Programme and countries by sex at the release's quarter; empty where the indicator has no sex split. */
  bySex: z.array(ReleasedValue),
  /** The programme's and countries' totals over all quarters, for sparklines. */
  trend: z.array(ReleasedValue),
})
export type IndicatorSummary = z.infer<typeof IndicatorSummary>

/** A dated public event, for the updates feed. */
export const Update = z.strictObject({
  date: z.string(),
  country: z.string(),
  fact: z.string(),
  source: z.string().optional(),
})
export type Update = z.infer<typeof Update>

export const ResultStatement = z.strictObject({
  code: z.string(),
  level: z.enum(['impact', 'outcome', 'output', 'cross-cutting']),
  statement: Text,
  assumption: Text,
})
export type ResultStatement = z.infer<typeof ResultStatement>

/** Who reported: one per country and quarter. */
export const Completeness = z.strictObject({
  country: z.string(),
  quarter: Quarter,
  reported: z.number().int(),
  expected: z.number().int(),
  late: z.boolean(),
})

/** The page every other page is reached from. */
export const ProgrammeView = z.strictObject({
  release: z.strictObject({
    id: z.string(),
    edition: Edition,
    dataAsOf: IsoDate,
    quarter: Quarter,
    publishedAt: z.string(),
    illustrative: z.boolean(),
  }),
  chain: z.array(ResultStatement),
  indicators: z.array(IndicatorSummary),
  completeness: z.array(Completeness),
  updates: z.array(Update),
  publicFigures: z.array(PublicFigure),
})
export type ProgrammeView = z.infer<typeof ProgrammeView>
