/** A sum of cells: which, and how often. */
export type Terms = readonly (readonly [cell: number, times: number])[]

/** What a reader has to be left with: `values` whole numbers remain possible, `width` apart at their ends. */
export type Secrecy = { readonly width: number; readonly values: number }

/**
 * A number that is shown, could be shown, or follows from others.
 *
 * Unit    a whole number; `least` and `most` are what every reader knows of it
 * Shape   `cost` is what readers lose without it, null where nobody ever shows it. `must`: what is no longer open.
 *         `series` is the same at every `time` of one number
 */
export type LinkedCell = {
  readonly id: string
  readonly count: number
  readonly least: number
  readonly most: number
  readonly series: string
  readonly time: number
  readonly cost: number | null
  readonly must?: 'show' | 'hide'
  readonly secret?: Secrecy
}

/** All that a publication could say as cells of one system. Every row of `known` is nothing, and everybody knows it. */
export type LinkedTables = { readonly cells: readonly LinkedCell[]; readonly known: readonly Terms[] }

/** A change of cells. Of another table that could be the true one, only what differs. */
export type Move = ReadonlyMap<number, number>

export const changeOf = (terms: Terms, move: Move) =>
  terms.reduce((sum, [cell, times]) => sum + times * (move.get(cell) ?? 0), 0)

/** For each cell the rows it stands in. */
export function rowsByCell({ cells, known }: LinkedTables): number[][] {
  const rows: number[][] = cells.map(() => [])
  for (const [row, terms] of known.entries()) for (const [cell] of terms) rows[cell]?.push(row)
  return rows
}
