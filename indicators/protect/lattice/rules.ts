import type { Policy } from '../policy.ts'
import { isSmall } from './cell.ts'
import { type Counted, countedKey, wholesOf } from './counted.ts'

/**
 * What the public edition withholds whatever else it shows: ends of overlapping windows, other windows of the same
 * count, and the make-up of a small group.
 *
 * Reads   all numbers of people, and which of them readers know already
 * Shape   keys of `counted`
 */
export function withheldByRule(
  counted: ReadonlyMap<string, Counted>,
  policy: Policy,
  isShown: (key: string) => boolean,
): Set<string> {
  const all = [...counted.values()]
  const rules = [
    ...all.filter((one) => isOffSeason(one, policy)),
    ...otherWindows(all, isShown),
    ...all.filter((one) => isOfSmallGroup(one, counted, policy)),
  ]
  return new Set(rules.map(({ key }) => key))
}

function isOffSeason({ quantity, quarter }: Counted, { rollingWindows }: Policy) {
  const seasons: Partial<Record<string, number[]>> = rollingWindows
  const allowed = isSum(quantity) ? seasons[quantity.window] : undefined
  return allowed !== undefined && !allowed.includes(Number(quarter.slice(6)))
}

const isSum = ({ span }: Counted['quantity']) => span.startsWith('sum ')

/**
 * Two windows of one count differ by a count that neither shows. Only one is shown: the one readers know, else the one
 * in use last, of several the one since the start.
 */
function otherWindows(all: readonly Counted[], isShown: (key: string) => boolean): Counted[] {
  const sums = all.filter(({ quantity, uses }) => isSum(quantity) && uses > 0)
  const same = Map.groupBy(sums, ({ quantity }) => quantity.key.slice(0, quantity.key.lastIndexOf(' sum ')))
  return [...same.values()].flatMap((group) => {
    const known = group.filter(({ key }) => isShown(key))
    const of = known.length > 0 ? known : group
    const last = of
      .map(({ quarter }) => quarter)
      .sort()
      .at(-1)
    const latest = new Set(
      of.filter(({ quarter }) => quarter === last).map(({ quantity }) => quantity.window),
    )
    const kept = latest.has('since_start') ? 'since_start' : [...latest].sort()[0]
    return group.filter(({ quantity }) => quantity.window !== kept)
  })
}

/** That nobody of three people is a woman says of each what she is not. */
function isOfSmallGroup(
  { quantity, place, cell, quarter }: Counted,
  counted: ReadonlyMap<string, Counted>,
  { threshold }: Policy,
) {
  return wholesOf(cell).some(({ cell: whole }) => {
    const group = counted.get(countedKey(quantity, whole, place, quarter))
    return group !== undefined && isSmall(group.value, threshold[quantity.sensitivity])
  })
}
