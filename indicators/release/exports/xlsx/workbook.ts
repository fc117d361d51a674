import { unzipSync, zipSync } from 'fflate'
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { EditionContent } from '../../views.ts'
import type { ValuesColumns } from '../values-table.ts'
import { definitionRows } from './definition-rows.ts'
import { logframeRows } from './logframe-rows.ts'
import { opsysRows } from './opsys-rows.ts'
import { readMeRows } from './read-me-rows.ts'

const heading: CellStyle = {
  font: { name: 'Calibri', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7ECF1' } },
  alignment: { wrapText: true, vertical: 'top' },
}
const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
const WIDEST = 60

/**
 * A release as a workbook: what it is, the logframe with its latest figures, what is keyed into OPSYS, every value, the definitions.
 *
 * Shape   each sheet but the first is one named table without merged cells; numbers, days and yes/no are typed
 * Unit    as said beside each figure; a cell is empty where there is no number, and the state says why
 */
export async function valuesXlsx(content: EditionContent, columns: ValuesColumns): Promise<Uint8Array> {
  const { label } = content
  const names = Object.keys(columns) as (keyof ValuesColumns)[]
  const values = columns.indicator.map((_, row) => names.map((name) => filled(columns[name][row])))
  const at = new Date(`${label.dataAsOf}T00:00:00Z`)
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Read me',
        rows: readMeRows(content),
        columns: [{ width: 24 }, { width: 100, style: wrapped }],
      },
      tableSheet('Logframe', logframeRows(content)),
      tableSheet('OPSYS', opsysRows(content)),
      tableSheet('Values', [names, ...values]),
      tableSheet('Definitions', definitionRows(content)),
    ],
    properties: {
      title: `Waymark ${label.edition} ${label.id}`,
      creator: 'Waymark',
      created: at,
      modified: at,
    },
  })
  return withoutTimes(bytes)
}

/** An empty text would be a filled cell. */
const filled = (value: CellValue | undefined): CellValue =>
  value === '' || value === undefined ? null : value

function tableSheet(name: string, rows: CellValue[][]): WriteSheet {
  const [head = []] = rows
  const headings = head.map(String)
  return {
    name,
    rows,
    cells: new Map(headings.map((_, column) => [`0,${column}`, { style: heading }])),
    columns: headings.map((_, column) => ({ width: widthOf(rows, column), style: wrapped })),
    freezePane: { rows: 1 },
    tables: [
      { name: `${name}Table`, columns: headings.map((text) => ({ name: text })), style: 'TableStyleLight1' },
    ],
  }
}

const SEEN = 200
const widthOf = (rows: readonly CellValue[][], column: number) =>
  Math.min(WIDEST, 2 + Math.max(...rows.slice(0, SEEN).map((row) => String(row[column] ?? '').length)))

/** Packed anew under one time, so that the same release is the same bytes. Zip files know local time alone. */
const withoutTimes = (bytes: Uint8Array) =>
  zipSync(unzipSync(bytes), { mtime: new Date(2000, 0, 1), level: 6 })
