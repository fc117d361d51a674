import { type Cell, cellOf } from '../model/breakdown.ts'
import type { DataElement } from '../model/data-element.ts'
import type { Term, TimeRule, WindowKind } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'
import type { Quarter } from '../model/period.ts'
import type { Country } from '../model/place.ts'
import { isDue, monthsIn, type Timing, type Window, windowOf } from './windows.ts'

/** One thing asked of the facts: a cell of an element, how it is combined over time, and over which windows. */
export type Measure = {
  measure: number
  element: string
  cell: Cell
  programmeOnly: boolean
  rule: TimeRule
  span: number
}
/** One window of a span; `country` is null where it is the same in all of them. */
export type SpanWindow = Window & { span: number; country: Country | null }

export type Asking = {
  quarters: readonly Quarter[]
  /** The first quarter to be answered for; earlier ones are only parts of its windows. */
  from?: Quarter | undefined
  /** Other windows than each indicator's own. */
  windows?: readonly WindowKind[]
  /** First month of each country's fiscal year. */
  yearStarts: ReadonlyMap<Country, number>
}

/** When something is asked for; `everyPeriod` also in the quarters before the first one answered for. */
type Asked = Timing & { everyPeriod?: boolean }

/** Keeps what is asked of the facts, everything once. */
export function measureRegister({ elements, start, plannedEnd }: Logframe, asking: Asking) {
  const { quarters, from = '', yearStarts } = asking
  const known = new Map(elements.map((element) => [element.id, element]))
  const spans = new Map<string, SpanWindow[]>()
  const measures = new Map<string, Measure>()

  const elementOf = (id: string): DataElement => {
    const element = known.get(id)
    if (!element) throw new Error(`An indicator is made of ${id}, which no element is called.`)
    return element
  }

  function spanOf(timing: Asked, { frequency }: DataElement, rule: TimeRule): number {
    const months = monthsIn(frequency)
    // A latest value is the same whatever the window it ends.
    const window = rule === 'last' ? 'quarter' : timing.window
    const { everyPeriod = false } = timing
    const key = [window, timing.frequency, timing.staleness, months, everyPeriod].join(' ')
    const first = spans.get(key)?.[0]
    if (first) return first.span
    const span = spans.size
    const due = quarters.filter(
      (quarter) => isDue(timing.frequency, quarter) && (everyPeriod || quarter >= from),
    )
    const windowsOf = (country: Country | null, yearStartMonth: number) =>
      due.map((quarter) => ({
        span,
        country,
        ...windowOf({ ...timing, window }, quarter, months, { start, plannedEnd, yearStartMonth }),
      }))
    spans.set(
      key,
      window === 'fiscal_year'
        ? [...yearStarts].flatMap(([country, yearStartMonth]) => windowsOf(country, yearStartMonth))
        : windowsOf(null, 1),
    )
    return span
  }

  function measureOf(timing: Asked, term: Term, rule: TimeRule, categories: Term['only']): Measure {
    const element = elementOf(term.element)
    const asked = {
      element: element.id,
      cell: cellOf({ ...term.only, ...categories }),
      programmeOnly: term.programmeOnly ?? false,
      rule,
      span: spanOf(timing, element, rule),
    }
    const key = Object.values(asked).join(' ')
    const measure = measures.get(key) ?? { measure: measures.size, ...asked }
    measures.set(key, measure)
    return measure
  }

  return {
    elementOf,
    measureOf,
    asked: () => ({ measures: [...measures.values()], windows: [...spans.values()].flat() }),
  }
}
