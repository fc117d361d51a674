import type { SqlQuery } from '../model/run-sql.ts'
import { sql } from '../model/sql.ts'

/**
 * Reads   place
 * Shape   countries, regions and facilities, by code
 */
export const unitRows: SqlQuery = sql`
SELECT code, name, programme, opened, closed
FROM place
WHERE level <> 'programme'
ORDER BY code`
