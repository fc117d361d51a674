import { z } from 'zod'

/** A calendar quarter, `2021-Q2`. Sorts as text. */
export const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/)
export type Quarter = z.infer<typeof Quarter>

export const IsoDate = z.iso.date()

const parts = (quarter: Quarter) => ({ year: +quarter.slice(0, 4), number: +quarter.slice(6) })

export const quarterAfter = (quarter: Quarter, steps = 1): Quarter => {
  const { year, number } = parts(quarter)
  const index = year * 4 + (number - 1) + steps
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
}

export const quarterStart = (quarter: Quarter) => {
  const { year, number } = parts(quarter)
  return `${year}-${String(number * 3 - 2).padStart(2, '0')}-01`
}

const lastDays = ['03-31', '06-30', '09-30', '12-31'] as const

/** Last day of the quarter, ISO. */
export const quarterEnd = (quarter: Quarter) =>
  `${quarter.slice(0, 4)}-${lastDays[parts(quarter).number - 1]}`

/** The quarter that holds an ISO date. */
export const quarterOf = (date: string): Quarter => `${date.slice(0, 4)}-Q${Math.ceil(+date.slice(5, 7) / 3)}`

/** Every quarter from `first` to `last`, both included. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const found: Quarter[] = []
  for (let quarter = first; quarter <= last; quarter = quarterAfter(quarter)) found.push(quarter)
  return found
}
