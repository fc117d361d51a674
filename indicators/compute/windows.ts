import type { Frequency } from '../model/data-element.ts'
import type { Indicator, WindowKind } from '../model/indicator.ts'
import { type Quarter, quarterAfter, quarterEnd, quarterStart } from '../model/period.ts'

const quartersIn: Record<Frequency, number> = { quarterly: 1, 'six-monthly': 2, annual: 4 }

/** The months of a data element's own period. */
export const monthsIn = (frequency: Frequency) => quartersIn[frequency] * 3

/** Whether an indicator of this frequency has a value for a quarter: annual in Q4, six-monthly in Q2 and Q4. */
export const isDue = (frequency: Frequency, quarter: Quarter) =>
  Number(quarter.slice(6)) % quartersIn[frequency] === 0

export type Timing = Pick<Indicator, 'window' | 'frequency' | 'staleness'>

/**
 * The stretch of time one value speaks of.
 *
 * Shape   `firstSlot` to `lastSlot`: the element's own periods (numbered since year 0) that lie wholly inside
 *         `opens` to `closes`; none where first is after last
 * Unit    days are ISO dates, both included. A latest value may end from `lastFrom` on; before `freshFrom` it
 *         is carried
 */
export type Window = {
  quarter: Quarter
  opens: string
  closes: string
  freshFrom: string
  lastFrom: string
  firstSlot: number
  lastSlot: number
  /** The quarter in which the last of these periods ends: its report is the last one waited for. */
  lastQuarter: Quarter
}

/** The window that ends with a quarter, in periods of `months` months, for a programme that began on `start`. */
export function windowOf(timing: Timing, quarter: Quarter, months: number, start: string): Window {
  const opens = opensOf(timing.window, quarter, start)
  const closes = quarterEnd(quarter)
  const own = quartersIn[timing.frequency]
  const lastSlot = Math.floor((monthOf(closes) + 1) / months) - 1
  return {
    quarter,
    opens,
    closes,
    freshFrom: quarterStart(quarterAfter(quarter, 1 - own)),
    lastFrom: quarterStart(quarterAfter(quarter, 1 - own * (timing.staleness + 1))),
    firstSlot: Math.ceil((monthOf(opens) + (opens.endsWith('-01') ? 0 : 1)) / months),
    lastSlot,
    lastQuarter: quarterOfMonth((lastSlot + 1) * months - 1),
  }
}

function opensOf(window: WindowKind, quarter: Quarter, start: string) {
  if (window === 'since_start') return start
  const quarters = { quarter: 1, half_year: 2, four_quarters: 4 }[window]
  return quarterStart(quarterAfter(quarter, 1 - quarters))
}

const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
const quarterOfMonth = (month: number): Quarter =>
  `${Math.floor(month / 12)}-Q${Math.floor((month % 12) / 3) + 1}`
