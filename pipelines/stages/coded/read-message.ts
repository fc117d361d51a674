import { isDhis2Header } from '../decode/messages/dhis2-header.ts'
import { MESSAGE_SHEETS } from '../decode/messages/records-sheet.ts'
import type { Sheet } from '../decode/sheet.ts'
import type { CodeBook } from './code-book.ts'
import type { Message, MessageKind } from './coded-value.ts'
import { readAdx, readDhis2, readDhis2Csv } from './read-dhis2.ts'
import { hxlTagsOf, readHxl } from './read-hxl.ts'
import { longHeaderOf, readLong } from './read-long.ts'
import { isSdmxHeader, readSdmxCsv } from './read-sdmx-csv.ts'

/** A sheet that is a message, and how it is read with the codes of a country. */
export type FoundMessage = { kind: MessageKind; sheet: Sheet; read(book: CodeBook): Message }

/**
 * The sheets of a file that are coded messages: content decides.
 *
 * Shape   a long table only where no report is described like it, because a national report may be one too
 */
export function findMessages(sheets: readonly Sheet[], isDescribed: () => boolean): FoundMessage[] {
  return sheets.flatMap((sheet) => findMessage(sheet, isDescribed) ?? [])
}

function findMessage(sheet: Sheet, isDescribed: () => boolean): FoundMessage | null {
  const headers: string[] = []
  for (const { column, text } of sheet.rows[0]?.cells ?? []) headers[column - 1] = text
  if (sheet.name === MESSAGE_SHEETS.adx) return { kind: 'adx', sheet, read: () => readAdx(sheet) }
  if (sheet.name === MESSAGE_SHEETS.dhis2) return { kind: 'dhis2', sheet, read: () => readDhis2(sheet) }
  if (isDhis2Header(headers)) return { kind: 'dhis2', sheet, read: () => readDhis2Csv(sheet) }
  if (isSdmxHeader(headers)) return { kind: 'sdmx-csv', sheet, read: (book) => readSdmxCsv(sheet, book) }
  if (isHxl(sheet)) return { kind: 'hxl', sheet, read: (book) => readHxl(sheet, book) }
  return longHeaderOf(sheet) && !isDescribed() ? { kind: 'long', sheet, read: () => readLong(sheet) } : null
}

const isHxl = (sheet: Sheet) =>
  hxlTagsOf(sheet)?.tags.some(({ tag }) => tag === '#indicator' || tag === '#value' || tag === '#date') ??
  false
