import type { Quarter } from '../../indicators/model/period.ts'
import type { SeriesBreak } from './chart.ts'

/** Quarters in order, and where the definition of what is shown for them changes. */
export type Broken = { quarters: readonly Quarter[]; breaks: readonly SeriesBreak[] }

/** The breaks within the quarters, each at the first of them that is of the new definition. */
export const breaksWithin = ({ quarters, breaks }: Broken): (SeriesBreak & { index: number })[] =>
  breaks
    .map((one) => ({ ...one, index: quarters.findIndex((quarter) => quarter >= one.quarter) }))
    .filter(({ index }) => index > 0)

/** Whether the definition changed between two quarters. */
export const isBroken = (breaks: readonly SeriesBreak[], from: Quarter, to: Quarter) =>
  breaks.some(({ quarter }) => quarter > from && quarter <= to)
