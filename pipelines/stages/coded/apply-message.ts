import type { Observation } from '../../../indicators/model/observation.ts'
import type { Quarter } from '../../../indicators/model/period.ts'
import { completeCells } from '../map/complete-cells.ts'
import type { Completion } from '../map/mapping.ts'
import type { Action } from './coded-value.ts'

/**
 * What one row of a message does. A deletion has an observation without a value: only what it is about counts.
 * `blank`: the row had no value and no reason for it, which takes nothing away.
 */
export type Change = { index: number; action: Action; blank: boolean; observation: Observation }

/** What a message does to one report's quarter; a message may hold any part of it. */
export type SliceMessage = {
  report: string
  quarter: Quarter
  changes: readonly Change[]
  /** What the report leaves to be worked out: worked out again where a part of it changed. */
  completions: readonly Completion[]
}

/**
 * A report's quarter after a message: what was known, with what the message adds, changes, renews and takes back.
 *
 * Replacing renews the series a row is of: every cell of its element at its place in that period. Values the message
 * does not speak of keep their lineage. The order of rows does not matter, for no two speak of the same value.
 *
 * Shape   in the order of element, place, period, cell; the same for the same previous observations in any order
 */
export function applyMessage(
  previous: readonly Observation[],
  { changes, completions }: Pick<SliceMessage, 'changes' | 'completions'>,
): Observation[] {
  const touched = new Set(changes.map(({ observation }) => seriesOf(observation)))
  const renewed = new Set(
    changes.flatMap(({ action, observation }) => (action === 'replace' ? [seriesOf(observation)] : [])),
  )
  const isTouched = (observation: Observation) => touched.has(seriesOf(observation))
  const known = new Map(
    previous
      .filter(
        (observation) =>
          isTouched(observation) && !renewed.has(seriesOf(observation)) && !observation.derived,
      )
      .map((observation) => [keyOf(observation), observation]),
  )
  for (const { action, blank, observation } of changes) {
    const key = keyOf(observation)
    if (action === 'delete') known.delete(key)
    else if (!blank || !known.has(key)) known.set(key, observation)
  }
  const delivered = [...known.values()].sort(inOrder)
  const completed = withOwnLineage(
    completeCells(delivered, { complete: [...completions] }),
    delivered,
    changes,
  )
  return [...previous.filter((observation) => !isTouched(observation)), ...completed].sort(inOrder)
}

/** The element at a place in a period, whatever the cell. */
export const seriesOf = ({ element, place, periodEnd, deliveredAs }: Observation) =>
  [element, place, periodEnd, deliveredAs].join('|')

/** What two observations have in common that cannot both be true. */
export const keyOf = (observation: Observation) => `${seriesOf(observation)}|${observation.cell}`

const inOrder = (a: Observation, b: Observation) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0)

/**
 * A worked-out value whose parts came in different files names the file that last changed one of them, and in it only
 * the parts that stand there.
 */
function withOwnLineage(
  completed: readonly Observation[],
  delivered: readonly Observation[],
  changes: readonly Change[],
): Observation[] {
  const latest = new Map(changes.map(({ observation }) => [seriesOf(observation), observation.lineage]))
  const bySeries = Map.groupBy(delivered, seriesOf)
  return completed.map((observation) => {
    const files = new Set(bySeries.get(seriesOf(observation))?.map(({ lineage }) => lineage.fileHash))
    const lineage = latest.get(seriesOf(observation))
    if (!observation.derived || files.size < 2 || !lineage) return observation
    const here = new Set(
      bySeries
        .get(seriesOf(observation))
        ?.filter((part) => part.lineage.fileHash === lineage.fileHash)
        .map((part) => part.lineage.ref),
    )
    const parts = observation.lineage.ref
      .split(/(?=[-+])/)
      .filter((part) => here.has(part.replace(/^[-+]/, '')))
    return parts.length > 0
      ? { ...observation, lineage: { ...lineage, ref: parts.join('').replace(/^[-+]/, '') } }
      : observation
  })
}
