import type { Env } from './paths.ts'
import { Problem } from './problem.ts'

/** Who may read the public edition, and under which address, where that is not the one it opens on. */
export type Readers = { who: 'anyone' | 'invited'; address: string | null }

/**
 * What the environment says of the public edition's readers.
 *
 * Errors  `setting-wrong`
 */
export function readersOf({ WAYMARK_READERS: who = 'anyone', WAYMARK_ADDRESS: address }: Env): Readers {
  if (who !== 'anyone' && who !== 'invited')
    throw new Problem('setting-wrong', { name: 'WAYMARK_READERS', allowed: 'anyone, invited' })
  if (address !== undefined && URL.parse(address)?.origin !== address)
    throw new Problem('setting-wrong', { name: 'WAYMARK_ADDRESS', allowed: 'https://waymark.example.org' })
  return { who, address: address ?? null }
}
