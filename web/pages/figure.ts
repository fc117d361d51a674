import type { Indicator } from '../../indicators/model/indicator.ts'
import type { ReleasedValue } from '../../indicators/model/released.ts'
import type { ValueState } from '../../indicators/model/value-state.ts'
import type { ChartValue } from '../charts/chart.ts'
import { explainHref, hrefTo, type PageContext } from './context.ts'

type Unit = Indicator['unit']

/** A value as a page shows it: never blank, never zero by accident. */
export interface Figure {
  text: string
  state: ValueState
  /** Some part is missing or the value is an earlier one; shown as `[p]`. */
  provisional: boolean
  /** What a mark such as `[c]` means, or how a number is to be read. */
  note: string | null
  /** To the explanation of a number; to the meaning of a mark. Null for a number over another window than its own. */
  href: string | null
}

/** Below so many cases a percentage has no decimals: they would promise more than the count can hold. */
const fewCases = 200

/** Whether a percentage stands on too few cases for a decimal. */
const isCoarse = ({ denominator }: ReleasedValue) => (denominator ?? fewCases) < fewCases

const absent: ChartValue = { state: 'not_due', value: null, partial: false, carried: false }

/**
 * A value for a drawing, with no more decimals than the page gives it.
 *
 * Shape   undefined is not due; of bounds the lower end, as the lower bound it is; `coarse` for a value compared with one that stands on few cases
 */
export function charted(value: ReleasedValue | undefined, unit: Unit, coarse = false): ChartValue {
  if (value?.bounds)
    return { state: 'observed', value: value.bounds.low, partial: true, carried: value.carried }
  if (value?.value == null || unit !== 'percentage') return value ?? absent
  const { state, partial, carried } = value
  return { state, partial, carried, value: coarse || isCoarse(value) ? Math.round(value.value) : value.value }
}

/** Two values that are compared are written alike: as coarse as the coarser. */
export function chartedPair(
  pair: readonly [ReleasedValue | undefined, ReleasedValue | undefined],
  unit: Unit,
): readonly [ChartValue, ChartValue] {
  const coarse = pair.some((value) => value !== undefined && isCoarse(value))
  return [charted(pair[0], unit, coarse), charted(pair[1], unit, coarse)]
}

function shown(value: ReleasedValue, unit: Unit, { locale: { t, format } }: PageContext): string {
  if (value.bounds) {
    const { low, high } = value.bounds
    return high === null
      ? t('word.atLeast', { value: format.value(low, unit) })
      : t('word.between', { low: format.value(low, unit), high: format.value(high, unit) })
  }
  const number = value.value ?? 0
  switch (unit) {
    case 'yes-no':
      return value.denominator === null || value.place !== 'ALL'
        ? t(number >= 1 ? 'word.yes' : 'word.no')
        : t('word.countriesOf', {
            part: format.number(value.numerator ?? 0),
            n: value.denominator,
          })
    case 'stage':
      return t('word.stage', { stage: format.number(number) })
    case 'percentage':
      return format.percent(number, isCoarse(value) ? 0 : 1)
    default:
      return format.value(number, unit)
  }
}

/** A partial count is a lower bound; a partial rate speaks only of the parts that reported. */
function remark(value: ReleasedValue, unit: Unit, { locale: { t, format } }: PageContext): string | null {
  const { coverage } = value
  const notes = [
    value.partial && coverage !== null
      ? t(unit === 'number' ? 'word.note.atLeast' : 'word.note.partial', {
          reported: format.number(coverage.reported),
          expected: format.number(coverage.expected),
        })
      : null,
    value.bounds ? t('word.note.bounds') : null,
    value.carried ? t('word.note.carried') : null,
  ].filter((note) => note !== null)
  return notes.length === 0 ? null : notes.join(' ')
}

export function stateFigure(context: PageContext, state: Exclude<ValueState, 'observed'>): Figure {
  const { t } = context.locale
  const href = `${hrefTo(context, { page: 'methods' })}#state-${state}`
  return { text: t(`word.mark.${state}`), state, provisional: false, note: t(`word.state.${state}`), href }
}

/**
 * One released value for the page.
 *
 * Reads   `value`; undefined where the release has none because nothing was due
 * Shape   a number in the language's style, or the mark of its state; only observed values carry a number
 */
export function figureOf(
  context: PageContext,
  value: ReleasedValue | undefined,
  indicator: { code: string; unit: Unit },
): Figure {
  if (value === undefined) return stateFigure(context, 'not_due')
  if (value.state !== 'observed') return stateFigure(context, value.state)
  const { t } = context.locale
  const text = shown(value, indicator.unit, context)
  return {
    text:
      value.partial && !value.bounds && indicator.unit === 'number'
        ? t('word.atLeast', { value: text })
        : text,
    state: 'observed',
    provisional: value.partial || value.carried,
    note: remark(value, indicator.unit, context),
    href: explainHref(context, indicator.code, value),
  }
}

/** A planned number in the unit of its indicator; null stays null. */
export const plannedText = (context: PageContext, value: number | null, unit: Unit): string | null => {
  if (value === null) return null
  if (unit === 'yes-no') return context.locale.t(value >= 1 ? 'word.yes' : 'word.no')
  if (unit === 'stage') return context.locale.t('word.stage', { stage: context.locale.format.number(value) })
  return context.locale.format.value(value, unit)
}
