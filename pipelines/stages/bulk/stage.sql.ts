import type { SqlQuery } from '../../../indicators/model/run-sql.ts'
import { literal } from '../../warehouse/open-warehouse.ts'
import type { BulkText } from './bulk-file.ts'
import { column } from './columns.ts'

const plain = (text: string): SqlQuery => ({ text, values: [] })
/** What no file has, so that an empty field stays an empty text. */
const NO_NULL = '\u0001none\u0001'
const LONGEST_LINE = 1_000_000
const MOST_REJECTS = 1000

/**
 * The text as table `staged`: every column as text, empty where there is nothing, rows in the order of the file.
 *
 * Strict: what is no row is rejected and never folded into another. With `auto_detect` off the header is not looked at,
 * which is why it was read before. Line ends are left to the reader: told of them it can read nothing, without a word.
 */
export const stageText = ({ path, separator, header }: BulkText): SqlQuery =>
  plain(`
CREATE TABLE staged AS
SELECT *
FROM read_csv(
  ${literal(path)},
  auto_detect = false, header = true, delim = ${literal(separator)}, quote = '"', escape = '"',
  columns = {${header.map((_, index) => `${column(index)}: 'VARCHAR'`).join(', ')}},
  nullstr = ${literal(NO_NULL)}, strict_mode = true, null_padding = false, max_line_size = ${LONGEST_LINE},
  store_rejects = true, rejects_limit = ${MOST_REJECTS}
)`)

/** Rows that are none: their record, counted from the header, and what is wrong with them. */
export const rejectedRows = plain(`
SELECT line::INTEGER AS line, error_type::VARCHAR AS kind
FROM reject_errors
ORDER BY line
LIMIT ${MOST_REJECTS}`)

export const countStaged = plain('SELECT count(*)::INTEGER AS records FROM staged')

/** Different texts of some columns, with the first row of each. */
export const distinctTexts = (columns: readonly string[], most: number): SqlQuery =>
  plain(`
SELECT ${columns.join(', ')}, min(rowid)::BIGINT AS first_row
FROM staged
GROUP BY ALL
ORDER BY first_row
LIMIT ${most}`)

export const firstRows = (count: number): SqlQuery => plain(`SELECT * FROM staged LIMIT ${count}`)
