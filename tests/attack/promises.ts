import type { Class } from './exposure.ts'

/**
 * What the protection in use promises of numbers that point at somebody: how many may be told in each way.
 *
 * Tightened as the protection becomes able to keep more.
 */
export const PROMISES: Record<Exclude<Class, 'safe'>, number> = {
  'E0 exact': 0,
  'E1 fewer than three values': 0,
  'E2 narrow': 0,
  unproven: 0,
}

/** The least share of unsafe mutations the attacker must find to be worth its word. */
export const CAUGHT = 0.99
