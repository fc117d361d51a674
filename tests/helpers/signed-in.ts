import type { BrowserContext } from 'playwright-core'
import type { Role } from '../../api/contract/accounts/account.ts'
import { newId } from '../../api/services/accounts/secrets.ts'
import { startSession } from '../../api/services/accounts/sessions.ts'
import { type Context, openContext } from '../../api/services/context.ts'
import { addAccount } from '../../api/store/accounts/accounts.ts'
import type { Assurance } from '../../api/store/accounts/sessions.ts'
import type { Country } from '../../indicators/model/place.ts'

type Who = { role?: Role; country?: Country | null; assurance?: Assurance }

/** A new person with a session in the store, as a browser says it: the token of a session that is really there. */
export function sessionIn(
  context: Context,
  { role = 'coordinator', country = null, assurance = 2 }: Who = {},
) {
  const id = newId()
  const account = { id, email: `${id}@example.org`, name: `Test ${role}`, role, country }
  return context.state.together(() => {
    addAccount(
      context.state,
      { ...account, language: 'en', demonstration: false },
      null,
      context.now().toISOString(),
    )
    return startSession(context, id, assurance, 'test')
  })
}

/** What a browser sends along once somebody has signed in. */
export const cookieIn = (context: Context, who?: Who) => ({
  cookie: `__Host-waymark=${sessionIn(context, who)}`,
})

/** The same beside a server of another process, by its data folder. */
export function cookieAt(data: string, who?: Who) {
  const context = openContext({ env: { WAYMARK_DATA: data } })
  try {
    return cookieIn(context, who)
  } finally {
    context.close()
  }
}

/** Signs a browser in to a server of the data folder. Only of a safe address it takes a cookie from outside. */
export const signInto = (browser: BrowserContext, site: string, data: string, who?: Who) =>
  browser.addCookies([
    {
      ...{ name: '__Host-waymark', value: cookieAt(data, who).cookie.split('=')[1] ?? '' },
      url: site.replace('http:', 'https:'),
      ...{ secure: true, httpOnly: true, sameSite: 'Strict' as const },
    },
  ])
