import { z } from 'zod'
import { Cell } from '../model/breakdown.ts'
import type { Indicator } from '../model/indicator.ts'
import { IsoDate } from '../model/period.ts'
import { PlaceCode } from '../model/place.ts'
import type { Plan } from '../model/target.ts'
import { Text } from '../model/text.ts'
import { instead } from './nearest.ts'
import { Amount, readAmount } from './planned-amount.ts'
import { type Located, type LogframeProblem, problemAt } from './problem.ts'
import { type ReadPlanned, RevisionEntry, readAims, WrittenAims } from './read-aims.ts'
import { openYaml, readEach, readPart } from './yaml-file.ts'

/** A plan as people write it: dates with amounts. */
const PlanEntry = z.strictObject({
  indicator: z.string(),
  cell: Cell.default(''),
  ...WrittenAims.shape,
  extension: z.strictObject({ date: IsoDate, planned: Amount, reason: Text }).optional(),
  revisions: z.array(RevisionEntry).min(1).optional(),
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
  const { cell, extension, source } = entry.value
  const { planned, problems } = amountReader(entry)
  const plan: Plan = {
    place,
    cell,
    ...readAims(entry.value, indicator, planned),
    extension: extension
      ? { ...extension, planned: planned(extension.planned, indicator, 'extension', 'planned') }
      : null,
    pooled: false,
    illustrative: entry.value.illustrative ?? illustrative,
    ...(source === undefined ? {} : { source }),
  }
  return problems.length > 0
    ? { problems }
    : { plan: { indicator, plan: { ...entry, value: plan } }, problems }
}

/** Reads amounts as planned values and notes those that cannot be read. */
function amountReader(entry: Located<PlanEntry>) {
  const problems: LogframeProblem[] = []
  const planned: ReadPlanned = (amount, definition, ...path) => {
    const read = readAmount(amount, definition)
    if (typeof read !== 'string') return read
    problems.push(problemAt(entry, path, read))
    return { value: Number.NaN }
  }
  return { planned, problems }
}
