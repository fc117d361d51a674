import type { SqlQuery } from '../../../indicators/model/run-sql.ts'
import type { Warehouse } from '../../warehouse/open-warehouse.ts'
import type { Columns } from './columns.ts'

const plain = (text: string): SqlQuery => ({ text, values: [] })

/** Tables for what texts mean, their columns in the order they are filled in. */
export async function createTables(db: Warehouse, combos: readonly string[]) {
  const tables = [
    'code_element (raw VARCHAR, ignored BOOLEAN, element VARCHAR, report VARCHAR, delivered_as VARCHAR, kind VARCHAR, level VARCHAR, problem VARCHAR)',
    'code_place (raw VARCHAR, place VARCHAR, name VARCHAR, level VARCHAR, opened VARCHAR, closed VARCHAR, problem VARCHAR)',
    `code_cell (raw VARCHAR, ${combos.map((of) => `${of} VARCHAR, `).join('')}cell VARCHAR, problem VARCHAR)`,
    'code_period (raw VARCHAR, period VARCHAR, starts VARCHAR, ends VARCHAR, place_in_time DOUBLE, problem VARCHAR)',
    'code_value (kind VARCHAR, raw VARCHAR, status VARCHAR, state VARCHAR, value DOUBLE, text VARCHAR, blank BOOLEAN, problem VARCHAR)',
  ]
  for (const table of tables) await db.run(plain(`CREATE TEMP TABLE ${table}`))
}

/** Different values, by the kind of element they are of. */
export const valueTexts = ({ element, value, status }: Columns, most: number): SqlQuery =>
  plain(`
SELECT e.kind, s.${value} AS raw, ${status ? `s.${status}` : "''"} AS status
FROM staged AS s
JOIN code_element AS e ON e.raw = s.${element}
WHERE e.kind IS NOT NULL
GROUP BY ALL
ORDER BY ALL
LIMIT ${most}`)
