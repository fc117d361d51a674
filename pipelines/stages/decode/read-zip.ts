import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Unreadable } from './unreadable.ts'

const MEBIBYTE = 1024 * 1024
const limits = { entries: 2000, entryBytes: 128 * MEBIBYTE, totalBytes: 256 * MEBIBYTE, ratio: 250 }

/**
 * The parts of a workbook that are wanted, inflated.
 *
 * Errors  `Unreadable` for what no office program writes: encryption, macros, doubled or climbing names, and
 *         sizes beyond the limits, whether the directory admits them or not
 */
export async function readZip(
  bytes: Buffer,
  wanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const zip = await open(bytes)
  const entries = await listEntries(zip)
  const parts = new Map<string, Buffer>()
  for (const entry of entries)
    if (wanted(entry.fileName)) parts.set(entry.fileName, await inflate(zip, entry))
  zip.close()
  return parts
}

const open = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }
    fromBuffer(bytes, options, (error, zip) => (error ? reject(new Unreadable('zip-damaged')) : resolve(zip)))
  })

function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    const refuse = (reason: string) => reject(new Unreadable('zip-unsafe', reason))
    let total = 0
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize
      if (entries.push(entry) > limits.entries) return refuse('too many parts')
      if (entry.generalPurposeBitFlag & 1) return refuse('encrypted')
      if (/vbaProject|macrosheets/i.test(entry.fileName)) return refuse('macros')
      if (entry.uncompressedSize > limits.entryBytes || total > limits.totalBytes) return refuse('too large')
      if (entry.uncompressedSize > MEBIBYTE && entry.uncompressedSize > limits.ratio * entry.compressedSize)
        return refuse('packed beyond belief')
      zip.readEntry()
    })
    zip.on('end', () => {
      const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()))
      if (names.size < entries.length) return refuse('a name twice')
      resolve(entries)
    })
    zip.on('error', () => reject(new Unreadable('zip-damaged')))
    zip.readEntry()
  })
}

/** A directory that lies about a size is caught while inflating: no more is read than it admitted. */
function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(new Unreadable('zip-damaged'))
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('error', () => reject(new Unreadable('zip-damaged')))
    })
  })
}
