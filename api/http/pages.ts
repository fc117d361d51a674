import type { PageAssets, PageKey, PageSource, RenderPage } from '../contract/page.ts'
import type { Encoding, ReleaseReader } from '../services/read-release.ts'
import { type BoundedCache, boundedCache } from './bounded-cache.ts'
import { allEncodings, type Body, bodyOf, compress, type Representation } from './representation.ts'

const MAX_PAGE_BYTES = 64 * 1024 * 1024
const MAX_VIEWS = 64

/** The built pages: what `dist/server/server.js` exports, and the addresses of the browser's part. */
export type Renderer = {
  renderPage: RenderPage
  pageKey: PageKey
  assets: PageAssets
}

/** A page as it is answered with; 404 where the address could be a page's but the release has none there. */
export type FoundPage = { status: 200 | 404; representation: Representation }

export type Pages = {
  /** null where no page can live at this address */
  at(reader: ReleaseReader, url: URL): Promise<FoundPage | null>
  /** The page that says there is none; never kept, because there is no end of such addresses. */
  missing(reader: ReleaseReader, url: URL): Promise<FoundPage>
}

type Rendered = Body & { status: 200 | 404 }

/** Pages rendered once per release, edition and canonical address, and kept compressed. */
export function renderedPages({ renderPage, pageKey, assets }: Renderer): Pages {
  const cache: BoundedCache<Rendered> = boundedCache(MAX_PAGE_BYTES, ({ bytes }) => bytes.length)
  const views: BoundedCache<unknown> = boundedCache(MAX_VIEWS, () => 1)
  const render = async (reader: ReleaseReader, url: URL): Promise<Rendered> => {
    const { html, status } = await renderPage({ url, source: pageSource(reader, views), assets })
    return { ...bodyOf(new TextEncoder().encode(html)), status }
  }
  return {
    async at(reader, url) {
      const key = pageKey(url)
      if (key === null) return null
      const name = `${reader.id} ${reader.edition} ${key}`
      const plain = await cache.get(`${name} identity`, () => render(reader, url))
      return found(plain, (encoding) =>
        cache.get(`${name} ${encoding}`, async () => ({
          ...(await compress(plain.bytes, encoding, 5)),
          status: plain.status,
        })),
      )
    },
    async missing(reader, url) {
      const plain = await render(reader, url)
      return found(plain, (encoding) => compress(plain.bytes, encoding, 4))
    },
  }
}

const found = (plain: Rendered, squeezed: (encoding: Encoding) => Promise<Body>): FoundPage => ({
  status: plain.status,
  representation: {
    type: 'text/html; charset=utf-8',
    encodings: allEncodings,
    load: async (encoding) => (encoding === 'identity' ? plain : squeezed(encoding)),
  },
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
