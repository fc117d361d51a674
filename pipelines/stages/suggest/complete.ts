import type { z } from 'zod'
import { type Cell, cellOf, type Dimension, parseCell } from '../../../indicators/model/breakdown.ts'
import type { Completion } from '../map/mapping.ts'

type Complete = z.infer<typeof Completion>

/** Splits of which a source often gives one half and leaves the other to be worked out. */
const halves: Partial<Record<Dimension, readonly [string, string]>> = {
  sex: ['female', 'male'],
  age: ['adult', 'juvenile'],
}

/**
 * The cells a table leaves to be worked out: men where it gives a total and women, the total where it gives both.
 * `given` has the cells of each element.
 */
export function completionsFor(given: ReadonlyMap<string, ReadonlySet<Cell>>): Complete[] {
  const found: { element: string; make: Cell; from: Cell | null; of: Cell[] }[] = []
  for (const [element, cells] of given)
    for (const [dimension, [one, other]] of Object.entries(halves) as [Dimension, [string, string]][])
      for (const whole of wholesOf(cells, dimension)) {
        const [a, b] = [one, other].map((half) => cellOf({ ...parseCell(whole), [dimension]: half }))
        if (a === undefined || b === undefined) continue
        const has = (cell: Cell) => cells.has(cell)
        if (has(whole) && has(a) !== has(b))
          found.push({ element, make: has(a) ? b : a, from: whole, of: [has(a) ? a : b] })
        if (!has(whole) && has(a) && has(b) && dimension === 'sex')
          found.push({ element, make: whole, from: null, of: [a, b] })
      }
  const grouped = Map.groupBy(found, ({ make, from, of }) => JSON.stringify([make, from, of]))
  return [...grouped.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const { make, from, of } = first
    return {
      elements: [first, ...others].map(({ element }) => element),
      make: parseCell(make),
      as: from === null ? ('sum' as const) : ('rest' as const),
      ...(from === null || from === '' ? {} : { from: parseCell(from) }),
      of: of.map(parseCell),
    }
  })
}

/** The cells a half of which is given, without that dimension. */
function wholesOf(cells: ReadonlySet<Cell>, dimension: Dimension): Cell[] {
  const wholes = [...cells].flatMap((cell) => {
    const { [dimension]: half, ...rest } = parseCell(cell)
    return half === undefined ? [] : [cellOf(rest)]
  })
  return [...new Set(wholes)]
}
