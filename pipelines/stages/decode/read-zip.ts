import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import { Unreadable } from './unreadable.ts'
import { type Entry, entriesOf } from './zip-directory.ts'

/** The parts of a workbook, named in small letters. `read` inflates one; null where there is none of that name. */
export type Zip = { names: ReadonlySet<string>; read(name: string): Uint8Array | null }

const LOCAL_HEADER = 0x04034b50
const STORED = 0
const DEFLATED = 8
/** What one step inflates stays under 17 MB however well it is packed. */
const STEP = 16_384

/**
 * Opens a zip and reads its directory.
 *
 * Errors  `Unreadable` for what no office program writes: encryption, macros, doubled or climbing names, and sizes
 *         beyond the limits, whether the directory admits them or not; also for parts that differ from their checksum
 */
export function openZip(bytes: Uint8Array): Zip {
  const entries = entriesOf(bytes)
  return {
    names: new Set(entries.keys()),
    read(name) {
      const entry = entries.get(name.toLowerCase())
      return entry ? inflated(packed(bytes, entry), entry) : null
    },
  }
}

/** The bytes of a part as they lie in the file. */
function packed(bytes: Uint8Array, { offset, packedSize }: Entry): Uint8Array {
  if (offset + 30 > bytes.length) throw new Unreadable('zip-damaged')
  const header = new DataView(bytes.buffer, bytes.byteOffset + offset, 30)
  if (header.getUint32(0, true) !== LOCAL_HEADER) throw new Unreadable('zip-damaged')
  const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  if (start + packedSize > bytes.length) throw new Unreadable('zip-damaged')
  return bytes.subarray(start, start + packedSize)
}

/** A directory that lies about a size is caught while inflating: no more is read than it admitted. */
function inflated(bytes: Uint8Array, { method, size, checksum }: Entry): Uint8Array {
  if (method !== STORED && method !== DEFLATED) throw new Unreadable('zip-unsafe', 'unusual packing')
  const part = method === STORED ? bytes : unpack(bytes, size)
  if (part.length !== size || crc32(part) !== checksum) throw new Unreadable('zip-damaged')
  return part
}

function unpack(bytes: Uint8Array, size: number): Uint8Array {
  const part = new Uint8Array(size)
  let length = 0
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new Unreadable('zip-damaged')
    part.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let start = 0; start < bytes.length; start += STEP)
      inflate.push(bytes.subarray(start, start + STEP), start + STEP >= bytes.length)
  } catch {
    throw new Unreadable('zip-damaged')
  }
  return part.subarray(0, length)
}
