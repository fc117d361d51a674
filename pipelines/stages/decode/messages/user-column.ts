import type { Sheet } from '../sheet.ts'
import { isDhis2Header, STORED_BY_COLUMN } from './dhis2-header.ts'

/** Sheets without the column in which a data value set has the names of its users. */
export const withoutUserColumn = (sheets: readonly Sheet[]): Sheet[] =>
  sheets.map((sheet) => {
    const headers: string[] = []
    for (const { column, text } of sheet.rows[0]?.cells ?? []) headers[column - 1] = text
    if (!isDhis2Header(headers)) return sheet
    const rows = sheet.rows.map((row, index) =>
      index === 0 ? row : { ...row, cells: row.cells.filter(({ column }) => column !== STORED_BY_COLUMN) },
    )
    return { ...sheet, rows }
  })
