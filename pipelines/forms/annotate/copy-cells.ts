import { writeXlsx } from 'hucre/xlsx'
import type { Sheet } from '../../stages/decode/sheet.ts'

/**
 * A workbook with the cells of a file that is none: numbers as numbers, all else as the text that was read, never a
 * formula. Rows and columns stand where they stood.
 */
export function copyCells(sheets: readonly Sheet[], fallbackName: string): Promise<Uint8Array> {
  const copied = sheets.map(({ name, rows }) => {
    const written: (string | number | null)[][] = []
    for (const { row, cells } of rows) {
      while (written.length < row) written.push([])
      const line = written[row - 1] ?? []
      for (const { column, text, kind } of cells) {
        while (line.length < column) line.push(null)
        line[column - 1] = kind === 'number' && Number.isFinite(Number(text)) ? Number(text) : text
      }
    }
    return { name: name === '' ? fallbackName : name, rows: written }
  })
  return writeXlsx({ sheets: copied.length > 0 ? copied : [{ name: fallbackName, rows: [] }] })
}
