import type { Sheet } from '../sheet.ts'
import { Unreadable } from '../unreadable.ts'
import { type CodedRecord, isUserField, MESSAGE_SHEETS, sheetOfRecords } from './records-sheet.ts'

/** What a header says for every value that does not say it itself. */
const shared = ['dataSet', 'period', 'orgUnit', 'attributeOptionCombo']
const DEEPEST = 8

/**
 * A data value set in JSON → one sheet of its values; whatever else it holds stands beneath them for the privacy stop.
 *
 * Errors  `Unreadable`
 */
export function decodeJson(text: string): Sheet[] {
  const message = parsed(text)
  if (!Array.isArray(message.dataValues)) throw new Unreadable('message-damaged', 'dataValues')
  const { dataValues, ...header } = message
  const common = Object.fromEntries(shared.flatMap((field) => pairOf(field, header[field])))
  const records = dataValues.map((value) => {
    if (!isObject(value)) throw new Unreadable('message-damaged', 'dataValues')
    return { ...common, ...recordOf(value) }
  })
  const rest = leavesOf(header, DEEPEST).map((leaf): CodedRecord => ({ leaf }))
  return [
    sheetOfRecords(MESSAGE_SHEETS.dhis2, records),
    ...(rest.length > 0 ? [sheetOfRecords('header', rest)] : []),
  ]
}

function parsed(text: string): Record<string, unknown> {
  try {
    const message: unknown = JSON.parse(text)
    if (isObject(message)) return message
  } catch {
    throw new Unreadable('message-damaged', 'JSON')
  }
  throw new Unreadable('message-damaged', 'JSON')
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const recordOf = (value: Record<string, unknown>): CodedRecord =>
  Object.fromEntries(Object.entries(value).flatMap(([field, part]) => pairOf(field, part)))

const pairOf = (field: string, part: unknown): [string, string][] =>
  part === undefined || part === null ? [] : [[field, textOf(part)]]

/** Nothing but plain values is expected; what is nested is kept as text, so that it is seen and not understood. */
const textOf = (part: unknown) =>
  typeof part === 'object' ? leavesOf(part, DEEPEST).join(' ') : String(part)

/** Every text and number inside, however deep, but no user's name. */
function leavesOf(part: unknown, depth: number): string[] {
  if (depth < 0) throw new Unreadable('message-damaged', 'depth')
  if (Array.isArray(part)) return part.flatMap((one) => leavesOf(one, depth - 1))
  if (!isObject(part)) return part === null || part === undefined ? [] : [String(part)]
  return Object.entries(part).flatMap(([field, inner]) =>
    isUserField(field) ? [] : leavesOf(inner, depth - 1),
  )
}
