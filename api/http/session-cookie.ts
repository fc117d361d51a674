import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const NAME = 'waymark'
/** Only this host sets it, only over a safe connection; no script reads it and no other site sends it along. */
const attributes = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const

export const sessionToken = (c: Context) => getCookie(c, NAME, 'host')
export const giveSession = (c: Context, token: string) => setCookie(c, NAME, token, attributes)

/** The browser forgets what it has kept of this site, too. */
export function takeSession(c: Context) {
  deleteCookie(c, NAME, attributes)
  c.header('clear-site-data', '"cache", "storage"')
}
