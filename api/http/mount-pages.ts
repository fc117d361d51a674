import type { Context } from 'hono'
import { answerLanguages, isAnswerLanguage } from '../services/languages.ts'
import { Problem } from '../services/problem.ts'
import { toSignIn } from './mount-doors.ts'
import { chooseLanguage, wantsHtml } from './negotiate.ts'
import { type Renderer, renderedPages } from './pages.ts'
import { respond } from './respond.ts'
import { type App, cacheControl, readerOf } from './serve.ts'
import type { Seen, Sight } from './sight.ts'
import type { ViewCache } from './view-cache.ts'

/** Pages live under their language; the bare address leads to the reader's. */
export function mountPages(app: App, sight: Sight, renderer: Renderer, views: ViewCache) {
  const pages = renderedPages(renderer, views)
  app.get('/', (c) => {
    const language = chooseLanguage('/', c.req.header('accept-language'))
    return moved(302, `/${language}/${new URL(c.req.url).search}`, 'Accept-Language')
  })
  for (const language of answerLanguages) {
    app.get(`/${language}`, (c) => moved(308, `/${language}/${new URL(c.req.url).search}`))
  }
  app.get('/:language/*', async (c, next) => {
    const language = c.req.param('language')
    if (!isAnswerLanguage(language)) return next()
    const url = addressOf(c)
    const seen = look(c, sight, nameOf(url))
    if (!seen) return toSignIn(c, language)
    const { shelf, viewer } = seen
    const pinned = url.searchParams.get('v') ?? undefined
    const reader = readerOf(shelf, pinned)
    const shown = { reader, before: shelf.before(reader.id) }
    const page = await pages.at(shown, url, viewer)
    if (page?.status === 200) return respond(c, page.representation, { cache: cacheControl(sight, pinned) })
    if (!wantsHtml(c.req.header('accept'))) throw new Problem('not-found', {})
    const { representation } = page ?? (await pages.missing(shown, url, viewer))
    return respond(c, representation, { cache: 'no-store', vary: ['Accept'], status: 404 })
  })
}

/** Null where somebody has to sign in first. */
function look(c: Context, sight: Sight, name: string): Seen | null {
  try {
    return sight.page(c, name)
  } catch (error) {
    if (error instanceof Problem && error.code === 'sign-in-needed') return null
    throw error
  }
}

/** The first word of a page's address after the language. */
const nameOf = ({ pathname }: URL) => pathname.split('/')[2] ?? ''

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
