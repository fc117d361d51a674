import { type Cell, cellOf, dimensions, TOTAL } from '../model/breakdown.ts'
import { definitionsIn } from '../model/definition-history.ts'
import type { Definition, Formula, Operand, Term, WindowKind } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'
import { type Quarter, quarterEnd } from '../model/period.ts'
import { type Asking, type Measure, measureRegister, type SpanWindow } from './measure-register.ts'
import { isDue } from './windows.ts'

/** Measures that are added to make one side of a formula. */
export type Side = readonly Measure[]

/** Different people: each activity in each period by itself, who came for the first time, and all who could come. */
export type PeopleAsked = { activities: readonly Measure[]; firstTime: Side | null; base: Side | null }

export type Question = {
  cell: Cell
  levels: 'programme' | 'country' | 'region'
  of: Side
  over: Side | null
  people: PeopleAsked | null
}

/**
 * All that has to be looked up for one definition of an indicator, in one kind of window, for the quarters it holds
 * for; the total first, then its breakdowns as declared.
 */
export type IndicatorQuestions = {
  indicator: Definition
  window: WindowKind
  quarters: Quarter[]
  questions: Question[]
  /** Dimensions whose "not stated" is what the named categories leave of the total. */
  remainders: Cell[]
}

export type Questions = {
  /** As each indicator is defined; one that changed has several, in order. */
  indicators: IndicatorQuestions[]
  /** In the other windows asked for; an indicator that speaks of the latest alone has none. */
  otherWindows: IndicatorQuestions[]
  measures: Measure[]
  windows: SpanWindow[]
}

/** Writes out a logframe as questions to the facts; what several indicators need is asked once. */
export function questionsOf(logframe: Logframe, asking: Asking): Questions {
  const { from = '', windows = [] } = asking
  const quarters = asking.quarters.filter((quarter) => quarter >= from)
  const register = measureRegister(logframe, asking)
  /** An extension has no values before it begins. */
  const quartersOf = (window: WindowKind) =>
    quarters.filter((quarter) => window !== 'extension' || quarterEnd(quarter) > logframe.plannedEnd)
  const indicators = logframe.indicators.flatMap((indicator) =>
    definitionsIn(indicator, quarters).map((held) =>
      ask(held.definition, held.definition.window, held.quarters, register),
    ),
  )
  const otherWindows = logframe.indicators.flatMap((indicator) =>
    windows.flatMap((window) =>
      definitionsIn(indicator, quartersOf(window))
        .filter(({ definition }) => isOfWindow(definition.formula))
        .map((held) => ask(held.definition, window, held.quarters, register)),
    ),
  )
  return { indicators, otherWindows, ...register.asked() }
}

type Register = ReturnType<typeof measureRegister>

function ask(
  indicator: Definition,
  window: WindowKind,
  quarters: readonly Quarter[],
  register: Register,
): IndicatorQuestions {
  const { formula, breakdowns, byRegion, frequency, staleness } = indicator
  const timing = { window, frequency, staleness }
  const { of, over } = sidesOf(formula)
  const question = (cell: Cell, levels: Question['levels'], categories: Term['only']): Question => {
    const side = ({ sum, over }: Operand) =>
      sum.map((term) => register.measureOf(timing, term, over, categories))
    return {
      cell,
      levels,
      of: side(of),
      over: over && side(over),
      people: formula.kind === 'persons_unique' ? peopleAsked(formula, side, register, categories) : null,
    }
  }
  const questions = [
    question(TOTAL, byRegion ? 'region' : 'country', {}),
    ...breakdowns.flatMap(({ by, levels }) =>
      namedCategories(by).map((category) => question(cellOf({ [by]: category }), levels, { [by]: category })),
    ),
  ]
  return {
    indicator,
    window,
    quarters: quarters.filter((quarter) => isDue(frequency, quarter)),
    questions,
    remainders: remaindersOf(indicator, questions, register),
  }
}

type PersonsUnique = Extract<Formula, { kind: 'persons_unique' }>
const ownPeriod = { quarterly: 'quarter', 'six-monthly': 'half_year', annual: 'year' } as const

function peopleAsked(
  { people, firstTime, base }: PersonsUnique,
  side: (operand: Operand) => Side,
  { elementOf, measureOf }: Register,
  categories: Term['only'],
): PeopleAsked {
  const inPeriod = (term: Term) => {
    const { frequency } = elementOf(term.element)
    return measureOf(
      { window: ownPeriod[frequency], frequency, staleness: 0, everyPeriod: true },
      term,
      'sum',
      categories,
    )
  }
  return {
    activities: people.map(inPeriod),
    firstTime: firstTime ? side({ sum: [firstTime], over: 'sum' }) : null,
    base: base ? side(base) : null,
  }
}

/** Whether the window makes a difference: the latest is the latest in all of them. */
function isOfWindow(formula: Formula) {
  const { of, over } = sidesOf(formula)
  return of.over !== 'last' || (over !== null && over.over !== 'last')
}

const UNKNOWN = 'unknown'
const namedCategories = (by: keyof typeof dimensions) =>
  dimensions[by].filter((category) => category !== UNKNOWN)

/** People whose sex is not stated are whoever the women and men leave of the total. */
function remaindersOf(
  { breakdowns }: Definition,
  questions: readonly Question[],
  { elementOf }: Register,
): Cell[] {
  const asked = questions.flatMap(({ of, over }) => [...of, ...(over ?? [])])
  const ofPeople = asked.every(({ element }) => elementOf(element).people)
  return ofPeople && breakdowns.some(({ by }) => by === 'sex') ? [cellOf({ sex: UNKNOWN })] : []
}

/** A formula as a value or a pair. Kinds without a time rule of their own speak of the latest; stories are counted. */
function sidesOf(formula: Formula): { of: Operand; over: Operand | null } {
  switch (formula.kind) {
    case 'count':
      return { of: formula.of, over: null }
    case 'ratio':
    case 'weighted_mean':
      return { of: formula.numerator, over: formula.denominator }
    case 'persons_unique':
      return { of: { sum: formula.people, over: 'sum' }, over: null }
    default:
      return {
        of: { sum: [{ element: formula.element }], over: formula.kind === 'qualitative' ? 'sum' : 'last' },
        over: null,
      }
  }
}
