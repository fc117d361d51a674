import { columnLetters, LAST_COLUMN, placeOfRef, rangeOf, refOf } from '../../stages/decode/sheet.ts'
import type { MarkStyles, Severity } from './mark-styles.ts'
import { appendTo, type Edit, type Element, edited, scanXml, tagWith, textCell } from './scan-xml.ts'

/** What stands beside a row with a problem. */
export const SIGN = '⚠'

/** Problem cells of one sheet, each once, with the gravest of what is wrong with it. */
export type Marks = ReadonlyMap<string, Severity>
type Row = { row: number; element: Element; cells: { column: number; element: Element }[] }

const afterDrawing = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]
const wanted = [
  'worksheet',
  'sheetView',
  'sheetData',
  'row',
  'c',
  'mergeCell',
  'legacyDrawing',
  ...afterDrawing,
]
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** One worksheet while it is being marked; only what is asked for changes. */
export function markSheet(xml: string) {
  const elements = scanXml(xml, wanted)
  const sheet = elements.find(({ name }) => name === 'worksheet')
  const data = elements.find(({ name }) => name === 'sheetData')
  if (!sheet || !data) throw new Error('a worksheet without cells')
  const rows = rowsOf(elements)
  const merged = elements.flatMap(({ name, attributes }) =>
    name === 'mergeCell' ? (rangeOf(attributes.ref ?? '') ?? []) : [],
  )
  const edits: Edit[] = []
  return {
    /** Where a cell is seen: a merged one in the first of its range. */
    shownAt(ref: string): string {
      const place = placeOfRef(ref)
      const range = merged.find(
        ({ top, left, bottom, right }) =>
          place && place.row >= top && place.row <= bottom && place.column >= left && place.column <= right,
      )
      return range ? refOf(range.top, range.left) : ref
    },
    mark: (marks: Marks, styles: MarkStyles) => edits.push(...markEdits(xml, data, rows, marks, styles)),
    /** No longer the sheet a workbook opens on; two selected sheets would be typed into at once. */
    unselect() {
      const views = elements.filter(({ name, attributes }) => name === 'sheetView' && attributes.tabSelected)
      edits.push(...views.map((view) => tagWith(xml, view, { tabSelected: null })))
    },
    /** Whether the sheet has a part with the shapes of its notes: the id of its relation. */
    notesDrawing: () => {
      const drawing = elements.find(({ name }) => name === 'legacyDrawing')
      return Object.entries(drawing?.attributes ?? {}).find(([name]) => name.endsWith(':id'))?.[1] ?? null
    },
    addNotesDrawing(relation: string) {
      const next = elements.find(({ name, parent }) => afterDrawing.includes(name) && parent === 'worksheet')
      edits.push({
        at: next?.start ?? sheet.last,
        insert: `<${sheet.prefix}legacyDrawing xmlns:r="${RELATIONS}" r:id="${relation}"/>`,
      })
    },
    finish: () => edited(xml, edits),
  }
}

/** Rows and cells may leave out where they stand: then each follows the one before. */
function rowsOf(elements: readonly Element[]): Row[] {
  const rows: Row[] = []
  for (const element of elements) {
    if (element.name === 'row' && element.parent === 'sheetData')
      rows.push({ row: Number(element.attributes.r ?? (rows.at(-1)?.row ?? 0) + 1), element, cells: [] })
    const cells = rows.at(-1)?.cells
    if (element.name === 'c' && element.parent === 'row' && cells) {
      const written = placeOfRef(element.attributes.r ?? '')?.column
      cells.push({ column: written ?? (cells.at(-1)?.column ?? 0) + 1, element })
    }
  }
  return rows
}

function markEdits(
  xml: string,
  data: Element,
  rows: readonly Row[],
  marks: Marks,
  styles: MarkStyles,
): Edit[] {
  const free = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0) + 1
  const byRow = Map.groupBy(
    [...marks].flatMap(([ref, severity]) => {
      const place = placeOfRef(ref)
      return place ? [{ ...place, severity }] : []
    }),
    ({ row }) => row,
  )
  const inOrder = [...byRow].sort(([a], [b]) => a - b)
  const widest = inOrder.reduce(
    (most, [, cells]) => Math.max(most, ...cells.map(({ column }) => column + 1)),
    free,
  )
  const known = new Map(rows.map((one) => [one.row, one]))
  const fresh = inOrder.filter(([row]) => !known.has(row))
  const missing = newRows(data.prefix, fresh, widest, styles)
  return [
    ...inOrder.flatMap(([row, cells]) => {
      const there = known.get(row)
      return there ? rowEdits(xml, there, cells, widest, styles) : []
    }),
    ...placed(xml, data, rows, missing),
  ]
}

type MarkedCell = { row: number; column: number; severity: Severity }
const byColumn = (cells: readonly MarkedCell[]) => [...cells].sort((a, b) => a.column - b.column)

function rowEdits(
  xml: string,
  { row, element, cells }: Row,
  marked: readonly MarkedCell[],
  signColumn: number,
  styles: MarkStyles,
): Edit[] {
  const { prefix } = element
  const edits: Edit[] = []
  const atEnd: string[] = []
  for (const { column, severity } of byColumn(marked)) {
    const own = cells.find((cell) => cell.column === column)?.element
    if (own) {
      const style = styles.marked(Number(own.attributes.s ?? 0), severity)
      edits.push(tagWith(xml, own, { s: String(style) }))
      continue
    }
    const written = `<${prefix}c r="${refOf(row, column)}" s="${styles.marked(0, severity)}"/>`
    const next = cells.find((cell) => cell.column > column)?.element
    if (next) edits.push({ at: next.start, insert: written })
    else atEnd.push(written)
  }
  if (signColumn <= LAST_COLUMN) atEnd.push(textCell(refOf(row, signColumn), SIGN, undefined, prefix))
  if (atEnd.length === 0) return edits
  const appended = appendTo(xml, element, atEnd.join(''))
  if (appended.remove) return [{ ...appended, insert: withoutSpans(appended.insert) }]
  const hasSpans = element.attributes.spans !== undefined
  return [...(hasSpans ? [tagWith(xml, element, { spans: null })] : []), ...edits, appended]
}

const withoutSpans = (tag: string) => tag.replace(/\sspans="[^"]*"/, '')

function newRows(
  prefix: string,
  fresh: readonly [number, MarkedCell[]][],
  signColumn: number,
  styles: MarkStyles,
) {
  return fresh.map(([row, cells]) => {
    const written = byColumn(cells).map(
      ({ column, severity }) =>
        `<${prefix}c r="${columnLetters(column)}${row}" s="${styles.marked(0, severity)}"/>`,
    )
    const sign = signColumn <= LAST_COLUMN ? textCell(refOf(row, signColumn), SIGN, undefined, prefix) : ''
    return { row, xml: `<${prefix}row r="${row}">${written.join('')}${sign}</${prefix}row>` }
  })
}

function placed(
  xml: string,
  data: Element,
  rows: readonly Row[],
  missing: readonly { row: number; xml: string }[],
): Edit[] {
  const before = missing.filter(({ row }) => rows.some((one) => one.row > row))
  const after = missing.filter((one) => !before.includes(one))
  return [
    ...before.map(({ row, xml: insert }) => ({
      at: rows.find((one) => one.row > row)?.element.start ?? data.inside,
      insert,
    })),
    ...(after.length > 0 ? [appendTo(xml, data, after.map((one) => one.xml).join(''))] : []),
  ]
}
