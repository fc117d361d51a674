/**
 * The tables an analyst would make for the same facts in PostgreSQL: numbers as keys, narrow rows, one index.
 *
 * Shape   `fact` row for row as in the warehouse, in its order; `state` is 0 missing, 1 observed, 2 not applicable,
 *         3 withheld. Units are one `patch` where they are added together, one `crowd` where they also opened and
 *         closed together
 */
export const tables = {
  element:
    'element SMALLINT, id TEXT, adds BOOLEAN, is_text BOOLEAN, step_months INTEGER, level TEXT, chosen BOOLEAN',
  unit: 'unit INTEGER, country TEXT, level TEXT, programme BOOLEAN, up TEXT, opened DATE, closed DATE, patch INTEGER, crowd INTEGER',
  measure: 'measure INTEGER, element SMALLINT, cell SMALLINT, chosen_only BOOLEAN, rule TEXT, span INTEGER',
  span_window:
    'span INTEGER, country TEXT, quarter TEXT, opens DATE, closes DATE, fresh_from DATE, last_from DATE, first_slot INTEGER, last_slot INTEGER',
  fact: 'unit INTEGER, period_start DATE, period_end DATE, element SMALLINT, cell SMALLINT, state SMALLINT, value NUMERIC(18,4)',
} as const
export type TableName = keyof typeof tables

/** What a warehouse holds, as rows of these tables. Measures and windows are bound as JSON. */
export const rowsFor: Record<TableName, string> = {
  element: `
SELECT rowid + 1, id, kind IN ('flow', 'text'), kind = 'text', step_months,
       CASE scope WHEN 'country' THEN 'country' WHEN 'regions' THEN 'region' ELSE 'facility' END,
       scope = 'programme-facilities'
FROM element`,
  unit: `
SELECT rowid, country, level, programme, up, opened, closed,
       dense_rank() OVER (ORDER BY up, level, programme),
       dense_rank() OVER (ORDER BY up, level, programme, opened, closed)
FROM (
  SELECT rowid, country, level, programme, CASE level WHEN 'facility' THEN parent ELSE code END AS up,
         coalesce(opened, DATE '0001-01-01') AS opened, coalesce(closed, DATE '9999-12-30') AS closed
  FROM place
)`,
  measure: `
SELECT m.measure, e.rowid + 1, c.number, m.programmeOnly, m.rule, m.span
FROM (
  SELECT unnest(from_json($1::JSON, '[{
    "measure": "INTEGER", "element": "VARCHAR", "cell": "VARCHAR", "programmeOnly": "BOOLEAN",
    "rule": "VARCHAR", "span": "INTEGER"}]'), max_depth := 2)
) AS m
JOIN element AS e ON e.id = m.element
JOIN cell AS c ON c.cell = m.cell`,
  span_window: `
SELECT unnest(from_json($1::JSON, '[{
  "span": "INTEGER", "country": "VARCHAR", "quarter": "VARCHAR", "opens": "DATE", "closes": "DATE",
  "freshFrom": "DATE", "lastFrom": "DATE", "firstSlot": "INTEGER", "lastSlot": "INTEGER"}]'), max_depth := 2)`,
  fact: `
SELECT p.rowid, f.period_start, f.period_end, e.rowid + 1, c.number,
       CASE f.state WHEN 'missing' THEN 0 WHEN 'observed' THEN 1 WHEN 'not_applicable' THEN 2 ELSE 3 END, f.value
FROM fact AS f
JOIN place AS p ON p.code = f.place
JOIN element AS e ON e.id = f.element
JOIN cell AS c ON c.cell = f.cell
ORDER BY f.rowid`,
}

/** Numbers for cells; the total is 0. */
export const cellNumbers = `
CREATE TEMP TABLE cell AS
SELECT cell, row_number() OVER (ORDER BY cell) - 1 AS number
FROM (SELECT '' AS cell UNION SELECT cell FROM element_cell)`

/** What PostgreSQL makes of the tables once they are filled, before any clock runs. */
export const preparation = `
CREATE TABLE series AS
SELECT row_number() OVER ()::INTEGER AS series, *
FROM (SELECT DISTINCT m.element, m.cell, e.adds, e.is_text FROM measure AS m JOIN element AS e USING (element)) AS s;
CREATE TABLE asked AS
SELECT m.measure, m.rule, m.span, m.element, m.cell, s.series, e.step_months, e.level,
       m.chosen_only OR e.chosen AS chosen_only
FROM measure AS m
JOIN element AS e USING (element)
JOIN series AS s USING (element, cell);
CREATE TABLE patch AS
SELECT DISTINCT patch, country, up, level, programme FROM unit;
CREATE TABLE crowd AS
SELECT crowd, country, up, level, programme, opened, closed, count(*)::INTEGER AS units
FROM unit
GROUP BY 1, 2, 3, 4, 5, 6, 7;
CREATE INDEX ON fact (element, cell, unit, period_end);
VACUUM ANALYZE;`
