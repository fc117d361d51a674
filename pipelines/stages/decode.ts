import { decodeText } from './decode-text.ts'
import { decodeXlsx } from './decode-xlsx.ts'
import type { Mapping } from './mapping.ts'
import type { Sheet } from './sheet.ts'
import { Unreadable } from './unreadable.ts'

const MAX_BYTES = 64 * 1024 * 1024

/** How a separated text is read where no mapping says: the form of a bulk export. */
export const plainText = { encoding: 'utf-8', separator: ',' } as const

/**
 * Bytes of a national file → sheets of text cells. Content decides what a file is; a name decides nothing.
 *
 * Errors  `Unreadable`
 */
export async function decode(bytes: Buffer, csv: Mapping['csv']): Promise<Sheet[]> {
  if (bytes.length === 0) throw new Unreadable('file-empty')
  if (bytes.length > MAX_BYTES) throw new Unreadable('file-too-large', 'bytes')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return decodeXlsx(bytes)
  if (isBinary(bytes)) throw new Unreadable('file-kind-unknown')
  return decodeText(bytes, csv ?? plainText)
}

/** Text has no NUL bytes, save UTF-16, which begins with its mark. */
const isBinary = (bytes: Buffer) =>
  bytes.subarray(0, 4096).includes(0) && bytes[0] !== 0xff && bytes[0] !== 0xfe
