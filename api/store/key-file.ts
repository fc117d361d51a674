import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { StoreFault } from './store-fault.ts'

/**
 * Reads the key that seals the original files; makes one where `mayMake` says that nothing is sealed yet.
 *
 * Errors  `key-missing` where there is none and files are already sealed, or it is not 64 hex digits
 */
export function readKey(path: string, mayMake: boolean): Buffer {
  if (!existsSync(path)) {
    if (!mayMake) throw new StoreFault('key-missing', path)
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  }
  const text = readFileSync(path, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) throw new StoreFault('key-missing', path)
  return Buffer.from(text, 'hex')
}
