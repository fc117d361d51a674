import { parse, type ReadView } from '../services/edition-source.ts'
import type { ReleaseReader } from '../services/read-release.ts'
import { type BoundedCache, boundedCache } from './bounded-cache.ts'

const MAX_BYTES = 48 * 1024 * 1024

/** Release files as values, each parsed once while it is kept: those used last, up to a number of bytes as written. */
export type ViewCache = (reader: ReleaseReader) => ReadView

export function viewCache(): ViewCache {
  const cache: BoundedCache<{ view: unknown; bytes: number }> = boundedCache(MAX_BYTES, ({ bytes }) => bytes)
  return ({ key, names, read }) =>
    async <View>(name: string) => {
      if (!names.has(name)) return null
      const { view } = await cache.get(`${key} ${name}`, async () => {
        const bytes = await read(name, 'identity')
        return { view: parse(bytes), bytes: bytes?.length ?? 0 }
      })
      return view as View | null // safe: a release is checked against its schemas when it is made
    }
}
