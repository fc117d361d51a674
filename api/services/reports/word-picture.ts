import { ImageRun, Paragraph } from 'docx'
import type { Report, ReportPicture } from '../../contract/report.ts'
import { pngOf } from './draw-picture.ts'
import { captionOf } from './word-caption.ts'
import { paragraphOf } from './word-text.ts'

/** The pictures of a report as PNG files. */
export type Drawings = ReadonlyMap<ReportPicture, Uint8Array>

export async function drawingsOf({ blocks, language }: Report): Promise<Drawings> {
  const drawn = new Map<ReportPicture, Uint8Array>()
  for (const block of blocks) if (block.kind === 'picture') drawn.set(block, await pngOf(block.svg, language))
  return drawn
}

/** A picture under its caption, and told to those who do not see it. */
export function pictureOf(report: Report, picture: ReportPicture, drawn: Drawings, nth: number): Paragraph[] {
  const { width, height, caption, alt, notes } = picture
  const data = drawn.get(picture)
  if (!data) throw new Error(`the picture ${caption} was not drawn`)
  return [
    captionOf(report, 'Figure', caption, nth),
    new Paragraph({
      bidirectional: report.direction === 'rtl',
      children: [
        new ImageRun({
          type: 'png',
          data,
          transformation: { width, height },
          altText: { name: caption, title: caption, description: alt },
        }),
      ],
    }),
    ...notes.map((note) => paragraphOf(report, note, {}, { italics: true })),
  ]
}
