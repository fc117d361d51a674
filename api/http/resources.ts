import { type Format, mediaTypes } from '../contract/endpoint.ts'
import type { Encoding, ReleaseReader } from '../services/read-release.ts'
import { type BoundedCache, boundedCache } from './bounded-cache.ts'
import { allEncodings, type Body, bodyOf, compress, type Representation } from './representation.ts'

const MAX_BYTES = 96 * 1024 * 1024

/** Release files from memory, as they were compressed when the release was made. */
export type Resources = {
  /** null where the edition has no such resource */
  file(reader: ReleaseReader, name: string, format: Format): Representation | null
  /** A small answer made from a release once and kept. */
  made(reader: ReleaseReader, name: string, make: () => Promise<unknown>): Representation
}

export function releaseResources(): Resources {
  const cache: BoundedCache<Body> = boundedCache(MAX_BYTES, ({ bytes }) => bytes.length)
  const keyOf = ({ key }: ReleaseReader, name: string, encoding: Encoding) => `${key} ${name} ${encoding}`
  const represent = (
    reader: ReleaseReader,
    name: string,
    format: Format,
    load: (encoding: Encoding) => Promise<Body>,
  ): Representation => ({
    type: mediaTypes[format],
    encodings: allEncodings,
    load: (encoding) => cache.get(keyOf(reader, name, encoding), () => load(encoding)),
  })
  return {
    file(reader, name, format) {
      if (!reader.names.has(name)) return null
      return represent(reader, name, format, async (encoding) => {
        const bytes = await reader.read(name, encoding)
        if (!bytes) throw new Error(`${name} left release ${reader.id}`)
        return bodyOf(bytes)
      })
    },
    made: (reader, name, make) =>
      represent(reader, name, 'json', async (encoding) =>
        compress(Buffer.from(JSON.stringify(await make())), encoding, 5),
      ),
  }
}
