import { z } from 'zod'
import { Cell } from './breakdown.ts'
import { Coded } from './coded.ts'
import { TimeRule } from './indicator.ts'
import { IsoDate, Quarter } from './period.ts'
import { Country } from './place.ts'

/** One cell of an element as a formula asks for it. */
export const AskedMeasure = z.strictObject({
  measure: z.int(),
  element: z.string(),
  cell: Cell,
  programmeOnly: z.boolean(),
  rule: TimeRule,
  span: z.int(),
})
export type AskedMeasure = z.infer<typeof AskedMeasure>

/**
 * The days a measure is asked for, and the element's own periods that lie inside; `country` is null where all
 * countries have the same.
 */
export const AskedWindow = z.strictObject({
  span: z.int(),
  country: Country.nullable(),
  quarter: Quarter,
  opens: IsoDate,
  closes: IsoDate,
  freshFrom: IsoDate,
  lastFrom: IsoDate,
  firstSlot: z.int(),
  lastSlot: z.int(),
})
export type AskedWindow = z.infer<typeof AskedWindow>

/** Of different people: each activity period by period, newcomers, and all who could be. */
const AskedPeople = z.strictObject({
  activities: z.array(z.int()),
  firstTime: z.array(z.int()).nullable(),
  base: z.array(z.int()).nullable(),
})

const numbers = z.array(z.number().nullable())

/**
 * What one indicator's figures were computed from, element by element (internal edition only).
 *
 * Shape   `questions` name for each cell the measures of both sides; `parts` are columns, a row per measure, quarter
 *         and country or region. `awaited` are the reports not due yet on the day of the data, as `KAZ 2021-Q2`
 */
export const IndicatorEvidence = z.strictObject({
  indicator: z.string(),
  /** The definition they were computed by, and the quarters it was valid for. */
  version: z.int(),
  quarters: z.array(Quarter),
  measures: z.array(AskedMeasure),
  windows: z.array(AskedWindow),
  questions: z.array(
    z.strictObject({
      cell: Cell,
      of: z.array(z.int()),
      over: z.array(z.int()).nullable(),
      people: AskedPeople.nullable(),
    }),
  ),
  parts: z.strictObject({
    measure: z.array(z.int()),
    quarter: Coded,
    place: Coded,
    state: Coded,
    value: numbers,
    reported: numbers,
    expected: numbers,
    carried: z.array(z.int()),
  }),
  awaited: z.array(z.string()),
})
export type IndicatorEvidence = z.infer<typeof IndicatorEvidence>
