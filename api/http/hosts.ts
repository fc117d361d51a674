import { Problem } from '../services/problem.ts'

const own = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * Refuses a request that came under another name than this machine's own.
 * A page elsewhere can make its name point to 127.0.0.1 and would then read answers as its own; its name betrays it.
 */
export function refuseOtherHosts(host: string | undefined) {
  if (!host || !own.test(host)) throw new Problem('host-not-allowed', {})
}

/**
 * Refuses what a page of another site has sent, or a program that does not say where it sends from. A browser writes
 * these headers itself; no page can change them.
 */
export function refuseOtherOrigins(address: string, origin: string | undefined, site: string | undefined) {
  const own = new URL(address).origin
  if (origin !== own || !['same-origin', undefined].includes(site))
    throw new Problem('origin-not-allowed', { origin: own })
}
