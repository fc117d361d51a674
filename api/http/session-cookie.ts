import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const NAME = 'waymark'
/** Only this host sets it, only over a safe connection; no script reads it and no other site sends it along. */
const attributes = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const

const VISIT = 'waymark-visit'
/** It has to come along when another site sends its person back. */
const visiting = { ...attributes, sameSite: 'Lax', maxAge: 600 } as const

export const sessionToken = (c: Context) => getCookie(c, NAME, 'host')
export const giveSession = (c: Context, token: string) => setCookie(c, NAME, token, attributes)

/** The browser forgets what it has kept of this site, too. */
export function takeSession(c: Context) {
  deleteCookie(c, NAME, attributes)
  c.header('clear-site-data', '"cache", "storage"')
}

/** Of somebody on the way to a provider: the token, and the page to go on to. */
export const giveVisit = (c: Context, { token, back }: { token: string; back: string }) =>
  setCookie(c, VISIT, `${token} ${back}`, visiting)

/** What a person took along; it is theirs no longer. */
export function takeVisit(c: Context): { token: string | undefined; back: string | undefined } {
  const [token, back] = getCookie(c, VISIT, 'host')?.split(' ') ?? []
  deleteCookie(c, VISIT, visiting)
  return { token, back }
}
