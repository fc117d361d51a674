import { hkdfSync } from 'node:crypto'
import type { Context } from './context.ts'

const BYTES = 32

/** What this installation names its releases with, made from its key: as long as the key is kept, names stay the same. */
export const releaseSecret = async (context: Context): Promise<Uint8Array> =>
  new Uint8Array(hkdfSync('sha256', await context.key(), '', 'waymark release names', BYTES))
