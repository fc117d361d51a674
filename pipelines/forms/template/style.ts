import type { CellStyle } from 'hucre/xlsx'

const plain = { name: 'Calibri', size: 11 }
const line = { style: 'thin' as const, color: { rgb: 'BFBFBF' } }
const box = { top: line, right: line, bottom: line, left: line }
const solid = (rgb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb } })

/** White is for writing in, grey is not. Nothing is told by colour alone: what can be written in has a border. */
export const styles = {
  heading: {
    font: { ...plain, bold: true },
    fill: solid('E7ECF1'),
    border: box,
    alignment: { wrapText: true, vertical: 'top' },
  },
  label: { fill: solid('F5F5F5'), border: box, alignment: { vertical: 'center' } },
  was: {
    font: { ...plain, color: { rgb: '6B6B6B' }, italic: true },
    fill: solid('F5F5F5'),
    alignment: { vertical: 'center' },
  },
  input: { border: box, protection: { locked: false }, alignment: { vertical: 'center' } },
  title: { font: { ...plain, bold: true, size: 16 }, alignment: { wrapText: true } },
  text: { alignment: { wrapText: true, vertical: 'top' } },
} as const satisfies Record<string, CellStyle>

export const wrongSum: CellStyle = {
  font: { bold: true, color: { rgb: '9C0006' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FFC7CE' } },
}
