import type { Context as Request } from 'hono'
import type { Edition } from '../../indicators/model/released.ts'
import { Arrived, doors } from '../contract/page.ts'
import { pageRight } from '../contract/rights.ts'
import type { Provider } from '../services/accounts/provider.ts'
import type { Context } from '../services/context.ts'
import { type AnswerLanguage, isAnswerLanguage } from '../services/languages.ts'
import { Problem, tellProblem } from '../services/problem.ts'
import { openidProblems } from '../services/problems/openid.ts'
import { authorise, signedInOf } from './authorise.ts'
import type { Renderer } from './pages.ts'
import type { App } from './serve.ts'

// safe: the catalogue's own keys
const openidCodes = Object.keys(openidProblems) as (keyof typeof openidProblems)[]

/** The pages on which people come in and see to their accounts. They need no release. */
export function mountDoors(
  app: App,
  context: Context,
  { renderDoor, assets }: Renderer,
  { edition, provider }: { edition: Edition; provider: Provider | null },
) {
  const inner = edition === 'internal'
  for (const door of doors.filter((one) => inner || one !== 'people'))
    app.get(`/:language/${door}`, (c, next) => {
      const language = c.req.param('language')
      if (!isAnswerLanguage(language)) return next()
      const signed = signedInOf(c, context)
      const right = pageRight(door)
      if (right !== 'anyone' && !signed) return toSignIn(c, language)
      authorise(c, context, right)
      const html = renderDoor({
        door,
        language,
        back: backOf(c.req.query('back'), language),
        provider: provider?.name ?? null,
        next: Arrived.safeParse(c.req.query('next')).data ?? null,
        refused: refusalIn(c.req.query('refused'), language),
        viewer: signed && { ...signed.account, ...(inner ? {} : { role: 'donor' }) },
        assets,
      })
      return pageOf(html)
    })
}

/** A page of one reader's, which nothing keeps. */
export const pageOf = (html: string) =>
  new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })

/** The way to sign in, and from there back to what was asked for. */
export function toSignIn(c: Request, language: AnswerLanguage): Response {
  const { pathname, search } = new URL(c.req.url)
  const query = new URLSearchParams({ back: `${pathname}${search}` })
  return new Response(null, {
    status: 303,
    headers: { location: `/${language}/sign-in?${query}`, 'cache-control': 'no-store' },
  })
}

/** Why a provider’s word did not let somebody in; nothing else is put into words that came in an address. */
function refusalIn(code: string | undefined, language: AnswerLanguage): string | null {
  const known = openidCodes.find((one) => one === code)
  return known ? tellProblem(new Problem(known, {}), language).detail : null
}

/** The language of a page of this site. */
export function languageOf(address: string | undefined): AnswerLanguage {
  const [, first = ''] = address?.split('/') ?? []
  return isAnswerLanguage(first) ? first : 'en'
}

const HERE = 'http://localhost'

/** A page of this site and nothing else: `//elsewhere` and `/\elsewhere` are other sites to a browser. */
export function backOf(asked: string | undefined, language: AnswerLanguage): string {
  const url = asked?.startsWith('/') ? URL.parse(asked, HERE) : null
  const own = url?.origin === HERE && isAnswerLanguage(url.pathname.split('/')[1] ?? '')
  return url && own ? `${url.pathname}${url.search}` : `/${language}/`
}
