import { type Place, placeLevel } from '../../../indicators/model/place.ts'
import type { SheetRow } from '../decode/sheet.ts'
import { normaliseText } from '../values/normalise-text.ts'
import { saysWholeCountry, totalOf } from '../values/total-words.ts'
import type { FoundTable } from './map-table.ts'

/** The label by which a row sums others up: one its description names, or a word for a total; null for any other row. */
export function totalLabel(row: SheetRow, labels: readonly string[], found: FoundTable): string | null {
  const { table, columns, reading } = found
  const wanted = table.totals.map(normaliseText)
  const declared = labels.find((label) => {
    const plain = normaliseText(label)
    return wanted.some((total) => plain === total || plain.startsWith(`${total} `))
  })
  if (declared !== undefined) return declared
  if (
    !table.place ||
    labels.some(
      (label) =>
        label && reading.register.find(label).place && totalOf(label) === null && isFinest(label, found),
    )
  )
    return null
  const firstValue = Math.min(...columns.values.map(({ column }) => column))
  const before = row.cells.flatMap(({ column, text }) =>
    column < firstValue && column !== columns.measure && column !== columns.period ? [text] : [],
  )
  return (
    [...labels, ...before].find((text) => totalOf(text) !== null && !reading.register.find(text).place) ??
    null
  )
}

const isFinest = (label: string, { reading }: FoundTable) => {
  const { place } = reading.register.find(label)
  return place !== null && placeLevel(place.code) === 'facility'
}

/** The place a total is of: one its row names, the country where it says so; null where only the figures can tell. */
export function placeOfTotal(label: string, labels: readonly string[], found: FoundTable): Place | null {
  const { register, sources, mapping } = found.reading
  const named = labels.flatMap((text) => register.find(text).place ?? [])[0]
  if (named) return named
  const rest = totalOf(label)
  if (rest) {
    const own = register.find(rest).place ?? alike(rest, sources.places[mapping.country])
    if (own) return own
  }
  return saysWholeCountry(label) ? register.country : null
}

/** A region's name in another case: every word begins as the name's does. */
function alike(text: string, places: readonly Place[]): Place | null {
  const words = normaliseText(text).split(' ')
  const fitting = places.filter(
    ({ code, name, aliases }) =>
      placeLevel(code) === 'region' &&
      [name, ...aliases].some((spelling) =>
        normaliseText(spelling)
          .split(' ')
          .every((word) => words.some((written) => written.startsWith(stemOf(word)))),
      ),
  )
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

const stemOf = (word: string) => word.slice(0, Math.max(3, word.length - 3))
