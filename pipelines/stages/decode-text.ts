import { parse } from 'csv-parse/sync'
import type { Mapping } from './mapping.ts'
import type { Sheet } from './sheet.ts'
import { Unreadable } from './unreadable.ts'

/** Encoding and separator of a text file. */
export type TextStyle = NonNullable<Mapping['csv']>

const byteOrderMarks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/**
 * The one sheet of a separated text file. A byte order mark outweighs the encoding the mapping names.
 *
 * Errors  `Unreadable` where the bytes are not in that encoding, or a quote is never closed
 */
export function decodeText(bytes: Buffer, { encoding, separator }: TextStyle): Sheet[] {
  const marked = byteOrderMarks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))
  const text = textOf(bytes, marked?.encoding ?? encoding)
  const rows = recordsOf(text, separator).map((record, index) => ({
    row: index + 1,
    cells: record.flatMap((field, column) =>
      field.trim() === '' ? [] : [{ column: column + 1, text: field, kind: 'text' as const }],
    ),
  }))
  return [{ name: '', rows: rows.filter(({ cells }) => cells.length > 0), merged: [] }]
}

function textOf(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('text-encoding-wrong', encoding)
  }
}

function recordsOf(text: string, separator: string): string[][] {
  try {
    return parse(text, {
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
    })
  } catch {
    throw new Unreadable('text-damaged')
  }
}
