import { cellOf } from '../../indicators/model/breakdown.ts'
import type { Observation } from '../../indicators/model/observation.ts'
import type { Place } from '../../indicators/model/place.ts'
import { checkTotals, type RowValues } from './check-totals.ts'
import { completeCells } from './complete-cells.ts'
import { findHeader, isNumbering } from './find-header.ts'
import type { Register } from './find-place.ts'
import type { Sources } from './load-sources.ts'
import type { ColumnMapping, Mapping, Meaning, TableMapping } from './mapping.ts'
import { matchesSpelling, normaliseText } from './normalise-text.ts'
import { parsePeriod, type Stretch } from './parse-period.ts'
import { readValue } from './read-value.ts'
import type { Report } from './report-finding.ts'
import { type Columns, resolveColumns } from './resolve-columns.ts'
import { filledTexts, refOf, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'

/** What a file is read with. */
export type Reading = {
  file: string
  fileHash: string
  mapping: Mapping
  register: Register
  sources: Sources
  report: Report
}

/**
 * One table of a national file → observations, the cells of a split completed as its mapping says.
 *
 * Shape   one observation per row and mapped column, blank ones as missing; none for subtotals and totals
 * Errors  a cell that cannot be read becomes a finding and no observation; nothing is thrown
 */
export function mapTable(sheet: Sheet, table: TableMapping, reading: Reading): Observation[] {
  const { report } = reading
  const header = findHeader(sheet, table)
  if (!header) {
    report.add('header-missing', { sheet: sheet.name }, '', { anchors: table.anchor.join(', ') })
    return []
  }
  const columns = resolveColumns(header, table, sheet.name, report)
  const titles = sheet.rows.filter(({ row }) => row < header.firstRow).flatMap(({ cells }) => cells)
  const stretch = table.period.in === 'column' ? null : periodOf(sheet, titles, table, reading)
  if (!stretch && table.period.in !== 'column') return []
  const context = { sheet, table, reading, columns, stretch, lastRow: header.lastRow }
  const { rows, totals } = readRows(context)
  checkTotals(rows, totals, sheet.name, report)
  return completeCells(
    rows.flatMap(({ observations }) => observations),
    table,
  )
}

type Context = {
  sheet: Sheet
  table: TableMapping
  reading: Reading
  columns: Columns
  stretch: Stretch | null
  lastRow: number
}

function periodOf(sheet: Sheet, titles: SheetCell[], { period }: TableMapping, { file, report }: Reading) {
  const texts = { title: titles.map(({ text }) => text), sheet: [sheet.name], file: [file], column: [] }[
    period.in
  ]
  const found = texts.map((text) => parsePeriod(text, period.form)).find((stretch) => stretch !== null)
  if (!found)
    report.add(
      'period-unreadable',
      { sheet: sheet.name, ref: period.in === 'title' ? 'A1' : '' },
      texts.join(' '),
      { form: period.form },
    )
  return found ?? null
}

function readRows(context: Context) {
  const { sheet, table, columns, lastRow } = context
  const rows: RowValues[] = []
  const totals: RowValues[] = []
  const body = sheet.rows.filter(({ row }) => row > lastRow)
  const textAt = filledTexts(sheet, lastRow + 1, body.at(-1)?.row ?? 0)
  for (const row of body) {
    if (isNumbering(row.cells.map(({ text }) => text))) continue
    const labels = columns.places.map((column) => textAt(row.row, column))
    const totalLabel = labels.find((label) => isTotal(label, table))
    const read = totalLabel === undefined ? readRow(row, labels, context) : readTotal(row, labels, context)
    if (read) (totalLabel === undefined ? rows : totals).push(read)
  }
  return { rows, totals }
}

const isTotal = (label: string, { totals }: TableMapping) =>
  totals.some(
    (total) =>
      normaliseText(label) === normaliseText(total) ||
      normaliseText(label).startsWith(`${normaliseText(total)} `),
  )

/** A subtotal belongs to the region its row names, a grand total to the country. */
function readTotal(row: SheetRow, labels: string[], context: Context): RowValues {
  const { register } = context.reading
  const place = labels.map((label) => register.find(label)).find((found) => found !== undefined)
  return {
    place: place ?? register.country,
    observations: observationsOf(row, place ?? register.country, {}, context, true),
  }
}

function readRow(row: SheetRow, labels: string[], context: Context): RowValues | null {
  const { columns, table, sheet, reading } = context
  const holdsValues = columns.values.some(({ column }) => row.cells.some((cell) => cell.column === column))
  const place = columns.places.length ? placeOf(labels, reading.register) : reading.register.country
  if (!place) {
    const label = labels.filter((text) => text.trim()).at(-1) ?? ''
    const ref = refOf(row.row, columns.places.at(-1) ?? 1)
    if (holdsValues)
      reading.report.add('place-unknown', { sheet: sheet.name, ref }, label, {
        nearest: reading.register.nearest(label)?.aliases[0] ?? '–',
      })
    return null
  }
  if (!table.measure) return { place, observations: observationsOf(row, place, {}, context) }
  const cell = row.cells.find(({ column }) => column === columns.measure)
  const label = cell?.text ?? ''
  const meaning = Object.entries(table.measure.labels).find(([spelling]) =>
    matchesSpelling(label, spelling),
  )?.[1]
  if (meaning) return { place, observations: observationsOf(row, place, meaning, context) }
  if (holdsValues)
    reading.report.add(
      'row-label-unknown',
      { sheet: sheet.name, ref: refOf(row.row, columns.measure ?? 1) },
      label,
    )
  return null
}

/** The finest place a row names; coarser labels of the row decide between places of one name. */
function placeOf(labels: readonly string[], register: Register): Place | undefined {
  let within: Place | undefined
  let named = false
  for (const label of labels.filter((text) => text.trim())) {
    const found = register.find(label, within)
    named = true
    if (!found) return undefined
    within = found
  }
  return named ? within : undefined
}

function observationsOf(
  row: SheetRow,
  place: Place,
  ofRow: Partial<Meaning>,
  context: Context,
  silent = false,
): Observation[] {
  const { columns, table, sheet, reading } = context
  const stretch = context.stretch ?? columnPeriod(row, context)
  if (!stretch) return []
  return columns.values.flatMap(({ column, mapping }) => {
    const cell = row.cells.find((candidate) => candidate.column === column)
    const meaning = combined(ofRow, mapping, table)
    const element = meaning.element && reading.sources.elements.get(meaning.element)
    if (!element) return []
    const at = { sheet: sheet.name, ref: refOf(row.row, column) }
    const split = Object.keys(meaning.cell)
    if (!split.every((dimension) => (element.dimensions as string[]).includes(dimension))) {
      if (cell && !silent) reading.report.add('cell-not-expected', at, cell.text, { element: element.id })
      return []
    }
    const read = readValue(cell, element, reading.mapping)
    if ('problem' in read) {
      if (!silent) reading.report.add(read.problem, at, cell?.text ?? '', read.params)
      return []
    }
    if (!cell && !silent) reading.report.add('cell-blank', at, '', { place: place.name })
    return {
      element: element.id,
      country: reading.mapping.country,
      place: place.code,
      periodStart: meaning.deliveredAs === 'year_to_date' ? startOfYear(stretch, reading) : stretch.start,
      periodEnd: stretch.end,
      deliveredAs: meaning.deliveredAs,
      cell: cellOf(meaning.cell),
      ...read,
      derived: false,
      lineage: {
        fileHash: reading.fileHash,
        file: reading.file,
        ...at,
        mapping: `${reading.mapping.id}@${reading.mapping.version}`,
      },
    }
  })
}

function combined(ofRow: Partial<Meaning>, ofColumn: ColumnMapping, { deliveredAs }: TableMapping) {
  return {
    element: ofColumn.element ?? ofRow.element,
    cell: { ...ofRow.cell, ...ofColumn.cell },
    deliveredAs: ofColumn.deliveredAs ?? ofRow.deliveredAs ?? deliveredAs,
  }
}

function columnPeriod(row: SheetRow, { columns, table, sheet, reading }: Context) {
  const cell = row.cells.find(({ column }) => column === columns.period)
  const stretch = parsePeriod(cell?.text ?? '', table.period.form)
  if (!stretch)
    reading.report.add(
      'period-unreadable',
      { sheet: sheet.name, ref: refOf(row.row, columns.period ?? 1) },
      cell?.text ?? '',
      { form: table.period.form },
    )
  return stretch
}

function startOfYear({ end }: Stretch, { mapping, sources }: Reading) {
  const { yearStartMonth } = sources.calendars[mapping.country]
  const year = Number(end.slice(0, 4)) - (Number(end.slice(5, 7)) < yearStartMonth ? 1 : 0)
  return `${year}-${String(yearStartMonth).padStart(2, '0')}-01`
}
