import type { DataElement } from '../../../indicators/model/data-element.ts'
import { type Place, placeLevel } from '../../../indicators/model/place.ts'
import { filledTexts, refOf, type SheetRow } from '../decode/sheet.ts'
import { matchesSpelling, normaliseText } from '../values/normalise-text.ts'
import { isWithin, type RowValues } from './check-totals.ts'
import { isNumbering } from './find-header.ts'
import type { FoundTable } from './map-table.ts'
import type { Meaning, TableMapping } from './mapping.ts'
import { observationsOf } from './observe-row.ts'

/** The table's rows of values, and apart from them those that sum others up. Rows without a value are headings or notes. */
export function readRows(found: FoundTable): { rows: RowValues[]; totals: RowValues[] } {
  const { sheet, table, columns, lastRow } = found
  const rows: RowValues[] = []
  const totals: RowValues[] = []
  const coarse: RowValues[] = []
  const body = sheet.rows.filter(({ row }) => row > lastRow)
  const isTotal = totalsOf(table)
  const textAt = filledTexts(sheet, lastRow + 1, body.at(-1)?.row ?? 0)
  for (const [index, row] of body.entries()) {
    if (index === 0 && isNumbering(row.cells.map(({ text }) => text))) continue
    const labels = columns.places.map((column) => textAt(row.row, column))
    if (labels.some(isTotal)) totals.push(readTotal(row, labels, found))
    else {
      const read = readRow(row, labels, found)
      if (read) (sumsUp(read, found) ? coarse : rows).push(read)
    }
  }
  for (const { place, observations } of coarse)
    if (!rows.some((row) => isWithin(row.place, place)))
      found.reading.report.add('place-too-coarse', observations[0]?.lineage ?? {}, '', { place: place.name })
  return { rows, totals: [...totals, ...coarse] }
}

const totalsOf = ({ totals }: TableMapping) => {
  const wanted = totals.map(normaliseText)
  return (label: string) => {
    const plain = normaliseText(label)
    return wanted.some((total) => plain === total || plain.startsWith(`${total} `))
  }
}

const levelOf = {
  'all-facilities': 'facility',
  'programme-facilities': 'facility',
  regions: 'region',
  country: 'country',
} as const

/** A region's own row in a table of facilities is their sum, whatever it is called. */
function sumsUp({ place, observations }: RowValues, { reading, columns }: FoundTable): boolean {
  if (columns.places.length === 0 || placeLevel(place.code) === 'facility') return false
  const scopes = observations.map(({ element }) => reading.sources.elements.get(element)?.scope)
  return scopes.some((scope: DataElement['scope'] | undefined) => scope && levelOf[scope] === 'facility')
}

/** A subtotal belongs to the region its row names, a grand total to the country. */
function readTotal(row: SheetRow, labels: string[], found: FoundTable): RowValues {
  const { register } = found.reading
  const place = labels.flatMap((label) => register.find(label).place ?? [])[0] ?? register.country
  return { place, observations: observationsOf(row, place, {}, found, true) }
}

function readRow(row: SheetRow, labels: string[], found: FoundTable): RowValues | null {
  const { columns, table } = found
  const held = row.cells.filter((cell) => columns.values.some(({ column }) => column === cell.column))
  const place = placeOfRow(row, labels, found, held.length > 0)
  if (place && held.length === 0 && placeLevel(place.code) !== 'facility' && columns.places.length > 1)
    return null
  // Without a place, what has no digit may be a heading or a note.
  if (!place && !held.some(({ text }) => /\p{Nd}/u.test(text))) return null
  const meaning = table.measure ? meaningOfRow(row, found, held.length > 0) : {}
  const observations = meaning && observationsOf(row, place, meaning, found)
  return place && observations && { place, observations }
}

/** The whole country where the table names no places; null where it should and does not. */
const placeOfRow = (row: SheetRow, labels: readonly string[], found: FoundTable, holdsValues: boolean) => {
  if (!found.table.place) return found.reading.register.country
  return found.columns.places.length > 0 ? placeOf(row, labels, found, holdsValues) : null
}

function meaningOfRow(row: SheetRow, found: FoundTable, holdsValues: boolean): Meaning | null {
  const { columns, table, sheet, reading } = found
  if (columns.measure === null) return null
  const label = row.cells.find(({ column }) => column === columns.measure)?.text ?? ''
  const meaning = meaningOf(label, table.measure?.labels ?? {})
  const at = { sheet: sheet.name, ref: refOf(row.row, columns.measure) }
  if (!meaning && holdsValues) reading.report.add('row-label-unknown', at, label)
  return meaning ?? null
}

const meaningOf = (label: string, labels: Record<string, Meaning>) =>
  Object.entries(labels).find(([spelling]) => matchesSpelling(label, spelling))?.[1]

/** The finest place a row names; a place that is not where the row's coarser label says is asked about. */
function placeOf(
  row: SheetRow,
  labels: readonly string[],
  { columns, sheet, reading: { register, report } }: FoundTable,
  holdsValues: boolean,
): Place | null {
  let within: Place | null = null
  for (const [index, label] of labels.entries()) {
    if (label.trim() === '') continue
    const at = { sheet: sheet.name, ref: refOf(row.row, columns.places[index] ?? 1) }
    const { place, candidates } = register.find(label, within)
    if (!place && holdsValues) {
      const places = candidates.map(({ name, code }) => `${name} (${code})`).join(', ')
      if (places) report.add('place-unclear', at, label, { places })
      else report.add('place-unknown', at, label, { nearest: register.nearest(label) ?? '–' })
    }
    if (!place) return null
    within = place
  }
  if (!within && holdsValues)
    report.add('place-unknown', { sheet: sheet.name, ref: refOf(row.row, columns.places.at(-1) ?? 1) }, '', {
      nearest: '–',
    })
  return within
}
