import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Terms } from '../suppress/linked-tables.ts'
import type { Lattice } from './lattice.ts'

/**
 * What a release told, and what it kept: every number behind it, whether it was shown (null where nobody ever shows it),
 * below what it is small, and how the numbers hang together. Never served.
 *
 * Reads   a cell as [name, number, threshold, shown], a row as [cell, times, cell, times, …]
 */
const Ledger = z.strictObject({
  cells: z.array(z.tuple([z.string(), z.number(), z.number(), z.boolean().nullable()])),
  known: z.array(z.array(z.int())),
})
export type Ledger = z.infer<typeof Ledger>

/** Its name in a release's folder. */
export const LEDGER = 'ledger.json'

export const ledgerOf = ({ cells, known }: Lattice, hidden: ReadonlySet<string>): Ledger => ({
  cells: cells.map(({ id, count, threshold, cost }) => [
    id,
    count,
    threshold,
    cost === null ? null : !hidden.has(id),
  ]),
  known: known.map((terms) => terms.flat()),
})

/** The text that is kept, and its SHA-256. */
export function ledgerText(ledger: Ledger): { text: string; hash: string } {
  const text = `${JSON.stringify(ledger)}\n`
  return { text, hash: createHash('sha256').update(text).digest('hex') }
}

export const readLedger = (text: string): Ledger => Ledger.parse(JSON.parse(text))

export const termsIn = (row: readonly number[]): Terms =>
  row.flatMap((cell, at) => (at % 2 === 0 ? [[cell, row[at + 1] ?? 0] as const] : []))
