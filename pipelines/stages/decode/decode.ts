import { decodeOds } from './decode-ods.ts'
import { decodeText } from './decode-text.ts'
import { decodeXlsx } from './decode-xlsx.ts'
import { kindByStart, kindOfZip } from './file-kind.ts'
import { decodeMessage } from './messages/decode-message.ts'
import { withoutUserColumn } from './messages/user-column.ts'
import { openZip, type Zip } from './read-zip.ts'
import { refusePrograms } from './refuse-programs.ts'
import type { Sheet } from './sheet.ts'
import type { TextStyle } from './sniff-text.ts'
import { Unreadable } from './unreadable.ts'
import { isCompound } from './xls/compound-file.ts'
import { decodeXls } from './xls/decode-xls.ts'

const MAX_BYTES = 64 * 1024 * 1024

/**
 * Bytes of a national file → sheets of text cells. Content decides what a file is; a name decides nothing.
 * `text` is how a separated text is expected to be written; null where nobody has described it.
 *
 * Errors  `Unreadable`
 */
export async function decode(bytes: Uint8Array, text: TextStyle | null): Promise<Sheet[]> {
  if (bytes.length === 0) throw new Unreadable('file-empty')
  if (bytes.length > MAX_BYTES) throw new Unreadable('file-too-large', 'bytes')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return decodeZip(openZip(bytes))
  if (isCompound(bytes)) return decodeXls(bytes)
  const kind = kindByStart(bytes)
  if (kind) throw new Unreadable('file-kind-unknown', kind)
  return decodeMessage(bytes) ?? withoutUserColumn(decodeText(bytes, text))
}

function decodeZip(zip: Zip): Sheet[] {
  refusePrograms(zip)
  if (zip.names.has('xl/workbook.xml')) return decodeXlsx(zip)
  const kind = kindOfZip(zip)
  if (kind === 'OpenDocument spreadsheet' || (kind === 'ZIP' && zip.names.has('content.xml')))
    return decodeOds(zip)
  throw new Unreadable('file-kind-unknown', kind)
}
