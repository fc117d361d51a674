import { changeOf, type LinkedTables, type Move, type Secret } from './linked-tables.ts'

/** A move and how many times over it can be made, either way, without a base cell leaving its bounds. */
export type Witness = { readonly move: Move; readonly from: number; readonly to: number }

/**
 * What a move proves: made any whole number of times from `from` to `to` it leaves a table that could be the true one.
 *
 * Shape   the smallest move in its direction; null where it is none at all
 */
export function witnessOf(move: Move, { counts, least, most }: LinkedTables): Witness | null {
  const changes = [...move].filter(([, by]) => by !== 0)
  const step = changes.reduce((common, [, by]) => gcd(common, Math.abs(by)), 0)
  if (step === 0) return null
  let from = Number.NEGATIVE_INFINITY
  let to = Number.POSITIVE_INFINITY
  for (const [cell, by] of changes) {
    const count = counts[cell] ?? 0
    const below = (count - (least[cell] ?? 0)) / (Math.abs(by) / step)
    const above = ((most[cell] ?? Number.POSITIVE_INFINITY) - count) / (Math.abs(by) / step)
    from = Math.max(from, Math.ceil(-(by > 0 ? below : above)))
    to = Math.min(to, Math.floor(by > 0 ? above : below))
  }
  return { move: new Map(changes.map(([cell, by]) => [cell, by / step])), from, to }
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** The values, less the true one, that these witnesses show to be possible for a secret; the true one among them. */
export function possibleChanges({ terms, width }: Secret, witnesses: readonly Witness[]): Set<number> {
  const possible = new Set([0])
  for (const { move, from, to } of witnesses) {
    const change = changeOf(terms, move)
    if (change === 0) continue
    const most = Math.ceil(width / Math.abs(change))
    for (let times = Math.max(from, -most); times <= Math.min(to, most); times += 1)
      possible.add(times * change)
  }
  return possible
}

export function isProven(secret: Secret, possible: ReadonlySet<number>): boolean {
  const values = [...possible]
  return possible.size >= secret.values && Math.max(...values) - Math.min(...values) >= secret.width
}

/**
 * The secrets of which the witnesses do not prove that they are safe while everything but `hidden` is shown.
 *
 * Adds and compares only: what found the witnesses need not be believed. A witness that would change a shown
 * figure, something known or a cell beyond its bounds proves nothing.
 */
export function unprovenSecrets(
  tables: LinkedTables,
  hidden: ReadonlySet<string>,
  witnesses: readonly Witness[],
): Secret[] {
  const fixed = [
    ...tables.known,
    ...tables.figures.filter(({ id }) => !hidden.has(id)).map(({ terms }) => terms),
  ]
  const valid = witnesses.filter(
    ({ move, from, to }) =>
      fixed.every((terms) => changeOf(terms, move) === 0) &&
      [from, to].every((times) => staysInside(tables, move, times)),
  )
  return tables.secrets.filter((secret) => !isProven(secret, possibleChanges(secret, valid)))
}

const staysInside = ({ counts, least, most }: LinkedTables, move: Move, times: number) =>
  [...move].every(([cell, by]) => {
    const value = (counts[cell] ?? 0) + times * by
    return (
      Number.isSafeInteger(value) &&
      value >= (least[cell] ?? 0) &&
      value <= (most[cell] ?? Number.POSITIVE_INFINITY)
    )
  })
