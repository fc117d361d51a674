import type { Sheet } from '../decode/sheet.ts'
import { type Action, blankValue, type CodedValue, type Message } from './coded-value.ts'
import { type LongRole, longRolesOf } from './long-columns.ts'
import { columnsOf, type Line, linesBelow } from './table.ts'

const LAST_HEADER_ROW = 25
const actions: Record<string, Action> = {
  M: 'merge',
  A: 'merge',
  I: 'merge',
  R: 'replace',
  D: 'delete',
  MERGE: 'merge',
  REPLACE: 'replace',
  DELETE: 'delete',
}

type Roles = {
  row: number
  columns: ReadonlyMap<LongRole, number>
  unmapped: { header: string; ref: string }[]
}

/** The header of a long table; null where none of the first rows is one. */
export function longHeaderOf({ rows }: Sheet): Roles | null {
  for (const row of rows.slice(0, LAST_HEADER_ROW)) {
    const headers = columnsOf(row)
    const roles = longRolesOf(headers.map(({ header }) => header))
    if (!roles) continue
    const [line] = linesBelow({ name: '', rows: [row], merged: [] }, 0)
    const columns = new Map(
      headers.flatMap(({ column }, index) => {
        const role = roles[index]
        return role ? [[role, column] as const] : []
      }),
    )
    const unmapped = headers.filter((_, index) => roles[index] === null)
    return {
      row: row.row,
      columns,
      unmapped: unmapped.map(({ header, column }) => ({ header, ref: line?.ref(column) ?? '' })),
    }
  }
  return null
}

/** A table with one value in each row. */
export function readLong(sheet: Sheet): Message {
  const { row, columns, unmapped } = longHeaderOf(sheet) ?? { row: 0, columns: new Map(), unmapped: [] }
  const values = linesBelow(sheet, row).map((line, index) => codedValue(line, index + 1, columns))
  return { kind: 'long', sheet: sheet.name, values, unmapped, whole: false }
}

function codedValue(line: Line, index: number, columns: ReadonlyMap<LongRole, number>): CodedValue {
  const text = (role: LongRole) => line.text(columns.get(role))
  const ref = (role: LongRole) => line.ref(columns.get(role))
  const dimensions = [...columns.keys()].filter((role) => role.startsWith('by '))
  const actionWritten = text('action')
  return {
    ...blankValue(index, ref('value')),
    element: text('element'),
    place: text('place'),
    period: text('period'),
    combo: text('cell'),
    options: Object.fromEntries(dimensions.map((role) => [role.slice(3), text(role)])),
    value: text('value'),
    status: text('status'),
    action: actionWritten === '' ? 'merge' : (actions[actionWritten.toUpperCase()] ?? null),
    actionWritten,
    refs: {
      value: ref('value'),
      element: ref('element'),
      place: ref('place'),
      period: ref('period'),
      combo: ref('cell') || ref(dimensions[0] ?? 'cell'),
      status: ref('status'),
      action: ref('action'),
    },
  }
}
