import { type Cell, cellOf, type Dimension, parseCell, splitOf } from '../model/breakdown.ts'
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

/**
 * What the parts leave of their sum is as readable as a part: categories under the split without them, and places
 * under the place they lie in.
 */
function addLeftOvers(tables: ReadonlyMap<string, Table>) {
  for (const table of tables.values()) {
    for (const [sum, parts] of sumsOver(table)) {
      const whole = tables.get(tableKey(table.quantity, sum.cell, sum.place, table.quarter))
      const total = whole?.cells.get(`${sum.place}|${sum.cell}`)
      if (total) table.remainders.set(`${sum.place}|${sum.cell}|${sum.over}`, total.value - parts)
    }
  }
}

type Sum = { place: PlaceCode; cell: Cell; over: string }

function sumsOver({ cells }: Table): Map<Sum, number> {
  const sums = new Map<string, { sum: Sum; parts: number }>()
  const count = (sum: Sum, value: number) => {
    const key = Object.values(sum).join('|')
    const known = sums.get(key) ?? { sum, parts: 0 }
    sums.set(key, { sum, parts: known.parts + value })
  }
  for (const { place, cell, value } of cells.values()) {
    const parent = parentOf(place)
    if (parent) count({ place: parent, cell, over: 'places' }, value)
    const categories = parseCell(cell)
    for (const dimension of Object.keys(categories)) {
      const { [dimension as Dimension]: _, ...rest } = categories
      count({ place, cell: cellOf(rest), over: dimension }, value)
    }
  }
  return new Map([...sums.values()].map(({ sum, parts }) => [sum, parts]))
}
