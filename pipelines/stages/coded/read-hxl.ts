import { refOf, type Sheet } from '../decode/sheet.ts'
import type { CodeBook } from './code-book.ts'
import { blankValue, type CodedValue, type Message } from './coded-value.ts'
import { type Line, linesBelow } from './table.ts'

const LAST_TAG_ROW = 25
const tagPattern = /^\s*#\s*\p{L}[\p{L}\d_]*(\s*\+\s*\p{L}[\p{L}\d_]*)*\s*$/u
/** Attributes that say what kind of number it is, not of whom. */
const ofNumbers = new Set([
  'num',
  'count',
  'total',
  'ind',
  'individuals',
  'people',
  'persons',
  'value',
  'all',
])
const valueTags = new Set([
  '#value',
  '#affected',
  '#reached',
  '#targeted',
  '#population',
  '#inneed',
  '#output',
])
/** Places from the finest to the coarsest. */
const placeTags = ['#loc', '#adm5', '#adm4', '#adm3', '#adm2', '#adm1', '#country']

export type HxlTag = { column: number; ref: string; tag: string; attributes: string[] }

/** The first row of hashtags; null where none is among the first rows. */
export function hxlTagsOf({ rows }: Sheet): { row: number; tags: HxlTag[] } | null {
  for (const { row, cells } of rows.slice(0, LAST_TAG_ROW)) {
    if (row > LAST_TAG_ROW) return null
    const filled = cells.filter(({ text }) => text.trim() !== '')
    if (filled.length < 2 || !filled.every(({ text }) => tagPattern.test(text))) continue
    return {
      row,
      tags: filled.map(({ column, text }) => ({ ...tagOf(text), column, ref: refOf(row, column) })),
    }
  }
  return null
}

/** Spacing, case and the order of attributes mean nothing. */
function tagOf(text: string) {
  const [tag = '', ...attributes] = text.toLowerCase().replace(/\s+/g, '').split('+')
  return { tag, attributes: attributes.sort() }
}

/**
 * A table tagged with HXL, long or wide: each column of numbers gives a value in each row.
 *
 * Shape   the element is the row's `#indicator`, else the number's own tag; blank numbers of a wide table are values too
 */
export function readHxl(sheet: Sheet, book: CodeBook): Message {
  const { row, tags } = hxlTagsOf(sheet) ?? { row: 0, tags: [] }
  const measures = tags.filter(({ tag }) => valueTags.has(tag))
  const categories = tags.flatMap((tag) => {
    if (!['#meta', '#category', '#group'].includes(tag.tag) || isStatus(tag)) return []
    const category = tag.attributes.find((attribute) => book.category(attribute))
    return category ? [{ ...tag, category }] : []
  })
  const values = linesBelow(sheet, row).flatMap((line) =>
    measures.map((measure) => codedValue(line, measure, tags, categories)),
  )
  return {
    kind: 'hxl',
    sheet: sheet.name,
    values: values.map((value, index) => ({ ...value, index: index + 1 })),
    unmapped: [],
    whole: false,
  }
}

function codedValue(
  line: Line,
  measure: HxlTag,
  tags: readonly HxlTag[],
  categories: readonly (HxlTag & { category: string })[],
): CodedValue {
  const element = codeFirst(tags, '#indicator').find(({ column }) => line.text(column) !== '')
  const place = placeTags
    .flatMap((tag) => codeFirst(tags, tag))
    .find(({ column }) => line.text(column) !== '')
  const status = tags.find(isStatus)
  const ofColumn = measure.attributes.filter((attribute) => !ofNumbers.has(attribute))
  return {
    ...blankValue(0, line.ref(measure.column)),
    element: element ? line.text(element.column) : measure.tag,
    place: line.text(place?.column),
    period: periodOf(line, tags),
    options: {
      ...Object.fromEntries(categories.map(({ category, column }) => [category, line.text(column)])),
      ...Object.fromEntries(ofColumn.map((attribute) => [`+${attribute}`, attribute])),
    },
    value: line.text(measure.column),
    status: line.text(status?.column),
    refs: {
      value: line.ref(measure.column),
      element: line.ref(element?.column) || measure.ref,
      place: line.ref(place?.column),
      period: line.ref(tags.find(({ tag }) => tag === '#date' || tag === '#period')?.column),
      combo: ofColumn.length > 0 ? measure.ref : line.ref(categories[0]?.column),
      status: line.ref(status?.column),
    },
  }
}

const isStatus = ({ tag, attributes }: HxlTag) => tag === '#meta' && attributes.includes('status')

/** Columns of one tag, those with codes before those with names. */
const codeFirst = (tags: readonly HxlTag[], wanted: string) => {
  const found = tags.filter(({ tag }) => tag === wanted)
  const isCode = ({ attributes }: HxlTag) => attributes.includes('code') || attributes.includes('id')
  return [...found.filter(isCode), ...found.filter((tag) => !isCode(tag))]
}

function periodOf(line: Line, tags: readonly HxlTag[]): string {
  const dates = tags.filter(({ tag }) => tag === '#date' || tag === '#period')
  const [start, end] = ['start', 'end'].map((which) =>
    dates.find(({ attributes }) => attributes.includes(which)),
  )
  return start && end ? `${line.text(start.column)}/${line.text(end.column)}` : line.text(dates[0]?.column)
}
