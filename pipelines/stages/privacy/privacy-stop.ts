import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Place } from '../../../indicators/model/place.ts'
import { refOf, type Sheet } from '../decode/sheet.ts'
import { normaliseText } from '../values/normalise-text.ts'
import { cellSigns, mayBeName, plainOf } from './person-signs.ts'

const Words = z.strictObject({
  whole: z.record(z.string(), z.array(z.string())),
  within: z.record(z.string(), z.array(z.string())),
  weak: z.array(z.string()),
  sexes: z.array(z.string()),
})
const words = Words.parse(parse(readFileSync(join(import.meta.dirname, 'privacy-words.yaml'), 'utf8')))
const pairs = (lists: Record<string, string[]>) =>
  Object.entries(lists).flatMap(([kind, list]) => list.map((word) => [normaliseText(word), kind] as const))
const kindOfWhole = new Map([...pairs(words.whole), ...pairs(words.within)])
const within = pairs(words.within).map(([phrase, kind]) => ({
  kind,
  pattern: new RegExp(`(?<!\\p{L})${phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u'),
}))
const weak = new Set(words.weak.map(normaliseText))
const sexes = new Set(words.sexes.map(normaliseText))

/** What gave a list of persons away, and where it stands. The value itself is not repeated. */
export type PersonSign = { kind: string; sheet: string; ref: string }
type Found = { kind: string; row: number; column: number }

const HEADER_ROWS = 40
const MANY = 3
const WIDE = 3

/**
 * Looks for single persons in a file that should hold counts only (rule V44).
 *
 * Reads   every cell of every sheet, hidden ones too
 * Shape   the first sign found, or null. A header of its own is enough; words inside a longer one need rows below, because
 *         forms end with the names of who signs; names that could be places need the sex of each beside them
 */
export function findPersons(sheets: readonly Sheet[], places: readonly Place[]): PersonSign | null {
  const known = new Set(
    places.flatMap(({ name, code, aliases }) => [name, code, ...aliases]).map(normaliseText),
  )
  for (const sheet of sheets) {
    const found = headerSign(sheet) ?? cellSign(sheet) ?? nameSign(sheet, known)
    if (found) return { kind: found.kind, sheet: sheet.name, ref: refOf(found.row, found.column) }
  }
  return null
}

function headerSign({ rows }: Sheet): Found | null {
  const wide = rows.filter(({ cells }) => cells.length >= WIDE)
  for (const { row, cells } of rows.slice(0, HEADER_ROWS)) {
    const isHeader = cells.length >= WIDE && wide.some((other) => other.row > row)
    for (const { column, text } of cells) {
      const plain = normaliseText(text).replace(/[:*]$/, '')
      const whole = kindOfWhole.get(plain)
      const inside = isHeader ? within.find(({ pattern }) => pattern.test(plain))?.kind : undefined
      const kind = whole ?? inside
      if (kind) return { kind, row, column }
    }
  }
  return null
}

/** Numbers, dates and names that give a person away wherever they stand. */
function cellSign({ rows }: Sheet): Found | null {
  const seen = new Map<string, Set<string>>()
  for (const { row, cells } of rows) {
    for (const { column, text } of cells) {
      if (text.length < 5) continue
      const plain = plainOf(text)
      for (const [index, { kind, enough, shows }] of cellSigns.entries()) {
        if (!shows(plain)) continue
        const key = `${index}|${column}`
        const values = (seen.get(key) ?? new Set<string>()).add(plain)
        seen.set(key, values)
        if (values.size >= enough) return { kind, row, column }
      }
    }
  }
  return null
}

/** A column of different names that no register knows, under "name" or with a sex to each. */
function nameSign({ rows }: Sheet, known: ReadonlySet<string>): Found | null {
  const columns = Map.groupBy(
    rows.flatMap(({ row, cells }) => cells.map(({ column, text }) => ({ row, column, text }))),
    ({ column }) => column,
  )
  const sexed = [...columns.values()]
    .map((cells) => cells.filter(({ text }) => sexes.has(normaliseText(text))).map(({ row }) => row))
    .filter((found) => found.length >= MANY)
  for (const [column, cells] of columns) {
    const header = cells.find(({ text }) => weak.has(normaliseText(text)))
    const names = cells.filter(({ text }) => mayBeName(plainOf(text)) && !known.has(normaliseText(text)))
    const below = names.filter(({ row }) => header && row > header.row)
    const beside = sexed.map((found) => names.filter(({ row }) => found.includes(row)))
    const persons = [below, ...beside].find((some) => isList(some.map(({ text }) => text)))
    if (persons) return { kind: 'name', row: header?.row ?? persons[0]?.row ?? 1, column }
  }
  return null
}

const isList = (texts: readonly string[]) =>
  texts.length >= MANY && new Set(texts.map(normaliseText)).size === texts.length
