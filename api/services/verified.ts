import { readFile } from 'node:fs/promises'
import { sha256 } from '../store/raw-files.ts'
import { Problem } from './problem.ts'

/**
 * The text of a file whose hash is on record.
 *
 * Errors  `release-damaged` where it is missing or is not what it was
 */
export async function verified(path: string, hash: string): Promise<string> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null || sha256(bytes) !== hash) throw new Problem('release-damaged', { path })
  return bytes.toString()
}
