import type { Completeness } from '../../indicators/model/released.ts'
import type { ValueState } from '../../indicators/model/value-state.ts'
import type { ChartContext, ChartValue, GenderGap, TableCell, Trajectory, Unit } from './chart.ts'

/** The number a reader may see, or null. Everything drawn, written or scaled goes through here. */
export const shown = (value: ChartValue | undefined): number | null =>
  value?.state === 'observed' ? value.value : null

/** Drawn hollow and marked: some part is missing, or the value is older than its quarter. */
export const isProvisional = (value: ChartValue) => shown(value) !== null && (value.partial || value.carried)

export const isHidden = (value: ChartValue) => value.state === 'suppressed'

/** The mark of a value that is not a number. */
export const stateMark = (state: ValueState, { t }: ChartContext) =>
  t(`word.mark.${state === 'observed' ? 'not_due' : state}`)

/** The value as read, with its mark: `1,290`, `74 [p]`, `[c]`. */
export function valueText(value: ChartValue, unit: Unit, context: ChartContext): string {
  const number = shown(value)
  if (number === null) return stateMark(value.state, context)
  const text = context.format.value(number, unit)
  return isProvisional(value) ? `${text} [p]` : text
}

export function valueCell(value: ChartValue | undefined, unit: Unit, context: ChartContext): TableCell {
  if (value === undefined) return wordCell('')
  const note = noteKey(value)
  return {
    text: valueText(value, unit, context),
    ...(note && { note: context.t(note) }),
    state: value.state,
    raw: shown(value),
  }
}

function noteKey(value: ChartValue): string | null {
  if (shown(value) === null) return value.state === 'observed' ? null : `word.state.${value.state}`
  if (value.partial) return 'chart.note.partial'
  return value.carried ? 'chart.note.carried' : null
}

export const numberCell = (number: number | null, unit: Unit, { format }: ChartContext): TableCell =>
  number === null ? wordCell('') : { text: format.value(number, unit), state: 'observed', raw: number }

export const countCell = (number: number, { format }: ChartContext): TableCell => ({
  text: format.number(number),
  state: 'observed',
  raw: number,
})

export const wordCell = (text: string): TableCell => ({ text, state: null, raw: null })

/**
 * The pace that may be told. What is needed follows from the latest value and the recent mean from two values,
 * so with the latest one unseen nothing is told, and with any hidden one no mean.
 */
export function paceOf({ pace, points }: Trajectory): Trajectory['pace'] {
  const latest = latestDue(points)
  if (pace === null || latest === undefined || shown(latest) === null) return null
  return points.some(isHidden) ? { ...pace, recent: null } : pace
}

export const latestDue = <Point extends ChartValue>(points: readonly Point[]): Point | undefined =>
  points.findLast(({ state }) => state !== 'not_due')

/** Rows by the width of the gap where asked; a row with a side that is not seen keeps its place at the end. */
export function inGapOrder({ rows, order }: GenderGap) {
  if (order === 'given') return rows
  const gap = ({ women, men }: GenderGap['rows'][number]) => {
    const [a, b] = [shown(women), shown(men)]
    return a === null || b === null ? -1 : Math.abs(a - b)
  }
  return rows.toSorted((a, b) => gap(b) - gap(a))
}

/** Reports received of those expected, whole percent rounded down: 100 only where none is missing. */
export const sharePercent = ({ reported, expected }: Pick<Completeness, 'reported' | 'expected'>) =>
  expected === 0 ? 0 : Math.floor((reported / expected) * 100)

/** A change from quarter to quarter: percentages change by points. */
export function stepText(change: number, unit: Unit, { t, format }: ChartContext) {
  return unit === 'percentage'
    ? t('chart.points', { value: format.number(change, 1) })
    : format.value(change, unit)
}
