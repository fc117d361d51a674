import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from './context.ts'
import { Problem } from './problem.ts'

/** A file that was sent, aside on the disk for as long as it is looked at. */
export type Received = { path: string; hash: string; bytes: number }

const MEBIBYTE = 1024 ** 2

/**
 * Writes what comes to a file of its own and reckons its SHA-256 on the way; little more than one piece is ever held.
 *
 * Errors  `body-too-large`; nothing is left behind then, nor where the sender breaks off
 */
export async function receiveFile(
  { paths }: Pick<Context, 'paths'>,
  pieces: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
): Promise<Received> {
  await mkdir(paths.incoming, { recursive: true, mode: 0o700 })
  const path = join(paths.incoming, randomUUID())
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const piece of pieces ?? []) {
      bytes += piece.length
      if (bytes > maxBytes) throw new Problem('body-too-large', { most: Math.floor(maxBytes / MEBIBYTE) })
      hash.update(piece)
      await file.writeFile(piece)
    }
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
  await file.close()
  return { path, hash: hash.digest('hex'), bytes }
}

/** Removes what an earlier run left when it was killed. */
export const emptyIncoming = ({ paths }: Pick<Context, 'paths'>) =>
  rm(paths.incoming, { recursive: true, force: true })
