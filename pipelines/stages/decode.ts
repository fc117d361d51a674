import { decodeText, type TextStyle } from './decode-text.ts'
import { decodeXlsx } from './decode-xlsx.ts'
import type { Sheet } from './sheet.ts'
import { Unreadable } from './unreadable.ts'

const MAX_BYTES = 64 * 1024 * 1024

/** How a text nobody has described is read, to see whether it is about persons. */
export const plainText = { encoding: 'utf-8', separator: ',' } as const

/**
 * Bytes of a national file → sheets of text cells. Content decides what a file is; a name decides nothing.
 * `text` says how a separated text is read; null where only a workbook will do.
 *
 * Errors  `Unreadable`
 */
export async function decode(bytes: Buffer, text: TextStyle | null): Promise<Sheet[]> {
  if (bytes.length === 0) throw new Unreadable('file-empty')
  if (bytes.length > MAX_BYTES) throw new Unreadable('file-too-large', 'bytes')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return decodeXlsx(bytes)
  if (!text || isBinary(bytes)) throw new Unreadable('file-kind-unknown')
  return decodeText(bytes, text)
}

/** Text has no NUL bytes, save UTF-16, which begins with its mark. */
const isBinary = (bytes: Buffer) =>
  bytes.subarray(0, 4096).includes(0) && bytes[0] !== 0xff && bytes[0] !== 0xfe
