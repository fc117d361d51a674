import type { Context } from 'hono'
import type { Site } from '../services/accounts/passkeys.ts'
import { Problem } from '../services/problem.ts'

const own = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * Refuses a request that came under another name than this machine's own.
 * A page elsewhere can make its name point to 127.0.0.1 and would then read answers as its own; its name betrays it.
 */
export function refuseOtherHosts(host: string | undefined) {
  if (!host || !own.test(host)) throw new Problem('host-not-allowed', {})
}

/** Where browsers reach the server, as it was told, or else as this request says. */
export function siteOf(c: Context): Site {
  const { origin, hostname } = new URL(c.get('address') ?? c.req.url)
  return { origin, name: hostname }
}

/**
 * Refuses what a page of another site has sent, or a program that does not say where it sends from. A browser writes
 * these headers itself; no page can change them.
 */
export function refuseOtherOrigins(own: string, origin: string | undefined, site: string | undefined) {
  if (origin !== own || !['same-origin', undefined].includes(site))
    throw new Problem('origin-not-allowed', { origin: own })
}
