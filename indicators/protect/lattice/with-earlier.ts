import type { LinkedTables, Terms } from '../suppress/linked-tables.ts'
import { type NumberCell, numberCell } from './cell.ts'
import type { Lattice } from './lattice.ts'
import { type Ledger, termsIn } from './ledger.ts'

/**
 * A release together with all that were published before it, as one system: whoever reads it may have kept those.
 *
 * A number that is the same as before is one cell: shown for good where it was shown, withheld for good where it was
 * withheld. One that has changed stands beside what it was, and their difference is a number of people too.
 *
 * Reads   the ledgers of all earlier releases, oldest first
 * Shape   the cells of the lattice come first, in their order
 */
export function withEarlier(lattice: Lattice, earlier: readonly Ledger[]): LinkedTables {
  const cells = [...lattice.cells]
  const known: Terms[] = [...lattice.known]
  const seen = new Set(known.map(nameOf))
  const latest = new Map(cells.map(({ id }, cell) => [id, cell]))
  for (const [nth, ledger] of earlier.toReversed().entries()) {
    const at = ledger.cells.map(([id, count, threshold, shown]) => {
      const same = latest.get(id)
      if (same !== undefined && cells[same]?.count === count) {
        if (shown !== null) cells[same] = settled(cells[same], shown)
        return same
      }
      const was = { ...numberCell(id, count, threshold), ...apart(id, nth) }
      const cell = cells.push(shown === null ? was : settled({ ...was, cost: 0 }, shown)) - 1
      if (same !== undefined && shown !== null) {
        const change = differenceOf(cells[same], cells[cell], nth)
        if (change)
          known.push([
            [same, 1],
            [cell, -1],
            [cells.push(change) - 1, -1],
          ])
      }
      latest.set(id, cell)
      return cell
    })
    for (const row of ledger.known) {
      const terms = termsIn(row).map(([cell, times]): [number, number] => [at[cell] ?? 0, times])
      if (seen.has(nameOf(terms))) continue
      seen.add(nameOf(terms))
      known.push(terms)
    }
  }
  return { cells, known }
}

/** What stood there `nth` releases before the last. */
const apart = (id: string, nth: number) => {
  const { series } = numberCell(id, 0, 0)
  return { id: `${id} in release -${nth + 1}`, series: `${series} in release -${nth + 1}` }
}

/** What everybody knows is no secret any more; what was withheld stays so, unless it was shown in some other release. */
function settled({ secret, ...cell }: NumberCell, shown: boolean): NumberCell {
  if (shown || cell.must === 'show') return { ...cell, must: 'show' }
  return { ...cell, must: 'hide', ...(secret ? { secret } : {}) }
}

/** Nothing to be protected where both ends are known. */
function differenceOf(
  now: NumberCell | undefined,
  was: NumberCell | undefined,
  nth: number,
): NumberCell | null {
  if (!now || !was || (now.must === 'show' && was.must === 'show')) return null
  const { id, series } = apart(`change of ${was.id}`, nth)
  const change = numberCell(now.id, now.count - was.count, now.threshold)
  return { ...change, id, series, least: Number.NEGATIVE_INFINITY }
}

const nameOf = (terms: Terms) =>
  terms
    .map((term) => term.join('x'))
    .sort()
    .join(' ')
