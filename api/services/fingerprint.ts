import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { home } from './paths.ts'

/** What decides a release besides the files sent: definitions, mappings and the code that reads and computes. */
export const readingParts = ['indicators', 'pipelines', 'package-lock.json'] as const
/** What decides the demonstration. */
export const demonstrationParts = [
  ...readingParts,
  'fixtures',
  join('api', 'services'),
  join('api', 'store'),
] as const

/** SHA-256 over the names and contents of all files in the parts named. */
export function fingerprint(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const name of parts.flatMap(filesUnder)) {
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(home, name)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(part: string): string[] {
  const path = join(home, part)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [part]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1))
    .sort()
}
