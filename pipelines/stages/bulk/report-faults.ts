import type { Warehouse } from '../../warehouse/open-warehouse.ts'
import { columnLetters } from '../decode/sheet.ts'
import type { FindingCode } from '../findings/findings.ts'
import type { Report } from '../findings/report-finding.ts'
import type { Problem } from './code-tables.ts'
import { type Columns, placeOfColumn } from './columns.ts'
import { blankRows, countFaults, type Fault, type FaultyText, faults, faultyTexts } from './judge.sql.ts'

const MOST_TOLD = 1000

/** What a text without an entry would have been told. */
const unlooked: Record<Fault, FindingCode> = {
  element: 'code-unknown',
  place: 'place-unknown',
  cell: 'combo-unknown',
  period: 'period-code-wrong',
  value: 'number-unreadable',
  level: 'place-too-coarse',
  open: 'place-not-open',
  action: 'action-unknown',
}

/** Findings about a judged file: one for each different text that is wrong, with how many rows have it and the first of them. */
export async function reportFaults(db: Warehouse, columns: Columns, report: Report) {
  const counted = await db.all<{ wrong: number; rows: number }>(countFaults)
  for (const fault of Object.keys(faults) as Fault[]) {
    if (!counted.some(({ wrong }) => (wrong & faults[fault]) !== 0)) continue
    const letters = columnLetters(placeOfColumn(columnOf(fault, columns)))
    for (const { written, reason, rows, first_line: line } of await db.all<FaultyText>(
      faultyTexts(fault, columns, MOST_TOLD),
    )) {
      const { code, params }: Problem = reason
        ? JSON.parse(reason)
        : { code: unlooked[fault], params: { nearest: '–' } }
      report.add(
        code,
        { ref: `${letters}${line}` },
        written.trim(),
        fault === 'value' ? params : { ...params, index: line - 1, rows },
      )
    }
  }
  const [blank] = await db.all<{ rows: number; line: number | null }>(blankRows)
  if (blank?.line)
    report.add('cell-blank', { ref: `${columnLetters(placeOfColumn(columns.value))}${blank.line}` }, '', {
      place: `${blank.rows}`,
    })
}

function columnOf(fault: Fault, { element, place, period, value, action, combos }: Columns): string {
  const cell = combos[0] ?? element
  return { element, place, period, value, cell, level: place, open: place, action: action ?? value }[fault]
}
