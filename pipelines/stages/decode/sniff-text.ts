import type { OneByteEncoding } from './one-byte.ts'

/** Encoding and separator of a text file, as its description has them. */
export type TextStyle = {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | OneByteEncoding
  separator: ',' | ';' | '\t' | '|'
}

const SAMPLE = 65_536
const SAMPLE_LINES = 40
/** In the order they are taken where several fit: a comma may be part of a number, a tab hardly of anything. */
const marks = ['\t', ';', '|', ','] as const

/**
 * The mark that splits most lines into the same number of fields; the described one where it does nearly as well.
 * A first line `sep=;` settles it, as office programs have it.
 */
export function separatorOf(text: string, described: string | undefined): string {
  const said = saidSeparator(text)
  if (said) return said.separator
  const lines = text
    .slice(0, SAMPLE)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => !/^ *$/.test(line))
    .slice(0, SAMPLE_LINES)
  const scored = marks.map((mark) => ({ mark, agreeing: agreeing(lines, mark) }))
  const most = Math.max(...scored.map((one) => one.agreeing))
  const own = scored.find(({ mark }) => mark === described)
  if (most === 0) return described ?? ','
  if (own && own.agreeing * 2 > most) return own.mark
  return scored.find((one) => one.agreeing === most)?.mark ?? ','
}

/** Excel writes the separator into a line of its own, which is no row. */
export function saidSeparator(text: string): { separator: string; length: number } | null {
  const found = /^"?sep=([^\r\n"])"?(\r\n?|\n)/i.exec(text)
  return found ? { separator: found[1] ?? ',', length: found[0].length } : null
}

/** Lines that have the commonest number of marks. */
function agreeing(lines: readonly string[], mark: string): number {
  const lengths = new Map<number, number>()
  for (const line of lines) {
    const marks = line.split(mark).length - 1
    if (marks > 0) lengths.set(marks, (lengths.get(marks) ?? 0) + 1)
  }
  return Math.max(0, ...lengths.values())
}
