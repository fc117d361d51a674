/** Encoding and separator of a text file, as its description has them. */
export type TextStyle = {
  encoding: 'utf-8' | 'utf-16le' | 'windows-1251' | 'windows-1252' | 'windows-1256'
  separator: ',' | ';' | '\t'
}

const byteOrderMarks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]
const SAMPLE = 65_536
const SAMPLE_LINES = 40

/**
 * The encoding of a text file. A byte order mark and letters that can only be UTF-8 outweigh what its description says,
 * because office programs change encodings without being asked.
 */
export function encodingOf(bytes: Uint8Array, described: TextStyle['encoding'] | undefined): string {
  const marked = byteOrderMarks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))
  if (marked) return marked.encoding
  if (isUtf8(bytes)) return 'utf-8'
  return described?.startsWith('windows-') ? described : guessOneByte(bytes.subarray(0, SAMPLE))
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * Latin letters with accents stand alone among plain ones; Cyrillic and Arabic fill whole words. Arabic read as
 * Cyrillic has capitals inside words.
 */
function guessOneByte(bytes: Uint8Array): TextStyle['encoding'] {
  const words = new TextDecoder('windows-1251').decode(bytes).match(/\p{L}+/gu) ?? []
  const cyrillic = words.filter((word) => /[А-Яа-яЁё]{2}/.test(word))
  if (cyrillic.length * 2 < words.filter((word) => /[^\0-\x7f]/.test(word)).length) return 'windows-1252'
  const broken = cyrillic.filter((word) => /\p{Ll}\p{Lu}/u.test(word))
  return broken.length * 4 > cyrillic.length ? 'windows-1256' : 'windows-1251'
}

/** The described separator where any line has it; else the mark that splits most lines into the same number of fields. */
export function separatorOf(text: string, described: TextStyle['separator'] | undefined): string {
  const lines = text
    .slice(0, SAMPLE)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES)
  if (described && lines.some((line) => line.includes(described))) return described
  const [best] = [';', '\t', ',', '|']
    .map((mark) => ({ mark, regular: regularity(lines, mark) }))
    .sort((a, b) => b.regular - a.regular)
  return best && best.regular > 0 ? best.mark : (described ?? ',')
}

/** Lines that agree on the commonest number of marks, times that number. */
function regularity(lines: readonly string[], mark: string): number {
  const lengths = new Map<number, number>()
  for (const line of lines) {
    const marks = line.replace(/"[^"]*"/g, '').split(mark).length - 1
    if (marks > 0) lengths.set(marks, (lengths.get(marks) ?? 0) + 1)
  }
  return Math.max(0, ...[...lengths].map(([marks, count]) => marks * count))
}
