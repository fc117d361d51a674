import { z } from 'zod'
import { Cell } from '../model/breakdown.ts'
import type { Indicator } from '../model/indicator.ts'
import { IsoDate } from '../model/period.ts'
import { PlaceCode } from '../model/place.ts'
import type { Plan, PlannedValue } from '../model/target.ts'
import { Text } from '../model/text.ts'
import { scaleOf } from './formula-terms.ts'
import { instead } from './nearest.ts'
import { type Located, type LogframeProblem, problemAt } from './problem.ts'
import { openYaml, readEach, readPart } from './yaml-file.ts'

const Pair = z.string().regex(/^\d+(\.\d+)?\/[1-9]\d*$/)
const OfWhole = z.strictObject({ value: z.number(), of: z.number().positive() })
const Written = z.union([z.number(), z.enum(['yes', 'no']), Pair, OfWhole])
type Amount = z.infer<typeof Written>

const Amount = z.custom<Amount>(
  (written) => Written.safeParse(written).success,
  'write a number, yes, no, a pair like 66/120, or { value: 60, of: 150 }',
)

const Dated = z.record(IsoDate, Amount)
const OneDate = Dated.refine((dated) => Object.keys(dated).length === 1, 'write exactly one date')

/** A plan as people write it: dates with amounts. */
const PlanEntry = z.strictObject({
  indicator: z.string(),
  cell: Cell.default(''),
  baseline: OneDate.optional(),
  milestones: Dated.default({}),
  target: OneDate.optional(),
  extension: z.strictObject({ date: IsoDate, planned: Amount, reason: Text }).optional(),
  illustrative: z.boolean().optional(),
  source: z.string().min(1).optional(),
})
type PlanEntry = z.infer<typeof PlanEntry>

/** `illustrative` holds for every plan of the file that does not say otherwise. */
const PlanFile = z.strictObject({ place: PlaceCode, illustrative: z.boolean(), plans: z.array(z.unknown()) })

export interface OwnedPlan {
  readonly indicator: Indicator
  readonly plan: Located<Plan>
}

/**
 * Reads the plans of one place.
 *
 * Unit    `value` in the indicator's unit, unrounded; a pair's value is its scale × numerator ÷ denominator
 * Errors  an unknown indicator, and an amount that does not suit the indicator's formula, become problems
 */
export function readPlans(
  folder: string,
  file: string,
  indicators: ReadonlyMap<string, Indicator>,
  known: readonly string[],
): { plans: OwnedPlan[]; problems: readonly LogframeProblem[] } {
  const opened = openYaml(folder, file)
  const { found, problems } = readPart(opened, PlanFile)
  if (!found) return { plans: [], problems }
  const { place, illustrative } = found.value
  const entries = readEach(opened, PlanEntry, ['plans'])
  const misplaced = file.endsWith(`/${place}.yaml`)
    ? []
    : [problemAt(found, ['place'], `this file is ${file}: write the place it is named after, or rename it`)]
  const read = entries.map(({ found: entry, problems }) => {
    if (!entry) return { problems }
    const name = entry.value.indicator
    const indicator = indicators.get(name)
    if (indicator) return readEntry(entry, indicator, place, illustrative)
    const message = `there is no indicator ${name}: ${instead(name, known)}`
    return { problems: known.includes(name) ? [] : [problemAt(entry, ['indicator'], message)] }
  })
  return {
    plans: read.flatMap((one) => ('plan' in one && one.plan ? [one.plan] : [])),
    problems: [...misplaced, ...read.flatMap((one) => one.problems)],
  }
}

function readEntry(entry: Located<PlanEntry>, indicator: Indicator, place: string, illustrative: boolean) {
  const { cell, baseline, milestones, target, extension, source } = entry.value
  const problems: LogframeProblem[] = []
  const planned = (amount: Amount, ...path: PropertyKey[]): PlannedValue => {
    const read = readAmount(amount, indicator)
    if (typeof read !== 'string') return read
    problems.push(problemAt(entry, path, read))
    return { value: Number.NaN }
  }
  const dated = (amounts: Record<string, Amount> | undefined, key: string) =>
    Object.entries(amounts ?? {}).map(([date, amount]) => ({ date, planned: planned(amount, key, date) }))
  const plan: Plan = {
    place,
    cell,
    baseline: dated(baseline, 'baseline')[0] ?? null,
    milestones: dated(milestones, 'milestones'),
    target: dated(target, 'target')[0] ?? null,
    extension: extension
      ? { ...extension, planned: planned(extension.planned, 'extension', 'planned') }
      : null,
    pooled: false,
    illustrative: entry.value.illustrative ?? illustrative,
    ...(source === undefined ? {} : { source }),
  }
  return problems.length > 0
    ? { problems }
    : { plan: { indicator, plan: { ...entry, value: plan } }, problems }
}

/** An amount as a planned value, or what to write instead. */
function readAmount(amount: Amount, { code, formula }: Indicator): PlannedValue | string {
  const scale = scaleOf(formula)
  if (formula.kind === 'yes_no')
    return amount === 'yes' || amount === 'no'
      ? { value: amount === 'yes' ? 1 : 0 }
      : `${code} is yes or no: write yes or no`
  if (amount === 'yes' || amount === 'no') return `${code} is a number: write a number`
  if (scale === undefined)
    return typeof amount === 'number' ? { value: amount } : `${code} has no denominator: write a number alone`
  if (typeof amount === 'number')
    return `${code} is a ratio, and countries pool by its parts: write a pair like 66/120, or { value: ${amount}, of: 120 }`
  if (typeof amount === 'object')
    return {
      value: amount.value,
      numerator: plain((amount.value * amount.of) / scale),
      denominator: amount.of,
    }
  const [numerator = 0, denominator = 1] = amount.split('/').map(Number)
  return { value: (scale * numerator) / denominator, numerator, denominator }
}

/** Without the noise of binary fractions: 3.7 × 120 is 444. */
const plain = (value: number) => Number(value.toPrecision(12))
