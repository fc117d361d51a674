import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { seal, unseal } from './seal.ts'
import { StoreFault } from './store-fault.ts'

/** The original files, kept by content and sealed. The address of a file is the SHA-256 of what was received. */
export type RawFiles = {
  /** Keeps a file and says its address; keeping it again changes nothing. */
  put(bytes: Uint8Array): Promise<string>
  /** Errors: `raw-file-missing`, `raw-file-damaged`, `key-wrong`. */
  get(hash: string): Promise<Buffer>
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function rawFiles(folder: string, key: Buffer): RawFiles {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash)
  return {
    async put(bytes) {
      const hash = sha256(bytes)
      if (!existsSync(pathOf(hash))) await writeWhole(pathOf(hash), seal(key, hash, bytes))
      return hash
    },
    async get(hash) {
      const path = pathOf(hash)
      if (!existsSync(path)) throw new StoreFault('raw-file-missing', path)
      const bytes = unseal(key, hash, await readFile(path))
      if (bytes === 'key-wrong') throw new StoreFault('key-wrong', path)
      if (bytes === 'damaged' || sha256(bytes) !== hash) throw new StoreFault('raw-file-damaged', path)
      return bytes
    },
  }
}

export const holdsRawFiles = async (folder: string) =>
  existsSync(folder) && (await readdir(folder)).length > 0

/** The file appears under its name only when all of it is on the disk. */
async function writeWhole(path: string, bytes: Uint8Array) {
  await mkdir(dirname(path), { recursive: true })
  const aside = `${path}.${process.pid}.part`
  const file = await open(aside, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
  if (process.platform === 'win32') return // folders cannot be opened there
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}
