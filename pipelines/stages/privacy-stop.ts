import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Place } from '../../indicators/model/place.ts'
import { normaliseText } from './normalise-text.ts'
import { refOf, type Sheet } from './sheet.ts'

const Words = z.record(z.string(), z.array(z.string()))
const words = Words.parse(parse(readFileSync(join(import.meta.dirname, 'privacy-words.yaml'), 'utf8')))
const kindOfHeader = new Map(
  Object.entries(words).flatMap(([kind, list]) => list.map((word) => [normaliseText(word), kind] as const)),
)

/** What gave a list of persons away, and where it stands. The value itself is not repeated. */
export type PersonSign = { kind: string; sheet: string; ref: string }

const HEADER_ROWS = 40
const MANY = 3

/**
 * Looks for single persons in a file that should hold counts only (rule V44).
 *
 * Reads   every cell of every sheet, hidden ones too
 * Shape   the first sign found, or null; a column of names needs a weak header above it and no register that knows it
 */
export function findPersons(sheets: readonly Sheet[], places: readonly Place[]): PersonSign | null {
  const known = new Set(
    places.flatMap(({ name, code, aliases }) => [name, code, ...aliases]).map(normaliseText),
  )
  for (const sheet of sheets) {
    const sign = headerSign(sheet, known) ?? numberSign(sheet)
    if (sign) return sign
  }
  return null
}

function headerSign(sheet: Sheet, known: ReadonlySet<string>): PersonSign | null {
  for (const { row, cells } of sheet.rows.slice(0, HEADER_ROWS)) {
    for (const { column, text } of cells) {
      const kind = kindOfHeader.get(normaliseText(text).replace(/[:*]$/, ''))
      const below = kind === 'weak' ? columnBelow(sheet, row, column) : []
      const persons = below.filter((value) => !known.has(normaliseText(value)) && looksLikeName(value))
      if (kind && (kind !== 'weak' || persons.length >= MANY))
        return { kind: kind === 'weak' ? 'name' : kind, sheet: sheet.name, ref: refOf(row, column) }
    }
  }
  return null
}

const columnBelow = ({ rows }: Sheet, header: number, wanted: number) =>
  rows
    .filter(({ row }) => row > header)
    .flatMap(({ cells }) => cells.filter(({ column }) => column === wanted).map(({ text }) => text))

/** Two to four words of letters, as a person's name has them in any of the five scripts. */
const looksLikeName = (text: string) => /^\p{L}[\p{L}'’.-]*(\s+\p{L}[\p{L}'’.-]*){1,3}$/u.test(text.trim())

const identityNumbers = [
  { kind: 'identity', looksLike: isKazakhIdentity },
  { kind: 'identity', looksLike: (text: string) => /^C[MF]\d{2}[A-Z0-9]{10}$/i.test(text) },
  { kind: 'identity', looksLike: (text: string) => /^[01]\d{7}$/.test(text) },
]

/** Identity numbers give a person away wherever they stand; several in one column are no chance. */
function numberSign(sheet: Sheet): PersonSign | null {
  const seen = new Map<string, Set<string>>()
  for (const { row, cells } of sheet.rows) {
    for (const { column, text } of cells) {
      const index = identityNumbers.findIndex(({ looksLike }) => looksLike(text.trim()))
      if (index < 0) continue
      const key = `${index}|${column}`
      const numbers = (seen.get(key) ?? new Set()).add(text.trim())
      seen.set(key, numbers)
      if (numbers.size >= MANY) return { kind: 'identity', sheet: sheet.name, ref: refOf(row, column) }
    }
  }
  return null
}

/** Twelve digits: a birth date, a digit for century and sex, a serial number and a check digit. */
function isKazakhIdentity(text: string): boolean {
  const found = /^\d{2}(\d{2})(\d{2})([1-6])\d{5}$/.exec(text)
  if (!found) return false
  const [, month, day] = found.map(Number)
  return month !== undefined && day !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= 31
}
