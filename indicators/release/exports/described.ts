import { createHash } from 'node:crypto'
import type { DownloadFile } from '../../model/download.ts'

/** A download as those who fetch it can check it. */
export type Described = { bytes: number; sha256: string }
export type DescribedFiles = Readonly<Record<DownloadFile, Described>>

export function describeBytes(content: string | Uint8Array): Described {
  const bytes = Buffer.from(content as Uint8Array)
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
