import { isDhis2Header, STORED_BY_COLUMN } from '../decode/messages/dhis2-header.ts'
import { blankJson, blankXml } from './blank-values.ts'

const OPENING = 1024

/**
 * A message without the names of the users who typed its values: taken out at the door, before anything is kept,
 * hashed, looked at or said.
 *
 * Shape   any other file as it came; doing it twice changes nothing more
 */
export function withoutUserNames(bytes: Buffer): Buffer {
  const text = isUtf16(bytes) ? null : bytes.toString('latin1') // one letter a byte, so what is not touched stays
  if (text === null) return withoutUserNamesIn16(bytes)
  const cleaned = cleanedText(text)
  return cleaned === text ? bytes : Buffer.from(cleaned, 'latin1')
}

const isUtf16 = (bytes: Buffer) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/** Statistics systems write UTF-8; one that was saved again by an office program is turned back. */
function withoutUserNamesIn16(bytes: Buffer): Buffer {
  const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  const cleaned = cleanedText(text)
  return cleaned === text ? bytes : Buffer.from(cleaned, 'utf8')
}

function cleanedText(text: string): string {
  const opening = text.slice(0, OPENING).replace(/^(\u00ef\u00bb\u00bf|\ufeff)?\s*/, '')
  if (/^[{[]/.test(opening)) return blankJson(text)
  if (opening.startsWith('<')) return blankXml(text)
  const [line = ''] = opening.split(/[\r\n]/, 1)
  const separator = [',', ';', '\t', '|'].find((mark) => isDhis2Header(line.split(mark).map(unquoted)))
  return separator ? withoutField(text, separator, STORED_BY_COLUMN - 1) : text
}

const unquoted = (field: string) => field.trim().replace(/^"|"$/g, '')

/** Empties one field of every record below the header; marks and line ends inside quotes end nothing. */
function withoutField(text: string, separator: string, wanted: number): string {
  const kept: string[] = []
  let [from, field, record, quoted] = [0, 0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '"') quoted = !quoted
    const ends = !quoted && (letter === separator || letter === '\n' || letter === '\r')
    if (!ends) continue
    if (record > 0 && field === wanted) from = at
    field = letter === separator ? field + 1 : 0
    if (letter !== separator) record += 1
    if (record > 0 && field === wanted) {
      kept.push(text.slice(from, at + 1))
      from = at + 1
    }
  }
  return kept.join('') + (record > 0 && field === wanted ? '' : text.slice(from))
}
