import type { Frequency } from '../model/data-element.ts'

const months: Record<Frequency, number> = { quarterly: 3, 'six-monthly': 6, annual: 12 }

/** The months of an element's own period. */
export const stepOf = (frequency: Frequency) => months[frequency]

const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
export const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
const firstDay = (month: number) =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
const lastDay = (month: number) =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10)

/** The own periods, numbered since year 0, that a stretch of days touches with its first and last month. */
export function slotsOf(periodStart: string, periodEnd: string, step: number): [first: number, last: number] {
  return [Math.floor(monthOf(periodStart) / step), Math.floor(monthOf(periodEnd) / step)]
}

/** The first and last day of own periods `first` to `last`. */
export const daysOf = (first: number, last: number, step: number) => ({
  periodStart: firstDay(first * step),
  periodEnd: lastDay((last + 1) * step - 1),
})

/** How many own periods a stretch fills; part of one counts in part. */
export const shareOfSlots = (periodStart: string, periodEnd: string, step: number) =>
  (monthOf(dayAfter(periodEnd)) - monthOf(periodStart)) / step

/** The own periods in which a unit was open on the last day. */
export function openSlots(opened: string | null, closed: string | null, step: number): [number, number] {
  const first = opened === null ? Number.NEGATIVE_INFINITY : Math.floor(monthOf(opened) / step)
  const last = closed === null ? Number.POSITIVE_INFINITY : Math.floor(monthOf(dayAfter(closed)) / step) - 1
  return [first, last]
}
