import type { Indicator } from '../../indicators/model/indicator.ts'
import type { Quarter } from '../../indicators/model/period.ts'
import type { Country } from '../../indicators/model/place.ts'
import type { Completeness, ReleasedValue, Status } from '../../indicators/model/released.ts'
import type { Language } from '../../indicators/model/text.ts'
import type { ValueState } from '../../indicators/model/value-state.ts'

export type Unit = Indicator['unit']

/** A released value as a chart needs it. `value` is read only where `state` is observed. */
export type ChartValue = Pick<ReleasedValue, 'state' | 'value' | 'partial' | 'carried'>

/** How numbers, quarters and dates read in one language. */
export interface Formatters {
  /** A plain number with at most `digits` decimals. */
  number(value: number, digits?: number): string
  /** 0–100 in, `12.8%` out. */
  percent(percentage: number, digits?: number): string
  /** A value with its unit's sign where it has one: a percentage gets its sign, a count none. */
  value(value: number, unit: Unit): string
  quarter(quarter: Quarter): string
  /** An ISO date, long. */
  date(iso: string): string
}

export interface ChartContext {
  language: Language
  direction: 'ltr' | 'rtl'
  /** Keys are those of `web/i18n/messages/<language>/chart.json` behind `chart.`. */
  t: (key: string, args?: Record<string, string | number>) => string
  format: Formatters
}

/** `id` prefixes the ids of the frame: its heading is `<id>-title`, which names the drawing. Texts are localised already. */
interface Named {
  id: string
  /** What is shown, where: the caption of the table and the start of the summary. */
  title: string
}

interface Row {
  key: string
  label: string
  /** Where the row's label leads in the table; the drawing has no links. */
  href?: string
}

/** A dated point of a plan: baseline, milestones, target. */
export interface PlanPoint {
  date: string
  value: number
}

/** Counts of indicators by status, one bar per objective or area. */
export interface StatusBars extends Named {
  kind: 'status-bars'
  rows: readonly (Row & { counts: Partial<Record<Status, number>> })[]
}

/** `scale` shared: rows are one indicator in several places. own: rows are indicators, each with its own length. */
export interface Bullets extends Named {
  kind: 'bullets'
  scale: 'shared' | 'own'
  rows: readonly (Row & {
    unit: Unit
    actual: ChartValue
    baseline: number | null
    /** The milestone due now. */
    milestone: number | null
    target: number | null
    status: Status
  })[]
}

/** `steps` for cumulative counts, `line` for stocks and rates. */
export type LineShape = 'steps' | 'line'

export interface TrajectoryPoint extends ChartValue {
  quarter: Quarter
}

/** From `quarter` on values are computed by another version of the definition than before. */
export interface SeriesBreak {
  quarter: Quarter
  version: number
}

export interface Trajectory extends Named {
  kind: 'trajectory'
  unit: Unit
  shape: LineShape
  /** The time axis, in order; it runs on to the target. */
  quarters: readonly Quarter[]
  /** At most one per quarter; a quarter without one is not due. */
  points: readonly TrajectoryPoint[]
  breaks: readonly SeriesBreak[]
  plan: readonly PlanPoint[]
  target: PlanPoint | null
  /** The plan's value at the last reported quarter. */
  expected: number | null
  status: Status
  /** What is needed each quarter to reach the target, and the mean change of the last four quarters. */
  pace: { needed: number; recent: number | null } | null
}

/** The order of every legend, table and row. */
export const seriesOrder = ['women', 'men', 'unknown', 'total'] as const
export type SeriesKey = (typeof seriesOrder)[number]

/** One facet per country, in the programme's order. */
export interface SmallMultiples extends Named {
  kind: 'small-multiples'
  unit: Unit
  shape: LineShape
  /** Shared for shares; own for counts, each facet with its own axis. */
  scale: 'shared' | 'own'
  quarters: readonly Quarter[]
  breaks: readonly SeriesBreak[]
  facets: readonly {
    country: Country
    label: string
    series: readonly { key: SeriesKey; points: readonly TrajectoryPoint[] }[]
    target: number | null
  }[]
}

/** Women's and men's value of the same outcome. `reference` is a target or limit for both. */
export interface GenderGap extends Named {
  kind: 'gender-gap'
  unit: Unit
  order: 'given' | 'gap'
  rows: readonly (Row & { women: ChartValue; men: ChartValue; reference: number | null })[]
}

/** Women's share, in percent. `base` is the women's share of the people the row draws from. */
export interface Representation extends Named {
  kind: 'representation'
  /** Whether half is the stated aim, and so drawn. */
  parity: boolean
  rows: readonly (Row & { share: ChartValue; target: number | null; base: ChartValue | null })[]
}

/** A country and quarter without a cell is not due. */
export interface CompletenessGrid extends Named {
  kind: 'completeness'
  countries: readonly { country: Country; label: string }[]
  quarters: readonly Quarter[]
  cells: readonly Completeness[]
}

/** `parts` add up to a whole; `rates` stand side by side. `tone` sex gives categories their series colour and symbol. */
export interface SplitBars extends Named {
  kind: 'split-bars'
  measure: 'parts' | 'rates'
  unit: Unit
  tone: 'sex' | 'ordered'
  /** In display order; with tone sex the keys are `SeriesKey`. */
  categories: readonly { key: string; label: string }[]
  /** `values` by category key. */
  rows: readonly (Row & { values: Readonly<Record<string, ChartValue>> })[]
}

export type Chart =
  | StatusBars
  | Bullets
  | Trajectory
  | SmallMultiples
  | GenderGap
  | Representation
  | CompletenessGrid
  | SplitBars

/** The chart as a table. Cells stand in the order of the columns; the first is the row's header. */
export interface ChartTable {
  caption: string
  columns: { key: string; label: string; numeric: boolean }[]
  rows: { cells: TableCell[]; href?: string }[]
}

export interface TableCell {
  /** As read: a number in the language's style, a word, or a mark such as `[c]`. */
  text: string
  /** What the mark means, for a screen reader and a title. */
  note?: string
  /** Null where the cell is a word. */
  state: ValueState | null
  /** The number behind the text; null unless it is shown. */
  raw: number | null
}
