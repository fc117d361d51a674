import { placeLevel } from '../../../indicators/model/place.ts'
import type { Warehouse } from '../../warehouse/open-warehouse.ts'
import type { CodeBook, CodedElement } from '../coded/code-book.ts'
import { blankValue, type CodedValue } from '../coded/coded-value.ts'
import type { Say } from '../coded/map-message.ts'
import { fitPeriod } from '../coded/period-code.ts'
import { readCodedValue } from '../coded/read-coded-value.ts'
import { cellOfValue, elementOf, placeOf } from '../coded/resolve-codes.ts'
import type { FindingCode } from '../findings/findings.ts'
import { levelOf } from '../map/map-rows.ts'
import type { Stretch } from '../values/parse-period.ts'
import { createTables, valueTexts } from './code-tables.sql.ts'
import type { Columns } from './columns.ts'
import { distinctTexts } from './stage.sql.ts'

export type Problem = { code: FindingCode; params: Record<string, string | number> }
type Texts = Record<string, string>
type Row = Record<string, string | number | boolean | null>

/** More different codes than this are no codes. */
const MOST_TEXTS = 1_000_000

/**
 * What every different text of a staged long table means, by the same words as in a small file: millions of rows have
 * few codes.
 *
 * Shape   tables code_element, code_place, code_cell, code_period and code_value, joined by the texts as they stand;
 *         `problem` says as JSON why a text means nothing
 */
export async function fillCodeTables(
  db: Warehouse,
  columns: Columns,
  book: CodeBook,
  yearStartMonth: number,
) {
  await createTables(db, columns.combos)
  const asked: Asked = { columns, book, texts: (of) => db.all<Texts>(distinctTexts(of, MOST_TEXTS)) }
  const { rows, elements } = await elementRows(asked)
  await append(db, 'code_element', rows)
  await append(db, 'code_place', await placeRows(asked))
  await append(db, 'code_cell', await cellRows(asked, elements))
  await append(db, 'code_period', await periodRows(asked, elements, yearStartMonth))
  const values = await db.all<Texts>(valueTexts(columns, MOST_TEXTS))
  await append(db, 'code_value', valueRows(values, elements))
}

type Asked = { columns: Columns; book: CodeBook; texts(of: readonly string[]): Promise<Texts[]> }
type Elements = ReadonlyMap<string, CodedElement>

async function elementRows({ columns, book, texts }: Asked) {
  const elements = new Map<string, CodedElement>()
  const rows = (await texts([columns.element])).map((row): Row => {
    const raw = row[columns.element] ?? ''
    const { found, problem } = ask((say) => elementOf(valued({ element: raw }), book, say))
    if (found) elements.set(raw, found)
    return {
      raw,
      ignored: book.isIgnored(raw.trim()),
      element: found?.element.id ?? null,
      report: found?.report ?? null,
      delivered_as: found?.deliveredAs ?? null,
      kind: found?.element.kind ?? null,
      level: found ? levelOf[found.element.scope] : null,
      problem,
    }
  })
  return { rows, elements }
}

const placeRows = async ({ columns, book, texts }: Asked) =>
  (await texts([columns.place])).map((row): Row => {
    const raw = row[columns.place] ?? ''
    const { found, problem } = ask((say) => placeOf(valued({ place: raw }), book, say))
    return {
      raw,
      place: found?.code ?? null,
      name: found?.name ?? null,
      level: found ? placeLevel(found.code) : null,
      opened: found?.opened ?? null,
      closed: found?.closed ?? null,
      problem,
    }
  })

async function cellRows({ columns, book, texts }: Asked, elements: Elements) {
  const { combos, options, combo } = columns
  return (await texts([columns.element, ...combos])).map((row): Row => {
    const text = (of: string) => (row[of] ?? '').trim()
    const value = valued({
      combo: combo ? text(combo) : '',
      options: Object.fromEntries(options.map(([dimension, of]) => [dimension, text(of)])),
    })
    const coded = elements.get(row[columns.element] ?? '')
    const { found, problem } = coded ? ask((say) => cellOfValue(value, coded, book, say)) : nothing
    return {
      raw: row[columns.element] ?? '',
      ...Object.fromEntries(combos.map((of) => [of, row[of] ?? ''])),
      cell: found,
      problem,
    }
  })
}

async function periodRows({ columns, book, texts }: Asked, elements: Elements, yearStartMonth: number) {
  const judged = (written: string, coded: CodedElement | undefined) => {
    const stretch = book.period(written.trim())
    if (!stretch) return { wrong: { code: 'period-code-wrong', params: {} } as Problem }
    if (!coded) return {}
    const { element, deliveredAs } = coded
    const fitted = fitPeriod(stretch, element, deliveredAs, yearStartMonth)
    const params = { element: element.id, frequency: element.frequency }
    return fitted ? { fitted } : { wrong: { code: 'period-not-fitting', params } as Problem }
  }
  const found = (await texts([columns.element, columns.period])).map((row) => ({
    row,
    ...judged(row[columns.period] ?? '', elements.get(row[columns.element] ?? '')),
  }))
  const inTime = [...new Set(found.flatMap(({ fitted }) => (fitted ? [stretchOf(fitted)] : [])))].sort()
  const placeInTime = new Map(inTime.map((stretch, index) => [stretch, index]))
  return found.map(({ row, fitted, wrong }): Row => {
    const period = row[columns.period] ?? ''
    return {
      raw: row[columns.element] ?? '',
      period,
      starts: fitted?.start ?? null,
      ends: fitted?.end ?? null,
      place_in_time: fitted ? (placeInTime.get(stretchOf(fitted)) ?? null) : null,
      problem: wrong ? JSON.stringify(wrong) : null,
    }
  })
}

const stretchOf = ({ start, end }: Stretch) => `${start} ${end}`

/** One element of each kind will do: a value is read by its kind. */
function valueRows(values: readonly Texts[], elements: Elements): Row[] {
  const byKind = new Map<string, CodedElement>(
    [...elements.values()].map((coded) => [coded.element.kind, coded]),
  )
  return values.flatMap(({ kind = '', raw = '', status = '' }): Row[] => {
    const coded = byKind.get(kind)
    if (!coded) return []
    const said = readCodedValue(raw.trim(), { status: status.trim(), conf: '' }, coded.element)
    const key = { kind, raw, status }
    if (!('problem' in said))
      return [
        { ...key, state: said.state, value: said.value, text: said.text, blank: said.blank, problem: null },
      ]
    const problem = JSON.stringify({ code: said.problem, params: said.params ?? {} })
    return [{ ...key, state: null, value: null, text: null, blank: false, problem }]
  })
}

const nothing = { found: null, problem: null }

const valued = (parts: Partial<CodedValue>): CodedValue => ({
  ...blankValue(0, ''),
  ...parts,
  element: parts.element?.trim() ?? '',
  place: parts.place?.trim() ?? '',
  combo: parts.combo?.trim() ?? '',
})

/** What a text means, or why it means nothing. */
function ask<Found>(find: (say: Say) => Found | null): { found: Found | null; problem: string | null } {
  let problem: Problem | null = null
  const found = find((code, _, params = {}) => {
    problem ??= { code, params }
    return null
  })
  return { found, problem: problem && JSON.stringify(problem) }
}

async function append(db: Warehouse, table: string, rows: readonly Row[]) {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first)
  await db.append(
    table,
    rows,
    names.map((name) => (row: Row) => row[name] ?? null),
  )
}
