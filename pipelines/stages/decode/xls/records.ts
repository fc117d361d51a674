import { Unreadable } from '../unreadable.ts'

/** One record: its type, where it begins, and its bytes, with those of the records that continue it. */
export type XlsRecord = { type: number; at: number; parts: Uint8Array[] }

export const recordTypes = {
  formula: 0x06,
  end: 0x0a,
  date1904: 0x22,
  password: 0x2f,
  continued: 0x3c,
  codePage: 0x42,
  columns: 0x7d,
  sheet: 0x85,
  numbers: 0xbd,
  richText: 0xd6,
  cellFormat: 0xe0,
  merged: 0xe5,
  strings: 0xfc,
  sharedText: 0xfd,
  number: 0x203,
  text: 0x204,
  booleanOrError: 0x205,
  formulaText: 0x207,
  row: 0x208,
  smallNumber: 0x27e,
  numberFormat: 0x41e,
  begin: 0x809,
} as const

/**
 * The records of a stream from a place on.
 *
 * Errors  `Unreadable` where one leaves the stream
 */
export function* recordsFrom(stream: Uint8Array, start: number): Generator<XlsRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let at = start
  const bytesAt = () => {
    const length = view.getUint16(at + 2, true)
    if (at + 4 + length > stream.length) throw new Unreadable('workbook-damaged')
    const bytes = stream.subarray(at + 4, at + 4 + length)
    at += 4 + length
    return bytes
  }
  while (at + 4 <= stream.length) {
    const record: XlsRecord = { type: view.getUint16(at, true), at, parts: [] }
    record.parts.push(bytesAt())
    while (at + 4 <= stream.length && view.getUint16(at, true) === recordTypes.continued)
      record.parts.push(bytesAt())
    yield record
  }
}

/** Reads through a record and what continues it. */
export type Cursor = {
  u8(): number
  u16(): number
  u32(): number
  double(): number
  skip(count: number): void
  left(): number
  /** Letters of one or two bytes; where a continuation begins inside them, it says anew which. */
  letters(count: number, wide: boolean): string
  /** Letters of one byte in an encoding. */
  encoded(count: number, decoder: TextDecoder): string
}

const wideLetters = new TextDecoder('utf-16le', { ignoreBOM: true })

export function cursorOf({ parts }: XlsRecord): Cursor {
  let [bytes = new Uint8Array(), ...rest] = parts
  let at = 0
  const continued = () => {
    const [following, ...more] = rest
    if (!following) throw new Unreadable('workbook-damaged')
    bytes = following
    rest = more
    at = 0
  }
  const u8 = () => {
    while (at >= bytes.length) continued()
    const byte = bytes[at] ?? 0
    at += 1
    return byte
  }
  const u16 = () => u8() | (u8() << 8)
  const u32 = () => (u16() | (u16() << 16)) >>> 0
  return {
    u8,
    u16,
    u32,
    double() {
      const view = new DataView(Uint8Array.from({ length: 8 }, u8).buffer)
      return view.getFloat64(0, true)
    },
    skip(count) {
      let missing = count
      while (at + missing > bytes.length) {
        missing -= bytes.length - at
        continued()
      }
      at += missing
    },
    left: () => bytes.length - at,
    letters(count, wide) {
      let isWide = wide
      let text = ''
      while (text.length < count) {
        if (at >= bytes.length) {
          continued()
          isWide = (u8() & 1) === 1
        }
        const width = isWide ? 2 : 1
        const here = Math.min(count - text.length, Math.floor((bytes.length - at) / width))
        if (here === 0) throw new Unreadable('workbook-damaged')
        const run = bytes.subarray(at, at + here * width)
        text += isWide ? wideLetters.decode(run) : String.fromCharCode(...run)
        at += run.length
      }
      return text
    },
    encoded: (count, decoder) => decoder.decode(Uint8Array.from({ length: count }, u8)),
  }
}
