import { type Cell, cellOf } from '../../../indicators/model/breakdown.ts'
import type { SqlQuery } from '../../../indicators/model/run-sql.ts'
import { literal } from '../../warehouse/open-warehouse.ts'
import type { Completion } from '../map/mapping.ts'

const plain = (text: string): SqlQuery => ({ text, values: [] })

/** Where the value of a row stands: the same as in a sheet, however long it is. */
const refOfRow = (letters: string) => `coalesce(ref, concat(${literal(letters)}, line))`

/**
 * Adds the cells a report leaves to be worked out, as `completeCells` does row by row: what is there is not replaced,
 * and a part without a value leaves the whole without.
 */
export function completeRows(report: string, completion: Completion, letters: string): SqlQuery {
  const { elements = [], make, as, from, of } = completion
  const whole = as === 'rest' ? [cellOf(from ?? {})] : []
  const parts: Cell[] = [...whole, ...of.map(cellOf)]
  const names = parts.map((_, index) => `part${index}`)
  const series = ['element', 'place', 'period_start', 'period_end', 'delivered_as']
  const [first = 'part0', ...rest] = names
  const allObserved = names.map((name) => `${name}.state = 'observed'`).join(' AND ')
  const chosen = (name: string, index: number) =>
    `${name}.report = ${literal(report)} AND ${name}.element IN (${elements.map(literal).join(', ')}) AND ${name}.cell = ${literal(parts[index] ?? '')}`
  return plain(`
INSERT INTO judged BY NAME
SELECT ${first}.line, ${first}.report, ${series.map((name) => `${first}.${name}`).join(', ')},
       ${literal(cellOf(make))}::cell_name AS cell,
       CASE ${names.map((name) => `WHEN ${name}.state <> 'observed' THEN ${name}.state`).join(' ')} ELSE 'observed'::state_name END AS state,
       CASE WHEN ${allObserved} THEN ${names.map((name) => `${name}.value`).join(as === 'rest' ? ' - ' : ' + ')} END AS value,
       NULL AS text,
       true AS derived,
       concat_ws(${literal(as === 'rest' ? '-' : '+')}, ${names.map((name) => refOfRow(letters).replace('ref', `${name}.ref`).replace('line', `${name}.line`)).join(', ')}) AS ref,
       0::UTINYINT AS wrong,
       false AS blank,
       ${first}.place_in_time
FROM judged AS ${first}
${rest.map((name, index) => `JOIN judged AS ${name} ON ${[...series.map((key) => `${name}.${key} = ${first}.${key}`), chosen(name, index + 1)].join(' AND ')}`).join('\n')}
ANTI JOIN (
  SELECT * FROM judged WHERE cell = ${literal(cellOf(make))} AND element IN (${elements.map(literal).join(', ')})
) AS there
  ON ${series.map((key) => `there.${key} = ${first}.${key}`).join(' AND ')}
WHERE ${chosen(first, 0)}`)
}

/** Several small numbers as one, the first outweighing the others: a single number is put in order in half the time. */
const packed = (parts: readonly (readonly [number: string, bits: number])[]) =>
  parts.reduce(
    (before, [number, bits]) =>
      before ? `(${before} << ${bits} | ${number}::UBIGINT)` : `${number}::UBIGINT`,
    '',
  )

/** Rows by slice, and within it in the order a slice is written in. */
export const orderRows = plain(`
CREATE TABLE ordered AS
SELECT * EXCLUDE (wrong, blank, place_in_time),
       (year(period_end) * 4 + quarter(period_end))::USMALLINT AS quarter_number,
       ${packed([
         ['enum_code(report)', 7],
         ['quarter_number', 14],
         ['enum_code(element)', 9],
         ['enum_code(place)', 11],
         ['place_in_time', 9],
         ['enum_code(delivered_as)', 2],
         ['enum_code(cell)', 11],
       ])} AS sort_key
FROM judged
ORDER BY sort_key`)

export type Repeated = { line: number; first_line: number; value: string | null; first_value: string | null }

/** What is told twice: neighbours once all is in order. */
export const repeatedRows = (most: number): SqlQuery =>
  plain(`
SELECT line, first_line, value::VARCHAR AS value, first_value::VARCHAR AS first_value, count(*) OVER ()::INTEGER AS rows
FROM (
  SELECT element, place, period_end, delivered_as, cell, line, value,
         lag(element) OVER () AS e, lag(place) OVER () AS p, lag(period_end) OVER () AS t, lag(delivered_as) OVER () AS d,
         lag(cell) OVER () AS c, lag(line) OVER () AS first_line, lag(value) OVER () AS first_value
  FROM ordered
)
WHERE element = e AND place = p AND period_end = t AND delivered_as = d AND cell = c
ORDER BY line
LIMIT ${most}`)

export const sliceList = plain(`
SELECT report::VARCHAR AS report, quarter_number::INTEGER AS quarter_number, count(*)::INTEGER AS rows,
       min(sort_key)::VARCHAR AS first_key, max(sort_key)::VARCHAR AS last_key
FROM ordered
GROUP BY report, quarter_number
ORDER BY report, quarter_number`)

/** Where the rows of one slice stand among all in order. */
export type Stretch = {
  report: string
  quarter_number: number
  rows: number
  /** Of the first and the last row, in order. */
  first_key: string
  last_key: string
}

export type SliceOf = Pick<Stretch, 'first_key' | 'last_key'> & {
  country: string
  fileHash: string
  file: string
  mapping: string
  letters: string
}

/** The rows of one slice with the columns every slice has. */
export const sliceRowsOf = ({ first_key, last_key, country, fileHash, file, mapping, letters }: SliceOf) => `
SELECT element::VARCHAR AS element, ${literal(country)} AS country, place::VARCHAR AS place, period_start, period_end,
       delivered_as::VARCHAR AS delivered_as, cell::VARCHAR AS cell, state::VARCHAR AS state, value, text, derived, ${literal(fileHash)} AS file_hash,
       ${literal(file)} AS file, '' AS sheet, ${refOfRow(letters)} AS ref, ${literal(mapping)} AS mapping
FROM ordered
WHERE sort_key BETWEEN ${first_key}::UBIGINT AND ${last_key}::UBIGINT`
