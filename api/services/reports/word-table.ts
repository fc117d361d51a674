import {
  AlignmentType,
  Paragraph,
  ShadingType,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Report, ReportTable } from '../../contract/report.ts'
import { paragraphOf, runsOf } from './word-text.ts'

const shade = (fill: string) => ({ type: ShadingType.CLEAR, fill, color: 'auto' })
const HEAD = shade('E7ECF1')
const GROUP = shade('F4F6F8')
/** Half points. */
const SMALL = 17
/** Twentieths of a point. */
const MARGINS = { top: 40, bottom: 40, left: 70, right: 70 }

/** A numbered caption and a table `width` twips wide, whose head stands on every page and whose rows stay whole. */
export function tableOf(
  report: Report,
  table: ReportTable,
  width: number,
  nth: number,
): (Paragraph | Table)[] {
  const { head, groups, numbers } = table
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
          { alignment: column < numbers ? AlignmentType.START : AlignmentType.END },
          { size: SMALL, bold: isHead },
        ),
      ],
    })
  const row = (texts: readonly string[], isHead = false) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: texts.map((text, column) => cell(text, column, isHead)),
    })
  const titled = (text: string) =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          margins: MARGINS,
          columnSpan: head.length,
          shading: GROUP,
          children: [paragraphOf(report, text, { keepNext: true }, { size: SMALL, bold: true })],
        }),
      ],
    })
  return [
    captionOf(report, table.caption, nth),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: report.direction === 'rtl',
      rows: [
        row(head, true),
        ...groups.flatMap(({ heading, rows }) => [
          ...(heading === null ? [] : [titled(heading)]),
          ...rows.map((texts) => row(texts)),
        ]),
      ],
    }),
  ]
}

/** The number is a field, so that Word follows when tables come or go. */
const captionOf = (report: Report, caption: string, nth: number) =>
  new Paragraph({
    style: 'Caption',
    keepNext: true,
    bidirectional: report.direction === 'rtl',
    children: [
      ...runsOf(report, `${report.words.table} `),
      new SimpleField('SEQ Table \\* ARABIC', String(nth)),
      new TextRun({ text: '. ' }),
      ...runsOf(report, caption),
    ],
  })
