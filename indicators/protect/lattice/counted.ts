import { type Cell, cellOf, parseCell } from '../../model/breakdown.ts'
import type { Quarter } from '../../model/period.ts'
import type { PlaceCode } from '../../model/place.ts'
import type { ReleasedValue } from '../../model/released.ts'
import type { Components, Quantity } from '../quantity.ts'

/** A number of people that stands behind published values: one, however many indicators use it. */
export type Counted = {
  readonly key: string
  readonly quantity: Quantity
  readonly place: PlaceCode
  readonly cell: Cell
  readonly quarter: Quarter
  readonly value: number
  /** How many published values would be lost with it; none for what can only be worked out. */
  uses: number
}

export type UsedValue = ReleasedValue & { readonly components: Components }

export const countedKey = (quantity: Quantity, cell: Cell, place: PlaceCode, quarter: Quarter) =>
  [quantity.key, place, cell, quarter].join('|')

/** Keys of the two numbers behind a value; a count has the first alone. */
export const keysBehind = ({ components, place, cell, quarter }: UsedValue) => {
  const key = (side: Components['numerator']) =>
    side && countedKey(side.quantity, side.cellBehind(cell), place, quarter)
  return { over: key(components.numerator), under: key(components.denominator) }
}

/** Three numbers of one crowd: all, some of them, and the others, whom no value names. */
export type Nested = { readonly whole: string; readonly part: string; readonly others: string }

/** All numbers of people behind a set of values, and those that a ratio's numerator leaves over of its denominator. */
export function countedIn(values: readonly UsedValue[]): {
  counted: Map<string, Counted>
  nested: Nested[]
} {
  const counted = new Map<string, Counted>()
  const nested = new Map<string, Nested>()
  for (const used of values) {
    const { components, place, quarter, cell, state, numerator, denominator, value } = used
    if (state !== 'observed') continue
    const put = (side: Components['numerator'], number: number | null) => {
      if (!side?.quantity.persons || number === null) return null
      const behind = side.cellBehind(cell)
      const key = countedKey(side.quantity, behind, place, quarter)
      const one = counted.get(key) ?? {
        key,
        quantity: side.quantity,
        place,
        cell: behind,
        quarter,
        value: number,
        uses: 0,
      }
      one.uses += 1
      counted.set(key, one)
      return one
    }
    const part = put(components.numerator, numerator ?? value)
    const whole = put(components.denominator, denominator)
    if (!components.nested || !part || !whole) continue
    const others = othersOf(whole, part)
    counted.set(others.key, others)
    nested.set(others.key, { whole: whole.key, part: part.key, others: others.key })
  }
  return { counted, nested: [...nested.values()] }
}

function othersOf(whole: Counted, part: Counted): Counted {
  const name = `${whole.quantity.name} less ${part.quantity.name} ${part.cell}`
  const quantity = {
    ...whole.quantity,
    name,
    key: `${whole.quantity.key} less ${part.quantity.key} ${part.cell === whole.cell ? '' : part.cell}`,
  }
  const { place, cell, quarter } = whole
  return {
    ...whole,
    key: countedKey(quantity, cell, place, quarter),
    quantity,
    value: whole.value - part.value,
    uses: 0,
  }
}

/** The cells a cell is part of: one category left out. */
export const wholesOf = (cell: Cell): { cell: Cell; over: string }[] => {
  const categories = parseCell(cell)
  return Object.keys(categories).map((over) => {
    const { [over as keyof typeof categories]: _, ...rest } = categories
    return { cell: cellOf(rest), over }
  })
}
