import type { Shown } from './read-styles.ts'
import type { SheetCell } from './sheet.ts'
import { Unreadable } from './unreadable.ts'

const DAY = 86_400_000
const written = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i

/**
 * A stored number as a person sees it: a date where it is shown as one, a percentage with its mark.
 *
 * Errors  `Unreadable` where it is no number
 */
export function numberCell(column: number, stored: string, shown: Shown, date1904: boolean): SheetCell {
  const number = Number(stored)
  if (!written.test(stored.trim()) || !Number.isFinite(number)) throw new Unreadable('workbook-damaged')
  if (shown === 'date') return { column, text: dateOf(number, date1904), kind: 'date' }
  if (shown === 'percent') return { column, text: `${plainDecimal(number * 100)}%`, kind: 'percent' }
  return { column, text: plainDecimal(number), kind: 'number' }
}

/** As office programs show it: 15 digits, so that 0.1 × 3 is 0.3; never with an exponent. */
export const plainDecimal = (number: number) => {
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number)
  const shown = Number(number.toPrecision(15))
  const text = String(shown)
  return text.includes('e-') ? shown.toFixed(20).replace(/\.?0+$/, '') : text
}

/** Day numbers before 1 March 1900 differ between programs; they are kept as they are, to be refused as numbers. */
function dateOf(serial: number, date1904: boolean) {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0)
  if (serial > 0 && serial < 1) return shownTime(serial)
  if (days < 61 || days > 2_958_465) return String(serial)
  return new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10)
}

/** A part of a day as a time of day; more than a day is no time of day and stays a number. */
export function shownTime(days: number): string {
  const seconds = Math.round(days * 86_400)
  if (seconds < 0 || seconds >= 86_400) return plainDecimal(days)
  return new Date(seconds * 1000).toISOString().slice(11, seconds % 60 === 0 ? 16 : 19)
}
