import type { Language } from '../../../indicators/model/text.ts'
import type { Say } from '../words.ts'
import type { MarkStyles, Severity } from './mark-styles.ts'
import { escapeXml, textCell } from './scan-xml.ts'

/** A finding as its sender reads it. `refs` are the cells it is about; none where it is about the whole sheet or file. */
export type Problem = {
  severity: Severity
  code: string
  rule: string
  sheet: string
  refs: readonly string[]
  value: string
  message: string
}

/** The mark of a page of problems: how many there were, and whether the file was a text before. */
export const PROBLEMS_MARK = 'waymark-problems/1'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const columns = ['cell', 'sheet', 'severity', 'value', 'message', 'rule'] as const
const widths = [12, 24, 24, 18, 90, 9, 4, 4]
export const keptColumns = { sheet: 2, code: 7, mark: 8 } as const

type Page = {
  problems: readonly Problem[]
  mark: string
  styles: MarkStyles
  say: Say
  language: Language
  seenAt(problem: Problem): string | null
}

/** A page with every problem, a link to its cell, and what it takes to recognise the file when it comes back. */
export function problemsSheet({ problems, mark, styles, say, language, seenAt }: Page): string {
  const headings = columns.map((column, index) =>
    textCell(at(1, index + 1), say(`column.${column}`), styles.heading),
  )
  const rows = problems.map((problem, index) => {
    const row = index + 2
    const { sheet, refs, severity, value, message, rule } = problem
    const told = [refs.join(', '), sheet, say(`severity.${severity}`), value, message, rule]
    const style = (column: number) => (column === 0 && seenAt(problem) ? styles.link : styles.wrapped)
    const cells = told.map((text, column) => textCell(at(row, column + 1), text, style(column)))
    return `<row r="${row}">${cells.join('')}${textCell(at(row, keptColumns.code), problem.code)}</row>`
  })
  const links = problems.flatMap((problem, index) => {
    const target = seenAt(problem)
    return target
      ? `<hyperlink ref="${at(index + 2, 1)}" location="${escapeXml(target)}" display="${escapeXml(problem.refs.join(', '))}"/>`
      : []
  })
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0"${language === 'ar' ? ' rightToLeft="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${index + 1 >= keptColumns.code ? ' hidden="1"' : ''}/>`).join('')}</cols>`,
    `<sheetData><row r="1">${headings.join('')}${textCell(at(1, keptColumns.mark), mark)}</row>${rows.join('')}</sheetData>`,
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('')
}

const at = (row: number, column: number) => `${String.fromCharCode(64 + column)}${row}`
