import { cellOf } from '../../../indicators/model/breakdown.ts'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { Observation } from '../../../indicators/model/observation.ts'
import type { Place } from '../../../indicators/model/place.ts'
import { refOf, type SheetRow } from '../decode/sheet.ts'
import { decimalDoubt, markDoubt } from '../questions/value-doubts.ts'
import { matchesSpelling } from '../values/normalise-text.ts'
import type { Stretch } from '../values/parse-period.ts'
import { readValue } from '../values/read-value.ts'
import type { FoundTable, Reading } from './map-table.ts'
import type { ColumnMapping, Meaning, TableMapping } from './mapping.ts'
import type { FileStyle } from './number-texts.ts'
import { columnPeriod } from './period-column.ts'

/**
 * The values of one row. `silent` leaves out findings: a total's cells are compared, never kept.
 *
 * Shape   one per mapped column that has a meaning in this row; none where its place (null) or its period is not
 *         known, though what its cells hold is still judged
 */
export function observationsOf(
  row: SheetRow,
  place: Place | null,
  ofRow: Partial<Meaning>,
  found: FoundTable,
  style: FileStyle,
  silent = false,
): Observation[] {
  const { columns, table, sheet, reading } = found
  const stretch = found.stretch ?? columnPeriod(row, found, silent)
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]))
  const { report, sources, mapping: source } = reading
  const reason = reasonOf(row, found, silent)
  return columns.values.flatMap(({ column, mapping }) => {
    const cell = cells.get(column)
    const meaning = combined(ofRow, mapping, table, stretch)
    const element = meaning.element && sources.elements.get(meaning.element)
    if (!element) return []
    const at = { sheet: sheet.name, ref: refOf(row.row, column) }
    if (!isSplitBy(element, meaning)) {
      if (cell && !silent) report.add('cell-not-expected', at, cell.text, { element: element.id })
      return []
    }
    const read = readValue(cell, element, style)
    if ('asks' in read) {
      if (!silent) askAbout(read.asks, cell?.text ?? '', at, found, style)
      return []
    }
    if ('problem' in read) {
      if (!silent) report.add(read.problem, at, cell?.text ?? '', read.params)
      return []
    }
    if (!stretch || !place) return []
    if (!cell && !reason && !silent) report.add('cell-blank', at, '', { place: place.name })
    return {
      element: element.id,
      country: source.country,
      place: place.code,
      periodStart: meaning.deliveredAs === 'year_to_date' ? startOfYear(stretch, reading) : stretch.start,
      periodEnd: stretch.end,
      deliveredAs: meaning.deliveredAs,
      cell: cellOf(meaning.cell),
      ...read,
      ...(cell ? {} : { state: reason ?? read.state }),
      derived: false,
      lineage: {
        fileHash: reading.fileHash,
        file: reading.file,
        ...at,
        mapping: `${source.id}@${source.version}`,
      },
    }
  })
}

/** Why cells of the row are empty, where it says so. */
function reasonOf(row: SheetRow, { columns, table, sheet, reading }: FoundTable, silent: boolean) {
  const cell = row.cells.find(({ column }) => column === columns.reason)
  if (!cell || !table.reason) return null
  const known = Object.entries(table.reason.words).find(([word]) => matchesSpelling(cell.text, word))
  const at = { sheet: sheet.name, ref: refOf(row.row, cell.column) }
  if (!known && !silent) reading.report.add('reason-unknown', at, cell.text)
  return known?.[1] ?? null
}

function askAbout(
  what: 'mark' | 'decimal',
  text: string,
  at: { sheet: string; ref: string },
  { reading }: FoundTable,
  { likely }: FileStyle,
) {
  reading.doubts.ask(what === 'mark' ? markDoubt(text) : decimalDoubt(text, likely), at)
}

const isSplitBy = ({ dimensions }: DataElement, { cell }: Pick<Meaning, 'cell'>) =>
  Object.keys(cell).every((dimension) => (dimensions as string[]).includes(dimension))

/** "For nine months" counts from January where neither column nor row says otherwise. */
function combined(
  ofRow: Partial<Meaning>,
  ofColumn: ColumnMapping,
  table: TableMapping,
  stretch: Stretch | null,
) {
  const byDefault = stretch?.cumulative && table.deliveredAs === 'period' ? 'year_to_date' : table.deliveredAs
  return {
    element: ofColumn.element ?? ofRow.element,
    cell: { ...ofRow.cell, ...ofColumn.cell },
    deliveredAs: ofColumn.deliveredAs ?? ofRow.deliveredAs ?? byDefault,
  }
}

function startOfYear({ end }: Stretch, { mapping, sources }: Reading) {
  const { yearStartMonth } = sources.calendars[mapping.country]
  const year = Number(end.slice(0, 4)) - (Number(end.slice(5, 7)) < yearStartMonth ? 1 : 0)
  return `${year}-${String(yearStartMonth).padStart(2, '0')}-01`
}
