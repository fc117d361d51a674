import type { Formula } from '../model/indicator.ts'
import { added, type Figure } from './figure.ts'
import { ratioFigure } from './local-figure.ts'

/**
 * What the named categories leave of a total: people of whom the category is not stated.
 *
 * Shape   null where nothing is left, or nothing can be said
 * Unit    counts; of rates each side by itself
 * Errors  parts that exceed their total leave nothing (the files' checks have told so before)
 */
export function remainderOf(formula: Formula, total: Figure, named: readonly Figure[]): Figure | null {
  if (total.state !== 'observed' || formula.kind === 'persons_unique') return null
  const known = named.filter(({ state }) => state === 'observed')
  const left = (of: 'value' | 'numerator' | 'denominator') =>
    Number(((total[of] ?? 0) - added(known.map((one) => one[of] ?? 0))).toFixed(9))
  const figure: Figure = { ...total, carried: total.carried || known.some(({ carried }) => carried) }
  if (total.denominator === null) return left('value') > 0 ? { ...figure, value: left('value') } : null
  const [numerator, denominator] = [left('numerator'), left('denominator')]
  return numerator >= 0 && denominator > 0 ? ratioFigure(formula, numerator, denominator, figure) : null
}
