import type { LinkedTables } from './linked-tables.ts'

/** Which cells are not shown. `version` is another one after every change. */
export type Hiding = {
  readonly version: number
  /** Whether it is not shown, for now or for good. */
  has(cell: number): boolean
  hide(cells: Iterable<number>): void
  show(cell: number): void
  /** The cells that could have been shown. */
  cells(): number[]
}

/** Hidden from the start: what has to be, and what is secret. Never shown: what nobody shows. */
export function hidingOf({ cells }: LinkedTables): Hiding {
  const hidden = cells.map(
    ({ cost, must, secret }) => cost === null || must === 'hide' || secret !== undefined,
  )
  let version = 0
  const set = (cell: number, to: boolean) => {
    if (hidden[cell] === to) return
    hidden[cell] = to
    version += 1
  }
  return {
    get version() {
      return version
    },
    has: (cell) => hidden[cell] ?? false,
    hide(more) {
      for (const cell of more) set(cell, true)
    },
    show: (cell) => set(cell, false),
    cells: () => cells.flatMap(({ cost }, cell) => (hidden[cell] && cost !== null ? [cell] : [])),
  }
}
