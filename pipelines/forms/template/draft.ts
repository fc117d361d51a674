import type {
  Cell,
  CellStyle,
  CellValue,
  ColumnDef,
  ConditionalRule,
  DataValidation,
  WriteSheet,
} from 'hucre/xlsx'
import type { Language } from '../../../indicators/model/text.ts'
import { refOf } from '../../stages/decode/sheet.ts'

/** A sheet being drawn up. Rows and columns count from 1, as a person sees them. */
export type Draft = {
  put(row: number, column: number, value: CellValue, style?: CellStyle): void
  width(column: number, letters: number): void
  hideColumn(column: number): void
  row(row: number, how: { height?: number; hidden?: boolean }): void
  validate(check: DataValidation): void
  tint(rule: Omit<ConditionalRule, 'priority'>): void
  finish(sheet: Omit<WriteSheet, 'rows' | 'cells' | 'columns'>): WriteSheet
}

export function draft(language: Language): Draft {
  const rows: CellValue[][] = []
  const cells = new Map<string, Partial<Cell>>()
  const columns: ColumnDef[] = []
  const rowDefs = new Map<number, { height?: number; hidden?: boolean }>()
  const dataValidations: DataValidation[] = []
  const conditionalRules: ConditionalRule[] = []
  const written = ({ alignment, ...style }: CellStyle): CellStyle =>
    language === 'ar'
      ? { ...style, alignment: { ...alignment, readingOrder: 'rtl' } }
      : { ...style, ...(alignment ? { alignment } : {}) }
  const columnAt = (column: number) => {
    while (columns.length < column) columns.push({})
    return columns[column - 1] ?? {}
  }
  return {
    put(row, column, value, style) {
      while (rows.length < row) rows.push([])
      const line = rows[row - 1] ?? []
      while (line.length < column) line.push(null)
      line[column - 1] = value
      if (style) cells.set(`${row - 1},${column - 1}`, { value, style: written(style) })
    },
    width: (column, letters) => Object.assign(columnAt(column), { width: letters }),
    hideColumn: (column) => Object.assign(columnAt(column), { hidden: true, width: 4 }),
    row: (row, how) => rowDefs.set(row - 1, how),
    validate: (check) => dataValidations.push(check),
    tint: (rule) => conditionalRules.push({ ...rule, priority: conditionalRules.length + 1 }),
    finish: (sheet) => ({
      view: { rightToLeft: language === 'ar' },
      protection: { sheet: true, formatColumns: true, formatRows: true },
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      ...sheet,
      rows,
      cells,
      columns,
      rowDefs,
      dataValidations,
      conditionalRules,
    }),
  }
}

export const rangeRef = (row: number, column: number, toRow = row, toColumn = column) =>
  row === toRow && column === toColumn
    ? refOf(row, column)
    : `${refOf(row, column)}:${refOf(toRow, toColumn)}`
