import type { z } from 'zod'
import { quarterEnd, quarterOf, quarterStart } from '../../../indicators/model/period.ts'
import type { PeriodForm } from '../map/mapping.ts'
import { normaliseText } from './normalise-text.ts'
import { easternToPlain } from './parse-number.ts'
import { expandedPatterns, type PeriodReading } from './period-patterns.ts'
import { monthOf, monthsOf, numberOf } from './period-words.ts'

/** First and last day of what a report covers, ISO. `cumulative`: the words say that it counts from 1 January. */
export type Stretch = { start: string; end: string; cumulative?: true }
export type DateOrder = 'dmy' | 'mdy'

type Form = z.infer<typeof PeriodForm>
type Found = Record<string, string | undefined>

/** No title is longer; what stands behind is not looked at. */
const LONGEST = 500

/**
 * The stretch a text names in one form. `order` is how dates such as 05/03/2021 are written: the day first unless said.
 *
 * Shape   null where it names none, one that does not exist, or several: a period is never guessed
 */
export function parsePeriod(text: string, form: Form, order: DateOrder = 'dmy'): Stretch | null {
  const found = readingsOf(text, form, order)
  const [first] = found
  return first && found.every((other) => other?.end === first.end) ? first : null
}

/** Whether a text speaks of a period in this form, even of one that does not exist or of several. */
export const mentionsPeriod = (text: string, form: Form) => readingsOf(text, form, 'dmy').length > 0

/** What each place in a text that has this form says; null for a fifth quarter. */
function readingsOf(text: string, form: Form, order: DateOrder): (Stretch | null)[] {
  const plain = easternToPlain(normaliseText(text.slice(0, LONGEST)))
  if (!/\d/.test(plain)) return []
  const taken: [from: number, to: number][] = []
  return expandedPatterns[form].flatMap(([reading, patterns]) =>
    patterns.flatMap((pattern) =>
      [...plain.matchAll(pattern)].flatMap(({ index, 0: whole, groups = {} }) => {
        const end = index + whole.length
        if (taken.some(([from, to]) => index < to && end > from)) return []
        const stretch = readers[reading](groups, order)
        const isNumbered = /\d/.test(`${groups.n ?? ''}${groups.k ?? ''}`)
        if (!stretch && !isNumbered && reading !== 'claimed') return []
        taken.push([index, end])
        return reading === 'claimed' ? [] : [stretch]
      }),
    ),
  )
}

const readers: Record<PeriodReading, (found: Found, order: DateOrder) => Stretch | null> = {
  quarter: ({ y, n }) => quarter(Number(y), numberOf(n)),
  half: ({ y, n }) => half(Number(y), numberOf(n)),
  'to-date': ({ y, k }) => fromJanuary(Number(y), monthsOf(k)),
  year: ({ y }) => ({ start: `${y}-01-01`, end: `${y}-12-31` }),
  month: ({ y, month, m }) => monthsBetween(Number(y), month ? monthOf(month) : Number(m)),
  months: ({ y, month, month2 }) => rangeOf(monthsBetween(Number(y), monthOf(month), monthOf(month2))),
  days: (found) => rangeOf(daysBetween(found)),
  'day-after': (found, order) => asAt(dayOf(found, order)),
  'last-day': (found, order) => quarterWith(dayOf(found, order), 'end'),
  'first-day': (found, order) => quarterWith(dayOf(found, order), 'start'),
  day: (found, order) => quarterWith(dayOf(found, order)),
  'fiscal-quarter': ({ y, next, n }) =>
    follows(Number(y), next) ? fiscalQuarter(numberOf(n), Number(y)) : null,
  'fiscal-quarter-by-start': ({ y, n }) => fiscalQuarter(numberOf(n), Number(y)),
  'fiscal-quarter-by-end': ({ y, n }) => fiscalQuarter(numberOf(n), Number(y) - 1),
  'fiscal-year': ({ y, next }) =>
    follows(Number(y), next) ? { start: `${y}-07-01`, end: `${Number(y) + 1}-06-30` } : null,
  'half-by-months': ({ y, month, month2 }) =>
    ofLength(6, monthsBetween(Number(y), monthOf(month), monthOf(month2))),
  'year-by-months': ({ y, month, month2 }) =>
    ofLength(12, monthsBetween(Number(y), monthOf(month), monthOf(month2))),
  claimed: () => null,
}

function quarter(year: number, number: number): Stretch | null {
  if (number < 1 || number > 4) return null
  const name = `${year}-Q${number}`
  return { start: quarterStart(name), end: quarterEnd(name) }
}

const half = (year: number, number: number) =>
  number === 1 || number === 2 ? monthsBetween(year, number * 6 - 5, number * 6) : null

function fromJanuary(year: number, months: number): Stretch | null {
  const last = quarter(year, months / 3)
  return last && months % 3 === 0 ? { ...last, cumulative: true } : null
}

/** Whole months of one year. */
function monthsBetween(year: number, first: number, last = first): Stretch | null {
  if (first < 1 || last > 12 || last < first) return null
  return { start: iso(year, first, 1), end: iso(year, last + 1, 0) }
}

function daysBetween({ y2, y = y2, d, m, month, d2, m2, month2 }: Found): Stretch | null {
  const start = realDay(Number(y), month ? monthOf(month) : Number(m), Number(d))
  const end = realDay(Number(y2), month2 ? monthOf(month2) : Number(m2), Number(d2))
  return start && end && start < end ? { start, end } : null
}

/** A range of months is the quarter it fills, a running total where it goes from January past March, or itself. */
function rangeOf(range: Stretch | null): Stretch | null {
  if (!range) return null
  const last = quarterOf(range.end)
  if (quarterEnd(last) !== range.end || !range.start.endsWith('-01')) return range
  const ofYear = range.start === `${range.end.slice(0, 4)}-01-01`
  if (!ofYear || quarterStart(last) === range.start) return range
  return { start: quarterStart(last), end: range.end, cumulative: true }
}

function ofLength(months: number, range: Stretch | null): Stretch | null {
  if (!range) return null
  const [first, last] = [Number(range.start.slice(5, 7)), Number(range.end.slice(5, 7))]
  return last - first + 1 === months && last % months === 0 ? range : null
}

function dayOf({ y = '', d, m, month, first, second }: Found, order: DateOrder): string | null {
  const year = y.length === 2 ? 2000 + Number(y) : Number(y)
  if (first === undefined) return realDay(year, month ? monthOf(month) : Number(m), Number(d))
  const [day, ofYear] = order === 'dmy' ? [first, second] : [second, first]
  return realDay(year, Number(ofYear), Number(day))
}

/** "As at 1 July" is the situation at the end of 30 June; a day inside a quarter names none. */
function asAt(day: string | null): Stretch | null {
  const before = day && iso(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)) - 1)
  return quarterWith(before, 'end') ?? quarterWith(day, 'end')
}

function quarterWith(day: string | null, at?: 'start' | 'end'): Stretch | null {
  if (!day) return null
  const name = quarterOf(day)
  const stretch = { start: quarterStart(name), end: quarterEnd(name) }
  return at === undefined || stretch[at] === day ? stretch : null
}

/** Both years have to agree, so that `2020/22` is not guessed at. */
const follows = (year: number, next = '') =>
  Number(next) === (next.length === 2 ? (year + 1) % 100 : year + 1)

/** The year July to June, by the calendar year it starts in. */
function fiscalQuarter(number: number, year: number): Stretch | null {
  if (number < 1 || number > 4) return null
  return number <= 2 ? quarter(year, number + 2) : quarter(year + 1, number - 2)
}

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

function realDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const found = iso(year, month, day)
  return Number(found.slice(8)) === day ? found : null
}
