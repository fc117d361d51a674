import { Problem } from '../services/problem.ts'

const own = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * Refuses a request that came under another name than this machine's own.
 * A page elsewhere can make its name point to 127.0.0.1 and would then read answers as its own; its name betrays it.
 */
export function refuseOtherHosts(host: string | undefined) {
  if (!host || !own.test(host)) throw new Problem('host-not-allowed', {})
}
