import type { Context as Request } from 'hono'
import { beginOpenid } from '../contract/accounts/begin-openid.ts'
import { returnFromProvider, visitProvider } from '../services/accounts/openid.ts'
import type { Provider } from '../services/accounts/provider.ts'
import type { Context } from '../services/context.ts'
import { Problem } from '../services/problem.ts'
import { clientOf } from './client-of.ts'
import { siteOf } from './hosts.ts'
import { backOf, languageOf } from './mount-doors.ts'
import type { App } from './serve.ts'
import { giveSession, giveVisit, takeVisit } from './session-cookie.ts'
import { take } from './take.ts'

const RETURN = '/sign-in/openid'

/** The way to where people show elsewhere who they are, and back. */
export function mountOpenid(app: App, context: Context, provider: Provider | null) {
  take(app, context, beginOpenid, async ({ sent, client, c }) => {
    if (!provider) throw new Problem('not-found', {})
    const { there, token } = await visitProvider(context, provider, client, returnTo(c))
    giveVisit(c, { token, back: backOf(sent.back, sent.language) })
    return { address: there }
  })
  if (!provider) return
  app.get(RETURN, async (c) => {
    const { token, back } = takeVisit(c)
    const address = new URL(new URL(c.req.url).search, returnTo(c))
    try {
      const arrived = await returnFromProvider(context, provider, { token, address }, clientOf(c))
      giveSession(c, arrived.token)
      return onwards(c, back, { next: arrived.next ?? 'done' })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return onwards(c, back, { refused: error.code })
    }
  })
}

const returnTo = (c: Request) => `${siteOf(c).origin}${RETURN}`

/** By way of the sign-in page: coming straight from another site, no browser would send the session along. */
function onwards(c: Request, asked: string | undefined, said: Record<string, string>) {
  const language = languageOf(asked)
  const query = new URLSearchParams({ ...said, back: backOf(asked, language) })
  return c.redirect(`/${language}/sign-in?${query}`, 303)
}
