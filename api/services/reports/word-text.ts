import { type IParagraphOptions, Paragraph, TextRun } from 'docx'
import type { Report } from '../../contract/report.ts'

/** The language of Latin, Cyrillic and Arabic text, as Word wants it. */
const locales: Record<Report['language'], string> = {
  en: 'en-GB',
  fr: 'fr-FR',
  ru: 'ru-RU',
  kk: 'kk-KZ',
  ar: 'ar-SA',
}

export const localeOf = ({ language }: Pick<Report, 'language'>) => locales[language]

const arabic = /\p{Script=Arabic}/u
/** Signs by which a page keeps a number or a name apart from the text around it. */
const ISOLATED = /\u2068([^\u2069]*)\u2069/
const UNSEEN = /[\u200e\u200f\u2066-\u2069]/g

/** Spaces before a number or name, and spaces and stops after it, belong to the Arabic around it. */
const EDGES = /(^\s+|[\s.,:;]+$)/
const EDGE = /^[\s.,:;]+$/
const LEFT_TO_RIGHT = '\u200e'

export type Look = { bold?: boolean; italics?: boolean; size?: number }

/**
 * A text as runs. In Arabic, what is written from left to right (numbers, codes, versions) is a run of its own between
 * unseen marks, so that nothing turns it round.
 */
export function runsOf(report: Report, text: string, look: Look = {}): TextRun[] {
  if (report.direction === 'ltr') return [new TextRun({ text: text.replace(UNSEEN, ''), ...look })]
  return text
    .split(ISOLATED)
    .map((part) => part.replace(UNSEEN, ''))
    .filter((part) => part !== '')
    .flatMap((part) => (arabic.test(part) ? [part] : part.split(EDGES)))
    .filter((part) => part !== '')
    .map((text) =>
      arabic.test(text) || EDGE.test(text)
        ? new TextRun({ text, rightToLeft: true, language: { bidirectional: locales.ar }, ...look })
        : new TextRun({
            text: `${LEFT_TO_RIGHT}${text}${LEFT_TO_RIGHT}`,
            language: { value: locales.en },
            ...look,
          }),
    )
}

export const paragraphOf = (
  report: Report,
  text: string,
  options: IParagraphOptions = {},
  look: Look = {},
): Paragraph =>
  new Paragraph({
    bidirectional: report.direction === 'rtl',
    ...options,
    children: runsOf(report, text, look),
  })
