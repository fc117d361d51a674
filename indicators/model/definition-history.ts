import { z } from 'zod'
import {
  type Definition,
  type EarlierDefinition,
  type Indicator,
  type Meaning,
  meanings,
} from './indicator.ts'
import { IsoDate, Quarter, quarterEnd, quarterOf } from './period.ts'
import { Text } from './text.ts'

/**
 * Where a series changes its meaning: figures from `quarter` on are computed by another definition than those before.
 * `since` is the day the new one holds from, `changed` what it says otherwise, `reason` why.
 */
export const DefinitionBreak = z.strictObject({
  version: z.int(),
  since: IsoDate,
  quarter: Quarter,
  changed: z.array(z.enum(meanings)),
  reason: Text,
})
export type DefinitionBreak = z.infer<typeof DefinitionBreak>

/** Every version of an indicator's definition, oldest first, each of them whole. */
export function versionsOf({ earlier = [], ...current }: Indicator): Definition[] {
  return earlier.reduceRight<Definition[]>(
    ([next = current, ...later], written) => [before(next, written), next, ...later],
    [current],
  )
}

function before(next: Definition, { reason: _, ...different }: EarlierDefinition): Definition {
  const said = Object.entries({ ...next, ...different }).filter(([, value]) => value !== null)
  return Object.fromEntries(said) as Definition // safe: only what a definition may lack can be null
}

/** The definition that holds on a day; the first one on all days before its own. */
export function definitionOn(indicator: Indicator, day: string): Definition {
  if (!indicator.earlier) return indicator
  const versions = versionsOf(indicator)
  return versions.findLast(({ since }) => since <= day) ?? versions[0] ?? indicator
}

/** The definition a quarter's figures are computed by: the one that holds on its last day. */
export const definitionFor = (indicator: Indicator, quarter: Quarter) =>
  definitionOn(indicator, quarterEnd(quarter))

/** The quarters by the definition their figures are computed by, both in order; none without a quarter. */
export function definitionsIn(indicator: Indicator, quarters: readonly Quarter[]) {
  const byVersion = Map.groupBy(quarters, (quarter) => definitionFor(indicator, quarter).version)
  return versionsOf(indicator).flatMap((definition) => {
    const own = byVersion.get(definition.version)
    return own ? [{ definition, quarters: own }] : []
  })
}

/** What two definitions say otherwise. */
export const differences = (one: Definition, other: Definition): (keyof Meaning)[] =>
  meanings.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]))

/** Every change of an indicator's definition, oldest first. */
export function breaksOf(indicator: Indicator): DefinitionBreak[] {
  const versions = versionsOf(indicator)
  return (indicator.earlier ?? []).flatMap(({ reason }, i) => {
    const [before, after] = versions.slice(i)
    if (!before || !after) return []
    const { version, since } = after
    return [{ version, since, quarter: quarterOf(since), changed: differences(before, after), reason }]
  })
}
