import { type Shown, shownBy } from '../read-styles.ts'
import { Unreadable } from '../unreadable.ts'
import { cursorOf, recordsFrom, recordTypes } from './records.ts'
import { decoderOf, readStrings, readText, type Writing } from './strings.ts'

/** What a workbook says of its sheets, and what their cells refer to. */
export type Globals = {
  sheets: { name: string; at: number; hidden?: true }[]
  strings: readonly string[]
  shownBy: (style: number) => Shown
  date1904: boolean
  writing: Writing
}

const MODERN = 0x600
const CLASSIC = 0x500
const WORKSHEET = 0
const sheetKinds: Record<number, string> = { 1: 'macros', 6: 'macros' }

/**
 * The first part of a workbook's stream. Charts are no sheets.
 *
 * Errors  `Unreadable`; encrypted workbooks and those with macro sheets are refused
 */
export function readGlobals(stream: Uint8Array): Globals {
  const formats = new Map<number, string>()
  const styles: number[] = []
  const globals: Globals = {
    sheets: [],
    strings: [],
    shownBy: (style) => shownBy(styles[style] ?? 0, formats.get(styles[style] ?? 0)),
    date1904: false,
    writing: { isModern: true, decoder: decoderOf(1252) },
  }
  let isFirst = true
  for (const record of recordsFrom(stream, 0)) {
    const cursor = cursorOf(record)
    if (isFirst) globals.writing.isModern = isModern(record.type, cursor.u16())
    isFirst = false
    if (record.type === recordTypes.end) return globals
    if (record.type === recordTypes.password) throw new Unreadable('zip-unsafe', 'encrypted')
    if (record.type === recordTypes.codePage) globals.writing.decoder = decoderOf(cursor.u16())
    else if (record.type === recordTypes.date1904) globals.date1904 = cursor.u16() === 1
    else if (record.type === recordTypes.strings) globals.strings = readStrings(record)
    else if (record.type === recordTypes.cellFormat) {
      cursor.skip(2)
      styles.push(cursor.u16())
    } else if (record.type === recordTypes.numberFormat)
      formats.set(cursor.u16(), readText(cursor, globals.writing, globals.writing.isModern ? 2 : 1))
    else if (record.type === recordTypes.sheet) {
      const at = cursor.u32()
      const visibility = cursor.u8()
      const kind = cursor.u8()
      const refused = sheetKinds[kind]
      if (refused) throw new Unreadable('zip-unsafe', refused)
      const name = readText(cursor, globals.writing, 1)
      if (kind === WORKSHEET)
        globals.sheets.push({ name, at, ...((visibility & 3) !== 0 && { hidden: true }) })
    }
  }
  throw new Unreadable('workbook-damaged')
}

function isModern(type: number, version: number): boolean {
  if (type !== recordTypes.begin) throw new Unreadable('file-kind-unknown', 'Excel 2–4 (.xls)')
  if (version !== MODERN && version !== CLASSIC) throw new Unreadable('workbook-damaged')
  return version === MODERN
}
