import { Unreadable } from './unreadable.ts'

/** One part as the directory of a zip describes it. */
export type Entry = { offset: number; packedSize: number; size: number; method: number; checksum: number }

const MEBIBYTE = 1024 * 1024
const limits = { entries: 2000, entryBytes: 128 * MEBIBYTE, totalBytes: 256 * MEBIBYTE, ratio: 250 }
const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_PLACE = 0x07064b50
const ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_535
const LOCAL_HEADER_BYTES = 30
const ON_LONG_DISK = 0xffff
const IN_EXTRA_FIELD = 0xffffffff

/**
 * The directory at the end of a zip, by name in small letters: office programs make no difference.
 *
 * Errors  `Unreadable`
 */
export function entriesOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readEntries(view, directoryOf(view))
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('zip-damaged')
    throw error
  }
}

/** Where the directory begins and how many parts it lists. */
function directoryOf(view: DataView): { offset: number; count: number } {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END || view.getUint16(at + 20, true) !== last - at) continue
    if (![0, ON_LONG_DISK].includes(view.getUint16(at + 4, true))) throw new Unreadable('zip-damaged')
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    const isLong = at >= 20 && view.getUint32(at - 20, true) === END_64_PLACE
    return isLong ? longDirectoryOf(view, longOf(view, at - 12)) : { offset, count }
  }
  throw new Unreadable('zip-damaged')
}

function longDirectoryOf(view: DataView, at: number) {
  if (view.getUint32(at, true) !== END_64) throw new Unreadable('zip-damaged')
  return { count: longOf(view, at + 32), offset: longOf(view, at + 48) }
}

function longOf(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true))
  if (!Number.isSafeInteger(value)) throw new Unreadable('zip-damaged')
  return value
}

function readEntries(view: DataView, { offset, count }: { offset: number; count: number }) {
  const refuse = (reason: string) => new Unreadable('zip-unsafe', reason)
  if (count > limits.entries) throw refuse('too many parts')
  const entries = new Map<string, Entry>()
  let total = 0
  let at = offset
  for (let read = 0; read < count; read += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new Unreadable('zip-damaged')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const name = nameAt(view, at + 46, nameLength)
    const entry = entryAt(view, at, at + 46 + nameLength, extraLength)
    total += entry.size
    if (view.getUint16(at + 8, true) & 1) throw refuse('encrypted')
    if (/^\/|^[a-z]:|(^|\/)\.\.(\/|$)|\0/.test(name)) throw refuse('a climbing name')
    if (entry.size > limits.entryBytes || total > limits.totalBytes) throw refuse('too large')
    if (entry.size > MEBIBYTE && entry.size > limits.ratio * entry.packedSize)
      throw refuse('packed beyond belief')
    if (entries.has(name)) throw refuse('a name twice')
    entries.set(name, entry)
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  if (anyOverlap([...entries.values()])) throw refuse('parts that overlap')
  return entries
}

/** Many parts over the same packed bytes make a bomb that no single part gives away. */
function anyOverlap(entries: readonly Entry[]): boolean {
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset)
  return inOrder.some(({ offset, packedSize }, nth) => {
    const next = inOrder[nth + 1]
    return next && offset + LOCAL_HEADER_BYTES + packedSize > next.offset
  })
}

/** Some writers part folders with backslashes. */
function nameAt(view: DataView, at: number, length: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length)
  return new TextDecoder().decode(bytes).replaceAll('\\', '/').toLowerCase()
}

function entryAt(view: DataView, at: number, extra: number, extraLength: number): Entry {
  const entry = {
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
  let field = longField(view, extra, extra + extraLength)
  for (const part of ['size', 'packedSize', 'offset'] as const) {
    if (entry[part] !== IN_EXTRA_FIELD) continue
    if (field === null) throw new Unreadable('zip-damaged')
    entry[part] = longOf(view, field)
    field += 8
  }
  return entry
}

/** Where the extra field begins that holds sizes of eight bytes. */
function longField(view: DataView, from: number, to: number): number | null {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 1) return at + 4
  return null
}
