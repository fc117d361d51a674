import { scaleOf } from '../logframe/formula-terms.ts'
import type { Formula } from '../model/indicator.ts'
import { added, type Figure, loudestOf, silent, worse } from './figure.ts'

/** What a side of a formula comes to in a country or region: a figure without a pair. */
export type Part = Figure

/**
 * Adds the elements of one side.
 *
 * Errors  one element without a number leaves the sum without one; what does not apply is left out
 */
export function sideOf(parts: readonly Part[]): Part {
  const applicable = parts.filter(({ state }) => state !== 'not_applicable')
  const coverage = applicable.map((part) => part.coverage).reduce(worse, null)
  if (applicable.some(({ state }) => state !== 'observed') || applicable.length === 0)
    return silent(loudestOf(applicable.map(({ state }) => state)), coverage)
  return {
    ...silent('observed', coverage),
    value: added(applicable.flatMap(({ value }) => value ?? [])),
    partial: applicable.some(({ partial }) => partial),
    carried: applicable.some(({ carried }) => carried),
  }
}

/**
 * The indicator in one country or region. Division comes last.
 *
 * Errors  without one side there is no value; over nobody (0) it does not apply: never 0, never infinite
 */
export function localFigure(formula: Formula, of: Part, over: Part | null): Figure {
  if (formula.kind === 'share_of_facilities') {
    const facilities = of.state === 'observed' ? (of.coverage?.reported ?? null) : null
    return pairFigure(formula, of, { ...of, value: facilities })
  }
  if (formula.kind === 'milestone') return pairFigure(formula, of, { ...of, value: formula.steps.length })
  return over ? pairFigure(formula, of, over) : of
}

function pairFigure(formula: Formula, of: Part, over: Part): Figure {
  const states = [of.state, over.state]
  const coverage = worse(of.coverage, over.coverage)
  if (states.includes('not_applicable')) return silent('not_applicable')
  if (of.value === null || over.value === null) return silent(loudestOf(states), coverage)
  return ratioFigure(formula, of.value, over.value, {
    ...silent('observed', coverage),
    partial: of.partial || over.partial,
    carried: of.carried || over.carried,
  })
}

/** A pair as a rate with both its numbers. */
export const ratioFigure = (formula: Formula, numerator: number, denominator: number, figure: Figure) =>
  denominator === 0
    ? silent('not_applicable')
    : { ...figure, value: ((scaleOf(formula) ?? 1) * numerator) / denominator, numerator, denominator }
