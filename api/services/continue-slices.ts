import type { Checked } from '../../pipelines/stages/check-file.ts'
import { applyMessage } from '../../pipelines/stages/coded/apply-message.ts'
import { type ChangeCounts, countChanges } from '../../pipelines/stages/coded/count-changes.ts'
import type { Warehouse } from '../../pipelines/warehouse/open-warehouse.ts'
import { knownObservations } from './known-observations.sql.ts'

type Slices = Checked['slices']

/**
 * A message holds a part of its quarters: its slices become what is known, changed by it.
 *
 * Reads   the history, of which nothing is changed
 * Shape   slices of other files as they are; `counts` null where there is no message
 */
export async function continueSlices(
  history: Warehouse,
  { country, slices }: Pick<Checked, 'country' | 'slices'>,
): Promise<{ slices: Slices; counts: ChangeCounts | null }> {
  const continued: Slices = []
  let counts: ChangeCounts | null = null
  for (const slice of slices) {
    const { message, quarter, mapping } = slice
    if (!message) {
      continued.push(slice)
      continue
    }
    const previous = await knownObservations(history, { country: country ?? '', report: mapping.id, quarter })
    continued.push({ ...slice, observations: applyMessage(previous, message) })
    counts = sum(counts, countChanges(previous, message))
  }
  return { slices: continued, counts }
}

const sum = (a: ChangeCounts | null, b: ChangeCounts): ChangeCounts => ({
  imported: (a?.imported ?? 0) + b.imported,
  updated: (a?.updated ?? 0) + b.updated,
  ignored: (a?.ignored ?? 0) + b.ignored,
  deleted: (a?.deleted ?? 0) + b.deleted,
})
