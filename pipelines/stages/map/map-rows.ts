import type { DataElement } from '../../../indicators/model/data-element.ts'
import { type Place, parentOf, placeLevel } from '../../../indicators/model/place.ts'
import { filledTexts, refOf, type SheetCell, type SheetRow } from '../decode/sheet.ts'
import { countingDoubt } from '../questions/counting-doubt.ts'
import { isMark } from '../values/marks.ts'
import { normaliseText, spellingsOf } from '../values/normalise-text.ts'
import { isCountingOpen } from './ask-counting.ts'
import type { RowValues, TotalValues } from './check-totals.ts'
import { isNumbering } from './find-header.ts'
import { placeOfTotal, totalLabel } from './find-total.ts'
import type { FoundTable } from './map-table.ts'
import type { Meaning } from './mapping.ts'
import type { FileStyle } from './number-texts.ts'
import { observationsOf } from './observe-row.ts'
import { isRegion, placeOfLabels, type RowPlace, reportPlace } from './row-place.ts'
import { rowsBetween } from './rows-between.ts'

type LabelledRow = { row: SheetRow; labels: string[]; held: SheetCell[]; total: string | null; of: RowPlace }

/** The rows under a block's header, without the one that numbers the columns. */
export function blockRows({ sheet, header, endRow }: FoundTable): SheetRow[] {
  const rows = rowsBetween(sheet.rows, header.lastRow + 1, endRow)
  return rows[0] && isNumbering(rows[0].cells.map(({ text }) => text)) ? rows.slice(1) : rows
}

/** The block's rows of values, and apart from them those that sum others up. Rows without a value are headings or notes. */
export function readRows(found: FoundTable, style: FileStyle): { rows: RowValues[]; totals: TotalValues[] } {
  const rows: RowValues[] = []
  const totals: TotalValues[] = []
  const labelled = labelledRows(found)
  const lastPlace = labelled.findLastIndex(({ of, total }) => of.place !== null || total !== null)
  for (const [index, one] of labelled.entries()) {
    if (one.total !== null) totals.push(readTotal(one, one.total, found, style))
    else {
      const read = readRow(one, found, style, index > lastPlace)
      if (read && sumsUp(read, found)) totals.push({ ...read, label: read.place.name })
      else if (read) rows.push(read)
    }
  }
  reportCoarse(rows, totals, labelled, found)
  return { rows, totals }
}

function labelledRows(found: FoundTable): LabelledRow[] {
  const { sheet, table, columns, header, reading } = found
  const body = blockRows(found)
  const textAt = filledTexts({ ...sheet, rows: body }, header.lastRow + 1, body.at(-1)?.row ?? 0)
  const values = new Set(columns.values.map(({ column }) => column))
  let heading: Place | null = null
  return body.map((row) => {
    const labels = columns.places.map((column) => textAt(row.row, column))
    const held = row.cells.filter(({ column }) => values.has(column))
    const named = placeOfLabels(labels, reading.register, heading)
    const of = table.place ? named : { place: reading.register.country, unknown: null }
    if (held.length === 0 && isRegion(of.place)) heading = of.place
    return { row, labels, held, total: totalLabel(row, labels, found), of }
  })
}

/** The level at which an element is delivered. */
export const levelOf = {
  'all-facilities': 'facility',
  'programme-facilities': 'facility',
  regions: 'region',
  country: 'country',
} as const

/** Whether a row with a region's name alone is a heading. */
const isOfFacilities = ({ columns, reading: { sources } }: FoundTable) =>
  columns.places.length > 1 ||
  columns.values.some(({ mapping }) => {
    const scope = sources.elements.get(mapping.element ?? '')?.scope
    return scope && levelOf[scope] === 'facility'
  })

/** A region's own row in a table of facilities is their sum, whatever it is called. */
function sumsUp({ place, observations }: RowValues, { reading, columns }: FoundTable): boolean {
  if (columns.places.length === 0 || placeLevel(place.code) === 'facility') return false
  const scopes = observations.map(({ element }) => reading.sources.elements.get(element)?.scope)
  return scopes.some((scope: DataElement['scope'] | undefined) => scope && levelOf[scope] === 'facility')
}

function reportCoarse(
  rows: readonly RowValues[],
  totals: readonly TotalValues[],
  labelled: readonly LabelledRow[],
  { reading }: FoundTable,
) {
  const called = new Set(labelled.flatMap(({ row, total }) => (total === null ? [] : [row.row])))
  const covered = new Set(rows.flatMap(({ place }) => [parentOf(place.code), reading.register.country.code]))
  for (const { row, place, observations } of totals)
    if (place && !called.has(row) && !covered.has(place.code))
      reading.report.add('place-too-coarse', observations[0]?.lineage ?? {}, '', { place: place.name })
}

function readTotal(
  { row, labels }: LabelledRow,
  label: string,
  found: FoundTable,
  style: FileStyle,
): TotalValues {
  const { columns, table, reading } = found
  const place = placeOfTotal(label, labels, found)
  const text = row.cells.find(({ column }) => column === columns.measure)?.text ?? ''
  const meaning = table.measure ? (meaningOf(text, table.measure.labels) ?? {}) : {}
  const observations = observationsOf(row, place ?? reading.register.country, meaning, found, style, true)
  return { row: row.row, label, place, observations }
}

function readRow(one: LabelledRow, found: FoundTable, style: FileStyle, isBelow: boolean): RowValues | null {
  const { row, held, of } = one
  const { columns, table } = found
  const place = table.place && columns.places.length === 0 ? null : of.place
  if (place && held.length === 0 && placeLevel(place.code) !== 'facility' && isOfFacilities(found))
    return null
  if (!place && isNote(one, isBelow || row.row >= found.nextTitle)) return null
  if (!place && held.length > 0 && columns.places.length > 0) reportPlace(row, of, found)
  if (!place && !held.some(({ text }) => /\p{Nd}/u.test(text))) return null
  const meaning = table.measure ? meaningOfRow(row, found, held.length > 0) : {}
  const observations = meaning && observationsOf(row, place, meaning, found, style)
  return place && observations && { row: row.row, place, observations }
}

const date = /^\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}$/u

/** A heading, a remark, a signature with its date: no figure stands in it, and below the last place or alone in its row. */
function isNote({ held }: LabelledRow, isBelow: boolean): boolean {
  const isFigure = ({ text, kind }: SheetCell) =>
    kind !== 'date' && !date.test(text.trim()) && (/\p{Nd}/u.test(text) || isMark(normaliseText(text)))
  return !held.some(isFigure) && (isBelow || held.length <= 1)
}

function meaningOfRow(row: SheetRow, found: FoundTable, holdsValues: boolean): Meaning | null {
  const { columns, table, sheet, reading } = found
  if (columns.measure === null) return null
  const label = row.cells.find(({ column }) => column === columns.measure)?.text ?? ''
  const meaning = meaningOf(label, table.measure?.labels ?? {})
  const at = { sheet: sheet.name, ref: refOf(row.row, columns.measure) }
  if (!meaning && holdsValues) reading.report.add('row-label-unknown', at, label)
  if (!meaning || !isCountingOpen([label], meaning, table, reading)) return meaning ?? null
  if (holdsValues) reading.doubts.ask(countingDoubt([label]), at)
  return null
}

const byLabel = new WeakMap<Record<string, Meaning>, Map<string, Meaning>>()

/** What a row's label says that it counts. */
export function meaningOf(label: string, labels: Record<string, Meaning>): Meaning | undefined {
  const known = byLabel.get(labels) ?? new Map<string, Meaning>()
  if (!byLabel.has(labels)) {
    byLabel.set(labels, known)
    for (const [pattern, meaning] of Object.entries(labels))
      for (const spelling of pattern.split(' | ').map(normaliseText))
        if (!known.has(spelling)) known.set(spelling, meaning)
  }
  return spellingsOf(label).flatMap((written) => known.get(written) ?? [])[0]
}
