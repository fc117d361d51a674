import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { DeliveredAs } from '../../../indicators/model/observation.ts'
import type { Stretch } from '../values/parse-period.ts'

/** First months of the financial years a statistics system has a code for. */
const financial: Record<string, number> = { april: 4, july: 7, oct: 10 }

type Reader = readonly [RegExp, (...found: string[]) => Stretch | null]

const readers: readonly Reader[] = [
  [/^(\d{4})-?Q([1-4])$/, (year, n) => months(+year, +n * 3 - 2, 3)],
  [/^(\d{4})-?S([12])$/, (year, n) => months(+year, +n * 6 - 5, 6)],
  [/^(\d{4})(?:-A1)?$/, (year) => months(+year, 1, 12)],
  [/^(\d{4})-?M?(\d{2})$/, (year, month) => months(+year, +month, 1)],
  [/^(\d{4})(April|July|Oct)$/i, (year, month) => months(+year, financial[month.toLowerCase()] ?? 0, 12)],
  [/^(\d{4})-(\d{2})-01\/P(\d{1,2})M$/, (year, month, length) => months(+year, +month, +length)],
  [/^(\d{4})-(\d{2})-01\/P1Y$/, (year, month) => months(+year, +month, 12)],
  [/^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/, (start, end) => wholeMonths(start, end)],
]

/**
 * A period as machines write it: `202103`, `2021Q1`, `2021-Q1`, `2021S1`, `2021`, `2021July` (July to June),
 * `2021-01-01/P3M`, `2021-01-01/2021-03-31`.
 *
 * Shape   null for anything else: days, weeks and stretches that do not begin and end with a month
 */
export function readPeriodCode(text: string): Stretch | null {
  for (const [pattern, read] of readers) {
    const found = pattern.exec(text.trim())
    if (found) return read(...found.slice(1))
  }
  return null
}

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

function months(year: number, month: number, length: number): Stretch | null {
  if (month < 1 || month > 12 || length < 1 || length > 12 || year < 1900) return null
  return { start: iso(year, month, 1), end: iso(year, month + length, 0) }
}

function wholeMonths(start: string, end: string): Stretch | null {
  const length = monthsOf({ start, end })
  const stretch = start.endsWith('-01') && months(+start.slice(0, 4), +start.slice(5, 7), length)
  return stretch && stretch.end === end ? stretch : null
}

/** How many months a stretch of whole months has. */
const monthsOf = ({ start, end }: Pick<Stretch, 'start' | 'end'>) =>
  (+end.slice(0, 4) - +start.slice(0, 4)) * 12 + +end.slice(5, 7) - +start.slice(5, 7) + 1

const lengths = { quarterly: 3, 'six-monthly': 6, annual: 12 } as const

/**
 * The stretch a value counts for: a running figure from the start of its year, a situation on a day within the period
 * its element is asked for.
 *
 * Shape   null where the period is not one the element is counted by: three months are never made of one, nor one of three
 */
export function fitPeriod(
  { start, end }: Stretch,
  { frequency }: Pick<DataElement, 'frequency'>,
  deliveredAs: DeliveredAs,
  yearStartMonth: number,
): Stretch | null {
  const wanted = lengths[frequency]
  const length = monthsOf({ start, end })
  const endsQuarter = +end.slice(5, 7) % 3 === 0
  const startsQuarter = +start.slice(5, 7) % 3 === 1
  if (!endsQuarter) return null
  if (deliveredAs === 'year_to_date')
    return startsQuarter ? { start: yearOf(end, yearStartMonth), end } : null
  if (deliveredAs === 'period') return length === wanted && startsQuarter ? { start, end } : null
  const fits = length === wanted || (length < wanted && endsOf(end, wanted))
  return fits ? { start: iso(+end.slice(0, 4), +end.slice(5, 7) - wanted + 1, 1), end } : null
}

/** Whether a day ends a calendar stretch of so many months. */
const endsOf = (end: string, length: number) => +end.slice(5, 7) % length === 0

function yearOf(end: string, yearStartMonth: number): string {
  const year = +end.slice(0, 4) - (+end.slice(5, 7) < yearStartMonth ? 1 : 0)
  return iso(year, yearStartMonth, 1)
}
