import type { SqlQuery } from '../model/run-sql.ts'

export type LineageSource = {
  quarter: string
  element: string
  place: string
  cell: string
  period_start: string
  period_end: string
  delivered_as: string
  state: string
  value: number | null
  derived: boolean
  file: string
  sheet: string
  ref: string
  mapping: string
}

/**
 * Every delivered value with the place it was read.
 *
 * Reads   observation
 * Shape   one row per observation, by quarter of its last day, element, place and cell
 * Unit    as delivered
 */
export const lineageRows = (): SqlQuery => ({
  values: [],
  text: `
SELECT concat(year(period_end), '-Q', quarter(period_end)) AS quarter,
       element, place, cell,
       period_start, period_end, delivered_as,
       state, value::DOUBLE AS value, derived,
       file, sheet, ref, mapping
FROM observation
ORDER BY quarter, element, place, cell, period_start, delivered_as`.trim(),
})

export type FigureRow = {
  country: string
  as_of: string
  measure: string
  value: number
  unit: string
  sex: string
  precision: string
  source: string
}

/**
 * Publicly reported figures.
 *
 * Reads   public_figure
 * Shape   one row per figure, by measure, country and date
 */
export const publicFigureRows = (): SqlQuery => ({
  values: [],
  text: `
SELECT country, as_of, measure, value::DOUBLE AS value, unit, sex, precision, source
FROM public_figure
ORDER BY measure, country, as_of, sex, value`.trim(),
})
