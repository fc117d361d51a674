import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { DeliveredAs } from '../../../indicators/model/observation.ts'
import type { Country } from '../../../indicators/model/place.ts'
import type { Mapping } from '../map/mapping.ts'
import type { FoundPeriod } from './find-period.ts'

/** How a count is to be taken, null where it has to be asked. */
export type Counting = {
  period: FoundPeriod | null
  /** Whether the country's other reports count from 1 January. */
  sinceJanuary: boolean
}

/** What is on a day, or running since the start, is what its words say; events are the period's unless words say otherwise. */
export function countedAs(
  { kind }: Pick<DataElement, 'kind'>,
  words: DeliveredAs | null,
  { period, sinceJanuary }: Counting,
): DeliveredAs | null {
  if (kind === 'text') return 'period'
  if (kind !== 'flow') return 'as_of_date'
  if (words !== null && words !== 'as_of_date') return words
  if (period?.stretch.cumulative) return 'year_to_date'
  return sinceJanuary && period?.period.form !== 'year' ? null : 'period'
}

export const countsSinceJanuary = (mappings: readonly Mapping[], country: Country): boolean =>
  mappings
    .filter((mapping) => mapping.country === country)
    .flatMap(({ tables }) => tables)
    .some(
      ({ deliveredAs, columns, measure }) =>
        deliveredAs === 'year_to_date' ||
        [...columns, ...Object.values(measure?.labels ?? {})].some(
          (one) => one.deliveredAs === 'year_to_date',
        ),
    )
