import type { Language } from '../../../indicators/model/text.ts'
import { readWords, speaker } from '../words.ts'
import { markSheet, RELATIONS } from './mark-sheet.ts'
import { type MarkStyles, markStyles, type Severity } from './mark-styles.ts'
import { notesPart, notesShapes } from './notes.ts'
import { openParts, type Parts } from './package-parts.ts'
import { PROBLEMS_MARK, type Problem, problemsSheet } from './problems-sheet.ts'
import { sheetsOfWorkbook, withSheetFirst } from './workbook-part.ts'

export const annotationWords = readWords('annotate/words.yaml')

const KINDS = 'application/vnd.openxmlformats-officedocument'
const NOTES_LIMIT = 5000
const ranks: Severity[] = ['info', 'warning', 'error']

export type Annotation = {
  problems: readonly Problem[]
  language: Language
  /** Whether the cells are those of a text file, whose one sheet has no name. */
  ofText?: boolean
}

/**
 * A workbook with its problem cells marked and noted, and a page of all problems first.
 *
 * The parts are edited where they lie: cells, formulas, styles and widths stay as they are, and a part without a
 * problem keeps every byte. Beyond 5,000 notes cells are only marked.
 *
 * Errors  one where the workbook is not of the common kind (`isCommon`)
 */
export function annotateWorkbook(
  bytes: Uint8Array,
  { problems, language, ofText = false }: Annotation,
): Uint8Array {
  const parts = openParts(bytes)
  const workbook = workbookPartOf(parts)
  const relations = parts.relations(workbook)
  const stylesPart = relations.find(({ type }) => type === 'styles')?.target ?? null
  const styles = markStyles(stylesPart && parts.read(stylesPart))
  const sheets = sheetsOfWorkbook(parts.read(workbook) ?? '')
  const shown = new Map<Problem, string>()
  for (const { name, relation } of sheets) {
    const part = relations.find(({ id }) => id === relation)?.target ?? ''
    const own = problems.filter(
      (problem) => problem.refs.length > 0 && (problem.sheet === name || (ofText && problem.sheet === '')),
    )
    annotateSheet(parts, part, { name, problems: own, styles, shown })
  }
  addProblemsSheet(parts, workbook, {
    problems,
    language,
    ofText,
    styles,
    shown,
    taken: sheets.map(({ name }) => name),
  })
  const target = stylesPart ?? addStyles(parts, workbook)
  parts.write(target, styles.finish())
  return parts.bytes()
}

/** Workbooks of the strict kind name everything otherwise; theirs are copied, not edited. */
export function isCommon(bytes: Uint8Array): boolean {
  const parts = openParts(bytes)
  const xml = parts.read(workbookPartOf(parts)) ?? ''
  return xml.includes('http://schemas.openxmlformats.org/spreadsheetml/2006/main')
}

const workbookPartOf = (parts: Parts) =>
  parts.relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'

type OwnSheet = {
  name: string
  problems: readonly Problem[]
  styles: MarkStyles
  shown: Map<Problem, string>
}

function annotateSheet(parts: Parts, part: string, { name, problems, styles, shown }: OwnSheet) {
  const xml = parts.read(part)
  if (xml === null || !xml.includes('sheetData')) return
  const selected = /tabSelected=["'](1|true)/.test(xml)
  if (problems.length === 0 && !selected) return
  const sheet = markSheet(xml)
  sheet.unselect()
  const marks = new Map<string, Severity>()
  const notes = new Map<string, string>()
  for (const problem of problems)
    for (const [index, written] of problem.refs.entries()) {
      const ref = sheet.shownAt(written)
      if (index === 0) shown.set(problem, `'${name.replaceAll("'", "''")}'!${ref}`)
      const before = marks.get(ref)
      if (!before || ranks.indexOf(before) < ranks.indexOf(problem.severity)) marks.set(ref, problem.severity)
      if (index === 0 && (notes.size < NOTES_LIMIT || notes.has(ref)))
        notes.set(ref, [notes.get(ref), problem.message].filter(Boolean).join('\n'))
    }
  if (marks.size > 0) sheet.mark(marks, styles)
  if (notes.size > 0) addNotes(parts, part, sheet, notes)
  parts.write(part, sheet.finish())
}

function addNotes(
  parts: Parts,
  part: string,
  sheet: ReturnType<typeof markSheet>,
  notes: ReadonlyMap<string, string>,
) {
  const relations = parts.relations(part)
  const kept = relations.find(({ type }) => type === 'comments')?.target
  const target = kept ?? parts.freeName((number) => `xl/waymark/notes${number}.xml`)
  parts.write(target, notesPart(kept ? parts.read(kept) : null, notes))
  if (!kept) {
    parts.relate(part, `${RELATIONS}/comments`, target)
    parts.declare(target, `${KINDS}.spreadsheetml.comments+xml`)
  }
  const drawn = relations.find(({ id }) => id === sheet.notesDrawing())?.target
  const shapes = drawn ?? parts.freeName((number) => `xl/waymark/notes${number}.vml`)
  parts.write(shapes, notesShapes(drawn ? parts.read(drawn) : null, notes))
  if (drawn) return
  parts.declare(shapes, `${KINDS}.vmlDrawing`)
  sheet.addNotesDrawing(parts.relate(part, `${RELATIONS}/vmlDrawing`, shapes))
}

type WholePage = Required<Annotation> & {
  styles: MarkStyles
  shown: ReadonlyMap<Problem, string>
  taken: readonly string[]
}

function addProblemsSheet(
  parts: Parts,
  workbook: string,
  { problems, language, ofText, styles, shown, taken }: WholePage,
) {
  const say = speaker(annotationWords, language)
  const mark = `${PROBLEMS_MARK} ${problems.length} ${ofText ? 'text' : 'workbook'}`
  const seenAt = (problem: Problem) => shown.get(problem) ?? null
  const part = parts.freeName((number) => `xl/waymark/problems${number}.xml`)
  parts.write(part, problemsSheet({ problems, mark, styles, say, language, seenAt }))
  parts.declare(part, `${KINDS}.spreadsheetml.worksheet+xml`)
  const relation = parts.relate(workbook, `${RELATIONS}/worksheet`, part)
  const name = freeSheetName(say('sheet.problems'), taken)
  parts.write(workbook, withSheetFirst(parts.read(workbook) ?? '', name, relation))
  addProperty(parts, mark)
}

/** Sheet names are one in capital and small letters. */
function freeSheetName(wanted: string, taken: readonly string[]) {
  const known = new Set(taken.map((name) => name.toLowerCase()))
  let name = wanted
  for (let number = 2; known.has(name.toLowerCase()); number += 1) name = `${wanted} ${number}`
  return name
}

function addStyles(parts: Parts, workbook: string): string {
  const part = parts.freeName((number) => `xl/waymark/styles${number}.xml`)
  parts.relate(workbook, `${RELATIONS}/styles`, part)
  parts.declare(part, `${KINDS}.spreadsheetml.styles+xml`)
  return part
}

const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006'

/** The same mark among the properties of the document, where no other program's properties are in the way. */
function addProperty(parts: Parts, mark: string) {
  if (parts.relations('').some(({ type }) => type === 'custom-properties')) return
  const part = parts.freeName((number) => `docProps/waymark${number}.xml`)
  parts.write(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="${PROPERTIES}/custom-properties" xmlns:vt="${PROPERTIES}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="waymark-problems"><vt:lpwstr>${mark}</vt:lpwstr></property></Properties>`,
  )
  parts.relate('', `${RELATIONS}/custom-properties`, part)
  parts.declare(part, `${KINDS}.custom-properties+xml`)
}
