import type { Observation } from '../../../indicators/model/observation.ts'
import { type Place, placeLevel } from '../../../indicators/model/place.ts'
import type { FoundTable } from './map-table.ts'

export type RowValues = { place: Place; observations: Observation[] }

const added = ['flow', 'stock', 'cumulative']

/** Compares the totals a table gives with the sums of its rows. A total with a part missing is compared with nothing. */
export function checkTotals(
  rows: readonly RowValues[],
  totals: readonly RowValues[],
  { sheet, reading: { report, sources } }: FoundTable,
) {
  for (const { place, observations } of totals) {
    const parts = new Map<string, Observation[]>()
    for (const row of rows.filter((one) => isWithin(one.place, place)))
      for (const part of row.observations) parts.set(keyOf(part), [...(parts.get(keyOf(part)) ?? []), part])
    for (const total of observations) {
      const values = parts.get(keyOf(total)) ?? []
      const isSum = added.includes(sources.elements.get(total.element)?.kind ?? '')
      const complete =
        isSum && values.length > 0 && [total, ...values].every(({ state }) => state === 'observed')
      const sum = values.reduce((before, { value }) => before + (value ?? 0), 0)
      if (complete && total.value !== sum)
        report.add('total-differs', { sheet: sheet.name, ref: total.lineage.ref }, String(total.value), {
          sum,
          place: place.name,
        })
    }
  }
}

export const isWithin = (part: Place, whole: Place) =>
  placeLevel(whole.code) === 'country' || part.code.startsWith(`${whole.code}-`)

const keyOf = ({ element, cell, deliveredAs, periodEnd }: Observation) =>
  [element, cell, deliveredAs, periodEnd].join('|')
