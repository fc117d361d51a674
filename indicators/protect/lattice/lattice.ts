import type { Policy } from '../policy.ts'
import { type Figure, type LinkedTables, type Secret, sumOf, type Terms } from '../suppress/linked-tables.ts'
import type { Counted } from './counted.ts'
import type { Relation } from './relations.ts'

/**
 * The numbers of people behind a publication as linked tables, one for each part that hangs together.
 *
 * Every number is a base cell; what a relation leaves over is one more, unless everybody takes it for nothing. The
 * relation itself is known to everybody.
 * What is counted as small is secret wherever it can be read: published numbers and left-overs alike.
 *
 * Shape   figures carry the keys of `counted`; secrets those, or the relation's that leaves them over
 */
export function latticesOf(
  counted: ReadonlyMap<string, Counted>,
  relations: readonly Relation[],
  withheldByRule: ReadonlySet<string>,
  policy: Policy,
): LinkedTables[] {
  return componentsOf([...counted.keys()], relations).map(({ keys, relations: own }) =>
    latticeOf(
      keys.flatMap((key) => counted.get(key) ?? []),
      own,
      withheldByRule,
      policy,
    ),
  )
}

type Base = { key: string; value: number; least: number; threshold: number }

function latticeOf(
  counted: readonly Counted[],
  relations: readonly Relation[],
  withheldByRule: ReadonlySet<string>,
  policy: Policy,
): LinkedTables {
  const base: Base[] = counted.map(({ key, value, quantity }) => ({
    key,
    value,
    least: Math.min(0, value),
    threshold: policy.threshold[quantity.sensitivity],
  }))
  const at = new Map(base.map(({ key }, cell) => [key, cell]))
  const known: Terms[] = []
  for (const relation of relations) {
    const terms: [number, number][] = [
      [at.get(relation.whole) ?? 0, 1],
      ...relation.parts.map(({ key, times }): [number, number] => [at.get(key) ?? 0, -times]),
    ]
    const rest = sumOf(
      terms,
      base.map(({ value }) => value),
    )
    if (relation.is === 'remainder' || (relation.is === 'partition' && rest !== 0)) {
      const threshold = Math.max(...terms.map(([cell]) => base[cell]?.threshold ?? 0))
      terms.push([base.push({ key: relation.key, value: rest, least: Math.min(0, rest), threshold }) - 1, -1])
    }
    known.push(terms)
  }
  const secrets: Secret[] = base.flatMap(({ key, value, threshold }, cell) =>
    value !== 0 && Math.abs(value) < threshold
      ? { id: key, terms: [[cell, 1]], width: threshold - 1, values: threshold }
      : [],
  )
  return {
    counts: base.map(({ value }) => value),
    least: base.map(({ least }) => least),
    most: base.map(() => Number.POSITIVE_INFINITY),
    figures: counted.flatMap((one, cell): Figure[] =>
      one.uses === 0
        ? []
        : [
            {
              id: one.key,
              terms: [[cell, 1]],
              cost: costOf(one),
              ...(withheldByRule.has(one.key) ? { must: 'hide' } : {}),
            },
          ],
    ),
    known,
    secrets,
  }
}

/** What readers lose: more where more is read from it, higher up, and where it speaks of women. */
function costOf({ value, uses, place, cell }: Counted): number {
  const depth = place === 'ALL' ? 0 : place.split('-').length
  const level = [16, 4, 1][depth] ?? 1
  const women = cell.includes('sex=female') ? 2 : 1
  return level * women * (uses + Math.log(1 + Math.abs(value)))
}

function componentsOf(keys: readonly string[], relations: readonly Relation[]) {
  const above = new Map(keys.map((key) => [key, key]))
  const root = (key: string): string => {
    let top = key
    while (above.get(top) !== top) top = above.get(top) ?? top
    above.set(key, top)
    return top
  }
  for (const { whole, parts } of relations) for (const { key } of parts) above.set(root(key), root(whole))
  const components = new Map<string, { keys: string[]; relations: Relation[] }>()
  const of = (key: string) => {
    const top = root(key)
    const known = components.get(top) ?? { keys: [], relations: [] }
    components.set(top, known)
    return known
  }
  for (const key of keys) of(key).keys.push(key)
  for (const relation of relations) of(relation.whole).relations.push(relation)
  return [...components.values()]
}
