import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

/** A number as written: `0.50` is compared to two decimals. */
const Written = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform((text) => ({ number: Number(text), decimals: text.split('.')[1]?.length ?? 0 }))
export type Written = z.infer<typeof Written>

const Int = z.string().regex(/^\d+$/).transform(Number)
const Bool = z.enum(['true', 'false']).transform((text) => text === 'true')
const WrittenOrNull = z.union([z.literal('null').transform(() => null), Written])

/** `4700/31300` is a rate with its pair; `600` is a value. */
const Amount = z.string().regex(/^-?[\d.]+(\/[\d.]+)?$/)
const PlanText = z.strictObject({
  baselineDate: z.iso.date().default('2018-12-31'),
  baseline: Amount.optional(),
  milestones: z.record(z.iso.date(), Amount).default({}),
  target: z.record(z.iso.date(), Amount).default({}),
  extension: z.record(z.iso.date(), Amount).optional(),
})
export type PlanText = z.infer<typeof PlanText>

const IndicatorText = z.strictObject({
  kind: z.string(),
  of: z.union([z.string(), z.array(z.string())]).optional(),
  firstTime: z.string().optional(),
  base: z.string().optional(),
  disjointCountries: Bool.default(true),
  steps: Int.default(1),
  range: z.tuple([Written, Written]).optional(),
  numerator: z.union([z.string(), z.array(z.string())]).optional(),
  denominator: z.union([z.string(), z.array(z.string())]).optional(),
  over: z.union([z.string(), z.tuple([z.string(), z.string()])]).default('sum'),
  scale: Int.default(100),
  window: z.string().default('quarter'),
  frequency: z.string().default('quarterly'),
  staleness: Int.default(1),
  by: z.string().optional(),
  byRegion: Bool.default(false),
  minimumCoverage: Written.optional(),
  direction: z.string().default('none'),
  targetMode: z.string().default('none'),
  path: z.string().default('linear'),
})
export type IndicatorText = z.infer<typeof IndicatorText>

const Expectation = z.strictObject({
  at: z.string(),
  /** Another window than the indicator's own. */
  window: z.string().optional(),
  absent: Bool.optional(),
  state: z.string().optional(),
  partial: Bool.optional(),
  carried: Bool.optional(),
  coverage: z
    .string()
    .regex(/^\d+\/\d+$/)
    .optional(),
  value: WrittenOrNull.optional(),
  numerator: WrittenOrNull.optional(),
  denominator: WrittenOrNull.optional(),
  low: WrittenOrNull.optional(),
  high: WrittenOrNull.optional(),
  baseline: WrittenOrNull.optional(),
  target: WrittenOrNull.optional(),
  attainment: WrittenOrNull.optional(),
  toFinal: WrittenOrNull.optional(),
  toMilestone: WrittenOrNull.optional(),
  targetToDate: WrittenOrNull.optional(),
  planned: WrittenOrNull.optional(),
  plannedInPeriod: WrittenOrNull.optional(),
  planRatio: WrittenOrNull.optional(),
  gap: WrittenOrNull.optional(),
  status: z.string().optional(),
})
export type Expectation = z.infer<typeof Expectation>

const Case = z.strictObject({
  id: z.string(),
  says: z.string(),
  source: z.string(),
  start: z.iso.date().default('2018-12-01'),
  dataAsOf: z.iso.date().default('2030-01-01'),
  plannedEnd: z.iso.date().default('2021-12-31'),
  yearStartMonth: Int.default(1),
  yearStartMonths: z.record(z.string(), Int).default({}),
  due: z.record(z.string(), z.iso.date()).default({}),
  elements: z.record(z.string(), z.string()).default({}),
  facilities: z.record(z.string(), z.string()).default({}),
  indicator: IndicatorText,
  plan: PlanText.optional(),
  womensPlan: PlanText.optional(),
  plans: z.record(z.string(), PlanText).default({}),
  given: z.string().transform((text) => text.trim().split('\n').map(readGiven)),
  expect: z.array(Expectation).min(1),
})
export type Case = z.infer<typeof Case>

const Theme = z.strictObject({ theme: z.string(), cases: z.array(Case).min(1) })

export type Given = ReturnType<typeof readGiven>

/** `ELEMENT PLACE PERIOD [cell] VALUE-OR-STATE [how it was counted]`. */
function readGiven(line: string) {
  const words = line.trim().split(/\s+/)
  const [element = '', place = '', period = ''] = words
  const cell = words[3]?.includes('=') ? words[3] : ''
  const [said = '', deliveredAs = 'period', ...rest] = words.slice(cell ? 4 : 3)
  if (rest.length > 0 || said === '') throw new Error(`Not a given line: ${line}`)
  return { element, place, ...datesOf(period), cell, said, deliveredAs }
}

/** `2021-Q1`, `2021-H1`, `2021` or two dates joined by two dots. */
export function datesOf(period: string): { periodStart: string; periodEnd: string } {
  if (period.includes('..')) {
    const [periodStart = '', periodEnd = ''] = period.split('..')
    return { periodStart, periodEnd }
  }
  const [, year = '', kind = 'Y', part = '1'] = /^(\d{4})(?:-([QH])(\d))?$/.exec(period) ?? []
  const months = { Q: 3, H: 6, Y: 12 }[kind]
  if (!year || !months) throw new Error(`Not a period: ${period}`)
  const day = (month: number, date: number) =>
    new Date(Date.UTC(Number(year), month, date)).toISOString().slice(0, 10)
  const first = (Number(part) - 1) * months
  return { periodStart: day(first, 1), periodEnd: day(first + months, 0) }
}

const folder = join(import.meta.dirname, 'cases')

/** Every case of the suite with its theme. All is read as text, so that numbers keep the decimals they were written with. */
export const readCases = () =>
  readdirSync(folder)
    .sort()
    .map((file) => Theme.parse(parse(readFileSync(join(folder, file), 'utf8'), { schema: 'failsafe' })))
