import type { Observation } from '../../indicators/model/observation.ts'
import { type Place, placeLevel } from '../../indicators/model/place.ts'
import type { Report } from './report-finding.ts'

export type RowValues = { place: Place; observations: Observation[] }

/** Compares the totals a file gives with the sums of its rows. A total with a part missing is compared with nothing. */
export function checkTotals(
  rows: readonly RowValues[],
  totals: readonly RowValues[],
  sheet: string,
  report: Report,
) {
  for (const { place, observations } of totals) {
    const parts = rows.filter(
      (row) => placeLevel(place.code) === 'country' || row.place.code.startsWith(`${place.code}-`),
    )
    for (const total of observations) {
      const values = parts.flatMap((row) => row.observations.filter((part) => sameMeasure(part, total)))
      const complete = values.length > 0 && values.every(({ state }) => state === 'observed')
      const sum = values.reduce((before, { value }) => before + (value ?? 0), 0)
      if (complete && total.state === 'observed' && total.value !== sum)
        report.add('total-differs', { sheet, ref: total.lineage.ref }, String(total.value), {
          sum,
          place: place.name,
        })
    }
  }
}

const sameMeasure = (a: Observation, b: Observation) =>
  a.element === b.element && a.cell === b.cell && a.deliveredAs === b.deliveredAs
