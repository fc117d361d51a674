import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { longRolesOf } from '../coded/long-columns.ts'
import { oneByteEncodings } from '../decode/one-byte.ts'
import { encodingOf } from '../decode/sniff-encoding.ts'
import { separatorOf } from '../decode/sniff-text.ts'
import { splitRecords } from '../decode/split-records.ts'
import { Unreadable } from '../decode/unreadable.ts'
import type { BulkText } from './bulk-file.ts'

const SAMPLE = 65_536
/** What a stream decoder of this program knows; the others are read whole, as small files are. */
const streamed = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  ...oneByteEncodings.filter((name) => name.startsWith('windows')),
]

/**
 * Whether a file is a long text table: its first line says so. One in another encoding than UTF-8 is written anew to
 * `aside`, piece by piece.
 *
 * Shape   null for anything else
 */
export async function findBulkText(path: string, aside: string): Promise<BulkText | null> {
  const sample = await firstBytes(path)
  const encoding = encodingOf(sample, undefined)
  if (!encoding || !streamed.includes(encoding)) return null
  const text = new TextDecoder(encoding).decode(sample)
  const separator = separatorOf(text, undefined)
  const header = firstRecord(text, separator)
  const roles = header && longRolesOf(header)
  if (!header || !roles) return null
  const isPlain = encoding === 'utf-8' && sample[0] !== 0xef
  if (!isPlain) await transcode(path, encoding, aside)
  return { path: isPlain ? path : aside, separator, header, roles }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0)
    const lastLine = buffer.subarray(0, bytesRead).lastIndexOf(0x0a)
    // A letter of several bytes may be cut at the end of a sample, and never at the end of a line.
    return bytesRead < SAMPLE || lastLine < 0
      ? buffer.subarray(0, bytesRead)
      : buffer.subarray(0, lastLine + 2 - (lastLine % 2))
  } finally {
    await file.close()
  }
}

function firstRecord(text: string, separator: string): string[] | null {
  let first: string[] | null = null
  try {
    splitRecords(text.slice(0, text.indexOf('\n') + 1 || undefined), separator, (fields) => {
      first ??= fields.map((field) => field.trim())
    })
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
  return first
}

async function transcode(path: string, encoding: string, aside: string) {
  const decoder = new TextDecoder(encoding)
  await pipeline(
    createReadStream(path),
    new Transform({
      transform: (piece, _, done) => done(null, decoder.decode(piece, { stream: true })),
      flush: (done) => done(null, decoder.decode()),
    }),
    createWriteStream(aside, { mode: 0o600, flags: 'wx' }),
  )
}
