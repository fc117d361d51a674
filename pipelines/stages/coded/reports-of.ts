import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { DeliveredAs } from '../../../indicators/model/observation.ts'
import type { Country } from '../../../indicators/model/place.ts'
import type { Completion, Mapping, TableMapping } from '../map/mapping.ts'

/** The report of a country an element is in, which is what a message changes, and how it is counted there. */
export type Home = { report: string; deliveredAs: DeliveredAs }

const byKind = (kind: DataElement['kind']): DeliveredAs =>
  kind === 'flow' || kind === 'text' ? 'period' : 'as_of_date'

/** Where each element of a country is at home. One in no report has a report of messages alone. */
export function homesOf(mappings: readonly Mapping[], country: Country) {
  const homes = new Map<string, Home>()
  for (const { id, tables } of mappings.filter((mapping) => mapping.country === country))
    for (const table of tables)
      for (const { element, deliveredAs } of meaningsOf(table))
        if (!homes.has(element)) homes.set(element, { report: id, deliveredAs })
  return ({ id, kind }: DataElement): Home =>
    homes.get(id) ?? { report: `${country}-messages`, deliveredAs: byKind(kind) }
}

/** Elements of a table, whichever axis names them, with how they are counted. */
function meaningsOf({ columns, measure, deliveredAs }: TableMapping) {
  return [...columns, ...Object.values(measure?.labels ?? {})].flatMap((meaning) =>
    meaning.element ? [{ element: meaning.element, deliveredAs: meaning.deliveredAs ?? deliveredAs }] : [],
  )
}

/** What a report leaves to be worked out, each for the elements of its own table. */
export const completionsOf = (mappings: readonly Mapping[], report: string): Completion[] =>
  mappings
    .filter(({ id }) => id === report)
    .flatMap(({ tables }) => tables)
    .flatMap((table) => {
      const own = [...new Set(meaningsOf(table).map(({ element }) => element))]
      return table.complete.map((completion) => ({ ...completion, elements: completion.elements ?? own }))
    })
