import { countedIn, type UsedValue } from './lattice/counted.ts'
import { latticeOf, partsOf } from './lattice/lattice.ts'
import { type Ledger, ledgerOf } from './lattice/ledger.ts'
import { relationsOf } from './lattice/relations.ts'
import { withheldByRule } from './lattice/rules.ts'
import { withEarlier } from './lattice/with-earlier.ts'
import type { Policy } from './policy.ts'
import type { LinkedTables } from './suppress/linked-tables.ts'
import { type Progress, suppress } from './suppress/suppress.ts'

/**
 * Which numbers behind a release are withheld. `unproven` names what could not be protected while anything new of what
 * hangs together with it is shown; of that nothing new is shown.
 */
export type ProtectedCounts = { hidden: Set<string>; ledger: Ledger; unproven: string[] }

/**
 * Decides what of the numbers of people behind all values may be shown, beside everything that was ever published.
 *
 * Shape   keys as in `counted`; the ledger is what the next release has to know of this one
 * Source  docs/disclosure.md
 */
export async function protectCounts(
  values: readonly UsedValue[],
  policy: Policy,
  earlier: readonly Ledger[],
  tell: Progress,
): Promise<ProtectedCounts> {
  const { counted, nested } = countedIn(values)
  const relations = relationsOf(counted, nested, policy)
  const lattice = latticeOf(counted, relations, withheldByRule(counted, policy, everShown(earlier)), policy)
  const parts = partsOf(withEarlier(lattice, earlier))
  const all = parts.reduce((sum, { cells }) => sum + cells.length, 0)
  const hidden = new Set<string>()
  const unproven: string[] = []
  let before = 0
  for (const part of parts) {
    const { cells } = part
    const { hidden: own, exposed } = await suppress(part, (done, of) =>
      tell(before + Math.floor((cells.length * done) / of), all),
    )
    before += cells.length
    for (const cell of exposed.length > 0 ? allNew(part) : own) hidden.add(cells[cell]?.id ?? '')
    unproven.push(...exposed.map((cell) => (cells[cell]?.id ?? '').replaceAll('|', ', ')))
  }
  return { hidden, ledger: ledgerOf(lattice, hidden), unproven }
}

const allNew = ({ cells }: LinkedTables) =>
  cells.flatMap(({ cost, must }, cell) => (cost !== null && must !== 'show' ? [cell] : []))

/** Whether some release has shown a number of this name. */
function everShown(earlier: readonly Ledger[]) {
  const shown = new Set(earlier.flatMap(({ cells }) => cells.flatMap(([id, , , was]) => (was ? [id] : []))))
  return (key: string) => shown.has(key)
}
