import { type Cell, splitOf, TOTAL } from '../model/breakdown.ts'
import type { Quarter } from '../model/period.ts'
import { type PlaceCode, type PlaceLevel, parentOf, placeLevel } from '../model/place.ts'
import type { ReleasedValue } from '../model/released.ts'
import type { Components, Quantity } from './quantity.ts'

/** One number behind a figure. */
export type BaseCell = { place: PlaceCode; cell: Cell; value: number }

/**
 * All cells of one split of one quantity, at all places under one parent, at one quarter: published whole or not at all.
 * `remainders` are counts that follow from it together with another table: what a ratio's numerator leaves over.
 */
export type Table = {
  quantity: Quantity
  split: string
  level: PlaceLevel
  parent: PlaceCode | null
  quarter: Quarter
  cells: Map<string, BaseCell>
  remainders: Map<string, number>
}

export const tableKey = (quantity: Quantity, cell: Cell, place: PlaceCode, quarter: Quarter) =>
  [quantity.key, splitOf(cell), placeLevel(place), parentOf(place) ?? '', quarter].join('|')

export type UsedValue = ReleasedValue & { components: Components }

/** The tables behind a set of values. A number used by several indicators is one cell. */
export function tablesOf(values: readonly UsedValue[]): Map<string, Table> {
  const tables = new Map<string, Table>()
  for (const { components, place, quarter, cell, state, numerator, denominator, value } of values) {
    if (state !== 'observed') continue
    const top = numerator ?? value
    const over = components.numerator
    const under = components.denominator
    if (over && top !== null) {
      const table = tableOf(tables, over.quantity, over.cellBehind(cell), place, quarter)
      add(table, place, over.cellBehind(cell), top)
      if (components.nested && denominator !== null)
        table.remainders.set(`${place}|${cell}|${under?.quantity.key}`, denominator - top)
    }
    if (under && denominator !== null) {
      const behind = under.cellBehind(cell)
      add(tableOf(tables, under.quantity, behind, place, quarter), place, behind, denominator)
    }
  }
  addLeftOvers(tables)
  return tables
}

function tableOf(
  tables: Map<string, Table>,
  quantity: Quantity,
  cell: Cell,
  place: PlaceCode,
  quarter: Quarter,
) {
  const key = tableKey(quantity, cell, place, quarter)
  const found = tables.get(key)
  if (found) return found
  const split = splitOf(cell)
  const made: Table = {
    quantity,
    split,
    level: placeLevel(place),
    parent: parentOf(place),
    quarter,
    cells: new Map(),
    remainders: new Map(),
  }
  tables.set(key, made)
  return made
}

const add = ({ cells }: Table, place: PlaceCode, cell: Cell, value: number) =>
  cells.set(`${place}|${cell}`, { place, cell, value })

/** What the categories of a split leave of the total is as readable as a category. */
function addLeftOvers(tables: ReadonlyMap<string, Table>) {
  for (const { quantity, quarter, cells, split, remainders } of tables.values()) {
    if (split === TOTAL || split.includes(';')) continue
    const sums = new Map<PlaceCode, number>()
    for (const { place, value } of cells.values()) sums.set(place, (sums.get(place) ?? 0) + value)
    for (const [place, sum] of sums) {
      const total = tables.get(tableKey(quantity, TOTAL, place, quarter))?.cells.get(`${place}|${TOTAL}`)
      if (total) remainders.set(`${place}|left`, total.value - sum)
    }
  }
}
