import { changeOf, type LinkedTables, type Secret, sumOf, type Terms } from './linked-tables.ts'
import { type Mover, moverFor } from './mover.ts'
import { isProven, possibleChanges, unprovenSecrets, type Witness, witnessOf } from './witness.ts'
import { type WitnessPool, witnessPool } from './witness-pool.ts'

/** What is hidden, and the tables that prove it to be enough. `exposed`: secrets no hiding protects. */
export type Suppression = {
  readonly hidden: ReadonlySet<string>
  readonly witnesses: readonly Witness[]
  readonly exposed: readonly Secret[]
}

export type Progress = (done: number, of: number) => void

/**
 * Hides figures until every secret keeps enough possible values, at little cost, and shows again what need not be hidden.
 *
 * Reads   one connected system; a publication that falls into parts is protected part by part
 * Shape   `hidden` holds the ids of figures; witnesses hold for exactly these
 * Source  docs/disclosure.md
 */
export async function suppress(tables: LinkedTables, tell: Progress = () => {}): Promise<Suppression> {
  const mover = await moverFor(tables)
  try {
    const hidden = new Set(tables.figures.filter(({ must }) => must === 'hide').map(({ id }) => id))
    const pool = witnessPool()
    const secrets = [...tables.secrets].sort(
      (a, b) => sumOf(a.terms, tables.counts) - sumOf(b.terms, tables.counts),
    )
    for (const [nth, secret] of secrets.entries()) {
      tell(nth, secrets.length)
      prove(secret, tables, pool, (by) => {
        const move = mover.cheapest(secret.terms, by, hidden, 'hide-more')
        for (const { id, terms } of move ? tables.figures : [])
          if (move && changeOf(terms, move) !== 0) hidden.add(id)
        return move
      })
    }
    showAgain(tables, mover, hidden, pool)
    const witnesses = neededOf(tables, pool)
    return { hidden, witnesses, exposed: unprovenSecrets(tables, hidden, witnesses) }
  } finally {
    mover.dispose()
  }
}

type Search = (by: number) => ReturnType<Mover['cheapest']>

/** Adds witnesses until a secret is proven safe; false where no more can be found. */
function prove(
  secret: Secret,
  tables: LinkedTables,
  pool: WitnessPool,
  search: Search,
  without?: ReadonlySet<Witness>,
): boolean {
  const impossible = new Set<number>()
  for (;;) {
    const possible = pool.possible(secret, without)
    if (isProven(secret, possible)) return true
    const by = nextChange(secret, sumOf(secret.terms, tables.counts), possible, impossible)
    if (by === null) return false
    const move = search(by)
    const witness = move && witnessOf(move, tables)
    if (witness) pool.add(witness)
    else impossible.add(by)
  }
}

/**
 * The change to look for next: of the ranges wide enough around the true value the one with most values proven, its far
 * end first, because what reaches far often passes all between.
 */
function nextChange(
  { width, values }: Secret,
  count: number,
  possible: ReadonlySet<number>,
  impossible: ReadonlySet<number>,
): number | null {
  const span = Math.max(width, values - 1)
  const ranges = Array.from({ length: Math.min(span, count) + 1 }, (_, below) =>
    Array.from({ length: span + 1 }, (_, step) => step - below),
  )
  const open = ranges
    .filter((range) => !range.some((change) => impossible.has(change)))
    .map((range) => ({ range, missing: range.filter((change) => !possible.has(change)) }))
    .sort((a, b) => a.missing.length - b.missing.length)
  const [best] = open
  return best?.missing.sort((a, b) => Math.abs(b) - Math.abs(a))[0] ?? null
}

/**
 * Dearest first. A figure stays hidden where some secret would then be without proof; what was found on the way is kept,
 * because it proves as much with the figure hidden.
 */
function showAgain(tables: LinkedTables, mover: Mover, hidden: Set<string>, pool: WitnessPool) {
  const secret = new Set(tables.secrets.map(({ terms }) => keyOf(terms)))
  const candidates = tables.figures
    .filter(({ id, terms, must }) => hidden.has(id) && must !== 'hide' && !secret.has(keyOf(terms)))
    .sort((a, b) => b.cost - a.cost)
  for (const { id, terms } of candidates) {
    hidden.delete(id)
    const lost = new Set(pool.moving(terms))
    const poorer = tables.secrets.filter((one) =>
      [...lost].some(({ move }) => changeOf(one.terms, move) !== 0),
    )
    const isSafe = poorer.every((one) =>
      prove(one, tables, pool, (by) => mover.cheapest(one.terms, by, hidden, 'as-hidden'), lost),
    )
    if (isSafe) pool.remove([...lost])
    else hidden.add(id)
  }
}

/** As many witnesses as it takes for every secret, of those found. */
function neededOf({ secrets }: LinkedTables, pool: WitnessPool): Witness[] {
  const needed = new Set<Witness>()
  for (const secret of secrets) {
    const own = pool.moving(secret.terms).sort((a, b) => reach(secret, b) - reach(secret, a))
    const taken = own.filter((witness) => needed.has(witness))
    for (const witness of own) {
      if (isProven(secret, possibleChanges(secret, taken))) break
      if (!needed.has(witness)) taken.push(witness)
    }
    for (const witness of taken) needed.add(witness)
  }
  return [...needed]
}

const reach = (secret: Secret, witness: Witness) => possibleChanges(secret, [witness]).size

const keyOf = (terms: Terms) =>
  [...terms]
    .sort(([a], [b]) => a - b)
    .map((term) => term.join('x'))
    .join(' ')
