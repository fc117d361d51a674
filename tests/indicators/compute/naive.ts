import { quarterAfter, quarterEnd } from '../../../indicators/model/period.ts'
import type { Place } from '../../../indicators/model/place.ts'

/** What a unit said of an element in a quarter: a number, or why there is none. */
export type Said = number | 'missing' | 'withheld' | 'not_applicable' | undefined
export type Told = (element: string, unit: string, quarter: string) => Said

export type NaiveSide = { element: string; rule: 'sum' | 'last' | 'mean' }
export type NaiveQuestion = {
  of: NaiveSide
  over?: NaiveSide
  scale: number
  /** Quarters the window holds, oldest first. */
  quarters: string[]
  staleness: number
}

type Sum = {
  value: number
  reported: number
  expected: number
  excused: number
  withheld: number
  carried: boolean
}
export type NaiveFigure = {
  state: string
  value: number | null
  numerator: number | null
  denominator: number | null
  partial: boolean
  carried: boolean
  coverage: { reported: number; expected: number } | null
}

const isOpen = ({ opened, closed }: Place, quarter: string) =>
  (opened ?? '') <= quarterEnd(quarter) && (closed ?? '9') >= quarterEnd(quarter)

/** One unit at a time, one quarter at a time, as a person with a pencil would. */
function sideOver(units: readonly Place[], side: NaiveSide, told: Told, question: NaiveQuestion): Sum {
  const total: Sum = { value: 0, reported: 0, expected: 0, excused: 0, withheld: 0, carried: false }
  const last = question.quarters.at(-1) ?? ''
  for (const unit of units) {
    const said = (quarter: string) => told(side.element, unit.code, quarter)
    if (side.rule === 'last') {
      if (said(last) === 'withheld') total.withheld += 1
      const back = Array.from({ length: question.staleness + 1 }, (_, i) => quarterAfter(last, -i))
      const found = back.find(
        (quarter) => typeof said(quarter) === 'number' || said(quarter) === 'not_applicable',
      )
      const value = found === undefined ? undefined : said(found)
      if (value === 'not_applicable' && isOpen(unit, last)) total.excused += 1
      if (typeof value === 'number' && (isOpen(unit, last) || found === last)) {
        total.value += value
        total.reported += 1
        total.expected += 1
        if (found !== last) total.carried = true
      } else if (isOpen(unit, last) && value !== 'not_applicable') total.expected += 1
      continue
    }
    const numbers = question.quarters.map(said).filter((value) => typeof value === 'number')
    const isExcused = (quarter: string) => isOpen(unit, quarter) && said(quarter) === 'not_applicable'
    const isExpected = (quarter: string) =>
      typeof said(quarter) === 'number' || (isOpen(unit, quarter) && !isExcused(quarter))
    const excused = question.quarters.filter(isExcused).length
    const expected = question.quarters.filter(isExpected).length
    const sum = numbers.reduce((all, value) => all + value, 0)
    total.withheld += question.quarters.filter((quarter) => said(quarter) === 'withheld').length
    total.reported += numbers.length
    total.expected += expected
    total.excused += excused
    if (numbers.length > 0)
      total.value +=
        side.rule === 'sum' ? sum : (sum / numbers.length) * (expected / question.quarters.length)
  }
  return total
}

const none = { value: null, numerator: null, denominator: null, partial: false, carried: false }

function stateOf({ reported, expected, withheld }: Sum) {
  if (reported > 0) return 'observed'
  if (expected === 0) return 'not_applicable'
  return withheld > 0 ? 'withheld' : 'missing'
}

const gap = ({ reported, expected }: Sum) => reported / expected

/** The figure of one country or region. */
export function naiveFigure(units: readonly Place[], told: Told, question: NaiveQuestion): NaiveFigure {
  const of = sideOver(units, question.of, told, question)
  const over = question.over ? sideOver(units, question.over, told, question) : null
  const states = [of, ...(over ? [over] : [])].map(stateOf)
  const worst = over && gap(over) < gap(of) ? over : of
  const coverage = { reported: worst.reported, expected: worst.expected }
  if (states.includes('not_applicable')) return { ...none, state: 'not_applicable', coverage: null }
  const silent = (['missing', 'withheld'] as const).find((state) => states.includes(state))
  if (silent) return { ...none, state: silent, coverage }
  if (over?.value === 0) return { ...none, state: 'not_applicable', coverage: null }
  const sides = [of, ...(over ? [over] : [])]
  return {
    state: 'observed',
    value: over ? (question.scale * of.value) / over.value : of.value,
    numerator: over ? of.value : null,
    denominator: over ? over.value : null,
    partial: sides.some(({ reported, expected }) => reported < expected),
    carried: sides.some(({ carried }) => carried),
    coverage,
  }
}

/** The programme over its countries' figures. */
export function naiveProgramme(figures: readonly NaiveFigure[], scale: number): NaiveFigure {
  const expected = figures.filter(({ state }) => state !== 'not_applicable')
  const found = expected.filter(({ state }) => state === 'observed')
  const coverage = { reported: found.length, expected: expected.length }
  if (expected.length === 0) return { ...none, state: 'not_applicable', coverage: null }
  if (found.length === 0) {
    const state = expected.some((one) => one.state === 'missing') ? 'missing' : 'withheld'
    return { ...none, state, coverage }
  }
  let [value, numerator, denominator] = [0, 0, 0]
  for (const one of found) {
    value += one.value ?? 0
    numerator += one.numerator ?? 0
    denominator += one.denominator ?? 0
  }
  const isRate = found.some((one) => one.denominator !== null)
  return {
    state: 'observed',
    value: isRate ? (scale * numerator) / denominator : value,
    numerator: isRate ? numerator : null,
    denominator: isRate ? denominator : null,
    partial: found.length < expected.length || found.some(({ partial }) => partial),
    carried: found.some(({ carried }) => carried),
    coverage,
  }
}
