import { likelihood, type Writing } from './letter-weights.ts'
import { lettersOf, type OneByteEncoding, oneByteEncodings } from './one-byte.ts'

const byteOrderMarks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]
const SAMPLE = 65_536
/** How much likelier another encoding has to be than the described one. */
const BENEFIT = 6

/**
 * The encoding of a text file. What the bytes say outweighs its description, because office programs change encodings
 * without being asked; the description decides where they say little. Null where the bytes are no text.
 */
export function encodingOf(bytes: Uint8Array, described: string | undefined): string | null {
  const marked = byteOrderMarks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))
  if (marked) return marked.encoding
  if (bytes.subarray(0, SAMPLE).includes(0)) return twoBytesEach(bytes.subarray(0, SAMPLE))
  if (isUtf8(bytes)) return 'utf-8'
  return mostlyUtf8(bytes.subarray(0, SAMPLE)) ? 'utf-8' : guessOneByte(bytes, described)
}

/**
 * Digits, separators and line ends of UTF-16 are NULs in every second place; no other text has NULs. Plain text with a NUL
 * in it would be Chinese.
 */
function twoBytesEach(sample: Uint8Array): string | null {
  const even = sample.subarray(0, sample.length - (sample.length % 2))
  let [first, second] = [0, 0]
  for (let at = 0; at < even.length; at += 2) {
    if (even[at] === 0) first += 1
    if (even[at + 1] === 0) second += 1
  }
  if (first === second || Math.min(first, second) * 10 > Math.max(first, second)) return null
  const encoding = first > second ? 'utf-16be' : 'utf-16le'
  const text = new TextDecoder(encoding).decode(even)
  return /(?![\t\r\n])\p{Cc}|\p{Script=Han}|\ufffd/u.test(text.slice(0, -1)) ? null : encoding
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** UTF-8 with a fault is not taken for letters of one byte: it would be read, and wrongly. */
function mostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample)
  const letters = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  const faults = text.match(/\ufffd+/g)?.length ?? 0
  return letters >= 8 && letters > faults * 8
}

const writings: Record<OneByteEncoding, readonly Writing[]> = {
  'windows-1251': ['russian'],
  'windows-1252': ['french'],
  'windows-1256': ['arabic', 'french'],
  'kz-1048': ['kazakh', 'russian'],
  pt154: ['kazakh', 'russian'],
}

/** The encoding whose languages would most likely write these letters. */
function guessOneByte(bytes: Uint8Array, described: string | undefined): string {
  const words = wordsOf(bytes)
  const scored = oneByteEncodings.map((encoding) => {
    const letters = lettersOf(encoding)
    const score = words.reduce((sum, word) => {
      const text = Array.from(word, (byte) => letters[byte]).join('')
      return sum + Math.max(...writings[encoding].map((writing) => likelihood(text, writing)))
    }, 0)
    return { encoding, score: score + (encoding === described ? BENEFIT : 0) }
  })
  const best = Math.max(...scored.map(({ score }) => score))
  return scored.find(({ score }) => score === best)?.encoding ?? 'windows-1252'
}

const isAscii = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
/** Quotes, dashes, degree and no-break space stand in the same place in most of these encodings and part words. */
const parting = new Set([0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xab, 0xb0, 0xb7, 0xbb])

/** Different words with letters beyond ASCII; a long column of one word says no more than the word does. */
function wordsOf(bytes: Uint8Array): Uint8Array[] {
  const words = new Map<string, Uint8Array>()
  const scan = bytes.length > SAMPLE * 16 ? bytes.subarray(0, SAMPLE * 16) : bytes
  let start = -1
  let isForeign = false
  for (let at = 0; at <= scan.length; at += 1) {
    const byte = scan[at] ?? 0
    const isLetter = isAscii(byte) || (byte >= 0x80 && !parting.has(byte))
    if (isLetter && start < 0) start = at
    if (isLetter) isForeign ||= byte >= 0x80
    else if (start >= 0) {
      const word = scan.subarray(start, at)
      if (isForeign) words.set(word.join(), word)
      start = -1
      isForeign = false
    }
  }
  return [...words.values()]
}
