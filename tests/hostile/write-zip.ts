import { crc32, deflateRawSync } from 'node:zlib'
import { bytesOf } from './hostile-file.ts'

/** A part as a writer with bad intentions may describe it. What is not said is as it should be. */
export type Part = {
  name: string | Uint8Array
  content: string | Uint8Array
  method?: number
  /** The bytes as they lie in the file, instead of the content packed. */
  packed?: Uint8Array
  flags?: number
  checksum?: number
  size?: number
  packedSize?: number
  offset?: number
  localName?: string
  extra?: Uint8Array
  comment?: string
  /** Sizes come after the part instead of before it. */
  described?: boolean
  /** In the directory only, over the bytes of the part of this number. */
  over?: number
  /** In the file, not in the directory. */
  unlisted?: boolean
}

export type Tricks = {
  before?: Uint8Array
  after?: Uint8Array
  /** Offsets count from the start of the zip, not of the file. */
  shifted?: boolean
  comment?: string | Uint8Array
  count?: number
  directoryOffset?: number
  disk?: number
  longEnd?: { count: bigint; offset: bigint } | 'true'
}

const DESCRIBED = 8
const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50

/** A zip byte by byte, true except where told to lie. */
export function writeZip(parts: readonly Part[], tricks: Tricks = {}): Uint8Array {
  const before = tricks.before ?? new Uint8Array()
  const base = tricks.shifted ? 0 : before.length
  const chunks: Uint8Array[] = []
  const offsets: number[] = []
  let length = 0
  const put = (...more: Uint8Array[]) => {
    for (const chunk of more) length += chunk.length
    chunks.push(...more)
  }
  for (const part of parts) {
    offsets.push(part.over === undefined ? base + length : (offsets[part.over] ?? 0))
    if (part.over === undefined) put(...localPart(part))
  }
  const start = base + length
  const listed = parts.flatMap((part, nth) => (part.unlisted ? [] : [entry(part, offsets[nth] ?? 0)]))
  put(...listed)
  const size = base + length - start
  if (tricks.longEnd) put(longEnd(tricks.longEnd, listed.length, start, size, base + length))
  put(end(listed.length, start, size, tricks))
  return Buffer.concat([before, ...chunks, tricks.after ?? new Uint8Array()])
}

const packedOf = ({ packed, content, method = 8 }: Part) =>
  packed ?? (method === 8 ? deflateRawSync(bytesOf(content)) : bytesOf(content))

function fields(part: Part) {
  const packed = packedOf(part)
  return {
    packed,
    flags: (part.flags ?? 0) | (part.described ? DESCRIBED : 0),
    method: part.method ?? 8,
    checksum: part.checksum ?? crc32(bytesOf(part.content)),
    packedSize: part.packedSize ?? packed.length,
    size: part.size ?? bytesOf(part.content).length,
  }
}

function localPart(part: Part): Uint8Array[] {
  const { packed, flags, method, checksum, packedSize, size } = fields(part)
  const name = bytesOf(part.localName ?? part.name)
  const sizes = part.described ? [0, 0, 0] : [checksum, packedSize, size]
  const head = Buffer.alloc(30)
  head.writeUInt32LE(LOCAL, 0)
  for (const [nth, value] of [20, flags, method, 0, 0x2821].entries()) head.writeUInt16LE(value, 4 + 2 * nth)
  for (const [nth, value] of sizes.entries()) head.writeUInt32LE(value, 14 + 4 * nth)
  head.writeUInt16LE(name.length, 26)
  const described = Buffer.alloc(part.described ? 16 : 0)
  if (part.described)
    for (const [nth, value] of [0x08074b50, checksum, packedSize, size].entries())
      described.writeUInt32LE(value, 4 * nth)
  return [head, name, packed, described]
}

function entry(part: Part, offset: number): Uint8Array {
  const { flags, method, checksum, packedSize, size } = fields(part)
  const [name, extra, comment] = [part.name, part.extra ?? '', part.comment ?? ''].map(bytesOf)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(ENTRY, 0)
  for (const [nth, value] of [20, 20, flags, method, 0, 0x2821].entries())
    head.writeUInt16LE(value, 4 + 2 * nth)
  for (const [nth, value] of [checksum, packedSize, size].entries()) head.writeUInt32LE(value, 16 + 4 * nth)
  for (const [nth, value] of [name, extra, comment].entries())
    head.writeUInt16LE(value?.length ?? 0, 28 + 2 * nth)
  head.writeUInt32LE(part.offset ?? offset, 42)
  return Buffer.concat([head, name ?? '', extra ?? '', comment ?? ''].map((chunk) => Buffer.from(chunk)))
}

function longEnd(
  told: NonNullable<Tricks['longEnd']>,
  count: number,
  offset: number,
  size: number,
  at: number,
) {
  const long = told === 'true' ? { count: BigInt(count), offset: BigInt(offset) } : told
  const bytes = Buffer.alloc(76)
  bytes.writeUInt32LE(0x06064b50, 0)
  bytes.writeBigUInt64LE(44n, 4)
  for (const [nth, value] of [long.count, long.count, BigInt(size), long.offset].entries())
    bytes.writeBigUInt64LE(value, 24 + 8 * nth)
  bytes.writeUInt32LE(0x07064b50, 56)
  bytes.writeBigUInt64LE(BigInt(at), 64)
  bytes.writeUInt32LE(1, 72)
  return bytes
}

function end(count: number, offset: number, size: number, tricks: Tricks) {
  const comment = bytesOf(tricks.comment ?? '')
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(END, 0)
  const counts = [tricks.disk ?? 0, tricks.disk ?? 0, tricks.count ?? count, tricks.count ?? count]
  for (const [nth, value] of counts.entries()) bytes.writeUInt16LE(value, 4 + 2 * nth)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(tricks.directoryOffset ?? offset, 16)
  bytes.writeUInt16LE(comment.length, 20)
  return Buffer.concat([bytes, comment])
}
