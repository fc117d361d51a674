import type { Observation } from '../../../indicators/model/observation.ts'
import { applyMessage, keyOf, type SliceMessage, seriesOf } from './apply-message.ts'

export type ChangeCounts = { imported: number; updated: number; ignored: number; deleted: number }

/**
 * What a message would do to what is known, value by value; one that says what is known already is ignored.
 *
 * Shape   a renewed series loses what the message does not give again; values worked out are not counted
 */
export function countChanges(previous: readonly Observation[], message: SliceMessage): ChangeCounts {
  const before = byKey(previous)
  const after = byKey(applyMessage(previous, message))
  const counts: ChangeCounts = { imported: 0, updated: 0, ignored: 0, deleted: 0 }
  const spoken = new Set(message.changes.map(({ observation }) => keyOf(observation)))
  for (const key of spoken) {
    const [was, is] = [before.get(key), after.get(key)]
    if (was && !is) counts.deleted += 1
    else if (!is || (was && saysSame(was, is))) counts.ignored += 1
    else if (was) counts.updated += 1
    else counts.imported += 1
  }
  const touched = new Set(message.changes.map(({ observation }) => seriesOf(observation)))
  for (const [key, observation] of before)
    if (touched.has(seriesOf(observation)) && !spoken.has(key) && !after.has(key)) counts.deleted += 1
  return counts
}

const byKey = (observations: readonly Observation[]) =>
  new Map(
    observations.filter(({ derived }) => !derived).map((observation) => [keyOf(observation), observation]),
  )

const saysSame = (a: Observation, b: Observation) =>
  a.state === b.state && a.value === b.value && a.text === b.text
