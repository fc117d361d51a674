import { scaleOf } from '../logframe/formula-terms.ts'
import { splitOf, TOTAL } from '../model/breakdown.ts'
import { type CountryShare, type SideName, type Step, sideNames } from '../model/explanation.ts'
import type { Definition } from '../model/indicator.ts'
import { PROGRAMME } from '../model/place.ts'
import type { IndicatorView, ReleasedValue } from '../model/released.ts'
import { valueIn } from './countries.ts'
import type { UsedTerm } from './local-use.ts'
import { numberOf } from './sides.ts'

type Calculated = {
  view: IndicatorView
  definition: Definition
  value: ReleasedValue
  shares: readonly CountryShare[]
  terms: readonly UsedTerm[]
}

/**
 * How a figure was calculated, first to last: units, elements or countries, the remainder, the division.
 *
 * Shape   every number is a reading's, an earlier step's or the edition's own; the last result is the released value.
 *         Only what is known is a step: of a figure without a number, what led up to it
 */
export function stepsOf(calculated: Calculated): Step[] {
  const { definition, value, terms } = calculated
  const before = isRemainder(value, terms)
    ? restSteps(calculated)
    : value.place === PROGRAMME
      ? countrySteps(calculated)
      : unitSteps(calculated)
  const { numerator, denominator } = value
  if (value.value === null || numerator === null || denominator === null) return before
  if (definition.geography === 'count_of_units' && value.place === PROGRAMME)
    return [{ kind: 'answers', yes: numerator, of: denominator, result: value.value }]
  const scale = scaleOf(definition.formula) ?? 1
  return [...before, { kind: 'divide', scale, numerator, denominator, result: value.value }]
}

/** Not stated: no category that is asked for, but what the named ones leave. */
const isRemainder = ({ cell }: ReleasedValue, terms: readonly UsedTerm[]) =>
  cell.endsWith('=unknown') && !terms.some(({ measure }) => measure.cell.includes('=unknown'))

/** The numbers of a figure: one, or a pair. */
function sidesIn({ numerator, denominator, value }: ReleasedValue): { side: SideName; number: number }[] {
  if (value === null) return []
  if (numerator === null || denominator === null) return [{ side: 'value', number: value }]
  return [
    { side: 'numerator', number: numerator },
    { side: 'denominator', number: denominator },
  ]
}

function restSteps({ view, value }: Calculated): Step[] {
  const { place, quarter, cell } = value
  const total = valueIn(view, place, quarter, TOTAL)
  const named = view.values.filter(
    (one) =>
      one.place === place &&
      one.quarter === quarter &&
      one.cell !== cell &&
      splitOf(one.cell) === splitOf(cell) &&
      one.state === 'observed',
  )
  return sidesIn(value).flatMap(({ side, number }): Step[] => {
    const whole = total && numberOf(total, side)
    if (whole === null || whole === undefined) return []
    const known = named.map((one) => ({ cell: one.cell, value: numberOf(one, side) ?? 0 }))
    return [{ kind: 'rest', side, total: whole, named: known, result: number }]
  })
}

function countrySteps({ definition, value, shares }: Calculated): Step[] {
  const entered = shares.filter((share) => share.entered)
  if (entered.length === 0 || entered.some(({ state }) => state !== 'observed')) return []
  const { formula } = definition
  if (formula.kind === 'persons_unique') {
    const addends = entered.map(({ place, name, ...figure }) => ({ place, name, ...endsOf(figure) }))
    return [{ kind: 'bounds', addends, disjoint: formula.disjointCountries, ...endsOf(value) }]
  }
  return sidesIn(value).map(({ side, number }) => ({
    kind: 'countries',
    side,
    addends: entered.map(({ place, name, ...share }) => ({ place, name, value: numberOf(share, side) ?? 0 })),
    result: number,
  }))
}

/** A number that is known lies between itself and itself. */
const endsOf = ({ value, bounds }: Pick<ReleasedValue, 'value' | 'bounds'>) =>
  bounds ?? { low: value ?? 0, high: value }

function unitSteps({ definition, value, terms }: Calculated): Step[] {
  const steps = sideNames.flatMap((side): Step[] => {
    const own = terms.filter((term) => term.side === side)
    const units = own.flatMap(({ use }) => use.step ?? [])
    const addends = own.flatMap(({ measure, use }) =>
      use.part.value === null
        ? []
        : [{ element: measure.element, cell: measure.cell, value: use.part.value }],
    )
    const result = numberOf(value, side)
    return addends.length > 1 && result !== null
      ? [...units, { kind: 'elements', side, addends, result }]
      : units
  })
  const { formula } = definition
  if (value.denominator === null) return steps
  if (formula.kind === 'share_of_facilities')
    return [...steps, { kind: 'reported', element: formula.element, result: value.denominator }]
  return formula.kind === 'milestone' ? [...steps, { kind: 'stages', result: value.denominator }] : steps
}
