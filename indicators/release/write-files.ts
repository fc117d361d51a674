import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** One file of a release, by its path inside it. Its bytes are made when it is written. */
type Bytes = string | Uint8Array
export type ReleaseFile = { path: string; bytes: () => Bytes | Promise<Bytes>; quality: number }

const AT_ONCE = 4

/**
 * Writes files, each also compressed, and says the SHA-256 of each by path, sorted.
 *
 * The same bytes give the same compressed bytes: gzip carries no time.
 */
export async function writeFiles(
  folder: string,
  files: readonly ReleaseFile[],
  onFile: (done: number) => void,
) {
  const hashes: [string, string][] = []
  const queue = [...files]
  const work = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      hashes.push([file.path, await writeOne(folder, file)])
      onFile(hashes.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return Object.fromEntries(hashes.sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function writeOne(folder: string, { path, bytes, quality }: ReleaseFile): Promise<string> {
  const content = Buffer.from((await bytes()) as Uint8Array)
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  const [brotli, gzipped] = await Promise.all([
    compressBrotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    compressGzip(content, { level: Math.min(quality, 9) }),
  ])
  await Promise.all([
    writeFile(target, content),
    writeFile(`${target}.br`, brotli),
    writeFile(`${target}.gz`, gzipped),
  ])
  return createHash('sha256').update(content).digest('hex')
}
