const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long things hold, in milliseconds. */
export const lifetimes = {
  invitation: 72 * HOUR,
  /** Of what a device was given to sign. */
  challenge: 5 * MINUTE,
  /** Of a way to a provider and back. */
  visit: 10 * MINUTE,
  /** Of a session nobody uses. */
  idle: 30 * MINUTE,
  /** Of a session, however much it is used. */
  session: 8 * HOUR,
  /** How lately a person must have proven who they are for what cannot be undone. */
  fresh: 10 * MINUTE,
  /** Uses within it are one use: not every request writes. */
  seen: MINUTE,
} as const

export const after = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds).toISOString()
export const before = (at: Date, milliseconds: number) => after(at, -milliseconds)
