import type { Context } from 'hono'
import { answerLanguages, isAnswerLanguage } from '../services/languages.ts'
import { Problem } from '../services/problem.ts'
import type { Shelf } from '../services/read-release.ts'
import { chooseLanguage, wantsHtml } from './negotiate.ts'
import { type Renderer, renderedPages } from './pages.ts'
import { respond } from './respond.ts'
import { type App, cacheControl, readerOf } from './serve.ts'
import type { ViewCache } from './view-cache.ts'

/** Pages live under their language; the bare address leads to the reader's. */
export function mountPages(app: App, shelf: Shelf, renderer: Renderer, views: ViewCache) {
  const pages = renderedPages(renderer, views)
  app.get('/', (c) => {
    const language = chooseLanguage('/', c.req.header('accept-language'))
    return moved(302, `/${language}/${new URL(c.req.url).search}`, 'Accept-Language')
  })
  for (const language of answerLanguages) {
    app.get(`/${language}`, (c) => moved(308, `/${language}/${new URL(c.req.url).search}`))
  }
  app.get('/:language/*', async (c, next) => {
    if (!isAnswerLanguage(c.req.param('language'))) return next()
    const url = addressOf(c)
    const pinned = url.searchParams.get('v') ?? undefined
    const reader = readerOf(shelf, pinned)
    const page = await pages.at(reader, url)
    if (page?.status === 200) return respond(c, page.representation, { cache: cacheControl(shelf, pinned) })
    if (!wantsHtml(c.req.header('accept'))) throw new Problem('not-found', {})
    const { representation } = page ?? (await pages.missing(reader, url))
    return respond(c, representation, { cache: 'no-store', vary: ['Accept'], status: 404 })
  })
}

/** The address without the host it was asked by: a page is kept for all readers and must not name one reader's. */
function addressOf(c: Context): URL {
  const { pathname, search } = new URL(c.req.url)
  return new URL(`http://localhost${pathname}${search}`)
}

const moved = (status: 302 | 308, location: string, vary?: string) =>
  new Response(null, {
    status,
    headers: { location, 'cache-control': 'no-cache', ...(vary ? { vary } : {}) },
  })
