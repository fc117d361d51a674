import type { Sheet, SheetRow } from '../decode/sheet.ts'
import { Unreadable, type UnreadableCode } from '../decode/unreadable.ts'
import { ReaderStopped } from './reader-stopped.ts'

/** What reading cost, as the process says itself. `unexpected` is a fault of ours, met on the way. */
export type Cost = { cpuMs: number; peakMebibytes: number; unexpected?: string }
export type Outcome = { sheets: Sheet[] | Unreadable; cost: Cost }

/** An answer is the sheets, each followed by its rows in batches, and at the end how many cells there were. */
export type AnswerLine =
  | { sheet: Omit<Sheet, 'rows'> }
  | { rows: SheetRow[] }
  | { cells: number; cost: Cost }
  | { unreadable: UnreadableCode; reason: string; cost: Cost }

const BATCH_CELLS = 2000

/** An answer in lines. */
export function* answerLines(sheets: readonly Sheet[], cost: () => Cost): Generator<AnswerLine> {
  for (const { rows, ...sheet } of sheets) {
    yield { sheet }
    yield* batches(rows)
  }
  yield { cells: sheets.reduce((sum, { rows }) => sum + cellCount(rows), 0), cost: cost() }
}

function* batches(rows: readonly SheetRow[]): Generator<AnswerLine> {
  let batch: SheetRow[] = []
  let cells = 0
  for (const row of rows) {
    batch.push(row)
    cells += row.cells.length + 1
    if (cells < BATCH_CELLS) continue
    yield { rows: batch }
    batch = []
    cells = 0
  }
  if (batch.length > 0) yield { rows: batch }
}

const cellCount = (rows: readonly SheetRow[]) => rows.reduce((sum, { cells }) => sum + cells.length, 0)

/**
 * Puts an answer together again. `take` is true for its last line.
 *
 * Errors  `result` throws `ReaderStopped` where other cells arrived than were sent
 */
export function collectAnswer() {
  const sheets: Sheet[] = []
  let last: Exclude<AnswerLine, { sheet: unknown } | { rows: unknown }> | null = null
  return {
    take(line: AnswerLine): boolean {
      if ('sheet' in line) sheets.push({ ...line.sheet, rows: [] })
      else if ('rows' in line) for (const row of line.rows) sheets.at(-1)?.rows.push(row)
      else last = line
      return last !== null
    },
    result(): Outcome {
      if (last && 'unreadable' in last)
        return { sheets: new Unreadable(last.unreadable, last.reason), cost: last.cost }
      const arrived = sheets.reduce((sum, { rows }) => sum + cellCount(rows), 0)
      if (!last || last.cells !== arrived) throw new ReaderStopped('memory')
      return { sheets, cost: last.cost }
    },
  }
}
