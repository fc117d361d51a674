import type { Indicator } from '../../indicators/model/indicator.ts'
import type { Quarter } from '../../indicators/model/period.ts'
import type { Language } from '../../indicators/model/text.ts'
import type { Translate } from './catalogue.ts'
import { locales } from './locales.ts'

export interface Format {
  /** A plain number, grouped, with at most `digits` decimals. */
  number(value: number, digits?: number): string
  /** 0–100 in, `12.8%` out. */
  percent(percentage: number, digits?: number): string
  /** A difference with its sign, for percentage points. */
  signed(value: number, digits?: number): string
  /** A value with its unit's sign where it has one: a percentage gets its sign, a count none. */
  value(value: number, unit: Indicator['unit']): string
  quarter(quarter: Quarter): string
  /** An ISO date, long: `30 June 2021`. */
  date(iso: string): string
  /** `June 2021`, for dates known to the month. */
  month(iso: string): string
  /** `a, b and c` */
  list(items: readonly string[]): string
  /** `a, b, c` */
  enumerate(items: readonly string[]): string
}

const decimals: Partial<Record<Indicator['unit'], number>> = { 'per-1000': 2, ratio: 2, score: 2 }

/**
 * Numbers, dates and quarters as one language writes them.
 *
 * Unit    percentages 0–100, dates ISO in UTC; rounding is half away from zero
 */
export function makeFormat(language: Language, t: Translate): Format {
  const { tag } = locales[language]
  const cached = new Map<string, Intl.NumberFormat>()
  const numbers = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options)
    const found = cached.get(key) ?? new Intl.NumberFormat(tag, options)
    cached.set(key, found)
    return found
  }
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
  const day = dates({ dateStyle: 'long' })
  const month = dates({ month: 'long', year: 'numeric' })
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' })

  const format: Format = {
    number: (value, digits = 0) => numbers({ maximumFractionDigits: digits }).format(value),
    percent: (percentage, digits = 1) =>
      numbers({ style: 'percent', maximumFractionDigits: digits }).format(percentage / 100),
    signed: (value, digits = 1) =>
      numbers({ maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(value),
    value: (value, unit) =>
      unit === 'percentage' ? format.percent(value) : format.number(value, decimals[unit] ?? 0),
    quarter: (quarter) => t('word.quarter', { number: quarter.slice(6), year: quarter.slice(0, 4) }),
    date: (iso) => day.format(new Date(`${iso}T00:00:00Z`)),
    month: (iso) => month.format(new Date(`${iso.slice(0, 7)}-01T00:00:00Z`)),
    list: (items) => conjunction.format(items),
    enumerate: (items) => items.join(language === 'ar' ? '، ' : ', '),
  }
  return format
}
