/** A sum of base cells: which, and how often. */
export type Terms = readonly (readonly [cell: number, times: number])[]

/**
 * A number a release could show. `cost` is what readers lose without it; `must` says what is no longer open:
 * it was shown before, or may not be shown at all.
 */
export type Figure = {
  readonly id: string
  readonly terms: Terms
  readonly cost: number
  readonly must?: 'show' | 'hide'
}

/** A number nobody may work out: `values` whole numbers have to remain possible, `width` apart at their ends. */
export type Secret = {
  readonly id: string
  readonly terms: Terms
  readonly width: number
  readonly values: number
}

/**
 * All that a publication could say, as sums over the same base cells, so that whatever links two tables is one row
 * of one system.
 *
 * Unit    whole numbers; `least` and `most` are what every reader knows of a base cell
 * Shape   `known` are sums whose value every reader knows anyway, because it holds by definition
 */
export type LinkedTables = {
  readonly counts: readonly number[]
  readonly least: readonly number[]
  readonly most: readonly number[]
  readonly figures: readonly Figure[]
  readonly known: readonly Terms[]
  readonly secrets: readonly Secret[]
}

/** A change of base cells. Of another table that could be the true one, only what differs. */
export type Move = ReadonlyMap<number, number>

export const sumOf = (terms: Terms, numbers: readonly number[]) =>
  terms.reduce((sum, [cell, times]) => sum + times * (numbers[cell] ?? 0), 0)

export const changeOf = (terms: Terms, move: Move) =>
  terms.reduce((sum, [cell, times]) => sum + times * (move.get(cell) ?? 0), 0)
