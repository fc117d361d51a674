import type { Definition, Operand } from '../../indicators/model/indicator.ts'
import { combine, type Form, formOf, sumOf } from './form.ts'
import { crossing, nameOfUnknown, overOf } from './unknown.ts'

type Spot = { place: string; quarter: string; cell: string; edition: string }

/** Numerator and denominator as sums of unknowns; a count has no denominator. Null where a definition counts nothing. */
export type Sides = { numerator: Form; denominator: Form | null; scale: number }

export function sidesOf(definition: Definition, spot: Spot): Sides | null {
  const { formula } = definition
  const side = (operand: Operand) => operandForm(definition, operand, spot)
  if (formula.kind === 'count') return { numerator: side(formula.of), denominator: null, scale: 1 }
  if (formula.kind !== 'ratio') return null
  return { numerator: side(formula.numerator), denominator: side(formula.denominator), scale: formula.scale }
}

/** The sides of a programme figure: those of the countries that entered it, added. */
export function pooled(sides: readonly Sides[]): Sides | null {
  const [first] = sides
  if (!first) return null
  const denominators = sides.flatMap(({ denominator }) => (denominator ? [denominator] : []))
  return {
    numerator: sumOf(sides.map(({ numerator }) => numerator)),
    denominator: first.denominator ? sumOf(denominators) : null,
    scale: first.scale,
  }
}

function operandForm({ window, staleness }: Definition, { sum, over }: Operand, spot: Spot): Form {
  const terms = sum.flatMap(({ element, only, programmeOnly }): Form[] => {
    const cell = crossing(spot.cell, only ?? {})
    if (cell === null) return []
    const unknown = {
      ...spot,
      element,
      programme: programmeOnly === true,
      over: overOf(over, window, staleness),
      cell,
    }
    return [formOf([nameOfUnknown(unknown), 1])]
  })
  return combine(...terms.map((form) => [form, 1] as const))
}
