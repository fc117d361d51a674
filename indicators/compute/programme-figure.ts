import type { Formula, GeoRule } from '../model/indicator.ts'
import { added, type Figure, loudestOf, silent } from './figure.ts'
import { ratioFigure } from './local-figure.ts'
import { between, highOf, lowOf } from './people-figure.ts'

/**
 * Countries → the programme.
 *
 * Shape   coverage counts countries; a country without both sides of a rate is in neither sum, one the indicator
 *         does not apply to is not expected. Partial and carried are inherited
 * Unit    rates are the sum of numerators over the sum of denominators; yes/no is the number of countries with yes
 */
export function programmeFigure(formula: Formula, geography: GeoRule, countries: readonly Figure[]): Figure {
  if (geography === 'distribution' || geography === 'list_only') return silent('not_applicable')
  const expected = countries.filter(({ state }) => state !== 'not_applicable')
  const found = expected.filter(({ state }) => state === 'observed')
  const coverage = { reported: found.length, expected: expected.length }
  if (found.length === 0) return silent(loudestOf(expected.map(({ state }) => state)), coverage)
  const figure: Figure = {
    ...silent('observed', coverage),
    partial: found.length < expected.length || found.some(({ partial }) => partial),
    carried: found.some(({ carried }) => carried),
  }
  if (formula.kind === 'persons_unique') return peopleOf(formula, figure, found)
  const sum = (of: 'value' | 'numerator' | 'denominator') => added(found.flatMap((one) => one[of] ?? []))
  if (geography === 'count_of_units') {
    const yes = found.filter(({ value }) => value === 1).length
    return { ...figure, value: yes, numerator: yes, denominator: found.length }
  }
  return found.some(({ denominator }) => denominator !== null)
    ? ratioFigure(formula, sum('numerator'), sum('denominator'), figure)
    : { ...figure, value: sum('value') }
}

/** Countries have different people unless the definition says that they may not. A missing country leaves no upper end. */
function peopleOf(
  { disjointCountries }: Extract<Formula, { kind: 'persons_unique' }>,
  figure: Figure,
  found: readonly Figure[],
): Figure {
  const [lows, highs] = [found.map(lowOf), found.map(highOf)]
  const { coverage } = figure
  const isWhole = coverage !== null && coverage.reported === coverage.expected && !highs.includes(null)
  return between(
    figure,
    disjointCountries ? added(lows) : Math.max(...lows),
    isWhole ? added(highs.map((high) => high ?? 0)) : null,
  )
}
