import type { SqlQuery } from '../model/run-sql.ts'

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
