import { type Cell, cellOf, parseCell } from '../../../indicators/model/breakdown.ts'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import { DeliveredAs } from '../../../indicators/model/observation.ts'
import { isCategory } from './lexicon.ts'

/**
 * What a column is for, or what a row counts. A value's `element` is null where the other axis says it;
 * `deliveredAs` is null where words leave it to the table.
 */
export type Use =
  | { use: 'value'; element: string | null; cell: Cell; deliveredAs: DeliveredAs | null }
  | { use: 'place' | 'period' | 'measure' | 'ignore' }

/** A use as an answer is written: `PP_ADM`, `PP_ADM/sex:female@year_to_date`, `/sex:female`, `place`, `ignore`. */
export const answerOf = (use: Use) =>
  use.use === 'value'
    ? `${use.element ?? ''}${use.cell === '' && use.element ? '' : `/${use.cell.replaceAll('=', ':')}`}${use.deliveredAs ? `@${use.deliveredAs}` : ''}`
    : use.use

/** The use an answer names; null where it names none that exists. */
export function useOf(answer: string, elements: ReadonlyMap<string, DataElement>): Use | null {
  if (answer === 'place' || answer === 'period' || answer === 'measure' || answer === 'ignore')
    return { use: answer }
  const found = /^([A-Z][A-Z0-9_]*)?(?:\/([^@]*))?(?:@(\w+))?$/.exec(answer)
  if (!found || answer === '') return null
  const [, element = null, cell = '', counted] = found
  const deliveredAs = counted === undefined ? null : DeliveredAs.safeParse(counted).data
  const categories = Object.entries(parseCell(cell.replaceAll(':', '=')))
  const known = categories.every(([dimension, category]) => isCategory(dimension, category ?? ''))
  if (deliveredAs === undefined || !known || (element !== null && !elements.has(element))) return null
  return { use: 'value', element, cell: cellOf(Object.fromEntries(categories)), deliveredAs }
}

export const isSameUse = (a: Use, b: Use) => answerOf(a) === answerOf(b)
