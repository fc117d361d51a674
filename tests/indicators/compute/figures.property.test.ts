import fc from 'fast-check'
import { expect, it } from 'vitest'
import { added, type Figure, silent } from '../../../indicators/compute/figure.ts'
import { localFigure, type Part, sideOf } from '../../../indicators/compute/local-figure.ts'
import { highOf, lowOf, peopleFigure } from '../../../indicators/compute/people-figure.ts'
import { programmeFigure } from '../../../indicators/compute/programme-figure.ts'
import { remainderOf } from '../../../indicators/compute/remainder.ts'
import type { Formula } from '../../../indicators/model/indicator.ts'

const THOUSANDS = { numRuns: 3000 }

const operand = { sum: [{ element: 'N' }], over: 'sum' as const }
const count: Formula = { kind: 'count', of: operand }
const rate: Formula = { kind: 'ratio', numerator: operand, denominator: operand, scale: 100 }
const mean: Formula = { kind: 'weighted_mean', numerator: operand, denominator: operand }
const people: Formula = { kind: 'persons_unique', people: [{ element: 'N' }], disjointCountries: true }

const number = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 3, arbitrary: fc.integer({ min: -40, max: 4000 }) },
)
const said: fc.Arbitrary<Part> = fc
  .record({ value: number, gaps: fc.nat(3), carried: fc.boolean() })
  .map(({ value, gaps, carried }) => ({
    ...silent('observed', { reported: 4, expected: 4 + gaps }),
    value,
    carried,
    partial: gaps > 0,
  }))
const unsaid: fc.Arbitrary<Part> = fc
  .constantFrom('missing', 'withheld', 'not_due', 'not_applicable')
  .map((state) => silent(state, { reported: 0, expected: 4 }))
const part = fc.oneof({ weight: 4, arbitrary: said }, { weight: 1, arbitrary: unsaid })
const parts = fc.array(part, { minLength: 1, maxLength: 6 })
const pairs = fc.array(fc.tuple(part, part), { minLength: 1, maxLength: 6 })

const numbersOf = ({ value, numerator, denominator, bounds }: Figure) =>
  [value, numerator, denominator, bounds?.low, bounds?.high].filter((one) => one != null)

/** What must hold of every figure whatever it was made of. */
function expectSound(figure: Figure) {
  const numbers = numbersOf(figure)
  if (figure.state === 'observed') expect(figure.value ?? figure.bounds?.low).toBeTypeOf('number')
  else expect(numbers).toEqual([])
  for (const one of numbers) expect(Number.isFinite(one)).toBe(true)
  expect(figure.denominator).not.toBe(0)
}

it('never makes a number of a state, and never divides by nothing', () => {
  fc.assert(
    fc.property(pairs, fc.constantFrom(rate, mean, count), (given, formula) => {
      const local = given.map(([of, over]) => localFigure(formula, of, formula === count ? null : over))
      const geography = formula === count ? 'sum' : 'ratio_of_sums'
      const all = programmeFigure(formula, geography, local)
      for (const figure of [...local, all]) expectSound(figure)
      const [total, ...named] = local
      const left = total && remainderOf(formula, total, named)
      if (left) expectSound(left)
      const silentOnes = given.every(([of]) => of.state !== 'observed')
      if (silentOnes) expect([...local, all].map(({ state }) => state)).not.toContain('observed')
    }),
    THOUSANDS,
  )
})

it('adds one side only where every element of it has a number', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const side = sideOf(given)
      expectSound(side)
      const asked = given.filter(({ state }) => state !== 'not_applicable')
      const told = asked.flatMap(({ value }) => value ?? [])
      expect(side.state === 'observed').toBe(asked.length > 0 && told.length === asked.length)
      if (side.state === 'observed') expect(side.value).toBe(added(told))
    }),
    THOUSANDS,
  )
})

/** Splits a list in two at a place of its own. */
const cut = <One>(list: readonly One[], at: number) => [list.slice(0, at), list.slice(at)] as const

it('pools to the sum of numerators over the sum of denominators, however countries are grouped', () => {
  fc.assert(
    fc.property(pairs, fc.nat(6), (given, at) => {
      const local = given.map(([of, over]) => localFigure(rate, of, over))
      const all = programmeFigure(rate, 'ratio_of_sums', local)
      const known = local.filter(({ state }) => state === 'observed')
      const [numerator, denominator] = [
        added(known.flatMap((one) => one.numerator ?? [])),
        added(known.flatMap((one) => one.denominator ?? [])),
      ]
      if (all.state === 'observed') {
        expect([all.numerator, all.denominator]).toEqual([numerator, denominator])
        expect(all.value).toBe((100 * numerator) / denominator)
      } else expect(known.length === 0 || denominator === 0).toBe(true)
      const groups = cut(local, at)
        .filter(({ length }) => length > 0)
        .map((group) => programmeFigure(rate, 'ratio_of_sums', group))
      // A group over nobody does not apply, and takes its numerator with it: that is no regrouping of the same pairs.
      if (groups.some(({ state }, i) => state !== 'observed' && hasPairs(cut(local, at)[i] ?? []))) return
      const regrouped = programmeFigure(rate, 'ratio_of_sums', groups)
      expect([regrouped.state, regrouped.value, regrouped.partial]).toEqual([
        all.state,
        all.value,
        all.partial,
      ])
    }),
    THOUSANDS,
  )
})
const hasPairs = (group: readonly Figure[]) => group.some(({ state }) => state === 'observed')

it('bounds different people so that the true number of any crowd lies inside', () => {
  const crowd = fc.array(fc.array(fc.nat(9), { maxLength: 8 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(crowd, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (periods, reports) => {
      const met = new Set<number>()
      const told = periods.map((visits, i) => {
        const present = new Set(visits)
        const fresh = [...present].filter((person) => !met.has(person)).length
        for (const person of present) met.add(person)
        const state = reports[i] ? ('observed' as const) : ('missing' as const)
        const tell = (value: number): Part =>
          state === 'observed' ? { ...silent(state, { reported: 1, expected: 1 }), value } : silent(state)
        return { present: tell(present.size), fresh: tell(fresh) }
      })
      const sum = sumOver(told.map(({ present }) => present))
      for (const firstTime of [null, sumOver(told.map(({ fresh }) => fresh))])
        for (const base of [null, { ...silent('observed'), value: Math.max(10, met.size) }]) {
          const activities = [told.map(({ present }) => present)]
          const figure = peopleFigure(sum, { activities, firstTime, base, sinceStart: true })
          expectSound(figure)
          if (figure.state !== 'observed') continue
          expect(lowOf(figure)).toBeLessThanOrEqual(met.size)
          expect(highOf(figure) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(met.size)
          if (figure.value !== null) expect(figure.value).toBe(met.size)
          const everybody = programmeFigure(people, 'sum', [figure, silent('not_applicable'), figure])
          expect(lowOf(everybody)).toBeLessThanOrEqual(2 * met.size)
        }
    }),
    THOUSANDS,
  )
})

/** A sum over periods, as the facts give it: partial where some are missing. */
function sumOver(told: readonly Part[]): Part {
  const known = told.flatMap(({ value }) => value ?? [])
  const coverage = { reported: known.length, expected: told.length }
  return known.length === 0
    ? silent('missing', coverage)
    : { ...silent('observed', coverage), value: added(known), partial: known.length < told.length }
}
