import { cellsOf, type DataElement, type Frequency } from '../../indicators/model/data-element.ts'
import type { Quarter } from '../../indicators/model/period.ts'
import { type Country, type Place, PROGRAMME, parentOf, placeLevel } from '../../indicators/model/place.ts'
import type { PublicFigure } from '../../indicators/model/released.ts'
import type { SqlQuery, SqlValue } from '../../indicators/model/run-sql.ts'
import type { Calendar } from '../stages/map/mapping.ts'
import type { Warehouse } from './open-warehouse.ts'

/** `received` is when the last report a quarter needs first came; null when nothing came. */
export type Submission = {
  readonly country: Country
  readonly quarter: Quarter
  readonly due: string
  readonly received: string | null
}

/** A publicly reported figure and the cell of the file it was read in. */
export type PublicFigureRow = PublicFigure & {
  readonly fileHash: string
  readonly file: string
  readonly ref: string
}

export type Registers = {
  readonly places: readonly Place[]
  readonly elements: readonly DataElement[]
  readonly calendars: readonly Pick<Calendar, 'country' | 'yearStartMonth'>[]
  readonly submissions: readonly Submission[]
  readonly publicFigures: readonly PublicFigureRow[]
}

const stepMonths: Record<Frequency, number> = { quarterly: 3, 'six-monthly': 6, annual: 12 }

type Column<Row> = readonly [name: string, type: string, read: (row: Row) => SqlValue]

const placeColumns: readonly Column<Place>[] = [
  ['code', 'VARCHAR', (p) => p.code],
  ['name', 'VARCHAR', (p) => p.name],
  ['country', 'VARCHAR', (p) => (p.code === PROGRAMME ? null : p.code.slice(0, 3))],
  ['level', 'VARCHAR', (p) => placeLevel(p.code)],
  ['parent', 'VARCHAR', (p) => parentOf(p.code)],
  ['kind', 'VARCHAR', (p) => p.kind],
  ['programme', 'BOOLEAN', (p) => p.programme],
  ['opened', 'DATE', (p) => p.opened],
  ['closed', 'DATE', (p) => p.closed],
]

const elementColumns: readonly Column<DataElement>[] = [
  ['id', 'VARCHAR', (e) => e.id],
  ['kind', 'VARCHAR', (e) => e.kind],
  ['people', 'BOOLEAN', (e) => e.people],
  ['scope', 'VARCHAR', (e) => e.scope],
  ['sensitivity', 'VARCHAR', (e) => e.sensitivity],
  ['step_months', 'INTEGER', (e) => stepMonths[e.frequency]],
]

const elementCellColumns: readonly Column<{ element: string; cell: string }>[] = [
  ['element', 'VARCHAR', (c) => c.element],
  ['cell', 'VARCHAR', (c) => c.cell],
]

const calendarColumns: readonly Column<Registers['calendars'][number]>[] = [
  ['country', 'VARCHAR', (c) => c.country],
  ['year_start_month', 'INTEGER', (c) => c.yearStartMonth],
]

const submissionColumns: readonly Column<Submission>[] = [
  ['country', 'VARCHAR', (s) => s.country],
  ['quarter', 'VARCHAR', (s) => s.quarter],
  ['due', 'DATE', (s) => s.due],
  ['received', 'DATE', (s) => s.received],
]

const publicFigureColumns: readonly Column<PublicFigureRow>[] = [
  ['country', 'VARCHAR', (f) => f.country],
  ['as_of', 'DATE', (f) => f.asOf],
  ['measure', 'VARCHAR', (f) => f.measure],
  ['value', 'DECIMAL(18,4)', (f) => f.value],
  ['unit', 'VARCHAR', (f) => f.unit],
  ['sex', 'VARCHAR', (f) => f.sex],
  ['precision', 'VARCHAR', (f) => f.precision],
  ['source', 'VARCHAR', (f) => f.source],
  ['file_hash', 'VARCHAR', (f) => f.fileHash],
  ['file', 'VARCHAR', (f) => f.file],
  ['ref', 'VARCHAR', (f) => f.ref],
]

/** Writes what the cube rests on: tables place, element, element_cell and calendar, each sorted. */
export async function fillRegisters(db: Warehouse, { places, elements, calendars }: Registers) {
  await fill(db, 'place', placeColumns, places)
  await fill(db, 'element', elementColumns, elements)
  const cells = elements.flatMap((one) => cellsOf(one).map((cell) => ({ element: one.id, cell })))
  await fill(db, 'element_cell', elementCellColumns, cells)
  await fill(db, 'calendar', calendarColumns, calendars)
}

/** Writes what every import may change: tables submission and public_figure, each sorted. */
export async function fillReceived(
  db: Warehouse,
  { submissions, publicFigures }: Pick<Registers, 'submissions' | 'publicFigures'>,
) {
  await fill(db, 'submission', submissionColumns, submissions)
  await fill(db, 'public_figure', publicFigureColumns, publicFigures)
}

const appendedType = (type: string) =>
  type === 'DATE' ? 'VARCHAR' : type === 'BOOLEAN' || type === 'VARCHAR' ? type : 'DOUBLE'

async function fill<Row>(
  db: Warehouse,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
) {
  const raw = `${table}_raw`
  const plain = (text: string): SqlQuery => ({ text, values: [] })
  const definitions = columns.map(([name, type]) => `${name} ${appendedType(type)}`).join(', ')
  await db.run(plain(`CREATE TEMP TABLE ${raw} (${definitions})`))
  await db.append(
    raw,
    rows,
    columns.map(([, , read]) => read),
  )
  const casts = columns.map(([name, type]) => `${name}::${type} AS ${name}`).join(', ')
  await db.run(plain(`CREATE OR REPLACE TABLE ${table} AS SELECT ${casts} FROM ${raw} ORDER BY ALL`))
  await db.run(plain(`DROP TABLE ${raw}`))
}
