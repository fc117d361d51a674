import type { Observation } from '../../../indicators/model/observation.ts'
import { quarterOf } from '../../../indicators/model/period.ts'
import type { Report } from '../findings/report-finding.ts'
import type { Correction } from './correction.ts'

/**
 * Puts corrections in place of what a file says, the earliest first, so that one may build on another. The lineage
 * names the day of the last one.
 *
 * Errors  a correction of a value the file gives otherwise than it was is a finding, and changes nothing
 */
export function applyCorrections(
  observations: readonly Observation[],
  corrections: readonly Correction[],
  report: Report,
): Observation[] {
  if (corrections.length === 0) return [...observations]
  const inOrder = [...corrections].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const byKey = Map.groupBy(inOrder, ({ element, place, period, cell }) =>
    keyOf(element, place, period, cell),
  )
  return observations.map((observation) => {
    const { element, place, periodEnd, cell } = observation
    const about = byKey.get(keyOf(element, place, quarterOf(periodEnd), cell)) ?? []
    return about.reduce((before, correction) => corrected(before, correction, report), observation)
  })
}

const keyOf = (...parts: readonly string[]) => parts.join('|')

function corrected(observation: Observation, correction: Correction, report: Report): Observation {
  const { was, becomes, date, reason } = correction
  const stands = standingOf(observation)
  if (stands !== was) {
    report.add('correction-unmatched', observation.lineage, String(stands), { was, becomes, date, reason })
    return observation
  }
  const { lineage } = observation
  const mapping = `${lineage.mapping.split(' ')[0]} corrected ${date}`
  return {
    ...observation,
    ...(typeof becomes === 'number'
      ? { state: 'observed', value: becomes }
      : { state: becomes, value: null, text: null }),
    lineage: { ...lineage, mapping },
  }
}

const standingOf = ({ state, value }: Observation) => (state === 'observed' && value !== null ? value : state)
