import { changeOf, type Figure, type LinkedTables, type Secret, sumOf, type Terms } from './linked-tables.ts'
import { type Mover, moverFor } from './mover.ts'
import { isProven, possibleChanges, unprovenSecrets, type Witness, witnessOf } from './witness.ts'

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
    const witnesses: Witness[] = []
    const secrets = [...tables.secrets].sort(
      (a, b) => sumOf(a.terms, tables.counts) - sumOf(b.terms, tables.counts),
    )
    for (const [nth, secret] of secrets.entries()) {
      tell(nth, secrets.length)
      prove(secret, tables, witnesses, (by) => {
        const move = mover.cheapest(secret.terms, by, hidden, 'hide-more')
        for (const { id, terms } of move ? tables.figures : [])
          if (move && changeOf(terms, move) !== 0) hidden.add(id)
        return move
      })
    }
    const kept = showAgain(tables, mover, hidden, witnesses)
    return { hidden, witnesses: kept, exposed: unprovenSecrets(tables, hidden, kept) }
  } finally {
    mover.dispose()
  }
}

type Search = (by: number) => ReturnType<Mover['cheapest']>

/** Adds witnesses until a secret is proven safe; false where no more can be found. */
function prove(secret: Secret, tables: LinkedTables, witnesses: Witness[], search: Search): boolean {
  const impossible = new Set<number>()
  for (;;) {
    const possible = possibleChanges(secret, witnesses)
    if (isProven(secret, possible)) return true
    const by = nextChange(secret, sumOf(secret.terms, tables.counts), possible, impossible)
    if (by === null) return false
    const move = search(by)
    const witness = move && witnessOf(move, tables)
    if (witness) witnesses.push(witness)
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

/** Dearest first. A figure stays hidden where some secret would then be without proof. */
function showAgain(
  tables: LinkedTables,
  mover: Mover,
  hidden: Set<string>,
  witnesses: readonly Witness[],
): Witness[] {
  const secret = new Set(tables.secrets.map(({ terms }) => keyOf(terms)))
  const candidates = tables.figures
    .filter(({ id, terms, must }) => hidden.has(id) && must !== 'hide' && !secret.has(keyOf(terms)))
    .sort((a, b) => b.cost - a.cost)
  let kept = [...witnesses]
  for (const figure of candidates) {
    hidden.delete(figure.id)
    const without = provenWithout(figure, tables, mover, hidden, kept)
    if (without) kept = without
    else hidden.add(figure.id)
  }
  return kept
}

function provenWithout(
  { terms }: Figure,
  tables: LinkedTables,
  mover: Mover,
  hidden: ReadonlySet<string>,
  witnesses: readonly Witness[],
): Witness[] | null {
  const lost = witnesses.filter(({ move }) => changeOf(terms, move) !== 0)
  const left = witnesses.filter((witness) => !lost.includes(witness))
  const poorer = tables.secrets.filter((secret) =>
    lost.some(({ move }) => changeOf(secret.terms, move) !== 0),
  )
  for (const secret of poorer) {
    const search: Search = (by) => mover.cheapest(secret.terms, by, hidden, 'as-hidden')
    if (!prove(secret, tables, left, search)) return null
  }
  return left
}

const keyOf = (terms: Terms) =>
  [...terms]
    .sort(([a], [b]) => a - b)
    .map((term) => term.join('x'))
    .join(' ')
