import { refOf, type Sheet } from '../decode/sheet.ts'
import type { CodeBook } from './code-book.ts'
import { type Action, blankValue, type CodedValue, type Message } from './coded-value.ts'
import { type Column, columnsOf, type Line, linesBelow } from './table.ts'

const elementIds = ['INDICATOR', 'SERIES', 'DATA_ELEMENT', 'ELEMENT', 'SUBJECT']
const placeIds = ['REF_AREA', 'GEO', 'GEO_AREA', 'LOCATION', 'ORG_UNIT', 'FACILITY']
/** Attributes that say nothing of which value it is, nor of its state. */
const attributes = new Set([
  ...[
    'STRUCTURE_NAME',
    'SERIES_KEY',
    'OBS_KEY',
    'FREQ',
    'UNIT_MEASURE',
    'UNIT',
    'DECIMALS',
    'TITLE',
    'COLLECTION',
  ],
  ...[
    'TIME_FORMAT',
    'SOURCE',
    'SOURCE_DETAIL',
    'DATA_SOURCE',
    'NATURE',
    'COMMENT',
    'COMMENT_OBS',
    'COMMENT_TS',
    'OBS_NOTE',
  ],
  ...['PRE_BREAK_VALUE', 'OBS_PRE_BREAK', 'BASE_PER', 'TIME_DETAIL', 'LAST_UPDATE', 'REPORTING_TYPE'],
])
/** Append and information are the older words for what is now merge. */
const actions: Record<string, Action> = { I: 'merge', A: 'merge', M: 'merge', R: 'replace', D: 'delete' }

/** Whether a row is the header of SDMX-CSV, 1.0 or 2. */
export const isSdmxHeader = (headers: readonly string[]) =>
  /^(DATAFLOW|STRUCTURE(\[.\])?)$/.test(idOf(headers[0] ?? '')) &&
  headers.some((header) => idOf(header) === 'OBS_VALUE')

/** `SEX: Sex` is the column SEX with its name. */
const idOf = (header: string) => header.split(': ')[0]?.trim() ?? ''

type Columns = Record<
  'structure' | 'action' | 'element' | 'place' | 'period' | 'value' | 'status' | 'conf' | 'unit',
  number | undefined
> & {
  options: Column[]
  unmapped: Column[]
  /** Columns whose cells hold a code and its name. */
  named: ReadonlySet<number>
}

/**
 * SDMX-CSV: one message, one transaction.
 *
 * Shape   one value per row; rows with attributes alone are none
 */
export function readSdmxCsv(sheet: Sheet, book: CodeBook): Message {
  const [first] = sheet.rows
  const columns = resolve(columnsOf(first ?? { row: 1, cells: [] }), book)
  const values = linesBelow(sheet, first?.row ?? 1).flatMap((line, index) => {
    const value = codedValue(line, index + 1, columns)
    const isOfSeries = value.period === '' && value.value === '' && value.action !== 'delete'
    return isOfSeries ? [] : value
  })
  const unmapped = columns.unmapped.map(({ header, column }) => ({
    header,
    ref: refOf(first?.row ?? 1, column),
  }))
  return { kind: 'sdmx-csv', sheet: sheet.name, values, unmapped, whole: true }
}

function resolve(headers: readonly Column[], { codes, category }: CodeBook): Columns {
  const columns = headers.map(({ header, column }) => ({ column, header, id: idOf(header) }))
  const at = (...ids: readonly string[]) => columns.find(({ id }) => ids.includes(id))?.column
  const [first] = columns
  const isFirst = first && first.id !== 'DATAFLOW'
  const known = {
    structure: isFirst ? at('STRUCTURE_ID') : first?.column,
    action: at('ACTION'),
    element: at(...(codes.columns.element ?? elementIds)),
    place: at(...(codes.columns.place ?? placeIds)),
    period: at(...(codes.columns.period ?? ['TIME_PERIOD'])),
    value: at(...(codes.columns.value ?? ['OBS_VALUE'])),
    status: at(...(codes.columns.status ?? ['OBS_STATUS'])),
    conf: at('CONF_STATUS'),
    unit: at('UNIT_MULT'),
  }
  const taken = new Set<number | undefined>([first?.column, ...Object.values(known)])
  const free = columns.filter(({ column }) => !taken.has(column))
  const withNames = columns.some(({ id }) => id === 'STRUCTURE_NAME')
  /** With names beside codes a column of names follows each of codes; identifiers are written in capitals. */
  const isName = ({ id }: { id: string }) => withNames && !/^[A-Z][A-Z0-9_]*$/.test(id)
  const options = free.filter((one) => !attributes.has(one.id) && !isName(one) && category(one.id))
  const left = free.filter((one) => !options.includes(one) && !attributes.has(one.id) && !isName(one))
  return {
    ...known,
    options: options.map(({ column, id }) => ({ column, header: id })),
    unmapped: left.filter(({ id }) => !codes.ignore.columns.includes(id)),
    named: new Set(columns.filter(({ header }) => header.includes(': ')).map(({ column }) => column)),
  }
}

function codedValue(line: Line, index: number, columns: Columns): CodedValue {
  const code = (column: number | undefined) =>
    column !== undefined && columns.named.has(column) ? idOf(line.text(column)) : line.text(column)
  const actionWritten = code(columns.action)
  const action = actionWritten === '' ? 'merge' : (actions[actionWritten] ?? null)
  return {
    ...blankValue(index, line.ref(columns.value)),
    structure: structureOf(line.text(columns.structure)),
    element: code(columns.element),
    place: code(columns.place),
    period: code(columns.period),
    options: Object.fromEntries(columns.options.map(({ header, column }) => [header, code(column)])),
    value: action === 'delete' ? '' : line.text(columns.value),
    status: code(columns.status),
    confidential: code(columns.conf),
    unit: code(columns.unit),
    action,
    actionWritten,
    refs: {
      value: line.ref(columns.value),
      structure: line.ref(columns.structure),
      element: line.ref(columns.element),
      place: line.ref(columns.place),
      period: line.ref(columns.period),
      combo: line.ref(columns.options[0]?.column),
      status: line.ref(columns.status),
      action: line.ref(columns.action),
      unit: line.ref(columns.unit),
    },
  }
}

/** `AGENCY:ID(1.0): Name` → `AGENCY:ID(1.0)`. */
const structureOf = (text: string) => /^[^:\s]+:[^:\s]+/.exec(text)?.[0] ?? text
