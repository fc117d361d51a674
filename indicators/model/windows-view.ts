import { z } from 'zod'
import { Coded } from './coded.ts'
import { IsoDate } from './period.ts'
import { ReleaseLabel } from './released.ts'

const numbers = z.array(z.number().nullable())
const rows = z.array(z.int())

/**
 * One indicator over every window it can be asked for, in the programme and its countries (internal edition only).
 *
 * Shape   columns of equal length, a row per window, quarter, place and cell; `opens` is the window's first day, the
 *         quarter's last day is its last. `running`, `partial` and `carried` are the rows of which it is true. A window
 *         that can still grow is there for the last quarter alone
 * Unit    as in the indicator's own window
 */
export const WindowsView = z.strictObject({
  release: ReleaseLabel,
  indicator: z.string(),
  window: Coded,
  opens: z.strictObject({ words: z.array(IsoDate), at: z.array(z.int()) }),
  quarter: Coded,
  place: Coded,
  cell: Coded,
  state: Coded,
  value: numbers,
  numerator: numbers,
  denominator: numbers,
  low: numbers,
  high: numbers,
  reported: numbers,
  expected: numbers,
  running: rows,
  partial: rows,
  carried: rows,
})
export type WindowsView = z.infer<typeof WindowsView>
