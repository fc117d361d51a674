import { type Cell, cellOf } from '../../../indicators/model/breakdown.ts'
import type { Observation } from '../../../indicators/model/observation.ts'
import type { Completion, TableMapping } from './mapping.ts'

/**
 * Adds the cells a source leaves to be worked out, where its mapping says they can be: men = total − women.
 *
 * Shape   what was delivered, then the derived ones; a delivered cell is never replaced
 * Errors  a derived cell with a missing part is missing; it names the cells it would come from
 */
export function completeCells(
  delivered: Observation[],
  { complete }: Pick<TableMapping, 'complete'>,
): Observation[] {
  if (complete.length === 0) return delivered
  const groups = new Map<string, Map<Cell, Observation>>()
  for (const observation of delivered) {
    const { element, place, periodStart, periodEnd, deliveredAs } = observation
    const key = [element, place, periodStart, periodEnd, deliveredAs].join('|')
    groups.set(key, (groups.get(key) ?? new Map()).set(observation.cell, observation))
  }
  const derived = [...groups.values()].flatMap((cells) =>
    complete.flatMap((completion) => {
      const made = derive(cells, completion)
      if (made) cells.set(made.cell, made)
      return made ?? []
    }),
  )
  return [...delivered, ...derived]
}

function derive(
  cells: ReadonlyMap<Cell, Observation>,
  { elements, make, as, from, of }: Completion,
): Observation | null {
  const cell = cellOf(make)
  const [first] = cells.values()
  if (!first || cells.has(cell) || (elements && !elements.includes(first.element))) return null
  const whole = as === 'rest' ? [cellOf(from ?? {})] : []
  const parts = [...whole, ...of.map(cellOf)].map((part) => cells.get(part))
  if (parts.some((part) => part === undefined)) return null
  const known = parts.filter((part) => part !== undefined)
  const refs = known.map(({ lineage }) => lineage.ref).join(as === 'rest' ? '-' : '+')
  const open = known.find(({ state }) => state !== 'observed')
  return {
    ...first,
    cell,
    derived: true,
    text: null,
    state: open?.state ?? 'observed',
    value: open ? null : resultOf(known, as),
    lineage: { ...first.lineage, ref: refs },
  }
}

const resultOf = ([first, ...rest]: readonly Observation[], as: Completion['as']) =>
  rest.reduce((value, part) => value + (as === 'rest' ? -1 : 1) * (part.value ?? 0), first?.value ?? 0)
