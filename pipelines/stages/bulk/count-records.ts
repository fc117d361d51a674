import { createReadStream } from 'node:fs'

const QUOTE = 0x22
const LINE_FEED = 0x0a
const RETURN = 0x0d

/**
 * How many records a text has that hold anything, the header among them. Counted apart from whoever reads them, so that
 * no reader can lose rows without a word.
 */
export async function countRecords(path: string, separator: string): Promise<number> {
  const mark = separator.charCodeAt(0)
  let records = 0
  let isQuoted = false
  let atStart = true
  let holds = false
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (const byte of piece) {
      if (isQuoted) {
        if (byte === QUOTE) isQuoted = false
      } else if (byte === LINE_FEED || byte === RETURN) {
        if (holds) records += 1
        holds = false
        atStart = true
        continue
      } else if (byte === QUOTE && atStart) isQuoted = true
      // A doubled quote inside a quoted field closes it and opens it again.
      atStart = byte === mark || (byte === QUOTE && !isQuoted)
      holds = true
    }
  }
  return holds ? records + 1 : records
}
