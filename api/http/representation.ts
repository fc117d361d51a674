import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from '../services/read-release.ts'

/** Bytes as they go over the wire. The tag is of these bytes, so each compression has its own. */
export type Body = { bytes: Uint8Array<ArrayBuffer>; etag: string }

/** Something that can be answered with, in one or more compressions. */
export type Representation = {
  type: string
  encodings: readonly Encoding[]
  load(encoding: Encoding): Promise<Body>
}

export const allEncodings: readonly Encoding[] = ['br', 'gzip', 'identity']

export function bodyOf(bytes: Uint8Array<ArrayBuffer>): Body {
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 24)}"` }
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Compresses off the main thread. `effort` is brotli's: 5 while a reader waits, 11 for what is kept. */
export async function compress(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
  effort: number,
): Promise<Body> {
  if (encoding === 'identity') return bodyOf(bytes)
  if (encoding === 'gzip') return bodyOf(await zip(bytes, { level: 7 }))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: effort,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return bodyOf(await brotli(bytes, { params }))
}
