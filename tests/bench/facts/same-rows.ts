import { readFileSync, writeFileSync } from 'node:fs'
import type { Quarter } from '../../../indicators/model/period.ts'

type Row = Record<string, unknown>
const keys = ['indicator', 'window', 'measure', 'quarter', 'place', 'cell'] as const

/**
 * Compares two kept results row by row; numbers may differ in their last digits.
 *
 * Errors  the first row that differs, or that only one has
 */
export function refuseDifferent(one: string, other: string) {
  const expected = new Map(rowsOf(one).map((row) => [keyOf(row), row]))
  const found = rowsOf(other)
  if (found.length !== expected.size)
    throw new Error(`${other} has ${found.length} rows, ${one} has ${expected.size}.`)
  for (const row of found) {
    const twin = expected.get(keyOf(row))
    if (!twin || !Object.keys(twin).every((column) => isSame(twin[column], row[column])))
      throw new Error(`Different results: ${JSON.stringify(twin)} and ${JSON.stringify(row)}.`)
  }
}

/** Puts what was computed again from a quarter on in the place of what was known of it. */
export function replaceSince(known: string, changed: string, quarter: Quarter) {
  const earlier = rowsOf(known).filter((row) => String(row.quarter) < quarter)
  const rows = [...earlier, ...rowsOf(changed)]
  writeFileSync(known, rows.map((row) => JSON.stringify(row)).join('\n'))
}

const rowsOf = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

const keyOf = (row: Row) => keys.map((key) => row[key] ?? '').join(' ')

const isSame = (one: unknown, other: unknown): boolean =>
  typeof one === 'number' && typeof other === 'number'
    ? Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
    : JSON.stringify(one) === JSON.stringify(other)
