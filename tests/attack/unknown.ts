import { cellOf, parseCell } from '../../indicators/model/breakdown.ts'
import type { OwnWindow, TimeRule } from '../../indicators/model/indicator.ts'

/**
 * One count nobody tells a reader, unless it is published.
 *
 * `over` names the stretch of time: `since_start` for a sum since then, `last 1` for a latest value at most one period
 * old. `programme` counts programme facilities alone. `edition` is set where a correction made another number of it.
 */
export type Unknown = {
  element: string
  programme: boolean
  over: string
  place: string
  quarter: string
  cell: string
  edition: string
}

const SEPARATOR = '|'

export const nameOfUnknown = ({ element, programme, over, place, quarter, cell, edition }: Unknown) =>
  [element, programme ? 'programme' : '', over, place, quarter, cell, edition].join(SEPARATOR)

export function unknownOf(name: string): Unknown {
  const [element = '', programme, over = '', place = '', quarter = '', cell = '', edition = ''] =
    name.split(SEPARATOR)
  return { element, programme: programme !== '', over, place, quarter, cell, edition }
}

/** Everything but one thing, as a key: unknowns that differ in it alone share it. */
export const keyWithout = (unknown: Unknown, part: keyof Unknown) =>
  nameOfUnknown({ ...unknown, [part]: '*' })

export const overOf = (rule: TimeRule, window: OwnWindow, staleness: number) =>
  rule === 'sum' ? window : rule === 'last' ? `last ${staleness}` : `${rule} ${window}`

/**
 * Categories of a cell that need not be spoken of: women, men and those of whom it is not stated, and of any other
 * dimension what no category holds.
 */
export const othersOf = (cell: string, by: string): string[] =>
  by === 'sex'
    ? ['female', 'male', 'unknown'].flatMap((sex) => crossing(cell, { sex }) ?? [])
    : [`${cell};${by}=(rest)`]

/** Both cells at once; null where they contradict each other. */
export function crossing(cell: string, only: Partial<Record<string, string>>): string | null {
  const categories: Record<string, string | undefined> = { ...parseCell(cell) }
  for (const [by, category] of Object.entries(only)) {
    if (categories[by] !== undefined && categories[by] !== category) return null
    categories[by] = category
  }
  return cellOf(categories)
}
