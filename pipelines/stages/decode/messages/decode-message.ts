import type { Sheet } from '../sheet.ts'
import { Unreadable } from '../unreadable.ts'
import { decodeJson } from './decode-json.ts'
import { decodeXml } from './decode-xml.ts'

const OPENING = 256

/**
 * A coded message in JSON or XML as sheets.
 *
 * Shape   null for a text that begins like neither
 * Errors  `Unreadable`
 */
export function decodeMessage(bytes: Uint8Array): Sheet[] | null {
  const opening = new TextDecoder('utf-8').decode(bytes.subarray(0, OPENING)).trimStart()
  if (/^[{[]\s*["{\]}]/.test(opening)) return decodeJson(textOf(bytes))
  return opening.startsWith('<') &&
    /^<(\?xml|!--|!DOCTYPE(?!\s+html)|[\w:]*(dataValueSets?|adx)\b)/i.test(opening)
    ? decodeXml(withoutMark(bytes))
    : null
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('text-encoding-wrong', 'utf-8')
  }
}

/** XML may begin with a byte order mark and blanks, which the parser does not expect. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return marked ? bytes.subarray(3) : bytes
}
