const LESS = 0x3c
const GREATER = 0x3e
const COLON = 0x3a

const codesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const comment = { opens: codesOf('!--'), closes: codesOf('-->') }
const raw = { opens: codesOf('![CDATA['), closes: codesOf(']]>') }

/**
 * How many elements of these names a part of a workbook has, by a walk over its bytes that shares nothing with the reader
 * it checks. `having`: only tags with this text in them.
 */
export function countTags(bytes: Uint8Array, names: readonly string[], having = ''): number {
  const wanted = names.map(codesOf)
  const needle = codesOf(having)
  let count = 0
  for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at + 1)) {
    const skipped = [comment, raw].find(({ opens }) => startsWith(bytes, at + 1, opens))
    if (skipped) {
      at = find(bytes, skipped.closes, at)
      if (at < 0) break
      continue
    }
    const name = localName(bytes, at + 1)
    if (!wanted.some((one) => one.length === name.to - name.from && startsWith(bytes, name.from, one)))
      continue
    if (needle.length === 0 || holds(bytes, needle, name.to)) count += 1
  }
  return count
}

function startsWith(bytes: Uint8Array, at: number, codes: Uint8Array): boolean {
  for (let index = 0; index < codes.length; index += 1) if (bytes[at + index] !== codes[index]) return false
  return true
}

/** Where the name of a tag lies, without its prefix. */
function localName(bytes: Uint8Array, start: number): { from: number; to: number } {
  let from = start
  let to = start
  for (; to < bytes.length; to += 1) {
    const byte = bytes[to] ?? 0
    if (byte === COLON) from = to + 1
    else if (byte <= 0x20 || byte === GREATER || byte === 0x2f) break
  }
  return { from, to }
}

function find(bytes: Uint8Array, codes: Uint8Array, start: number): number {
  const [first = 0] = codes
  for (let at = bytes.indexOf(first, start); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsWith(bytes, at, codes)) return at
  return -1
}

/** Whether a tag holds this text outside its attributes' values. */
function holds(bytes: Uint8Array, codes: Uint8Array, start: number): boolean {
  for (let at = start; at < bytes.length && bytes[at] !== GREATER; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 0x22 || byte === 0x27) {
      at = bytes.indexOf(byte, at + 1)
      if (at < 0) return false
    } else if (startsWith(bytes, at, codes)) return true
  }
  return false
}
