import type { Observation } from '../../../indicators/model/observation.ts'
import { type Place, parentOf } from '../../../indicators/model/place.ts'
import type { FoundTable } from './map-table.ts'

export type RowValues = { row: number; place: Place; observations: Observation[] }
/** A row that sums others up. `place` is null where its label does not say of which. */
export type TotalValues = { row: number; label: string; place: Place | null; observations: Observation[] }

type Sum = { value: number; complete: boolean }
type Sums = Map<string, Sum>

const added = ['flow', 'stock', 'cumulative']

/**
 * Compares the totals a table gives with the sums of its rows. A total with a part missing is compared with nothing; one
 * that does not say what it is of has to be the sum of the rows above it, below it, or of a region or country.
 */
export function checkTotals(rows: readonly RowValues[], totals: readonly TotalValues[], found: FoundTable) {
  if (totals.length === 0) return
  const inOrder = [...totals].sort((a, b) => a.row - b.row)
  const ends = inOrder.map(({ row }) => row)
  const ordered = [...rows].sort((a, b) => a.row - b.row)
  const groups = sumsOf(ordered, ends)
  let passed = 0
  for (const [at, total] of inOrder.entries()) {
    while ((ordered[passed]?.row ?? Number.POSITIVE_INFINITY) < total.row) passed += 1
    const around = [`group ${at}`, `group ${at + 1}`]
    const above = ordered[passed - 1]
    const region = above && parentOf(above.place.code)
    const wholes = total.place
      ? [total.place.code]
      : [...around, ...(region ? [region] : []), found.reading.register.country.code]
    const judged = wholes.map((whole) => differences(total, groups.get(whole) ?? new Map(), found))
    if (judged.some(({ compared, differing }) => compared > 0 && differing.length === 0)) continue
    const nearest = judged.find(({ compared }) => compared > 0)
    for (const { observation, sum } of nearest?.differing ?? [])
      found.reading.report.add(
        'total-differs',
        { sheet: found.sheet.name, ref: observation.lineage.ref },
        String(observation.value),
        { sum, place: total.place?.name ?? total.label },
      )
  }
}

/** The sums of every region, of the country, and of each run of rows between two totals. */
function sumsOf(rows: readonly RowValues[], ends: readonly number[]): Map<string, Sums> {
  const groups = new Map<string, Sums>()
  let group = 0
  for (const { row, place, observations } of rows) {
    while ((ends[group] ?? Number.POSITIVE_INFINITY) < row) group += 1
    const parent = parentOf(place.code)
    const above = parent && parentOf(parent)
    for (const whole of [`group ${group}`, parent, above]) {
      if (!whole) continue
      const sums: Sums = groups.get(whole) ?? new Map()
      groups.set(whole, sums)
      for (const observation of observations) addTo(sums, observation)
    }
  }
  return groups
}

function addTo(sums: Sums, observation: Observation) {
  const before = sums.get(keyOf(observation)) ?? { value: 0, complete: true }
  sums.set(keyOf(observation), {
    value: before.value + (observation.value ?? 0),
    complete: before.complete && observation.state === 'observed',
  })
}

function differences({ observations }: TotalValues, sums: Sums, { reading: { sources } }: FoundTable) {
  const comparable = observations.flatMap((observation) => {
    const sum = sums.get(keyOf(observation))
    const isSum = added.includes(sources.elements.get(observation.element)?.kind ?? '')
    return isSum && sum?.complete && observation.state === 'observed' ? [{ observation, sum: sum.value }] : []
  })
  return {
    compared: comparable.length,
    differing: comparable.filter(({ observation, sum }) => observation.value !== sum),
  }
}

const keyOf = ({ element, cell, deliveredAs, periodEnd }: Observation) =>
  [element, cell, deliveredAs, periodEnd].join('|')
