import { Paragraph, SimpleField, TextRun } from 'docx'
import type { Report } from '../../contract/report.ts'
import { runsOf } from './word-text.ts'

const words = { Table: 'table', Figure: 'figure' } as const

/** A caption stays with what it names. Its number is a field, so that Word follows when others come or go. */
export const captionOf = (report: Report, series: keyof typeof words, caption: string, nth: number) =>
  new Paragraph({
    style: 'Caption',
    keepNext: true,
    bidirectional: report.direction === 'rtl',
    children: [
      ...runsOf(report, `${report.words[words[series]]} `),
      new SimpleField(`SEQ ${series} \\* ARABIC`, String(nth)),
      new TextRun({ text: '. ' }),
      ...runsOf(report, caption),
    ],
  })
