import type { Frequency } from '../model/data-element.ts'
import type { Indicator, WindowKind } from '../model/indicator.ts'
import { type Quarter, quarterAfter, quarterEnd, quarterStart } from '../model/period.ts'

const quartersIn: Record<Frequency, number> = { quarterly: 1, 'six-monthly': 2, annual: 4 }

/** The months of a data element's own period. */
export const monthsIn = (frequency: Frequency) => quartersIn[frequency] * 3

/** Whether an indicator of this frequency has a value for a quarter: annual in Q4, six-monthly in Q2 and Q4. */
export const isDue = (frequency: Frequency, quarter: Quarter) =>
  Number(quarter.slice(6)) % quartersIn[frequency] === 0

export type Timing = Pick<Indicator, 'frequency' | 'staleness'> & { window: WindowKind }

/** What windows are counted from. `yearStartMonth` is the first month of a country's fiscal year. */
export type Epochs = { start: string; plannedEnd: string; yearStartMonth: number }

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
  /** The length of the element's own periods. */
  months: number
  opens: string
  closes: string
  freshFrom: string
  lastFrom: string
  firstSlot: number
  lastSlot: number
  /** The quarter in which the last of these periods ends: its report is the last one waited for. */
  lastQuarter: Quarter
}

/** The window that ends with a quarter, in periods of `months` months. */
export function windowOf(timing: Timing, quarter: Quarter, months: number, epochs: Epochs): Window {
  const opens = opensOf(timing.window, quarter, epochs)
  const closes = quarterEnd(quarter)
  const own = quartersIn[timing.frequency]
  const lastSlot = Math.floor((monthOf(closes) + 1) / months) - 1
  return {
    quarter,
    months,
    opens,
    closes,
    freshFrom: quarterStart(quarterAfter(quarter, 1 - own)),
    lastFrom: quarterStart(quarterAfter(quarter, 1 - own * (timing.staleness + 1))),
    firstSlot: Math.ceil((monthOf(opens) + (opens.endsWith('-01') ? 0 : 1)) / months),
    lastSlot,
    lastQuarter: quarterOfMonth((lastSlot + 1) * months - 1),
  }
}

/** First day of the window that ends with a quarter. */
export function opensOf(window: WindowKind, quarter: Quarter, { start, plannedEnd, yearStartMonth }: Epochs) {
  switch (window) {
    case 'since_start':
      return start
    case 'extension':
      return dayAfter(plannedEnd)
    case 'four_quarters':
      return quarterStart(quarterAfter(quarter, -3))
    case 'quarter':
      return quarterStart(quarter)
    default:
      return calendarStart(
        quarter,
        window === 'half_year' ? 6 : 12,
        window === 'fiscal_year' ? yearStartMonth : 1,
      )
  }
}

/** First day of the half-year or year a quarter lies in, of a year that begins with `firstMonth`. */
function calendarStart(quarter: Quarter, months: 6 | 12, firstMonth: number) {
  const month = monthOf(quarterEnd(quarter))
  const first = month - ((((month - (firstMonth - 1)) % months) + months) % months)
  return `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}-01`
}

/** Whether a window of this kind can still grow with the quarters after it. */
export const isRunning = (window: WindowKind, quarter: Quarter, epochs: Epochs) =>
  !['quarter', 'four_quarters', 'since_start', 'extension'].includes(window) &&
  opensOf(window, quarterAfter(quarter), epochs) === opensOf(window, quarter, epochs)

/** The quarters in which the periods of a window end, oldest first. */
export const periodsIn = ({ firstSlot, lastSlot, months }: Window): Quarter[] =>
  Array.from({ length: Math.max(0, lastSlot - firstSlot + 1) }, (_, i) =>
    quarterOfMonth((firstSlot + i + 1) * months - 1),
  )

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
const quarterOfMonth = (month: number): Quarter =>
  `${Math.floor(month / 12)}-Q${Math.floor((month % 12) / 3) + 1}`
