import { renderToString } from 'solid-js/web'
import type { Chart, ChartContext, ChartTable, TableCell } from '../charts/chart.ts'
import { chartSvg } from '../charts/draw.ts'
import { summarise } from '../charts/summarise.ts'
import { tableOf } from '../charts/table-of.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Frame } from '../pages/frame.ts'
import { ChartReadout, type Readout } from './chart-readout.tsx'

/** A chart as the page holds it: two drawings for two widths, words, table, and what a browser steps through. */
export interface Drawing {
  wide: string
  narrow: string
  summary: string
  table: ChartTable
  readout: Readout
  readoutHtml: string
}

/** Plot's drawings keep their size; which one is shown is the style sheet's choice. */
const wideWidth = 720
const narrowWidth = 340
/** With fewer points there is nothing to step through. */
const fewestPoints = 3

/** Charts name their messages as text; the catalogue refuses what it does not have. */
export const chartContext = ({ t, ...locale }: Locale): ChartContext => ({
  ...locale,
  t: (key, args) => t(key as MessageKey, args),
})

/** A number as written, with what is to be said of it; a mark only as its meaning. */
const spoken = ({ text, note, raw }: TableCell) =>
  note === undefined ? text : raw === null ? note : `${text} (${note})`

/** Quarters are points; what the plan asks for stands below them in the table alone. */
const pointRows = (chart: Chart, { rows }: ChartTable) =>
  chart.kind === 'trajectory' || chart.kind === 'small-multiples'
    ? rows.slice(0, chart.quarters.length)
    : rows

/** One line per point: the row's header, then every column with its words. */
const pointsOf = (chart: Chart, table: ChartTable, { t }: Locale): string[] =>
  pointRows(chart, table).map(({ cells: [header, ...cells] }) => {
    const parts = cells
      .map((cell, i) => ({ cell, label: table.columns[i + 1]?.label ?? '' }))
      .filter(({ cell }) => cell.text !== '')
      .map(({ cell, label }) => `${label} ${spoken(cell)}`)
    return t('chart.pair', { label: header?.text ?? '', value: parts.join(' · ') })
  })

/** Along time the last reported quarter comes first to mind, among rows the first row. */
function firstSeen(chart: Chart, table: ChartTable): number {
  const rows = pointRows(chart, table)
  if (rows === table.rows) return 0
  return Math.max(
    0,
    rows.findLastIndex(({ cells }) => (cells[1]?.raw ?? null) !== null),
  )
}

function drawingOf(frame: Frame, locale: Locale): Drawing {
  const context = chartContext(locale)
  const { chart } = frame
  const table = tableOf(chart, context)
  const points = pointsOf(chart, table, locale)
  const readout: Readout = {
    id: chart.id,
    points,
    start: firstSeen(chart, table),
    role: locale.t('ui.chart.role'),
    keys: locale.t('ui.chart.keys', { n: points.length }),
  }
  return {
    wide: chartSvg(chart, context, wideWidth),
    narrow: chartSvg(chart, context, narrowWidth),
    summary: summarise(chart, context),
    table,
    readout,
    readoutHtml:
      points.length < fewestPoints
        ? ''
        : renderToString(() => ChartReadout(readout), { renderId: `${chart.id}-` }),
  }
}

const isFrame = (part: object): part is Frame => 'chart' in part && 'headline' in part

/** Every chart of a page model, wherever it stands in it. */
export function framesIn(part: unknown): Frame[] {
  if (typeof part !== 'object' || part === null) return []
  return isFrame(part) ? [part] : Object.values(part).flatMap(framesIn)
}

/**
 * Draws a page's charts before the page is rendered, because each readout is a small render of its own.
 */
export const drawFrames = (page: unknown, locale: Locale): ReadonlyMap<string, Drawing> =>
  new Map(framesIn(page).map((frame) => [frame.chart.id, drawingOf(frame, locale)]))
