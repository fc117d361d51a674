import {
  AlignmentType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Report, ReportTable } from '../../contract/report.ts'
import { captionOf } from './word-caption.ts'
import { paragraphOf } from './word-text.ts'

const shade = (fill: string) => ({ type: ShadingType.CLEAR, fill, color: 'auto' })
const HEAD = shade('E7ECF1')
const GROUP = shade('F4F6F8')
/** Half points. */
const SIZES = { long: { text: 17, note: 15 }, short: { text: 15, note: 14 } }
const CLOSE = { after: 0 }
/** What follows a table does not stick to it. */
const GAP = { after: 0, line: 120 }
/** Twentieths of a point. */
const MARGINS = { top: 30, bottom: 30, left: 70, right: 70 }

/** A numbered caption and a table `width` twips wide, whose head stands on every page and whose rows stay whole. */
export function tableOf(
  report: Report,
  table: ReportTable,
  width: number,
  nth: number,
): (Paragraph | Table)[] {
  const { head, groups, numbers } = table
  const size = SIZES[report.isLong ? 'long' : 'short']
  const all = table.widths.reduce((sum, part) => sum + part, 0)
  const widths = table.widths.map((part) => Math.floor((width * part) / all))
  const cell = (text: string, column: number, isHead: boolean) =>
    new TableCell({
      margins: MARGINS,
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      ...(isHead ? { shading: HEAD } : {}),
      children: [
        paragraphOf(
          report,
          text,
          { alignment: column < numbers ? AlignmentType.START : AlignmentType.END, spacing: CLOSE },
          { size: size.text, bold: isHead },
        ),
      ],
    })
  const row = (texts: readonly string[], isHead = false) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: texts.map((text, column) => cell(text, column, isHead)),
    })
  const titled = (text: string, notes: readonly string[] = []) =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          margins: MARGINS,
          columnSpan: head.length,
          shading: GROUP,
          children: [
            paragraphOf(report, text, { keepNext: true, spacing: CLOSE }, { size: size.text, bold: true }),
            ...notes.map((note) =>
              paragraphOf(report, note, { keepNext: true, spacing: CLOSE }, { size: size.note }),
            ),
          ],
        }),
      ],
    })
  return [
    captionOf(report, 'Table', table.caption, nth),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: report.direction === 'rtl',
      rows: [
        row(head, true),
        ...groups.flatMap(({ heading, notes, rows }) => [
          ...(heading === null ? [] : [titled(heading, notes)]),
          ...rows.map((texts) => row(texts)),
        ]),
      ],
    }),
    new Paragraph({ spacing: GAP }),
  ]
}
