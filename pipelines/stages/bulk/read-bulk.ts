import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { cellsOf, type DataElement } from '../../../indicators/model/data-element.ts'
import type { Quarter } from '../../../indicators/model/period.ts'
import { countries } from '../../../indicators/model/place.ts'
import { openWarehouse, type Warehouse } from '../../warehouse/open-warehouse.ts'
import { copySorted, settledHash } from '../../warehouse/write-slice.ts'
import { type CodeBook, codeBookOf } from '../coded/code-book.ts'
import { completionsOf } from '../coded/reports-of.ts'
import { columnLetters, type Sheet } from '../decode/sheet.ts'
import { type Report, reportOn } from '../findings/report-finding.ts'
import { findPersons } from '../privacy/privacy-stop.ts'
import type { BulkRead, BulkRequest, BulkSlice } from './bulk-file.ts'
import { fillCodeTables } from './code-tables.ts'
import { column, columnsOf } from './columns.ts'
import { countRecords } from './count-records.ts'
import { judgeRows, nameTypes } from './judge.sql.ts'
import { reportFaults } from './report-faults.ts'
import {
  completeRows,
  orderRows,
  type Repeated,
  repeatedRows,
  type Stretch,
  sliceList,
  sliceRowsOf,
} from './slices.sql.ts'
import { countStaged, distinctTexts, firstRows, rejectedRows, stageText } from './stage.sql.ts'

const MEMORY = '1000MB'
const PRIVACY_ROWS = 5000
const PRIVACY_TEXTS = 50_000
const MOST_TOLD = 1000
const WRITERS = 2

/**
 * Reads a long table of millions of rows: staged as text, each different text understood once by the words of a small
 * file, then all rows at once.
 *
 * Shape   slices like those of a small file with the same content, to the byte; none where anything is an error
 * Errors  none for what the file holds
 */
export async function readBulk(request: BulkRequest): Promise<BulkRead> {
  const { file, folder, path } = request
  const report = reportOn(file)
  const read: BulkRead = {
    country: request.country,
    version: 1,
    records: 0,
    slices: [],
    findings: report.findings,
    refused: false,
  }
  const db = await openWarehouse(join(folder, 'staged.duckdb'), {
    folders: [folder],
    files: [path],
    memory: MEMORY,
  })
  try {
    const [counted] = await Promise.all([countRecords(path, request.separator), db.run(stageText(request))])
    const rejected = await db.all<{ line: number; kind: string }>(rejectedRows)
    for (const { line, kind } of rejected)
      report.add(
        kind === 'INVALID ENCODING' ? 'text-encoding-wrong' : 'text-damaged',
        { ref: `A${line}` },
        '',
        {
          reason: kind === 'INVALID ENCODING' ? 'UTF-8' : line,
        },
      )
    read.records = (await db.all<{ records: number }>(countStaged))[0]?.records ?? 0
    if (rejected.length === 0 && read.records + 1 !== counted)
      report.add('cells-lost', {}, '', { reason: `${read.records} / ${counted - 1}` })
    if (await holdsPersons(db, request, report)) return { ...read, refused: true }
    const book = await bookOf(db, request)
    if (!book) report.add('country-needed', {}, '')
    for (const [index, role] of request.roles.entries())
      if (role === null)
        report.add('column-unmapped', { ref: `${columnLetters(index + 1)}1` }, request.header[index] ?? '')
    if (!book || hasErrors(report)) return read
    await judge(db, request, book, report)
    if (!hasErrors(report)) await putInOrder(db, request, book, report)
    const slices = hasErrors(report) ? [] : await writeSlices(db, request, book)
    return { ...read, country: book.country, version: book.version, slices }
  } finally {
    db.close()
  }
}

const hasErrors = ({ findings }: Report) => findings.some(({ severity }) => severity === 'error')

/** The first rows as they stand, and every different text of each column. */
async function holdsPersons(
  db: Warehouse,
  { header, sources }: BulkRequest,
  report: Report,
): Promise<boolean> {
  const head = {
    row: 1,
    cells: header.map((text, index) => ({ column: index + 1, text, kind: 'text' as const })),
  }
  const sheetOf = (rows: readonly (readonly string[])[]): Sheet =>
    ({
      name: '',
      merged: [],
      rows: [
        head,
        ...rows.map((texts, nth) => ({
          row: nth + 2,
          cells: texts.flatMap((text, index) =>
            text === '' ? [] : [{ column: index + 1, text, kind: 'text' as const }],
          ),
        })),
      ],
    }) as unknown as Sheet
  const texts = async (index: number) =>
    (await db.all<Record<string, string>>(distinctTexts([column(index)], PRIVACY_TEXTS))).map(
      (row) => row[column(index)] ?? '',
    )
  const first = await db.all<Record<string, string>>(firstRows(PRIVACY_ROWS))
  const different = await Promise.all(header.map((_, index) => texts(index)))
  const longest = Math.max(...different.map(({ length }) => length))
  const sheets = [
    sheetOf(first.map((row) => header.map((_, index) => row[column(index)] ?? ''))),
    sheetOf(Array.from({ length: longest }, (_, nth) => different.map((list) => list[nth] ?? ''))),
  ]
  const person = findPersons(
    sheets,
    countries.flatMap((code) => sources.places[code]),
  )
  if (person) report.add('personal-data', { ref: person.ref }, '', { kind: person.kind })
  return person !== null
}

/** The codes of the country that was named, or of the only one whose places the file names. */
async function bookOf(db: Warehouse, { country, sources, roles }: BulkRequest): Promise<CodeBook | null> {
  if (country) return codeBookOf(sources, country)
  const at = column(roles.indexOf('place'))
  const places = await db.all<Record<string, string>>(distinctTexts([at], PRIVACY_TEXTS))
  const fitting = countries
    .map((code) => codeBookOf(sources, code))
    .filter((book) => places.some((row) => book.place((row[at] ?? '').trim()).place !== null))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

async function judge(db: Warehouse, { roles, sources }: BulkRequest, book: CodeBook, report: Report) {
  const columns = columnsOf(roles)
  await fillCodeTables(db, columns, book, sources.calendars[book.country].yearStartMonth)
  const elements: DataElement[] = [...sources.elements.values()]
  const reports = sources.mappings.filter(({ country }) => country === book.country).map(({ id }) => id)
  for (const type of nameTypes({
    element: elements.map(({ id }) => id),
    place: sources.places[book.country].map(({ code }) => code),
    cell: ['', ...elements.flatMap(cellsOf)],
    report: [...reports, `${book.country}-messages`],
  }))
    await db.run(type)
  await db.run(judgeRows(columns))
  await reportFaults(db, columns, report)
}

async function putInOrder(db: Warehouse, { roles, sources }: BulkRequest, book: CodeBook, report: Report) {
  const letters = columnLetters(roles.indexOf('value') + 1)
  for (const { id } of sources.mappings.filter(({ country }) => country === book.country))
    for (const completion of completionsOf(sources.mappings, id))
      await db.run(completeRows(id, completion, letters))
  await db.run(orderRows)
  for (const { line, first_line, value, first_value } of await db.all<Repeated>(repeatedRows(MOST_TOLD)))
    report.add('value-twice', { ref: `${letters}${line}` }, value ?? '', {
      first: `${letters}${first_line}`,
      was: first_value ?? '',
    })
}

async function writeSlices(db: Warehouse, request: BulkRequest, book: CodeBook): Promise<BulkSlice[]> {
  const { roles, folder, file, fileHash } = request
  const letters = columnLetters(roles.indexOf('value') + 1)
  const waiting = await db.all<Stretch>(sliceList)
  const slices: BulkSlice[] = []
  // A slice is written by one thread: as many are under way as there are threads.
  const write = async (session: Warehouse, nth: number) => {
    const partial = join(folder, `slice-${nth}.partial`)
    for (let stretch = waiting.shift(); stretch; stretch = waiting.shift()) {
      const { report, quarter_number, rows, first_key, last_key } = stretch
      const mapping = `${report}@codes${book.version}`
      const written = { first_key, last_key, country: book.country, fileHash, file, mapping, letters }
      await copySorted(session, sliceRowsOf(written), partial)
      const hash = await settledHash(partial)
      await rename(partial, join(folder, `${hash}.parquet`))
      slices.push({ report, quarter: quarterOfNumber(quarter_number), hash, rows })
    }
    session.close()
  }
  await Promise.all(Array.from({ length: WRITERS }, async (_, nth) => write(await db.session(), nth)))
  return slices.sort((a, b) => (`${a.report} ${a.quarter}` < `${b.report} ${b.quarter}` ? -1 : 1))
}

const quarterOfNumber = (number: number): Quarter =>
  `${Math.floor((number - 1) / 4)}-Q${((number - 1) % 4) + 1}`
