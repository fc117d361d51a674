import { type Place, placeLevel } from '../../../indicators/model/place.ts'
import { refOf, type SheetRow } from '../decode/sheet.ts'
import type { Register } from './find-place.ts'
import type { FoundTable } from './map-table.ts'

/** The finest place a row's labels name; `unknown` is the label that names none, or several. */
export type RowPlace = {
  place: Place | null
  unknown: { index: number; label: string; candidates: readonly Place[] } | null
}

/**
 * The place of a row: the finest of its labels, each within the coarser one before it.
 *
 * `heading` is the region whose name stood alone above the row; it tells two places of one name apart.
 */
export function placeOfLabels(
  labels: readonly string[],
  register: Register,
  heading: Place | null,
): RowPlace {
  let within: Place | null = null
  for (const [index, label] of labels.entries()) {
    if (label.trim() === '') continue
    const { place, candidates } = register.find(label, within)
    const found = place ?? (candidates.length > 1 ? register.find(label, heading).place : null)
    if (!found) return { place: null, unknown: { index, label, candidates } }
    within = found
  }
  return { place: within, unknown: null }
}

/** A place nobody knows, or that can be several. */
export function reportPlace(
  row: SheetRow,
  { unknown }: RowPlace,
  { columns, sheet, reading: { register, report } }: FoundTable,
) {
  const column = columns.places[unknown?.index ?? columns.places.length - 1] ?? 1
  const at = { sheet: sheet.name, ref: refOf(row.row, column) }
  const { label = '', candidates = [] } = unknown ?? {}
  const places = candidates.map(({ name, code }) => `${name} (${code})`).join(', ')
  if (places) report.add('place-unclear', at, label, { places })
  else report.add('place-unknown', at, label, { nearest: (label && register.nearest(label)) || '–' })
}

export const isRegion = (place: Place | null) => place !== null && placeLevel(place.code) === 'region'
