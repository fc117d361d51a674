import type { Coverage, ReleasedValue } from '../model/released.ts'
import type { ValueState } from '../model/value-state.ts'

/** A value with all that has to be said of it, before it has a place, a quarter and a cell. */
export type Figure = Omit<ReleasedValue, 'place' | 'quarter' | 'cell'>

/** Where several parts have no number: what stands for all of them. */
const loudest = ['missing', 'withheld', 'not_due'] as const satisfies readonly ValueState[]

export const loudestOf = (states: readonly ValueState[]): ValueState =>
  loudest.find((state) => states.includes(state)) ?? 'not_applicable'

/** No number: a state is never 0. */
export const silent = (state: ValueState, coverage: Coverage | null = null): Figure => ({
  state,
  value: null,
  numerator: null,
  denominator: null,
  partial: false,
  carried: false,
  coverage: state === 'not_applicable' ? null : coverage,
})

/** Adds counts and decimals without the noise of binary fractions. */
export function added(values: readonly number[]) {
  const sum = values.reduce((all, value) => all + value, 0)
  return Number.isInteger(sum) ? sum : Number(sum.toPrecision(15))
}

/** Of two coverages the one with the larger gap. */
export function worse(a: Coverage | null, b: Coverage | null): Coverage | null {
  if (!a || !b) return a ?? b
  return b.reported * a.expected < a.reported * b.expected ? b : a
}
