import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx'
import type { Report, ReportBlock } from '../../contract/report.ts'
import { asAlways } from './as-always.ts'
import { type Drawings, drawingsOf, pictureOf } from './word-picture.ts'
import { tableOf } from './word-table.ts'
import { localeOf, paragraphOf, runsOf } from './word-text.ts'

/** A4, in twips. */
const PAGE = { width: 11906, height: 16838 }
/** What is to stand on one page has narrower margins and smaller letters. */
const marginOf = ({ isLong }: Report) => (isLong ? 1134 : 794)
/** Half points. */
const SMALL = 17
const WRITE = { type: ShadingType.CLEAR, fill: 'FFF3B0', color: 'auto' }

/**
 * A report as a Word file: styles Word knows, numbered captions, contents, heads that repeat, annexes on their side.
 *
 * Shape   .docx, the same bytes for the same report; the contents and the numbers of captions are fields, which Word fills when it opens the file
 */
export async function wordOf(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const { title, foot } = report
  const margins = 2 * marginOf(report)
  const at = report.blocks.findIndex(({ kind }) => kind === 'annex')
  const [upright, onSide] =
    at < 0 ? [report.blocks, []] : [report.blocks.slice(0, at), report.blocks.slice(at)]
  const drawn = await drawingsOf(report)
  const document = new Document({
    title,
    subject: foot,
    creator: 'Waymark',
    lastModifiedBy: 'Waymark',
    features: { updateFields: true },
    styles: stylesOf(report),
    sections: [
      section(report, PageOrientation.PORTRAIT, [
        ...cover(report),
        ...upright.flatMap((block) => blockOf(report, block, PAGE.width - margins, drawn)),
      ]),
      ...(onSide.length === 0
        ? []
        : [
            section(
              report,
              PageOrientation.LANDSCAPE,
              onSide.flatMap((block) => blockOf(report, block, PAGE.height - margins, drawn)),
            ),
          ]),
    ],
  })
  return asAlways(new Uint8Array(await Packer.toArrayBuffer(document)), report.day)
}

const cover = (report: Report) => [
  paragraphOf(report, report.title, { heading: HeadingLevel.TITLE }),
  ...(report.isLong
    ? [
        ...report.about.map((text) => paragraphOf(report, text)),
        paragraphOf(report, report.words.contents, { style: 'Subtitle' }),
        new TableOfContents(report.words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
      ]
    : [paragraphOf(report, report.about.join(' · '), {}, { size: SMALL })]),
]

function blockOf(report: Report, block: ReportBlock, width: number, drawn: Drawings): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'table':
      return tableOf(report, block, width, numberOf(report, block))
    case 'picture':
      return pictureOf(report, block, drawn, numberOf(report, block))
    case 'annex':
      return [
        paragraphOf(report, block.text, {
          heading: HeadingLevel.HEADING_1,
          pageBreakBefore: block !== report.blocks.find(({ kind }) => kind === 'annex'),
        }),
      ]
    case 'heading':
      return [
        paragraphOf(report, block.text, {
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          pageBreakBefore: !report.isLong && block !== report.blocks.find(({ kind }) => kind === 'heading'),
        }),
      ]
    case 'text':
      return [
        paragraphOf(report, block.text, block.as === 'write' ? { shading: WRITE } : {}, looks[block.as]),
      ]
  }
}

/** Tables and pictures are numbered each by themselves. */
const numberOf = ({ blocks }: Report, block: ReportBlock) =>
  1 + blocks.filter(({ kind }) => kind === block.kind).indexOf(block)

const looks = { lead: { bold: true }, body: {}, note: { italics: true }, write: { italics: true } }

function section(
  report: Report,
  orientation: (typeof PageOrientation)[keyof typeof PageOrientation],
  children: ISectionOptions['children'],
): ISectionOptions {
  const margin = marginOf(report)
  const foot = new Paragraph({
    alignment: AlignmentType.CENTER,
    bidirectional: report.direction === 'rtl',
    children: [
      ...runsOf(report, `${report.foot} · ${report.words.page} `),
      new TextRun({ children: [PageNumber.CURRENT] }),
    ],
  })
  return {
    properties: {
      page: {
        size: { ...PAGE, orientation },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    footers: { default: new Footer({ children: [foot] }) },
    children,
  }
}

const stylesOf = (report: Report) => ({
  default: {
    document: {
      run: {
        font: 'Calibri',
        size: report.isLong ? 21 : 19,
        language: { value: localeOf(report), bidirectional: localeOf(report) },
      },
      paragraph: { spacing: { after: report.isLong ? 120 : 60 } },
    },
    title: {
      run: { size: report.isLong ? 44 : 34, bold: true },
      paragraph: { spacing: { after: report.isLong ? 240 : 60 } },
    },
    heading1: {
      run: { size: 30, bold: true, color: '1F3A5F' },
      paragraph: { keepNext: true, spacing: { before: report.isLong ? 360 : 160, after: 120 } },
    },
    heading2: {
      run: { size: 25, bold: true, color: '1F3A5F' },
      paragraph: { keepNext: true, spacing: { before: 240, after: 100 } },
    },
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      quickFormat: true,
      run: { italics: true, size: 19 },
    },
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', quickFormat: true, run: { bold: true, size: 26 } },
  ],
})
