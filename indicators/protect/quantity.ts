import { type Cell, cellOf, parseCell } from '../model/breakdown.ts'
import type { Sensitivity } from '../model/data-element.ts'
import type { Formula, Indicator, Operand, OwnWindow } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'

/**
 * One thing counted, whatever indicators use it: elements, the time rule and the window.
 *
 * `name` is the same for the same elements (`DIS_COMPL+DIS_EXIT`), `key` for the same figure.
 */
export type Quantity = {
  key: string
  name: string
  window: OwnWindow
  /** Time rule and window, as far as it makes a difference. */
  span: string
  programmeOnly: boolean
  /** Whether it adds up over time, so that two ends of a growing window give what lies between. */
  grows: boolean
  persons: boolean
  /** Counted in programme facilities alone, of which a region may have one. */
  fewUnits: boolean
  sensitivity: Sensitivity
}

/** A component of an indicator: the quantity, and the cell of it that stands behind a shown cell. */
export type Component = { quantity: Quantity; cellBehind(shown: Cell): Cell }

export type Components = { numerator: Component | null; denominator: Component | null; nested: boolean }

const classes: readonly Sensitivity[] = ['S0', 'S1', 'S2']

/**
 * Numerator and denominator of an indicator as quantities; a count has a numerator only.
 * `nested` says that the numerator's people are among the denominator's, so that their difference is a count too.
 */
export function componentsOf({ formula, window }: Indicator, { elements }: Logframe): Components {
  const component = (operand: Operand) => componentOf(operand, window, elements)
  const sides = sidesOf(formula)
  return {
    numerator: sides.numerator && component(sides.numerator),
    denominator: sides.denominator && component(sides.denominator),
    nested: formula.kind === 'ratio' && formula.scale !== 1000,
  }
}

function sidesOf(formula: Formula): { numerator: Operand | null; denominator: Operand | null } {
  if (formula.kind === 'count') return { numerator: formula.of, denominator: null }
  if (formula.kind === 'ratio' || formula.kind === 'weighted_mean')
    return { numerator: formula.numerator, denominator: formula.denominator }
  return { numerator: null, denominator: null }
}

function componentOf({ sum, over }: Operand, window: OwnWindow, elements: Logframe['elements']): Component {
  const used = sum
    .map(({ element }) => elements.find(({ id }) => id === element))
    .filter((one) => one !== undefined)
  const name = sum
    .map(({ element }) => element)
    .sort()
    .join('+')
  const programmeOnly = sum.some((term) => term.programmeOnly)
  // A stock is the same figure whatever the window its latest value is taken from.
  const span = over === 'last' ? 'last' : `${over} ${window}`
  const [first] = sum
  const only = sum.length === 1 ? (first?.only ?? {}) : {}
  return {
    quantity: {
      key: `${name}${programmeOnly ? ' in programme facilities' : ''} ${span}`,
      name,
      window,
      span,
      programmeOnly,
      grows: over === 'sum' && window === 'since_start',
      fewUnits: programmeOnly || used.some(({ scope }) => scope === 'programme-facilities'),
      persons: used.some(({ people, sensitivity }) => people || sensitivity === 'S2'),
      sensitivity: classes[Math.max(...used.map(({ sensitivity }) => classes.indexOf(sensitivity)))] ?? 'S2',
    },
    cellBehind: (shown) => cellOf({ ...parseCell(shown), ...only }),
  }
}
