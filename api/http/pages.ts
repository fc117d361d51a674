import type { InlineHashes, PageAssets, PageKey, PageSource, RenderPage } from '../contract/page.ts'
import type { Encoding, ReleaseReader } from '../services/read-release.ts'
import { type BoundedCache, boundedCache } from './bounded-cache.ts'
import { allEncodings, type Body, bodyOf, compress, type Representation } from './representation.ts'

const MAX_PAGE_BYTES = 64 * 1024 * 1024
const MAX_VIEWS = 64

/** The built pages: what `dist/server/server.js` exports, and the addresses of the browser's part. */
export type Renderer = {
  renderPage: RenderPage
  pageKey: PageKey
  inlineHashes: InlineHashes
  assets: PageAssets
}

export type Pages = {
  /** null where no page lives at this address */
  at(reader: ReleaseReader, url: URL): Representation | null
  /** The page that says there is none; never kept, because there is no end of such addresses. */
  missing(reader: ReleaseReader, url: URL): Promise<Representation>
}

/** Pages rendered once per release, edition and canonical address, and kept compressed. */
export function renderedPages({ renderPage, pageKey, assets }: Renderer): Pages {
  const cache: BoundedCache<Body> = boundedCache(MAX_PAGE_BYTES, ({ bytes }) => bytes.length)
  const views: BoundedCache<unknown> = boundedCache(MAX_VIEWS, () => 1)
  const render = async (reader: ReleaseReader, url: URL) => {
    const { html } = await renderPage({ url, source: pageSource(reader, views), assets })
    return bodyOf(new TextEncoder().encode(html))
  }
  return {
    at(reader, url) {
      const key = pageKey(url)
      if (key === null) return null
      const name = `${reader.id} ${reader.edition} ${key}`
      const plain = () => cache.get(`${name} identity`, () => render(reader, url))
      return html(async (encoding) => {
        if (encoding === 'identity') return plain()
        return cache.get(`${name} ${encoding}`, async () => compress((await plain()).bytes, encoding, 5))
      })
    },
    async missing(reader, url) {
      const plain = await render(reader, url)
      return html((encoding) => compress(plain.bytes, encoding, 4))
    },
  }
}

const html = (load: (encoding: Encoding) => Promise<Body>): Representation => ({
  type: 'text/html; charset=utf-8',
  encodings: allEncodings,
  load,
})

/** One edition of one release as a page reads it, each resource parsed once. */
function pageSource(reader: ReleaseReader, views: BoundedCache<unknown>): PageSource {
  const read = async <View>(name: string): Promise<View | null> => {
    if (!reader.names.has(name)) return null
    const view = await views.get(`${reader.id} ${reader.edition} ${name}`, async () => {
      const bytes = await reader.read(name, 'identity')
      return bytes && JSON.parse(new TextDecoder().decode(bytes))
    })
    return view as View | null // safe: a release is checked against its schemas when it is made
  }
  return {
    async programme() {
      const programme = await read<Awaited<ReturnType<PageSource['programme']>>>('programme.json')
      if (!programme) throw new Error(`release ${reader.id} has no programme`)
      return programme
    },
    indicator: (id) => read(`indicators/${id}.json`),
    lineage: (id, quarter) => read(`lineage/${id}/${quarter}.json`),
  }
}
