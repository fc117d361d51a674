import { Unreadable } from '../unreadable.ts'

/** What lies at the top of a compound file, by name in small letters. `read` gives a stream; null where there is none. */
export type CompoundFile = { names: ReadonlySet<string>; read(name: string): Uint8Array | null }

type Entry = { name: string; isStream: boolean; start: number; size: number }

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEADER_TABLES = 109
const ENTRY_BYTES = 128
const MINI_BYTES = 64
const SMALL = 4096
/** Above this a number marks an end or an empty place. */
const LAST_SECTOR = 0xfffffffa
const NONE = 0xffffffff

export const isCompound = (bytes: Uint8Array) => SIGNATURE.every((byte, index) => bytes[index] === byte)

/**
 * Opens the container older office programs keep their files in.
 *
 * Errors  `Unreadable` where a chain of sectors is broken, runs in a circle or leaves the file
 */
export function openCompound(bytes: Uint8Array): CompoundFile {
  try {
    return opened(bytes)
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('workbook-damaged')
    throw error
  }
}

function opened(bytes: Uint8Array): CompoundFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new Unreadable('workbook-damaged')
  const sectorBytes = 1 << shift
  const sector = (index: number) => bytes.subarray((index + 1) << shift, (index + 2) << shift)
  const next = tableOf(sectorTables(view, shift).map(sector))
  const follow = (start: number) => joined(chainOf(start, next).map(sector), sectorBytes)
  const entries = topEntries(follow(view.getUint32(48, true)))
  const root = entries.root
  const mini = { table: tableOf([follow(view.getUint32(60, true))]), bytes: follow(root.start) }
  const miniSector = (index: number) => mini.bytes.subarray(index * MINI_BYTES, (index + 1) * MINI_BYTES)
  return {
    names: new Set(entries.top.keys()),
    read(name) {
      const entry = entries.top.get(name)
      if (!entry?.isStream) return null
      const stream =
        entry.size < SMALL
          ? joined(chainOf(entry.start, mini.table).map(miniSector), MINI_BYTES)
          : follow(entry.start)
      if (stream.length < entry.size) throw new Unreadable('workbook-damaged')
      return stream.subarray(0, entry.size)
    },
  }
}

/** The sectors that hold the table of chains: the first of them in the header, more in a chain of their own. */
function sectorTables(view: DataView, shift: number): number[] {
  const tables: number[] = []
  const take = (at: number, count: number) => {
    for (let index = 0; index < count; index += 1) {
      const table = view.getUint32(at + index * 4, true)
      if (table < LAST_SECTOR) tables.push(table)
    }
  }
  take(76, HEADER_TABLES)
  const perSector = (1 << shift) / 4 - 1
  const most = view.byteLength >> shift
  let index = view.getUint32(68, true)
  for (let passed = 0; index < LAST_SECTOR; passed += 1) {
    if (passed > most) throw new Unreadable('workbook-damaged')
    const at = (index + 1) << shift
    take(at, perSector)
    index = view.getUint32(at + perSector * 4, true)
  }
  if (tables.length > most) throw new Unreadable('workbook-damaged')
  return tables
}

/** For each sector, the one that follows it. */
function tableOf(sectors: readonly Uint8Array[]): Uint32Array {
  return Uint32Array.from(
    sectors.flatMap((bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      return Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true))
    }),
  )
}

function chainOf(start: number, next: Uint32Array): number[] {
  const chain: number[] = []
  for (let index = start; index < LAST_SECTOR; index = next[index] ?? NONE) {
    if (index >= next.length || chain.length > next.length) throw new Unreadable('workbook-damaged')
    chain.push(index)
  }
  return chain
}

/** A chain may not lead outside the file, save that its last sector may be cut short. */
function joined(sectors: readonly Uint8Array[], sectorBytes: number): Uint8Array {
  if (sectors.slice(0, -1).some(({ length }) => length < sectorBytes))
    throw new Unreadable('workbook-damaged')
  const bytes = new Uint8Array(sectors.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const one of sectors) {
    bytes.set(one, at)
    at += one.length
  }
  return bytes
}

/** The root and what lies directly in it: an embedded object has streams of the same names further down. */
function topEntries(directory: Uint8Array): { root: Entry; top: Map<string, Entry> } {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const top = new Map<string, Entry>()
  const seen = new Set<number>()
  const waiting = [view.getUint32(76, true)]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index === NONE) continue
    if (seen.has(index)) throw new Unreadable('workbook-damaged')
    seen.add(index)
    const at = index * ENTRY_BYTES
    const entry = entryAt(view, at)
    top.set(entry.name, entry)
    waiting.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true))
  }
  return { root: entryAt(view, 0), top }
}

function entryAt(view: DataView, at: number): Entry {
  const letters = Math.min(31, Math.max(0, view.getUint16(at + 64, true) / 2 - 1))
  const name = Array.from({ length: letters }, (_, index) =>
    String.fromCharCode(view.getUint16(at + index * 2, true)),
  ).join('')
  return {
    name: name.toLowerCase(),
    isStream: view.getUint8(at + 66) === 2,
    start: view.getUint32(at + 116, true),
    size: view.getUint32(at + 120, true),
  }
}
