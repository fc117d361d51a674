import { isUserField, MESSAGE_SHEETS } from '../decode/messages/records-sheet.ts'
import type { Sheet } from '../decode/sheet.ts'
import { type Action, blankValue, type CodedValue, type Message } from './coded-value.ts'
import { type Column, columnsOf, type Line, linesBelow } from './table.ts'

const fields = [
  'dataElement',
  'period',
  'orgUnit',
  'categoryOptionCombo',
  'attributeOptionCombo',
  'value',
] as const
const more = ['storedBy', 'lastUpdated', 'comment', 'followup', 'deleted'] as const
type Field = (typeof fields)[number] | (typeof more)[number] | 'dataSet'

/** A data value set in JSON or XML, as `decodeJson` and `decodeXml` lay it out. */
export function readDhis2(sheet: Sheet): Message {
  const columns = columnsOf(sheet.rows[0] ?? { row: 1, cells: [] })
  const at = (field: Field) =>
    columns.find(({ header }) => header.toLowerCase() === field.toLowerCase())?.column
  const values = linesBelow(sheet, 1).map((line) => {
    const ref = `#${line.row - 1}`
    return codedValue(
      line.row - 1,
      (field) => line.text(at(field)),
      () => ref,
    )
  })
  return { kind: 'dhis2', sheet: MESSAGE_SHEETS.dhis2, values, unmapped: [], whole: false }
}

/** A data value set as CSV: columns by position, whatever their headers. */
export function readDhis2Csv(sheet: Sheet): Message {
  const header = sheet.rows[0]?.row ?? 1
  const order: readonly Field[] = [...fields, ...more]
  const at = (field: Field) => order.indexOf(field) + 1
  const values = linesBelow(sheet, header).map((line, index) =>
    codedValue(
      index + 1,
      (field) => line.text(at(field)),
      (field) => line.ref(at(field)),
    ),
  )
  return { kind: 'dhis2', sheet: sheet.name, values, unmapped: [], whole: false }
}

function codedValue(
  index: number,
  text: (field: Field) => string,
  ref: (field: Field) => string,
): CodedValue {
  const action: Action = isYes(text('deleted')) ? 'delete' : 'merge'
  return {
    ...blankValue(index, ref('value')),
    structure: text('dataSet'),
    element: text('dataElement'),
    place: text('orgUnit'),
    period: text('period'),
    combo: text('categoryOptionCombo'),
    attribute: text('attributeOptionCombo'),
    value: text('value'),
    action,
    followUp: isYes(text('followup')),
    refs: {
      value: ref('value'),
      element: ref('dataElement'),
      place: ref('orgUnit'),
      period: ref('period'),
      combo: ref('categoryOptionCombo'),
      attribute: ref('attributeOptionCombo'),
    },
  }
}

const isYes = (text: string) => /^(true|t|1|yes)$/i.test(text)

const named = new Set([
  'dataelement',
  'orgunit',
  'period',
  'dataset',
  'value',
  'comment',
  'categoryoptioncombo',
])

/**
 * An ADX message, as `decodeXml` lays it out: attributes of a value are categories, those of a group besides its keys
 * name the attribute option combination.
 */
export function readAdx(sheet: Sheet): Message {
  const columns = columnsOf(sheet.rows[0] ?? { row: 1, cells: [] })
  const values = linesBelow(sheet, 1).map((line) => adxValue(line, columns))
  return { kind: 'adx', sheet: MESSAGE_SHEETS.adx, values, unmapped: [], whole: false }
}

function adxValue(line: Line, columns: readonly Column[]): CodedValue {
  const at = (field: string) =>
    columns.find(({ header }) => header.toLowerCase() === field.toLowerCase())?.column
  const filled = columns.filter(({ column }) => line.text(column) !== '')
  const categories = filled.filter(
    ({ header }) =>
      !header.startsWith('group:') &&
      !named.has(header.toLowerCase()) &&
      !['annotation', 'attributeoptioncombo', 'lastupdated', 'followup', 'deleted'].includes(
        header.toLowerCase(),
      ) &&
      !isUserField(header),
  )
  const ofGroup = filled.filter(({ header }) => header.startsWith('group:') && header !== 'group:comment')
  return {
    ...blankValue(line.row - 1, `#${line.row - 1}`),
    structure: line.text(at('dataSet')),
    element: line.text(at('dataElement')),
    place: line.text(at('orgUnit')),
    period: line.text(at('period')),
    combo: line.text(at('categoryOptionCombo')),
    options: Object.fromEntries(categories.map(({ header, column }) => [header, line.text(column)])),
    attribute:
      line.text(at('attributeOptionCombo')) || ofGroup.map(({ column }) => line.text(column)).join(', '),
    value: line.text(at('value')) || line.text(at('annotation')),
    action: isYes(line.text(at('deleted'))) ? 'delete' : 'merge',
    followUp: isYes(line.text(at('followup'))),
  }
}
