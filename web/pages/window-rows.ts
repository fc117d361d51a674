import { TOTAL } from '../../indicators/model/breakdown.ts'
import { type Coded, wordAt } from '../../indicators/model/coded.ts'
import { WindowKind } from '../../indicators/model/indicator.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import type { ReleasedValue } from '../../indicators/model/released.ts'
import { ValueState } from '../../indicators/model/value-state.ts'
import type { WindowsView } from '../../indicators/model/windows-view.ts'
import { type PageContext, placeName } from './context.ts'
import { type Figure, figureOf } from './figure.ts'
import type { Shown } from './series.ts'

/** One quarter's end seen over every window, side by side: what reports of different donors ask for. */
export interface WindowTable {
  /** To which day all of them run. */
  day: string
  columns: readonly string[]
  rows: readonly { label: string; figures: readonly Figure[] }[]
}

/** Null in the public edition, and where the window makes no difference. */
export function windowTable(
  context: PageContext,
  shown: Shown,
  view: WindowsView | null,
): WindowTable | null {
  if (view === null) return null
  const { t, format } = context.locale
  const places = [PROGRAMME, ...shown.countries]
  const rows = WindowKind.options.flatMap((window) => {
    const at = view.window.at.flatMap((_, row) => (isAt(view, row, window, shown.quarter) ? [row] : []))
    if (at.length === 0) return []
    const figures = places.map((place) => {
      const row = at.find((one) => wordAt(view.place, one) === place)
      const value = row === undefined ? undefined : valueAtRow(view, row)
      const figure = figureOf(context, value, shown.definition)
      // Only the figures of the indicator's own window are explained.
      const isExplained = figure.state !== 'observed' || window === shown.definition.window
      return isExplained ? figure : { ...figure, href: null }
    })
    const name = t(`word.window.${window}`)
    const isRunning = at.some((row) => view.running.includes(row))
    return [{ label: isRunning ? t('ui.soFar', { window: name }) : name, figures }]
  })
  if (rows.length === 0) return null
  return {
    day: format.quarter(shown.quarter),
    columns: places.map((place) => placeName(context, place)),
    rows,
  }
}

const isAt = (view: WindowsView, row: number, window: string, quarter: string) =>
  wordAt(view.window, row) === window &&
  wordAt(view.quarter, row) === quarter &&
  wordAt(view.cell, row) === TOTAL

function valueAtRow(view: WindowsView, row: number): ReleasedValue {
  const word = (column: Coded) => wordAt(column, row)
  const [low, high] = [view.low[row] ?? null, view.high[row] ?? null]
  const [reported, expected] = [view.reported[row] ?? null, view.expected[row] ?? null]
  return {
    place: word(view.place),
    quarter: word(view.quarter),
    cell: word(view.cell),
    state: ValueState.parse(word(view.state)),
    value: view.value[row] ?? null,
    numerator: view.numerator[row] ?? null,
    denominator: view.denominator[row] ?? null,
    ...(low === null ? {} : { bounds: { low, high } }),
    partial: view.partial.includes(row),
    carried: view.carried.includes(row),
    coverage: reported === null || expected === null ? null : { reported, expected },
  }
}
