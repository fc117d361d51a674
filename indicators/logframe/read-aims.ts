import { z } from 'zod'
import { definitionOn, versionsOf } from '../model/definition-history.ts'
import type { Definition, Indicator } from '../model/indicator.ts'
import { IsoDate } from '../model/period.ts'
import type { Plan, PlannedValue, PlanRevision } from '../model/target.ts'
import { Text } from '../model/text.ts'
import { Amount } from './planned-amount.ts'

const Dated = z.record(IsoDate, Amount)
const OneDate = Dated.refine((dated) => Object.keys(dated).length === 1, 'write exactly one date')

export const WrittenAims = z.strictObject({
  baseline: OneDate.optional(),
  milestones: Dated.optional(),
  target: OneDate.optional(),
})
type WrittenAims = z.infer<typeof WrittenAims>

/** A revision as people write it: only what is aimed at otherwise from a day on. */
export const RevisionEntry = WrittenAims.extend({ from: IsoDate, reason: Text })
type RevisionEntry = z.infer<typeof RevisionEntry>

export type ReadPlanned = (amount: Amount, definition: Definition, ...path: PropertyKey[]) => PlannedValue
type Aims = Pick<Plan, 'baseline' | 'milestones' | 'target'>

/**
 * What a plan aims at first, and from each revision on.
 *
 * Unit    an amount means what the definition of its time makes of it: the first one's, or that of the day a revision
 *         holds from
 */
export function readAims(
  { revisions = [], ...written }: WrittenAims & { revisions?: RevisionEntry[] | undefined },
  indicator: Indicator,
  planned: ReadPlanned,
): Aims & Pick<Plan, 'revisions'> {
  const [first = indicator] = versionsOf(indicator)
  const initial = aimsIn(written, (amount, ...path) => planned(amount, first, ...path))
  let before = initial
  const revised = revisions.map(({ from, reason, ...changed }, i): PlanRevision => {
    const definition = definitionOn(indicator, from)
    const given = aimsIn(changed, (amount, ...path) => planned(amount, definition, 'revisions', i, ...path))
    before = revisedAims(before, from, given)
    return { from, reason, ...before }
  })
  return revised.length > 0 ? { ...initial, revisions: revised } : initial
}

function aimsIn(
  written: WrittenAims,
  planned: (amount: Amount, ...path: PropertyKey[]) => PlannedValue,
): Aims {
  const dated = (key: keyof WrittenAims) =>
    Object.entries(written[key] ?? {}).map(([date, amount]) => ({
      date,
      planned: planned(amount, key, date),
    }))
  return {
    baseline: dated('baseline')[0] ?? null,
    milestones: dated('milestones'),
    target: dated('target')[0] ?? null,
  }
}

/** Milestones before the revision stay as they were planned; a new baseline ends the way that led up to it. */
function revisedAims(before: Aims, from: string, given: Aims): Aims {
  const replaced = given.milestones.length > 0
  const start = given.baseline?.date ?? ''
  const kept = before.milestones.filter(({ date }) => date > start && (date < from || !replaced))
  return {
    baseline: given.baseline ?? before.baseline,
    milestones: [...kept, ...given.milestones],
    target: given.target ?? before.target,
  }
}
