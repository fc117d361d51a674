import type { Observation } from '../../../indicators/model/observation.ts'
import type { Sheet } from '../decode/sheet.ts'
import { sheetsOf } from './layout.ts'
import { findTables, type Reading, readTable } from './map-table.ts'
import { fileStyle } from './number-texts.ts'
import { reportHidden } from './report-hidden.ts'

/**
 * Every table of a file that its mapping knows → observations.
 *
 * Errors  findings and questions in `reading`; nothing is thrown
 */
export function mapSheets(sheets: readonly Sheet[], reading: Reading): Observation[] {
  const { mapping, report } = reading
  const bySheet = new Map<Sheet, typeof mapping.tables>()
  for (const table of mapping.tables) {
    const matching = sheetsOf(sheets, table.sheet)
    if (matching.length === 0)
      report.add('sheet-missing', {}, '', { sheet: table.sheet.replace(/[\^$\\]/g, '') })
    for (const sheet of matching) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), table])
  }
  const found = [...bySheet].flatMap(([sheet, tables]) => findTables(sheet, tables, reading))
  const style = fileStyle(found, reading)
  const observations = found.flatMap((one) => readTable(one, style))
  for (const one of found) reportHidden(one)
  for (const sheet of sheets)
    if (!bySheet.has(sheet) && sheet.rows.length > 0)
      report.add('sheet-ignored', { sheet: sheet.name }, sheet.name)
  return observations
}
