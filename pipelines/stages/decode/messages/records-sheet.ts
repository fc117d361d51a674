import { newBudget, type Sheet, type SheetRow, spendCell } from '../sheet.ts'

/** A record of a message: field → text as written. */
export type CodedRecord = Readonly<Record<string, string>>

/** Sheets that stand for a message in JSON or XML: fields in the first row, record n in row n + 1. */
export const MESSAGE_SHEETS = { dhis2: 'dataValueSet', adx: 'adx' } as const

/** Fields that name the person who typed a value. They are left behind here and nobody gets to see them. */
const userFields = /^(stored_?by|(created|(last_?)?updated|modified)_?by(_?user)?(_?info)?|user(_?name)?)$/i

export const isUserField = (field: string) => userFields.test(field.replace(/[\s-]+/g, '_'))

/**
 * A message as a sheet, so that it is looked through for persons like any other file.
 *
 * Errors  `Unreadable` where it is beyond what all sheets of a file may hold
 */
export function sheetOfRecords(name: string, records: readonly CodedRecord[]): Sheet {
  const budget = newBudget()
  const columns = new Map<string, number>()
  const rows: SheetRow[] = records.map((record, index) => {
    const cells = Object.entries(record).flatMap(([field, text]) => {
      if (text.trim() === '' || isUserField(field)) return []
      spendCell(budget, text.length)
      const column = columns.get(field) ?? columns.size + 1
      columns.set(field, column)
      return [{ column, text, kind: 'text' as const }]
    })
    return { row: index + 2, cells: cells.sort((a, b) => a.column - b.column) }
  })
  const header = [...columns].map(([text, column]) => ({ column, text, kind: 'text' as const }))
  return { name, rows: [{ row: 1, cells: header }, ...rows], merged: [], records: true }
}
