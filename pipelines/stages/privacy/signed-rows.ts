import type { Sheet } from '../decode/sheet.ts'
import type { Known } from './known.ts'

/** A form has few lines with signatures, and the names stand beside or below who signs. */
const MOST_SIGNATURES = 8
const LINES_BELOW = 2
const LONGEST_SIGNER = 80

/** Looked up only once a name is met. */
export function signedRows({ rows }: Sheet, known: Known): (row: number) => boolean {
  let signed: Set<number> | null = null
  return (row) => {
    signed ??= linesOfSigners(rows, known)
    return signed.has(row)
  }
}

function linesOfSigners(rows: Sheet['rows'], known: Known): Set<number> {
  const signing = rows.filter(({ cells }) =>
    cells.some(({ text }) => text.length < LONGEST_SIGNER && known.isSigner(text)),
  )
  if (signing.length > MOST_SIGNATURES) return new Set()
  const below = Array.from({ length: LINES_BELOW + 1 }, (_, more) => more)
  return new Set(signing.flatMap(({ row }) => below.map((more) => row + more)))
}
