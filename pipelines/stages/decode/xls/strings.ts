import { LONGEST_TEXT } from '../sheet.ts'
import { Unreadable } from '../unreadable.ts'
import { type Cursor, cursorOf, type XlsRecord } from './records.ts'

const WIDE = 1
const EXTENDED = 4
const RICH = 8

/** How texts are written: two bytes a letter where needed since Excel 97, in the code page of the country before. */
export type Writing = { isModern: boolean; decoder: TextDecoder }

/** A text with its length before it, in `lengthBytes`. */
export function readText(cursor: Cursor, { isModern, decoder }: Writing, lengthBytes: 1 | 2): string {
  const length = lengthBytes === 1 ? cursor.u8() : cursor.u16()
  return isModern ? modernText(cursor, length) : cursor.encoded(length, decoder)
}

/** What formats parts of a text, and how it is pronounced, is no part of it. */
function modernText(cursor: Cursor, length: number): string {
  const flags = cursor.u8()
  const runs = flags & RICH ? cursor.u16() : 0
  const extension = flags & EXTENDED ? cursor.u32() : 0
  if (length > LONGEST_TEXT) throw new Unreadable('file-too-large', 'text')
  const text = length > 0 ? cursor.letters(length, (flags & WIDE) === WIDE) : ''
  cursor.skip(runs * 4 + extension)
  return text
}

/** The table of texts all sheets share. */
export function readStrings(record: XlsRecord): string[] {
  const cursor = cursorOf(record)
  cursor.u32()
  const count = cursor.u32()
  const bytes = record.parts.reduce((sum, { length }) => sum + length, 0)
  if (count * 3 > bytes) throw new Unreadable('workbook-damaged')
  return Array.from({ length: count }, () => modernText(cursor, cursor.u16()))
}

/** Names of the encodings behind the numbers of code pages. */
export function decoderOf(codePage: number): TextDecoder {
  const others: Record<number, string> = {
    1200: 'utf-16le',
    866: 'ibm866',
    10000: 'macintosh',
    10007: 'x-mac-cyrillic',
  }
  try {
    return new TextDecoder(others[codePage] ?? `windows-${codePage}`)
  } catch {
    throw new Unreadable('text-encoding-wrong', `code page ${codePage}`)
  }
}
