import type { Sheet } from '../decode/sheet.ts'
import { findHeader } from './find-header.ts'
import type { Mapping } from './mapping.ts'

/** The description whose file name fits; null where none does. */
export const mappingByName = (name: string, mappings: readonly Mapping[]): Mapping | null =>
  mappings.find(({ file }) => new RegExp(file, 'iu').test(name.normalize('NFC'))) ?? null

/** For a renamed file: the one description whose every table is there, header and all; null where none or several are. */
export function mappingByHeaders(sheets: readonly Sheet[], mappings: readonly Mapping[]): Mapping | null {
  const fitting = mappings.filter(({ tables }) =>
    tables.every((table) => sheetsOf(sheets, table.sheet).some((sheet) => findHeader(sheet, table))),
  )
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

export const sheetsOf = (sheets: readonly Sheet[], pattern: string) =>
  sheets.filter(({ name }) => new RegExp(pattern, 'u').test(name.normalize('NFC')))
