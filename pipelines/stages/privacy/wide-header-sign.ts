import type { Sheet } from '../decode/sheet.ts'
import type { Known } from './known.ts'
import type { Spot } from './tables.ts'
import type { PersonKind } from './words/header-words.ts'

const HEADER_ROWS = 40
const WIDE = 3
/** Numbers can be counted by these; names, dates and numbers of persons cannot. */
const counted: readonly PersonKind[] = ['origin', 'offence', 'score']

/**
 * Headers that only a list of persons has, whatever stands below them, or nothing. A form that ends with who signs it
 * has no rows below.
 */
export function wideHeaderSign({ rows }: Sheet, known: Known): { kind: PersonKind; spot: Spot } | null {
  const lastWide = rows.findLast(({ cells }) => cells.length >= WIDE)?.row ?? 0
  const firstWide = rows.find(({ cells }) => cells.length >= WIDE)?.row ?? 0
  for (const { row, cells } of rows.slice(0, HEADER_ROWS)) {
    if (cells.length < WIDE) continue
    for (const { column, text } of cells) {
      const kind = known.kindOfHeader(text) ?? (lastWide > row ? known.kindInHeader(text) : null)
      const isEmpty = row === firstWide && row === lastWide
      if (kind && (isEmpty || !counted.includes(kind))) return { kind, spot: { row, column } }
    }
  }
  return null
}
