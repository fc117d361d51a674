const LESS = 0x3c
const GREATER = 0x3e
const COLON = 0x3a
const SLASH = 0x2f
const MARK = 0x21

const codesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
/** Comments and text that is not to be parsed. */
const besides = [
  { opens: codesOf('!--'), closes: codesOf('-->') },
  { opens: codesOf('![CDATA['), closes: codesOf(']]>') },
]

/**
 * How many elements of these names a part of a workbook has, by a walk over its bytes that shares nothing with the reader
 * it checks. `having`: only tags with this text in them.
 */
export function countTags(bytes: Uint8Array, names: readonly string[], having = ''): number {
  const wanted = names.map(codesOf)
  const needle = codesOf(having)
  let count = 0
  for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at + 1)) {
    const next = bytes[at + 1]
    if (next === SLASH) continue
    if (next === MARK) {
      const skipped = besides.find(({ opens }) => startsWith(bytes, at + 1, opens))
      if (skipped) at = find(bytes, skipped.closes, at)
      if (at < 0) break
    } else {
      const end = nameEnd(bytes, at + 1)
      if (wanted.some((name) => isNamed(bytes, at + 1, end, name)) && holds(bytes, needle, end)) count += 1
    }
  }
  return count
}

function startsWith(bytes: Uint8Array, at: number, codes: Uint8Array): boolean {
  for (let index = 0; index < codes.length; index += 1) if (bytes[at + index] !== codes[index]) return false
  return true
}

function nameEnd(bytes: Uint8Array, start: number): number {
  let at = start
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte <= 0x20 || byte === GREATER || byte === SLASH) break
  }
  return at
}

/** Whether a tag has this name, with whatever prefix. */
function isNamed(bytes: Uint8Array, start: number, end: number, name: Uint8Array): boolean {
  const from = end - name.length
  return (from === start || (from > start && bytes[from - 1] === COLON)) && startsWith(bytes, from, name)
}

function find(bytes: Uint8Array, codes: Uint8Array, start: number): number {
  const [first = 0] = codes
  for (let at = bytes.indexOf(first, start); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsWith(bytes, at, codes)) return at
  return -1
}

/** Whether a tag holds this text outside its attributes' values. */
function holds(bytes: Uint8Array, codes: Uint8Array, start: number): boolean {
  if (codes.length === 0) return true
  for (let at = start; at < bytes.length && bytes[at] !== GREATER; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 0x22 || byte === 0x27) {
      at = bytes.indexOf(byte, at + 1)
      if (at < 0) return false
    } else if (startsWith(bytes, at, codes)) return true
  }
  return false
}
