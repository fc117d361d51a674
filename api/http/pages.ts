import type { IndicatorView, ProgrammeView } from '../../indicators/model/released.ts'
import type { WindowsView } from '../../indicators/model/windows-view.ts'
import type {
  PageAssets,
  PageKey,
  PageSource,
  RenderDesk,
  RenderDoor,
  RenderPage,
  Viewer,
} from '../contract/page.ts'
import { explain } from '../services/explain.ts'
import { findCell } from '../services/find-cell.ts'
import { explainedFrom } from '../services/own-country.ts'
import { Problem } from '../services/problem.ts'
import type { Encoding, ReleaseReader } from '../services/read-release.ts'
import { type BoundedCache, boundedCache } from './bounded-cache.ts'
import { allEncodings, type Body, bodyOf, compress, type Representation } from './representation.ts'
import type { ViewCache } from './view-cache.ts'

const MAX_PAGE_BYTES = 64 * 1024 * 1024

/** The built pages: what `dist/server/server.js` exports of them, and the addresses of the browser's part. */
export type Renderer = {
  renderPage: RenderPage
  pageKey: PageKey
  renderDoor: RenderDoor
  renderDesk: RenderDesk
  /** The address of the module that makes reports. */
  reports: string
  assets: PageAssets
}

/** The release a page is of, and the one published before it, which it may be compared with. */
export type Shown = { reader: ReleaseReader; before: ReleaseReader | null }

/** A page as it is answered with; 404 where the address could be a page's but the release has none there. */
export type FoundPage = { status: 200 | 404; representation: Representation }

export type Pages = {
  /** null where no page can live at this address */
  at(release: Shown, url: URL, viewer: Viewer | null): Promise<FoundPage | null>
  /** The page that says there is none; never kept, because there is no end of such addresses. */
  missing(release: Shown, url: URL, viewer: Viewer | null): Promise<FoundPage>
}

type Rendered = Body & { status: 200 | 404 }

/** Pages rendered once per release, edition, canonical address and who reads them, and kept compressed. */
export function renderedPages({ renderPage, pageKey, assets }: Renderer, views: ViewCache): Pages {
  const cache: BoundedCache<Rendered> = boundedCache(MAX_PAGE_BYTES, ({ bytes }) => bytes.length)
  const render = async (shown: Shown, url: URL, viewer: Viewer | null): Promise<Rendered> => {
    const { html, status } = await renderPage({ url, source: pageSource(shown, views), assets, viewer })
    return { ...bodyOf(new TextEncoder().encode(html)), status }
  }
  return {
    async at(shown, url, viewer) {
      const key = pageKey(url)
      if (key === null) return null
      const { reader, before } = shown
      const name = `${reader.key} ${before?.key ?? 'first'} ${shownOf(viewer)} ${key}`
      const plain = await cache.get(`${name} identity`, () => render(shown, url, viewer))
      return found(plain, (encoding) =>
        cache.get(`${name} ${encoding}`, async () => ({
          ...(await compress(plain.bytes, encoding, 5)),
          status: plain.status,
        })),
      )
    },
    async missing(shown, url, viewer) {
      const plain = await render(shown, url, viewer)
      return found(plain, (encoding) => compress(plain.bytes, encoding, 4))
    },
  }
}

const shownOf = (viewer: Viewer | null) =>
  viewer && JSON.stringify([viewer.email, viewer.name, viewer.role, viewer.country])

const found = (plain: Rendered, squeezed: (encoding: Encoding) => Promise<Body>): FoundPage => ({
  status: plain.status,
  representation: {
    type: 'text/html; charset=utf-8',
    encodings: allEncodings,
    load: async (encoding) => (encoding === 'identity' ? plain : squeezed(encoding)),
  },
})

/** One edition of one release as a page reads it. What it does not have is no page of it. */
function pageSource({ reader, before }: Shown, views: ViewCache): PageSource {
  const read = views(reader)
  return {
    programme: () => programmeOf(reader, views),
    before: async () => before && programmeOf(before, views),
    indicator: (id) => read<IndicatorView>(`indicators/${id}.json`),
    windows: (id) => read<WindowsView>(`windows/${id}.json`),
    explanation: (asked) =>
      orNull(async () => {
        const from = explainedFrom(reader, asked.place)
        return explain(from, views(from), asked)
      }),
    cell: (asked) => orNull(() => findCell(reader, read, asked)),
  }
}

/** What every page of a release starts from. */
export async function programmeOf(reader: ReleaseReader, views: ViewCache): Promise<ProgrammeView> {
  const programme = await views(reader)<ProgrammeView>('programme.json')
  if (!programme) throw new Error(`release ${reader.id} has no programme`)
  return programme
}

async function orNull<View>(find: () => Promise<View>): Promise<View | null> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null
    throw error
  }
}
