import { DeliveredAs } from '../../../indicators/model/observation.ts'
import type { SqlQuery } from '../../../indicators/model/run-sql.ts'
import { DeliveredState } from '../../../indicators/model/value-state.ts'
import { literal } from '../../warehouse/open-warehouse.ts'
import type { Columns } from './columns.ts'

const plain = (text: string): SqlQuery => ({ text, values: [] })
/** The header is line 1. */
export const FIRST_LINE = 2

/** What can be wrong with a row, each a bit of its `wrong`. */
export const faults = {
  element: 1,
  place: 2,
  cell: 4,
  period: 8,
  value: 16,
  level: 32,
  open: 64,
  action: 128,
} as const
export type Fault = keyof typeof faults

/** Names that sort as text and are kept as small numbers. */
export const nameTypes = (names: Record<'element' | 'place' | 'cell' | 'report', readonly string[]>) =>
  Object.entries({ ...names, delivered: DeliveredAs.options, state: DeliveredState.options }).map(
    ([type, values]) =>
      plain(`CREATE TYPE ${type}_name AS ENUM (${[...new Set(values)].sort().map(literal).join(', ')})`),
  )

/**
 * Every row with what it means and what is wrong with it, as table `judged`.
 *
 * Shape   one row per row of the text that holds anything and is not left out on purpose
 * Unit    values as DECIMAL(18,4)
 */
export const judgeRows = ({
  all,
  element,
  place,
  period,
  value,
  status,
  action,
  combos,
}: Columns): SqlQuery => {
  const bit = (fault: Fault, condition: string) => `CASE WHEN ${condition} THEN ${faults[fault]} ELSE 0 END`
  return plain(`
CREATE TABLE judged AS
SELECT (s.rowid + ${FIRST_LINE})::INTEGER AS line,
       e.report::report_name AS report,
       e.element::element_name AS element,
       p.place::place_name AS place,
       t.starts::DATE AS period_start,
       t.ends::DATE AS period_end,
       e.delivered_as::delivered_name AS delivered_as,
       c.cell::cell_name AS cell,
       v.state::state_name AS state,
       v.value::DECIMAL(18,4) AS value,
       v.text,
       false AS derived,
       NULL::VARCHAR AS ref,
       (${[
         bit('element', 'e.element IS NULL'),
         bit('place', 'p.place IS NULL'),
         bit('cell', 'e.element IS NOT NULL AND c.cell IS NULL'),
         bit('period', 't.ends IS NULL AND (t.problem IS NOT NULL OR t.raw IS NULL)'),
         bit('value', `e.element IS NOT NULL AND v.state IS NULL`),
         bit('level', 'e.level <> p.level'),
         bit(
           'open',
           "t.ends IS NOT NULL AND (coalesce(p.opened, '') > t.ends OR coalesce(p.closed, '9999') < t.starts)",
         ),
         ...(action ? [bit('action', `upper(trim(s.${action})) NOT IN ('', 'M', 'A', 'I', 'MERGE')`)] : []),
       ].join('\n        | ')})::UTINYINT AS wrong,
       coalesce(v.blank, false) AS blank,
       t.place_in_time::USMALLINT AS place_in_time
FROM staged AS s
LEFT JOIN code_element AS e ON e.raw = s.${element}
LEFT JOIN code_place AS p ON p.raw = s.${place}
LEFT JOIN code_cell AS c ON c.raw = s.${element}${combos.map((of) => ` AND c.${of} = s.${of}`).join('')}
LEFT JOIN code_period AS t ON t.raw = s.${element} AND t.period = s.${period}
LEFT JOIN code_value AS v
  ON v.kind = e.kind AND v.raw = s.${value}${status ? ` AND v.status = s.${status}` : ''}
WHERE NOT coalesce(e.ignored, false)
  AND concat(${all.map((of) => `s.${of}`).join(', ')}) <> ''`)
}

/** How often each thing is wrong; nothing where all is right. */
export const countFaults = plain(`
SELECT wrong::INTEGER AS wrong, count(*)::INTEGER AS rows
FROM judged
WHERE wrong > 0
GROUP BY wrong`)

export type FaultyText = { written: string; reason: string | null; rows: number; first_line: number }

/** The different texts of one fault, with how many rows have each and the first of them. */
export function faultyTexts(fault: Fault, columns: Columns, most: number): SqlQuery {
  const { element, place, period, value, status, action, combos } = columns
  const written: Record<Fault, string> = {
    element: `s.${element}`,
    place: `s.${place}`,
    cell:
      combos.length === 0 ? "''" : `concat_ws(', ', ${combos.map((of) => `nullif(s.${of}, '')`).join(', ')})`,
    period: `s.${period}`,
    value: `s.${value}`,
    level: `s.${place}`,
    open: `s.${place}`,
    action: action ? `s.${action}` : "''",
  }
  const problem: Record<Fault, string> = {
    element: 'e.problem',
    place: 'p.problem',
    cell: 'c.problem',
    period: 't.problem',
    value: 'v.problem',
    level: `to_json({'code': CASE WHEN p.level IN ('country', 'programme') OR (p.level = 'region' AND e.level = 'facility') THEN 'place-too-coarse' ELSE 'place-too-fine' END, 'params': {'place': p.name, 'element': e.element, 'level': e.level}})::VARCHAR`,
    open: `to_json({'code': 'place-not-open', 'params': {'place': p.name, 'opened': coalesce(p.opened, '–'), 'closed': coalesce(p.closed, '–')}})::VARCHAR`,
    action: `'{"code":"action-unknown","params":{}}'`,
  }
  return plain(`
SELECT ${written[fault]} AS written, ${problem[fault]} AS reason, count(*)::INTEGER AS rows, min(j.line)::INTEGER AS first_line
FROM judged AS j
JOIN staged AS s ON s.rowid = j.line - ${FIRST_LINE}
LEFT JOIN code_element AS e ON e.raw = s.${element}
LEFT JOIN code_place AS p ON p.raw = s.${place}
LEFT JOIN code_cell AS c ON c.raw = s.${element}${combos.map((of) => ` AND c.${of} = s.${of}`).join('')}
LEFT JOIN code_period AS t ON t.raw = s.${element} AND t.period = s.${period}
LEFT JOIN code_value AS v ON v.kind = e.kind AND v.raw = s.${value}${status ? ` AND v.status = s.${status}` : ''}
WHERE j.wrong & ${faults[fault]} <> 0
GROUP BY written, reason${fault === 'value' ? ', j.line' : ''}
ORDER BY first_line
LIMIT ${most}`)
}

export const blankRows = plain(
  'SELECT count(*)::INTEGER AS rows, min(line)::INTEGER AS line FROM judged WHERE blank',
)
